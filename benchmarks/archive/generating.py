"""Records by the thousand, made from those of data/samples: other names, dates, numbers and §§ in each.

    python benchmarks/archive/generating.py FOLDER [--count 10000] [--bad 0]

The same count gives the same bytes. With --bad there are as many files beside them that no archive can take.
"""

from __future__ import annotations

import argparse
import random
import re
from pathlib import Path

import protokoll

__all__ = ["BAD", "make_bad", "make_records"]

SAMPLES = Path(__file__).resolve().parents[2] / "data" / "samples"
_KINDS = (
    "protokollsutdrag-bun-2024-02-20.txt",
    "protokollsutdrag-bun-2024-02-20.txt",
    "utlatande-motion-2023-10-04.txt",
    "remissvar-2024-04-16.txt",
    "protokoll-kf-2023-10-23.txt",
)
_SIZE = 500
_ITEM = re.compile(r"^(?=§ ?\d+)", re.MULTILINE)
_DATE = re.compile(r"\b(?:19|20)\d\d-\d\d-\d\d\b")
_DIARY_NUMBER = re.compile(r"\b(\d{4})[/-]0?(\d{3})\b")
_NAME = re.compile(r"\b([A-ZÅÄÖ][a-zåäö]+) ([A-ZÅÄÖ][a-zåäö]+)(?= \((?:S|M|C|L|V|MP|KD|SD|FP)\))")
_FIRST = (
    "Alva",
    "Bo",
    "Cajsa",
    "Disa",
    "Elof",
    "Gun",
    "Idun",
    "Joar",
    "Liv",
    "Mio",
    "Ottilia",
    "Ronja",
    "Tage",
    "Ylva",
)
_LAST = ("Alm", "Berg", "Dal", "Ek", "Falk", "Gran", "Hav", "Jarl", "Kvist", "Lund", "Mark", "Näs", "Palm", "Åker")

BAD = {
    "empty.txt": b"",
    "blank.txt": b" \n\t\n" * 20,
    "picture.png": b"\x89PNG\r\n\x1a\n" + bytes(200),
    "damaged.pdf": b"%PDF-1.7\n1 0 obj\n<<",
    "letter.docx": b"PK\x03\x04word/document.xml" + bytes(60),
    "zeros.txt": bytes(4000),
    "recipe.txt": "Vispa grädden och rör ner socker. Grädda i ugnen tills kakan är gyllene. ".encode() * 20,
    "english.txt": b"The council met in the old town hall and talked about the weather for hours. " * 20,
    "table.csv": b"1;2;3\n" * 400,
    "noise.txt": bytes(range(128, 256)) * 30,
}
"""Files that are no record, each for another reason; the number is put before the name and after the bytes."""


def make_records(folder: Path, count: int) -> None:
    """Write `count` records of about 4 kB into a folder, a thousand to a subfolder."""
    samples = [_ITEM.split(protokoll.read(SAMPLES / name).text) for name in _KINDS]
    for number in range(count):
        chance = random.Random(number)  # noqa: S311 # a seed, so that the bytes can be made again
        head, *items = chance.choice(samples)
        text = _vary(head + _choose(items, _SIZE, chance), chance, number) + f"\nArkivnummer {number:06}\n"
        path = folder / f"{number // 1000:03}" / f"protokoll-{number:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def make_bad(folder: Path, count: int) -> None:
    """Write `count` files that cannot be converted."""
    folder.mkdir(parents=True, exist_ok=True)
    kinds = list(BAD.items())
    for number in range(count):
        name, data = kinds[number % len(kinds)]
        # Whatever is read from its start stays bad with a number after it.
        extra = b" " * (number // len(kinds)) if data.isspace() or not data else f"\n{number}\n".encode()
        (folder / f"{number:05}-{name}").write_bytes(data + extra)


def _choose(items: list[str], size: int, chance: random.Random) -> str:
    """Take items in a row, from anywhere, until the text is long enough."""
    start = chance.randrange(len(items)) if items else 0
    taken: list[str] = []
    for item in items[start:] + items[:start]:
        taken.append(item)
        if sum(map(len, taken)) > size:
            break
    return "".join(taken)


def _vary(text: str, chance: random.Random, number: int) -> str:
    day = f"{chance.randrange(1992, 2025)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
    text = _DATE.sub(day, text)
    text = _DIARY_NUMBER.sub(lambda match: f"{match[1]}/{number:05}", text)
    names: dict[str, str] = {}

    def rename(match: re.Match[str]) -> str:
        return names.setdefault(match[0], f"{chance.choice(_FIRST)} {chance.choice(_LAST)}ström")

    return _NAME.sub(rename, text)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--bad", type=int, default=0)
    options = parser.parse_args()
    make_records(options.folder / "good", options.count)
    make_bad(options.folder / "bad", options.bad)
