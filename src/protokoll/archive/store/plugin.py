"""What Datasette learns from us while we serve: Swedish in its search, and links from the rows of views."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from datasette import hookimpl
from datasette.utils import escape_fts, tilde_encode

from protokoll.archive.store.inputs import name_of
from protokoll.archive.store.query import Query, parse_query
from protokoll.archive.store.snippets import make_snippet
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
_LISTS = ("parties", "persons", "diary_numbers", "together_with")


def _as_query(words: str) -> str:
    """Return the query for what was typed; what makes no query is searched as plain words."""
    try:
        return parse_query(words or "").match or '""'
    except UsageError:
        return str(escape_fts(words))


def _in_context(text: str, words: str) -> str:
    """Return the words around the first hit, the hits between marks that stand out in a table."""
    try:
        query = parse_query(words or "")
    except UsageError:
        query = Query("")
    snippet = make_snippet(text, query)
    marked, at = "", 0
    for start, end in snippet.hits:
        marked, at = f"{marked}{snippet.text[at:start]}»{snippet.text[start:end]}«", end
    return marked + snippet.text[at:]


@hookimpl(trylast=True)  # type: ignore[untyped-decorator] # Datasette has no types
def prepare_connection(conn: sqlite3.Connection) -> None:
    """Let Datasette's search take queries as `protokoll search` does."""
    conn.create_function("escape_fts", 1, _as_query)
    conn.create_function("in_context", 2, _in_context)


@hookimpl  # type: ignore[untyped-decorator]
def render_cell(value: Any, column: str, database: str, datasette: Any) -> Any:
    """Lead from keys to what they name, and write lists as one would read them."""
    from markupsafe import Markup

    if database != "protokoll" or not isinstance(value, str):
        return None
    if column in _LISTS and value.startswith("["):
        return ", ".join(json.loads(value)) or "\N{NO-BREAK SPACE}"  # what is empty would be passed over
    if column not in _LINKS:
        return None
    path = datasette.urls.table(database, _LINKS[column])
    return Markup('<a href="{}/{}">{}</a>').format(path, tilde_encode(value), _short(value))


def _short(key: str) -> str:
    """Return what a key is shown as: the name of the document, or the place in it."""
    document, _, pointer = key.partition("#")
    return pointer.removeprefix("/") if pointer else name_of(document)
