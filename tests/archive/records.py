"""Records and files that are none, invented, for batches to take."""

from pathlib import Path

__all__ = ["BAD", "record", "write_records"]

_RECORD = """\
Älvinge kommun
Kommunstyrelsen
Sammanträdesprotokoll
2024-03-{day:02}

§ {number}
Cykelställ vid Åskolan
Dnr KS 2024/{number:04}

Kommunstyrelsens beslut

1. Kommunstyrelsen avslår motionen.
2. Paragrafen justeras omedelbart.

Reservation

Per Blom (M) reserverar sig mot beslutet.
"""

BAD = {
    "empty.txt": (b"", 12),
    "picture.png": (b"\x89PNG\r\n\x1a\n" + bytes(50), 13),
    "damaged.pdf": (b"%PDF-1.7\n1 0 obj\n<<", 16),
    "recipe.txt": ("Vispa grädden och rör ner socker. Grädda i ugnen tills kakan är gyllene. ".encode() * 9, 20),
    "english.txt": (b"The council met in the old town hall and talked about the weather for hours. " * 9, 21),
}
"""Name → bytes that give no document, and the exit code that they give."""


def record(number: int) -> bytes:
    """The minutes of one meeting; each number gives others."""
    return _RECORD.format(number=number, day=number % 28 + 1).encode()


def write_records(folder: Path, count: int, start: int = 0) -> list[Path]:
    """Write `count` records of different bytes into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"ks-{number:03}.txt" for number in range(start, start + count)]
    for number, path in enumerate(paths, start):
        path.write_bytes(record(number))
    return paths
