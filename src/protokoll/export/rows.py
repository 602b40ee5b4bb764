"""Positions and changes as rows: one position a row, or one change a row with both its sides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from protokoll.export.csv import as_cell, lines
from protokoll.model.position import Change, Position

__all__ = [
    "CHANGE_COLUMNS",
    "POSITION_COLUMNS",
    "write_change_rows",
    "write_json_lines",
    "write_position_rows",
    "write_rows",
]

POSITION_COLUMNS = (
    "party", "stance", "claim", "topic", "basis", "rank", "quote", "document", "municipality", "body", "date", "item",
    "title", "page", "start", "end", "fate", "persons", "jointly", "caveats", "diary_numbers", "printed", "sha256",
    "pointer",
)  # fmt: skip
"""The columns of positions, in order; `start` and `end` count characters in the source text."""

_SIDE = ("stance", "claim", "basis", "quote", "document", "body", "date", "item", "page", "start", "end")
CHANGE_COLUMNS = (
    "party", "topic", "relation", "weight", "weak", "reasons",
    *(f"before_{column}" for column in _SIDE), *(f"after_{column}" for column in _SIDE),
)  # fmt: skip
"""The columns of changes, in order."""


def write_position_rows(positions: Iterable[Position]) -> Iterator[bytes]:
    """Yield a heading and a line of CSV for each position.

    >>> list(write_position_rows([]))[0][:18]
    b'party,stance,claim'
    """
    return write_rows(POSITION_COLUMNS, map(_cells, positions))


def write_change_rows(changes: Iterable[Change]) -> Iterator[bytes]:
    """Yield a heading and a line of CSV for each change.

    >>> list(write_change_rows([]))[0][:20]
    b'party,topic,relation'
    """
    return write_rows(CHANGE_COLUMNS, map(_change_cells, changes))


def write_rows(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> Iterator[bytes]:
    r"""Yield a heading and a line of CSV for each row.

    >>> b"".join(write_rows(("party", "n"), [{"party": "V", "n": 4}]))
    b'party,n\r\nV,4\r\n'
    """
    yield lines([columns])
    for row in rows:
        yield lines([[as_cell(row.get(column)) for column in columns]])


def write_json_lines(records: Iterable[object]) -> Iterator[bytes]:
    """Yield each record as JSON on a line of its own."""
    for record in records:
        yield msgspec.json.encode(record) + b"\n"


def _cells(position: Position) -> dict[str, Any]:
    cells: dict[str, Any] = msgspec.to_builtins(position)
    cells["start"], cells["end"] = cells.pop("span")
    return {key: "; ".join(value) if isinstance(value, list | tuple) else value for key, value in cells.items()}


def _change_cells(change: Change) -> dict[str, Any]:
    cells: dict[str, Any] = {
        "party": change.party,
        "topic": change.topic,
        "relation": change.relation.value,
        "weight": change.weight,
        "weak": str(change.weak).lower(),
        "reasons": "; ".join(change.reasons),
    }
    for name, side in (("before", change.before), ("after", change.after)):
        cells |= {f"{name}_{key}": value for key, value in (_cells(side) if side else {}).items()}
    return cells
