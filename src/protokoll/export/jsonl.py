"""JSON lines: one document a line, so that any number of records streams and each line stands alone."""

from collections.abc import Iterable, Iterator

from protokoll.export.formats import PLAIN, Style
from protokoll.export.json import dump
from protokoll.model.document import Document

__all__ = ["write"]


def write(documents: Iterable[Document], style: Style = PLAIN) -> Iterator[bytes]:  # noqa: ARG001 # has no choices
    """Yield each document as one line."""
    for document in documents:
        yield dump(document, compact=True)
