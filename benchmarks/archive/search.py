"""How long a search over many items takes, in one process and from the shell; and how long the database took.

    python benchmarks/archive/search.py [--items 100000] [--repeat 5] [--write]

The records are invented: minutes of a hundred §§ each, of words drawn from the lexicon of the search so that a few are
very common and most are rare, as in any text.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from itertools import accumulate
from pathlib import Path
from statistics import median
from time import perf_counter

from msgspec.structs import replace

from protokoll.archive.store import Filters, rebuild, search
from protokoll.archive.store.language.lexicon import load_lexicon
from protokoll.archive.store.opening import open_database
from protokoll.archive.store.search import COUNTED
from protokoll.export import encode
from protokoll.model.document import (
    Action,
    Actors,
    Decision,
    Document,
    DocumentKind,
    Fate,
    Head,
    Item,
    Outcome,
    Point,
    Proposal,
    Reservation,
    Source,
)
from protokoll.model.text import Passage, Span

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from children import COMMAND, in_turns
from sections import Section, publish

_PARTIES = ("S", "M", "SD", "C", "V", "KD", "L", "MP")
_BODIES = ("Kommunfullmäktige", "Kommunstyrelsen", "Socialnämnden", "Tekniska nämnden", "Kulturnämnden")
_COMMON = ("förslag", "beslut", "kommunen", "nämnden", "skola", "bostäder", "hemlöshet", "cykelbana", "trygghet")
_ITEMS = 100

# What is asked: a common word, a rare one, a phrase, and the filters of the command.
QUERIES: tuple[tuple[str, Filters], ...] = (
    ("hemlöshet", Filters()),
    ("hemlöshet", Filters(kinds=["reservation"], parties=["V"], since="2016", until="2020", bodies=["socialnämnden"])),
    ("förslag", Filters()),
    ("förslag beslut", Filters(kinds=["proposal"])),
    ('"trygghet bostäder"', Filters()),
    ("bostad OR skola NOT cykel", Filters()),
    ("trygg*", Filters(parties=["L"])),
    ("cykel", Filters(since="2018-06-01", until="2018-06-30")),
    ("", Filters(kinds=["reservation"], parties=["KD"])),
    ("zeppelinare", Filters()),
)


class Words:
    """Words of which a few are very common."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 # no secret
        self._words = sorted(load_lexicon().known)
        self._random.shuffle(self._words)
        self._words[: len(_COMMON)] = _COMMON
        self._weights = list(accumulate(1 / (rank + 8) for rank in range(len(self._words))))

    def passage(self, count: int) -> Passage:
        """Return some words."""
        text = " ".join(self._random.choices(self._words, cum_weights=self._weights, k=count)).capitalize()
        return Passage(text, Span(0, len(text)), 1, text)

    def party(self) -> Actors:
        """Return a party."""
        return Actors(parties=(self._random.choice(_PARTIES),))


def make_documents(items: int) -> Iterator[Document]:
    """Yield minutes with as many items in all."""
    words = Words(1)
    for at in range(items // _ITEMS):
        day = f"{1995 + at % 30}-{1 + at % 12:02}-{1 + at % 28:02}"
        head = Head(
            DocumentKind.PROTOCOL,
            _named("Almunda"),
            _named(_BODIES[at % len(_BODIES)]),
            _named(day),
            None,
            (),
            Actors(),
            None,
        )
        source = Source(f"{at:05}.txt", f"{at:064}", 0, "text", "utf-8", 0, "default")
        yield Document(1, source, head, items=tuple(_item(words, number + 1) for number in range(_ITEMS)))


def _named(words: str) -> Passage:
    return Passage(words, Span(0, len(words)), 1, words)


def _item(words: Words, number: int) -> Item:
    text = words.passage(30)
    point = Point("1", text.text, text.span, 1, text.printed)
    decision = Decision(None, Outcome.APPROVE, (point,), None, None, None, text.span, 1)
    proposal = Proposal(
        words.party(), Action.OWN, None, (replace(point, text=words.passage(30).text),), None, None, "floor",
        Fate.UNKNOWN, text.span, 1,
    )  # fmt: skip
    reservation = Reservation(words.party(), None, words.passage(60), (), None, text.span, 1)
    dissents = (reservation,) if number % 4 == 0 else ()
    return Item(
        _named(str(number)), words.passage(8), (), (decision,), (proposal,), reservations=dissents, span=text.span
    )


def measure(items: int, repeat: int) -> Section:
    """Make an archive, ask it everything, and time each answer."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "documents").mkdir()
        for document in make_documents(items):
            (folder / "documents" / f"{document.source.path}.json").write_bytes(encode(document))
        start = perf_counter()
        rebuild(folder, jobs=4)
        made = perf_counter() - start
        size = (folder / "protokoll.db").stat().st_size / 1e6
        with closing(open_database(folder / "protokoll.db")) as database:
            texts = database.execute("SELECT COUNT(*) FROM texts").fetchone()[0]
            search(database, "först", Filters())  # the lexicon is read once
            rows = [_row(database, words, filters, repeat) for words, filters in QUERIES]
            rows += [_row(database, words, Filters(), repeat, best=True) for words in ("hemlöshet", "förslag")]
        shell = in_turns({"shell": (COMMAND, "search", place, "hemlöshet", "--party", "V")}, repeat)["shell"]
    told = f"{items} items with {texts} texts; the database of {size:.0f} MB took {made:.1f} s. {repeat} answers each."
    last = ("`protokoll search` from the shell", "", f"{1000 * shell.median:.0f}", f"{1000 * shell.quickest:.0f}", "")
    return Section("Search", told, ("asked", "hits", "median ms", "quickest", "slowest"), [*rows, last])


def _row(
    database: sqlite3.Connection, words: str, filters: Filters, repeat: int, *, best: bool = False
) -> tuple[str, ...]:
    times, total = [], 0
    for _ in range(repeat):
        start = perf_counter()
        total = search(database, words, filters, best=best).total
        times.append(1000 * (perf_counter() - start))
    given = (value if isinstance(value, str) else ", ".join(value) for value in filters if value)
    asked = " · ".join([*([f"`{words}`"] if words else []), *given, *(["the best first"] if best else [])])
    return (
        asked,
        str(total) if total <= COUNTED else f"> {COUNTED}",
        *(f"{each:.1f}" for each in (median(times), min(times), max(times))),
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--items", type=int, default=100_000)
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--write", action="store_true", help="also write the table to docs/performance.md")
    options = parser.parse_args()
    publish(measure(options.items, options.repeat), write=options.write)
