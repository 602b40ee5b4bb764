"""The samples of `data/samples` and the minutes beside this file, each taken the whole way once in a test run."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import msgspec

from protokoll.grammar import load, recognise
from protokoll.model.document import Document
from protokoll.model.outline import Outline
from protokoll.model.text import CleanText, SourceText
from protokoll.pipeline import clean, parse, read, segment

__all__ = ["MINUTES", "NAMES", "SAMPLES", "Way", "find_records", "read_bytes", "take", "way"]

SAMPLES = Path(__file__).parents[2] / "data" / "samples"
MINUTES = Path(__file__).parent / "minutes"

_PATHS = {
    path.name: path for folder in (SAMPLES, MINUTES) for path in folder.iterdir() if path.suffix in {".txt", ".pdf"}
}

NAMES = sorted(_PATHS)


class Way(NamedTuple):
    """What each stage made of one record."""

    source: SourceText
    text: CleanText
    outline: Outline
    document: Document


def take(name: str, data: bytes) -> Way:
    """Take the bytes of a record through all stages, under a name that holds no folder."""
    source = read(name, data=data)
    grammar = load(recognise(source.text))
    text = clean(source, grammar)
    outline = segment(text, grammar)
    return Way(source, text, outline, parse(text, outline, grammar))


def read_bytes(name: str) -> bytes:
    """Return the bytes of a record."""
    return _PATHS[name].read_bytes()


@cache
def way(name: str) -> Way:
    """Take a record through all stages; the second call costs nothing."""
    return take(name, read_bytes(name))


def find_records(value: object, place: str = "") -> Iterator[tuple[str, msgspec.Struct]]:
    """Yield every record inside a value, the value included, with the JSON pointer to it."""
    if isinstance(value, tuple):
        for i, each in enumerate(value):
            yield from find_records(each, f"{place}/{i}")
    elif isinstance(value, msgspec.Struct):
        yield place, value
        for field in msgspec.structs.fields(value):
            yield from find_records(getattr(value, field.name), f"{place}/{field.encode_name}")
