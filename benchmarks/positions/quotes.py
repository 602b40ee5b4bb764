"""Whether every quote of every position stands letter for letter where it says, checked against the sources.

    python benchmarks/positions/quotes.py [--folder FOLDER] [--write]

The sources are read anew. A quote is right when the source has its letters at its span; a page is right when it is
the one that holds the first letter, by the pages of the cleaned text. The evidence is checked too: no position is
stronger than its kind of evidence allows. Ends with 1 if anything is wrong.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from protokoll.errors import ProtokollError
from protokoll.model.position import RANKS, Position
from protokoll.model.text import CleanText
from protokoll.pipeline import clean, parse_source, read
from protokoll.positions import find_positions
from sections import Section, publish

SAMPLES = Path(__file__).parents[2] / "data" / "samples"


def faults(position: Position, text: CleanText) -> Iterator[str]:
    """Yield what is wrong with a position of a text."""
    source = text.source
    if position.span.of(source.text) != position.quote or not position.quote.strip():
        yield f"the quote is not there: {position.quote[:60]!r}"
    if text.page_at(position.span.start) != position.page:
        yield f"page {position.page}, not {text.page_at(position.span.start)}"
    if position.sha256 != source.sha256:
        yield "another digest"
    if position.rank < RANKS[position.basis]:
        yield f"rank {position.rank} is stronger than {position.basis}"


def check(path: Path) -> tuple[Counter[str], list[str]]:
    """Return what was counted in one record, and what is wrong."""
    counts: Counter[str] = Counter()
    wrong: list[str] = []
    try:
        source = read(path)
        document = parse_source(source)
    except ProtokollError:
        return counts, wrong
    text = clean(source)
    counts["records"] += 1
    for at_hand in (
        source.text,
        None,
    ):  # with the source the quotes are whole sentences, without it what the record holds
        for position in find_positions(document, source=at_hand):
            counts["positions"] += at_hand is not None
            counts["without the source"] += at_hand is None
            wrong += [
                f"{path.name} {position.pointer} {position.span.start}: {fault}" for fault in faults(position, text)
            ]
    return counts, wrong


def measure(folder: Path) -> tuple[Section, list[str]]:
    """Check all records of a folder."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    total: Counter[str] = Counter()
    wrong: list[str] = []
    with ProcessPoolExecutor() as pool:
        for counts, faults in pool.map(check, paths):
            total += counts
            wrong += faults
    return Section(
        "Quotes of positions", f"{total['records']} records.", ("what", "figure"), list(_rows(total, wrong))
    ), wrong


def _rows(total: Counter[str], wrong: list[str]) -> Iterator[tuple[str, str]]:
    every = total["positions"] + total["without the source"]
    yield "positions with the source at hand: whole sentences", str(total["positions"])
    yield "positions of the parsed record alone", str(total["without the source"])
    yield "quotes at their span and page, letter for letter", f"{(every - len(wrong)) / max(every, 1):.2%}"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=SAMPLES)
    parser.add_argument("--write", action="store_true", help="also write the table to docs/performance.md")
    options = parser.parse_args()
    section, wrong = measure(options.folder)
    publish(section, write=options.write)
    print("\n".join(wrong[:40]))
    raise SystemExit(bool(wrong))
