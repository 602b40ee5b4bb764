"""Writes Swedish as a font without a Unicode map gives it, and tells how much `--decipher` reads, and how rightly.

    python benchmarks/repair/deciphering.py TEXT...

Each page has its own signs, given in the order in which letters first come, headings signs of their own as in bold;
in half of the pages blanks are signs as well.
"""

import random
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from protokoll.cleaning.deciphering import UNKNOWN, propose_readings
from protokoll.cleaning.replaying import apply
from protokoll.grammar import load
from protokoll.model.text import Edit

_PAGES = 15
_SIZES = (300, 600, 1200, 2500)
_BINS = (0.92, 0.95, 0.98, 0.99, 0.995, 1.0)


def main() -> None:
    """Print what was read for each length of page, then stated against observed confidence."""
    chance = random.Random(3)  # noqa: S311 - the same pages at each run
    texts = [Path(name).read_text(encoding="utf-8") for name in sys.argv[1:]]
    words: Counter[float] = Counter()
    right: Counter[float] = Counter()
    print("characters  pages read  letters read  of them right  words whole and right  seconds a page")
    for size in _SIZES:
        counts: Counter[str] = Counter()
        began = perf_counter()
        for number in range(_PAGES):
            page = _page(chance, texts, size)
            written = _written(page, spaced=number % 2 == 0)
            edits = list(propose_readings(written, load()))
            counts["pages"] += bool(edits)
            _count(counts, page, apply(written, edits) if edits else UNKNOWN * len(page))
            for edit in edits:
                if edit.text.strip(UNKNOWN + " ") and edit.confidence is not None:
                    place = next(upper for upper in _BINS if edit.confidence <= upper)
                    words[place] += 1
                    right[place] += _is_right(edit, page)
        spent = (perf_counter() - began) / _PAGES
        shares = (
            counts["pages"] / _PAGES,
            counts["read"] / counts["letters"],
            counts["right"] / max(1, counts["read"]),
            counts["whole"] / counts["words"],
        )
        print("{:10}  {:10.0%}  {:12.1%}  {:13.2%}  {:21.1%}  {:14.1f}".format(size, *shares, spent))
    print("\nstated, up to  words  right")
    for upper in filter(words.__getitem__, _BINS):
        print(f"{upper:13}  {words[upper]:5}  {right[upper] / words[upper]:.4f}")


def _count(counts: Counter[str], page: str, read: str) -> None:
    for truth, seen in _words(page, read):
        letters = [(a, b) for a, b in zip(truth, seen, strict=True) if a.isalpha()]
        counts["letters"] += len(letters)
        counts["read"] += sum(b != UNKNOWN for _, b in letters)
        counts["right"] += sum(a.lower() == b.lower() for a, b in letters)
        counts["words"] += 1
        counts["whole"] += truth == seen


def _is_right(edit: Edit, page: str) -> bool:
    pairs = zip(edit.span.of(page).lower(), edit.text.lower(), strict=True)
    return all(seen in (UNKNOWN, truth) for truth, seen in pairs)


def _page(chance: random.Random, texts: list[str], size: int) -> str:
    text = chance.choice(texts)
    start = chance.randrange(max(1, len(text) - size))
    lines = (" ".join(line.split()) for line in text[start : start + size].splitlines())
    return "\n".join(line for line in lines if line)


def _written(page: str, *, spaced: bool) -> str:
    """Return a page in signs, letter for letter; line ends stay."""
    signs: dict[tuple[bool, str], str] = {}
    codes = iter([*range(0x21, 0x7F), *range(0xA1, 0x250)])
    out = []
    for line in page.split("\n"):
        bold = len(line) < 40 and not line.endswith(".")
        for letter in line:
            if letter == " " and spaced:
                out.append(letter)
                continue
            if (bold, letter) not in signs:
                signs[bold, letter] = chr(next(codes))
            out.append(signs[bold, letter])
        out.append("\n")
    return "".join(out[:-1])


def _words(page: str, read: str) -> Iterator[tuple[str, str]]:
    at = 0
    for word in page.split():
        at = page.index(word, at)
        yield word, read[at : at + len(word)]
        at += len(word)


if __name__ == "__main__":
    main()
