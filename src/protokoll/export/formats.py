"""The table of output formats; the module of a format is imported when it is used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from protokoll.errors import UsageError

if TYPE_CHECKING:
    from protokoll.model.document import Document

__all__ = ["FORMATS", "PLAIN", "Format", "Style", "encode"]


class Style(NamedTuple):
    """How the output is to look, where a format leaves a choice."""

    compact: bool = False
    """JSON on one line, without indentation."""
    language: str = "en"
    """The language of headings in Markdown: `sv` or `en`."""
    several: bool = False
    """JSON as an array of documents, whatever their number; False for one document as one object."""


PLAIN = Style()


class _Writer(Protocol):
    def write(self, documents: Iterable[Document], style: Style) -> Iterator[bytes]: ...


class Format(NamedTuple):
    """One output format."""

    name: str
    suffix: str
    about: str
    """One line for the help."""

    def write(self, documents: Iterable[Document], style: Style = PLAIN) -> Iterator[bytes]:
        """Yield the output in pieces, as UTF-8; each document is asked for only when it is its turn."""
        writer = cast("_Writer", import_module(f"protokoll.export.{self.name}"))
        return writer.write(documents, style)


FORMATS = {
    each.name: each
    for each in (
        Format("json", ".json", "one JSON object for a document; an array for several"),
        Format("jsonl", ".jsonl", "one document a line"),
        Format("csv", ".csv", "one row a fact: decision point, proposal, vote, voter, reservation ..."),
        Format("markdown", ".md", "a report for people"),
    )
}
"""Format name → format, the default one first."""


def encode(document: Document, name: str = "json", style: Style = PLAIN) -> bytes:
    """Return one document in the format called `name`.

    Raises:
        UsageError: there is no such format.

    >>> from protokoll.export.json import decode
    >>> from protokoll.model.document import Actors, Document, DocumentKind, Head, Source
    >>> source = Source("motion.txt", "", 0, "text", "utf-8", 0, "default")
    >>> head = Head(DocumentKind.MOTION, None, None, None, None, (), Actors(), None)
    >>> motion = Document(format=1, source=source, head=head)
    >>> decode(encode(motion)) == motion
    True
    >>> encode(motion, "xml")
    Traceback (most recent call last):
    ...
    protokoll.errors.UsageError: there is no format xml; choose json, jsonl, csv or markdown.
    """
    if name not in FORMATS:
        *most, last = FORMATS
        raise UsageError(f"there is no format {name}", hint=f"choose {', '.join(most)} or {last}")
    return b"".join(FORMATS[name].write([document], style))
