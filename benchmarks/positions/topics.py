"""Whether claims on one annotated topic get one topic: grouping is compared, for the names of topics are free.

    python benchmarks/positions/topics.py CLAIMS TEXTS [--write]

CLAIMS is a JSON file of annotated claims (`party`, `document`, `claim`, `evidence`, `topic`, `stance`), TEXTS the
folder of their documents. Pairwise precision and recall: of the pairs of claims that get one topic, how many have one
annotated topic, and the other way round. NMI: normalised mutual information of the two groupings.
"""

import json
import re
import sys
from collections import Counter
from itertools import combinations, groupby
from math import log
from pathlib import Path
from typing import Any

from figures import put

from protokoll.model.position import RANKS, Basis, Position, Stance
from protokoll.model.text import Span
from protokoll.pipeline import parse_source, read
from protokoll.positions.topics import with_topics

_SEARCHED = 80


def main() -> None:
    """Print the table."""
    claims = json.loads(Path(sys.argv[1]).read_text("utf-8"))["claims"]
    pairs = [pair for name, each in groupby(claims, key=_text_of) for pair in _told(name[0], list(each))]
    truth, found = [one for one, _ in pairs], [other for _, other in pairs]
    together = [(truth[i] == truth[j], found[i] == found[j]) for i, j in combinations(range(len(pairs)), 2)]
    right = sum(one and other for one, other in together)
    precision, recall = right / sum(other for _, other in together), right / sum(one for one, _ in together)
    table = (
        "| claims | annotated topics | topics given | precision | recall | F1 | NMI |\n"
        "|---:|---:|---:|---:|---:|---:|---:|\n"
        f"| {len(pairs)} | {len(set(truth))} | {len(set(found))} | {precision:.2f} | {recall:.2f} "
        f"| {2 * precision * recall / (precision + recall):.2f} | {_information(truth, found):.2f} |"
    )
    print(table)
    if "--write" in sys.argv:
        put("topics", table)


def _text_of(claim: dict[str, Any]) -> tuple[str, str]:
    return claim["document"], claim["party"]


def _told(name: str, claims: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """Return the annotated topic and the topic given of each claim of one text."""
    source = read(next(Path(sys.argv[2]).glob(f"{name}*")))
    document = parse_source(source)
    title = document.head.title.text if document.head.title else None
    given = with_topics([_position(claim, source.text, title) for claim in claims], document)
    return [(claim["topic"], str(each.topic)) for claim, each in zip(claims, given, strict=True)]


def _position(claim: dict[str, Any], text: str, title: str | None) -> Position:
    letters = re.sub(r"\s+", "", claim["evidence"][:_SEARCHED])
    match = re.search(r"\s*".join(map(re.escape, letters)), text)
    start = match.start() if match else 0
    return Position(
        party=claim["party"],
        printed=claim["party"],
        stance=Stance(claim["stance"]),
        claim=claim["evidence"],
        basis=Basis.STATEMENT,
        rank=RANKS[Basis.STATEMENT],
        title=title,
        document=claim["document"],
        sha256="",
        pointer=claim["party"],
        quote=claim["evidence"],
        span=Span(start, start + len(claim["evidence"])),
        page=1,
    )


def _information(one: list[str], other: list[str]) -> float:
    size = len(one)

    def entropy(labels: list[Any]) -> float:
        return -sum(times / size * log(times / size) for times in Counter(labels).values())

    shared = entropy(one) + entropy(other) - entropy(list(zip(one, other, strict=True)))
    return 2 * shared / (entropy(one) + entropy(other))


if __name__ == "__main__":
    main()
