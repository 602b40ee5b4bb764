"""CSV: one row a fact, for spreadsheets and data frames. Comma, UTF-8, CRLF as in RFC 4180."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from protokoll.export.facts import Fact, find_facts
from protokoll.export.formats import PLAIN, Style
from protokoll.model.document import Document

__all__ = ["COLUMNS", "as_cell", "lines", "write"]

COLUMNS = (
    "document", "municipality", "document_body", "date", "item", "title", "kind", "number", "act", "fate",
    "parties", "persons", "body", "text", "yes", "no", "abstain", "absent", "page", "start", "end", "pointer",
)  # fmt: skip
"""The columns, in order; `start` and `end` count characters in the source text."""

# A spreadsheet takes a cell that begins so for a formula, and would run it.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def write(documents: Iterable[Document], style: Style = PLAIN) -> Iterator[bytes]:  # noqa: ARG001 # has no choices
    """Yield the heading once, then the rows of each document."""
    yield lines([COLUMNS])
    for document in documents:
        head = document.head
        common = {
            "document": document.source.path,
            "municipality": head.municipality.text if head.municipality else "",
            "document_body": head.body.text if head.body else "",
            "date": head.date.text if head.date else "",
        }
        yield lines(_row(common, fact) for fact in find_facts(document))


def _row(common: dict[str, str], fact: Fact) -> list[object]:
    cells: dict[str, object] = {**common, **fact._asdict()}
    if fact.span:
        cells |= {"start": fact.span.start, "end": fact.span.end}
    return [as_cell(cells.get(column)) for column in COLUMNS]


def as_cell(value: object) -> object:
    """Return a value that no spreadsheet runs: an apostrophe before what looks like a formula.

    >>> as_cell("=HYPERLINK(1)")
    "'=HYPERLINK(1)"
    >>> as_cell("Bifall = ja")
    'Bifall = ja'
    """
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA_STARTS) else value


def lines(rows: Iterable[Iterable[object]]) -> bytes:
    r"""Return rows as lines of CSV.

    >>> lines([["§", "Motion, avslag"]]).decode()
    '§,"Motion, avslag"\r\n'
    """
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerows(rows)
    return buffer.getvalue().encode()
