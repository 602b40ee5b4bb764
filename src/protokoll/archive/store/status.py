"""What an archive holds and what is wrong with it: counts, gaps, votes that do not add up, failures."""

from __future__ import annotations

import sqlite3
from typing import Any, NamedTuple

__all__ = ["Status", "find_status"]


class Status(NamedTuple):
    """The state of an archive; the counts are largest first, years in their order."""

    documents: int
    items: int
    inputs: dict[str, int]
    """How it went → how many inputs; empty for an archive without a manifest."""
    kinds: dict[str, int]
    bodies: dict[str, int]
    years: dict[str, int]
    """Year → documents; `–` for those without a date."""
    remarks: dict[str, int]
    failures: tuple[dict[str, Any], ...]
    """Each input that gave no document: `path`, `status`, `reason`, `hint`."""
    gaps: tuple[dict[str, Any], ...]
    """Rows of the view `gaps`."""
    votes: tuple[dict[str, Any], ...]
    """Rows of the view `votes_that_do_not_add_up`."""


_FAILED = """
SELECT id AS path, status, reason, hint FROM inputs WHERE exit_code <> 0 ORDER BY status, id
"""
_GAPS = "SELECT * FROM gaps ORDER BY municipality, body, date, first_missing"
_VOTES = "SELECT * FROM votes_that_do_not_add_up ORDER BY date, vote"


def find_status(database: sqlite3.Connection) -> Status:
    """Return the state of an archive.

    Args:
        database: of the archive, as `open_database` gives it.
    """
    return Status(
        documents=_one(database, "SELECT COUNT(*) FROM documents"),
        items=_one(database, "SELECT COUNT(*) FROM items"),
        inputs=_counts(database, "inputs", "status"),
        kinds=_counts(database, "documents", "kind"),
        bodies=_counts(database, "documents", "body"),
        years=dict(sorted(_counts(database, "documents", "year").items())),
        remarks=_counts(database, "remarks", "code"),
        failures=_rows(database, _FAILED),
        gaps=_rows(database, _GAPS),
        votes=_rows(database, _VOTES),
    )


def _one(database: sqlite3.Connection, query: str) -> int:
    return int(database.execute(query).fetchone()[0])


def _counts(database: sqlite3.Connection, table: str, column: str) -> dict[str, int]:
    query = f"SELECT {column}, COUNT(*) FROM {table} GROUP BY 1 ORDER BY 2 DESC, 1"  # noqa: S608 # our own names
    return {"–" if value is None else str(value): count for value, count in database.execute(query)}


def _rows(database: sqlite3.Connection, query: str) -> tuple[dict[str, Any], ...]:
    return tuple({name: row[name] for name in row.keys()} for row in database.execute(query))  # noqa: SIM118
