"""How well what parties say in their own words is found, against an annotation by hand.

    python benchmarks/positions/claims.py [ANNOTATION TEXTS] [--misses] [--write]

ANNOTATION is a JSON file whose `claims` each have `party` (several joined by a slash), `document` (the name of its text
without `.txt`), `evidence` (the sentence) and `stance`; TEXTS is the folder of the texts. Without them the invented
texts of the tests are measured. A claim is found if its sentence is; what is found beside the annotated claims counts
against precision, for the parties that are annotated in that document. Stance and holder are judged on what is found.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from msgspec import Struct
from rapidfuzz import fuzz

from protokoll import parse_file
from protokoll.evaluation.scores import wilson
from protokoll.model.position import Position
from protokoll.positions.claims import find_claims

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "tests" / "positions" / "claims" / "texts"
PAGE = ROOT / "docs" / "claims.md"
_MARKS = ("<!-- figures -->\n", "<!-- end of figures -->\n")
_ALIKE = 90
"""Two sentences are one from this likeness of the shorter to a part of the longer (0 to 100)."""


class Figures(Struct):
    """Counts of one document and party, or of several."""

    annotated: int = 0
    found: int = 0
    told: int = 0
    right: int = 0
    stance: int = 0
    holder: int = 0

    def add(self, other: Figures) -> None:
        """Add the counts of another."""
        for name in self.__struct_fields__:
            setattr(self, name, getattr(self, name) + getattr(other, name))


def score(annotation: Path, texts: Path, misses: list[str] | None = None) -> dict[str, Figures]:
    """Return the figures by document and holder, and of all (`all`); what went wrong is added to `misses`."""
    claims = json.loads(annotation.read_text("utf-8"))["claims"]
    by_document: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for claim in claims:
        by_document[claim["document"]].append(claim)
    figures, total = {}, Figures()
    for name, annotated in sorted(by_document.items()):
        found = find_claims(parse_file(next(texts.rglob(f"{name}.txt")), force=True))
        for holder in dict.fromkeys(claim["party"] for claim in annotated):
            own = [claim for claim in annotated if claim["party"] == holder]
            each = _judged(own, holder.split("/"), found, [] if misses is None else misses)
            figures[f"{name} {holder}"] = each
            total.add(each)
    return figures | {"all": total}


def _judged(
    annotated: list[dict[str, Any]], parties: list[str], found: Iterable[Position], misses: list[str]
) -> Figures:
    """Return the figures of one holder in one document."""
    found = tuple(found)
    own = list({(each.span, each.claim): each for each in found if each.party in parties}.values())
    figures = Figures(annotated=len(annotated), told=len(own))
    for claim in annotated:
        alike = [each for each in found if _same(claim["evidence"], each.quote)]
        if not alike:
            misses.append(f"missed {claim['party']} {claim['stance']}: {claim['evidence']}")
            continue
        best = max(alike, key=lambda each: fuzz.ratio(_folded(claim["evidence"]), _folded(each.quote)))
        figures.found += 1
        figures.holder += {each.party for each in alike if each.span == best.span} == set(parties)
        figures.stance += best.stance == claim["stance"]
        if best.stance != claim["stance"]:
            misses.append(f"{best.stance} for {claim['stance']} ({claim['party']}): {claim['evidence']}")
    for position in own:
        if any(_same(claim["evidence"], position.quote) for claim in annotated):
            figures.right += 1
        else:
            misses.append(f"invented {position.party} {position.stance}: {' '.join(position.quote.split())}")
    return figures


def _same(one: str, other: str) -> bool:
    return fuzz.partial_ratio(_folded(one), _folded(other)) >= _ALIKE


def _folded(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.lower()))


def table(figures: dict[str, Figures]) -> str:
    """Return the figures as a table in Markdown, with 95 % intervals for all together."""
    rows = [
        "| texts and holder | annotated | told | recall | precision | stance | holder |",
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    for name, each in figures.items():
        shares = (
            (each.found, each.annotated),
            (each.right, each.told),
            (each.stance, each.found),
            (each.holder, each.found),
        )
        told = " | ".join(_share(right, of, name == "all") for right, of in shares)
        rows.append(f"| {name} | {each.annotated} | {each.told} | {told} |")
    return "\n".join(rows) + "\n"


def _share(right: int, of: int, interval: bool) -> str:
    within = wilson(right, of)
    if within is None:
        return "–"
    bounds = f" [{within.low:.2f}–{within.high:.2f}]" if interval else ""
    return f"{right / of:.2f}{bounds}"


def _write(words: str) -> None:
    page = PAGE.read_text("utf-8")
    start, end = page.index(_MARKS[0]) + len(_MARKS[0]), page.index(_MARKS[1])
    PAGE.write_text(f"{page[:start]}\n{words}\n{page[end:]}", "utf-8")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("annotation", type=Path, nargs="?", default=SAMPLES / "claims.json")
    parser.add_argument("texts", type=Path, nargs="?", default=SAMPLES)
    parser.add_argument("--misses", action="store_true", help="list what was missed, invented or told wrong")
    parser.add_argument("--write", action="store_true", help="also put the table into docs/claims.md")
    options = parser.parse_args()
    misses: list[str] = []
    words = table(score(options.annotation, options.texts, misses))
    print(words)
    for miss in misses if options.misses else ():
        print(f"- {miss}")
    if options.write:
        _write(words)


if __name__ == "__main__":
    main()
