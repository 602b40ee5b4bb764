"""What Datasette learns from us while we serve: Swedish in its search, and links from the rows of views."""

from __future__ import annotations

import sqlite3
from typing import Any

from datasette import hookimpl
from datasette.utils import escape_fts, tilde_encode

from protokoll.archive.store.query import parse_query
from protokoll.errors import UsageError

__all__ = ["prepare_connection", "render_cell"]

# Column → the table of what it names.
_LINKS = {
    "document": "documents",
    "document_before": "documents",
    "document_after": "documents",
    "item": "items",
    "vote": "votes",
    "reservation": "reservations",
    "statement": "statements",
    "proposal": "proposals",
    "decision": "decisions",
}


def _as_query(words: str) -> str:
    """Return the query for what was typed; what makes no query is searched as plain words."""
    try:
        return parse_query(words or "").match or '""'
    except UsageError:
        return str(escape_fts(words))


@hookimpl(trylast=True)  # type: ignore[untyped-decorator] # Datasette has no types
def prepare_connection(conn: sqlite3.Connection) -> None:
    """Let Datasette's search take queries as `protokoll search` does."""
    conn.create_function("escape_fts", 1, _as_query)


@hookimpl  # type: ignore[untyped-decorator]
def render_cell(value: Any, column: str, table: str | None, database: str, datasette: Any) -> Any:
    """Lead from the rows of views and questions to what they name; tables have links of their own."""
    from markupsafe import Markup

    if database != "protokoll" or not isinstance(value, str) or ("#" not in value and column not in _LINKS):
        return None
    target = _LINKS.get(column)
    if target is None or (table in _tables()):
        return None
    path = datasette.urls.table(database, target)
    return Markup('<a href="{}/{}">{}</a>').format(path, tilde_encode(value), _short(value))


def _short(key: str) -> str:
    """Return what a key is shown as: the name of the document, or the place in it."""
    document, _, pointer = key.partition("#")
    return pointer.removeprefix("/") if pointer else document.rpartition("/")[2]


def _tables() -> Any:
    from protokoll.archive.store.schema import tables

    return tables()
