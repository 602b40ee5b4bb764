"""JSON, the format that holds everything; written by the records, read back to equal records."""

import re
from collections.abc import Iterable, Iterator

import msgspec

from protokoll.errors import BrokenInput
from protokoll.export.formats import PLAIN, Style
from protokoll.model.document import FORMAT, Document

__all__ = ["decode", "dump", "write"]

# A span that the indenter has spread over four lines; no JSON string can hold a line break.
_SPREAD_PAIR = re.compile(rb"\[\n\s+(\d+),\n\s+(\d+)\n\s+\]")


def dump(record: object, *, compact: bool = False) -> bytes:
    """Return a record as JSON with a final line break: indented by two, or on one line.

    >>> from protokoll.model.text import Passage, Span
    >>> print(dump(Passage("bifall", Span(3, 9), 1, "bi-fall"), compact=True).decode(), end="")
    {"text":"bifall","span":[3,9],"page":1,"printed":"bi-fall"}
    """
    data = msgspec.json.encode(record)
    if not compact:
        data = _SPREAD_PAIR.sub(rb"[\1, \2]", msgspec.json.format(data, indent=2))
    return data + b"\n"


def write(documents: Iterable[Document], style: Style = PLAIN) -> Iterator[bytes]:
    """Yield each document as an object; with `style.several` as elements of one array."""
    if not style.several:
        for document in documents:
            yield dump(document, compact=style.compact)
        return
    before = b"[\n"
    for document in documents:
        yield before + dump(document, compact=style.compact).rstrip(b"\n")
        before = b",\n"
    yield b"[]\n" if before == b"[\n" else b"\n]\n"


def decode(data: bytes | str) -> Document:
    """Return the document that `encode` wrote as JSON or as one JSON line.

    Raises:
        BrokenInput: `data` is not such a document, or is one of another format version.

    >>> decode('{"format": 99}')
    Traceback (most recent call last):
    ...
    protokoll.errors.BrokenInput: this is output of format 99, not 1; parse the record again.
    """
    try:
        version = msgspec.json.decode(data, type=_Version).format
        if version != FORMAT:
            raise BrokenInput(
                f"this is output of format {version}, not {FORMAT}",
                hint="parse the record again",
            )
        return msgspec.json.decode(data, type=Document)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BrokenInput(
            f"this is not the output of 'protokoll parse': {error}",
            hint="give the JSON of one document, unchanged",
        ) from None


class _Version(msgspec.Struct):
    format: int
