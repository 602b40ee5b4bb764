"""How well the same question is found again over the years, and how right the relation is, on invented pairs.

    python benchmarks/positions/links.py [--errors] [--write]

The pairs stand in `pairs.toml`. A link counts as right where the two positions are one of the pairs; recall is over all
pairs, and precision over all links that are shown, weak ones too. The relation is judged on the right links.
`--write` puts the table into `docs/topics.md`.
"""

import sys
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

from figures import put

from protokoll.model.position import RANKS, Basis, Change, Position, Relation, Stance
from protokoll.model.text import Span
from protokoll.positions.changes import compare
from protokoll.positions.topics import with_topics

_PAIRS = Path(__file__).with_name("pairs.toml")
_PARTY = "X"
_HEAD = ("pairs", "number", "recall", "false for each true", "relation right", "links shown", "of them weak")


def cases() -> list[dict[str, Any]]:
    """Return the cases, as written."""
    found: list[dict[str, Any]] = tomllib.loads(_PAIRS.read_text("utf-8"))["case"]
    return found


def positions(entries: list[list[str]], year: int) -> tuple[Position, ...]:
    """Return the positions of one side of a case, with topics; `pointer` holds the name of each."""
    made = []
    for name, stance, claim, *rest in entries:
        basis = Basis(rest[0]) if rest else Basis.STATEMENT
        made.append(
            Position(
                party=_PARTY,
                printed=_PARTY,
                stance=Stance(stance),
                claim=claim,
                basis=basis,
                rank=RANKS[basis],
                date=f"{year}-05-01",
                title=rest[1] if len(rest) > 1 else None,
                document=f"{year}.txt",
                sha256="",
                pointer=f"/{name}",
                quote=claim,
                span=Span(0, len(claim)),
                page=1,
            )
        )
    return with_topics(made)


def score(case: dict[str, Any], errors: bool = False) -> Counter[str]:
    """Return the counts of one case: true, found and shown links, right relations."""
    truth = {(early, late): relation for early, late, relation in case["links"]}
    counts: Counter[str] = Counter(true=len(truth))
    for change in compare(positions(case["before"], 2016), positions(case["after"], 2023), party=_PARTY):
        if change.before is None or change.after is None:
            continue
        pair = change.before.pointer[1:], change.after.pointer[1:]
        counts["shown"] += 1
        counts["weak"] += change.weak
        right = pair in truth
        counts["found"] += right
        counts["firm found"] += right and not change.weak
        counts["relation"] += right and change.relation == Relation(truth[pair])
        if errors and (not right or change.relation != truth[pair]):
            _tell("WRONG RELATION, should be " + truth[pair] if right else "FALSE LINK", change)
        truth.pop(pair, None) if not errors else None
    if errors:
        _missing(case, truth)
    return counts


def _tell(what: str, change: Change) -> None:
    early, late = change.before, change.after
    if early is not None and late is not None:
        print(f"  {what}: {change.relation} {change.weight:.2f}\n    {early.claim}  [{early.topic}]")
        print(f"    {late.claim}  [{late.topic}]\n    {'; '.join(change.reasons)}")


def _missing(case: dict[str, Any], truth: dict[tuple[str, str], str]) -> None:
    claims = {entry[0]: " / ".join(entry[2:]) for side in ("before", "after") for entry in case[side]}
    shown = {
        (change.before.pointer[1:], change.after.pointer[1:])
        for change in compare(positions(case["before"], 2016), positions(case["after"], 2023), party=_PARTY)
        if change.before and change.after
    }
    for early, late in truth.keys() - shown:
        print(f"  MISSED ({truth[early, late]}):\n    {claims[early]}\n    {claims[late]}")


def main() -> None:
    """Print the table, and put it on the page if wanted."""
    errors = "--errors" in sys.argv
    sums = {False: Counter[str](), True: Counter[str]()}
    for case in cases():
        if errors:
            print(f"{case['name']}{' (held out)' if case.get('held_out') else ''}")
        sums[case.get("held_out", False)] += score(case, errors and not case.get("held_out"))
    rows = [_row("held out" if held else "weights were set on these", counts) for held, counts in sums.items()]
    table = "\n".join([f"| {' | '.join(_HEAD)} |", "|---|" + "---:|" * (len(_HEAD) - 1), *rows])
    print(table)
    if "--write" in sys.argv:
        put("links", table)


def _row(name: str, counts: Counter[str]) -> str:
    found, false = counts["found"], counts["shown"] - counts["found"]
    cells = (
        name,
        counts["true"],
        f"{found / counts['true']:.2f}",
        f"{false / max(1, found):.2f}",
        f"{counts['relation'] / max(1, found):.2f}",
        counts["shown"],
        counts["weak"],
    )
    return f"| {' | '.join(map(str, cells))} |"


if __name__ == "__main__":
    main()
