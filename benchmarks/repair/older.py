"""How well the noise of older engines is mended: misreadings put by chance into healthy text with its å, ä and ö.

    python benchmarks/repair/older.py KIND... [--share 0.09] [--pages 60] [--faults] [--write]

Each KIND is a text or a folder of texts. Of a hundred words --share times a hundred get one of the misreadings below,
which are those that text layers of the seventies to the nineties show: letters that touch (`rn` for m), marks
that are worn away (`f<ir`), marks of one letter on another, stops for commas, blanks lost and added. Figures are left.
"""

import argparse
import random
import re
from collections.abc import Iterator
from pathlib import Path

from accounts import Ledger, Piece, measured, total
from mending import mender
from reading import pages_of
from rendering import Look
from sampling import texts_in

from protokoll.cleaning.repairing import MAX_ERROR_RATE
from tables import Table, publish

_PER_DOCUMENT = 4
_WORD = re.compile(r"[^\W\d_]{2,}|(?<=[^\W\d_])[.,](?=\s)| (?=[^\W\d_])")
# What is printed, what is read, and how often beside the others.
_LETTERS = (
    *((true, seen, 4) for true, seen in (("rn", "m"), ("m", "rn"), ("e", "c"), ("l", "i"), ("i", "l"), ("ä", "å"))),
    *((true, seen, 4) for true, seen in (("å", "ä"), ("ö", "o"), ("ä", "a"), ("å", "a"), ("l", "1"), ("f", "t"))),
    *((true, seen, 3) for true, seen in (("h", "li"), ("d", "cl"), ("c", "e"), ("n", "u"), ("u", "n"), ("li", "h"))),
    *((true, seen, 3) for true, seen in (("t", "l"), ("t", "f"), ("h", "b"), ("b", "h"), ("ri", "n"), ("in", "m"))),
    *((true, seen, 3) for true, seen in (("ö", "<i"), ("ö", "ti"), ("ö", "ii"), ("ä", "ii"), ("kt", "ld"))),
    *((true, seen, 2) for true, seen in (("k", "lc"), ("ö", "6"), ("i", "j"), ("o", "0"), ("s", "5"), ("ll", "U"))),
    *((true, seen, 2) for true, seen in (("tt", "n"), ("ct", "d"), ("ll", "11"), ("i", "!"), ("v", "y"), ("g", "q"))),
    *((true, seen, 1) for true, seen in (("å", "ii"), ("w", "vv"), ("l", "|"), ("I", "l"), ("r", "i"), ("nn", "m"))),
)
_SIGNS = {".": (",",), ",": (".",), " ": ("",)}
_SIGN_SHARE = 0.15
_TWICE = 0.15
_TORN = 0.03


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kinds", nargs="+", type=Path)
    parser.add_argument("--share", type=float, default=0.09, help="how many words are misread")
    parser.add_argument("--pages", type=int, default=60, help="pages of each kind")
    parser.add_argument("--rate", type=float, default=MAX_ERROR_RATE)
    parser.add_argument("--faults", action="store_true")
    parser.add_argument("--write", action="store_true", help="put the table in docs/repair.md")
    options = parser.parse_args()
    rule, rows, all_ledgers = mender(options.rate), [], list[Ledger]()
    for kind in options.kinds:
        ledgers = [
            ledger for pieces in _documents(kind, options.pages, options.share) for ledger in measured(pieces, rule)
        ]
        rows.append(_row(kind.name, total(ledgers)))
        all_ledgers += ledgers
    rows.append(_row("all", total(all_ledgers)))
    head = ("text", "words", "WER before", "WER after", "fewer", "broken in 10,000", "figures changed")
    publish(Table("older engines", head, rows), write=options.write)
    if options.faults:
        print("\n".join(fault for ledger in all_ledgers for fault in ledger.faults))


def _row(name: str, ledger: Ledger) -> tuple[str, ...]:
    words = max(1, ledger.words)
    before, after = 100 * ledger.errors_before / words, 100 * ledger.errors_after / words
    fewer = f"{100 * (1 - after / before):.1f} %" if before else ""
    broken = f"{1e4 * ledger.share('broken', 'healthy'):.1f}"
    return name, f"{ledger.words:,}", f"{before:.2f}", f"{after:.2f}", fewer, broken, str(ledger.digits)


def _documents(path: Path, count: int, share: float) -> Iterator[list[Piece]]:
    """Yield documents of a few pages, by chance, with noise put into them."""
    chance, look = random.Random(count), Look("none", 0, 0, "older")  # noqa: S311 - a sample, no secret
    runs = []
    for text in texts_in(path).values():
        pages = pages_of(text)
        runs += [pages[at : at + _PER_DOCUMENT] for at in range(0, len(pages), _PER_DOCUMENT)]
    chance.shuffle(runs)
    for run in runs[: max(1, count // _PER_DOCUMENT)]:
        yield [Piece(page, worn(page, chance, share), look, path.name) for page in run]


def worn(text: str, chance: random.Random, share: float) -> str:
    """Return a text with noise in about such a share of its words."""

    def misread(match: re.Match[str]) -> str:
        found = match.group()
        if found in _SIGNS:
            return chance.choice(_SIGNS[found]) if chance.random() < share * _SIGN_SHARE else found
        if chance.random() >= share * (1 - _SIGN_SHARE):
            return found
        if len(found) > 7 and chance.random() < _TORN:
            cut = chance.randrange(3, len(found) - 3)
            return f"{found[:cut]} {found[cut:]}"
        once = _misread(found, chance)
        return _misread(once, chance) if chance.random() < _TWICE else once

    return _WORD.sub(misread, text)


def _misread(word: str, chance: random.Random) -> str:
    places = [
        (at.start(), true, seen, weight)
        for true, seen, weight in _LETTERS
        for at in re.finditer(re.escape(true), word)
        if at.start() or len(seen) == 1
    ]
    if not places:
        return word
    at, true, seen, _ = chance.choices(places, [place[3] for place in places])[0]
    return word[:at] + seen + word[at + len(true) :]


if __name__ == "__main__":
    main()
