"""Rows of tables on their way into the database, with the keys that tie them together."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from protokoll.archive.store.schema import tables
from protokoll.model.document import Person
from protokoll.model.text import Passage, Span

__all__ = ["Cells", "Rows", "as_list", "person_cells", "place_of", "words_of"]

Cells = dict[str, Any]


class Rows:
    """Rows by table, in the order in which they came, as tuples in the order of the columns.

    >>> rows = Rows()
    >>> rows.add("parties", id="V", name="Vänsterpartiet", now="V")
    >>> rows.found["parties"]
    [('V', 'Vänsterpartiet', 'V')]
    """

    def __init__(self) -> None:
        self.found: dict[str, list[tuple[Any, ...]]] = {name: [] for name in tables()}
        self._names = {name: table.names for name, table in tables().items()}

    def add(self, table: str, /, **cells: Any) -> None:
        """Add one row; a column that is not given is empty."""
        get = cells.get
        self.found[table].append(tuple([get(name) for name in self._names[table]]))


def place_of(span: Span | None, page: int | None, printed: str | None = None) -> Cells:
    """Return the cells that say where a fact stands.

    >>> place_of(Span(3, 9), 1, "bi-fall")
    {'span_start': 3, 'span_end': 9, 'page': 1, 'printed': 'bi-fall'}
    """
    start, end = (span.start, span.end) if span else (None, None)
    return {"span_start": start, "span_end": end, "page": page, "printed": printed}


def words_of(passage: Passage | None) -> str | None:
    """Return the words of a passage in reading form, if there is one.

    >>> words_of(Passage("bifall", Span(3, 9), 1, "bi-fall")), words_of(None)
    ('bifall', None)
    """
    return passage.text if passage else None


def as_list(values: Iterable[str | None]) -> str:
    """Return the values that are there, each once, as a JSON list.

    >>> as_list(["S", None, "Fi", "S"])
    '["S", "Fi"]'
    """
    return json.dumps(list(dict.fromkeys(value for value in values if value)), ensure_ascii=False)


def person_cells(person: Person) -> Cells:
    """Return the cells of a row about one person.

    >>> person_cells(Person("Åsa Ek", "MP", None, Span(0, 11), 1, "Åsa Ek (MP)"))["party"]
    'MP'
    """
    return {
        "name": person.name,
        "party": person.party,
        "role": person.role,
        **place_of(person.span, person.page, person.printed),
    }
