"""Search: the acts of an archive that a query and some filters fit, with the words around each hit."""

from __future__ import annotations

import json
import sqlite3
from typing import Any, NamedTuple

from protokoll.archive.store.filters import EVERYWHERE, Filters, narrow
from protokoll.archive.store.query import EVERYTHING, Query, parse_query
from protokoll.archive.store.snippets import Snippet, make_snippet

__all__ = ["COUNTED", "Found", "Hit", "search"]

COUNTED = 1000
"""How many hits are counted; more are `more than`."""

# Kind of text → its table; where the parties behind it stand in it.
_TABLES = {
    "document": ("documents", "parties"),
    "item": ("items", "NULL"),
    "decision": ("decisions", "NULL"),
    "proposal": ("proposals", "parties"),
    "vote": ("votes", "NULL"),
    "reservation": ("reservations", "parties"),
    "statement": ("statements", "parties"),
    "question": ("questions", "NULL"),
    "section": ("sections", "NULL"),
}
_FROM = """
FROM texts_fts JOIN texts ON texts.rowid = texts_fts.rowid
JOIN documents ON documents.id = texts.document LEFT JOIN items ON items.id = texts.item
WHERE texts_fts MATCH :match AND (:since IS NULL OR documents.date >= :since)
  AND (:until IS NULL OR documents.date < :until)
"""
_SELECT = """
SELECT texts.kind, texts.act, texts.text, texts.document, documents.path, documents.kind AS document_kind,
  documents.municipality, documents.body, documents.date, items.id AS item, items.number,
  COALESCE(items.title, documents.title) AS title
"""


class Hit(NamedTuple):
    """One act that was found."""

    date: str | None
    municipality: str | None
    body: str | None
    document: str
    """The key of the document in the archive."""
    path: str
    """The file that it was read from."""
    document_kind: str
    number: str | None
    """The number of the §."""
    title: str | None
    kind: str
    parties: tuple[str, ...]
    page: int | None
    snippet: str
    hits: tuple[tuple[int, int], ...]
    """Where in `snippet` the words stand."""
    key: str
    """The key of the act: the document's, and its place in the JSON."""


class Found(NamedTuple):
    """The answer to a search."""

    total: int
    """How many texts fit; at most `COUNTED` + 1 are counted."""
    hits: tuple[Hit, ...]


def search(
    database: sqlite3.Connection, words: str, filters: Filters = EVERYWHERE, *, limit: int = 20, best: bool = False
) -> Found:
    """Return what fits the words and the filters, the latest first.

    Args:
        database: of an archive.
        words: words in any form, "phrases", prefix*, AND, OR, NOT and brackets; empty for filters alone.
        filters: what narrows the search.
        limit: the most hits to return.
        best: the best first, where the words count, in place of the latest.

    Raises:
        UsageError: the words make no query, or the archive knows no such kind, party, body or municipality.

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> from protokoll.archive.store import ask
    >>> with TemporaryDirectory() as arkiv:
    ...     Path(arkiv, "documents").mkdir()
    ...     ask(Path(arkiv), lambda database: search(database, "hemlöshet"), str)
    Found(total=0, hits=())
    """
    query, narrowing = parse_query(words), narrow(database, filters)
    match = " AND ".join(f"({part})" for part in (query.match, narrowing.match) if part) or EVERYTHING
    fine = any(date and len(date.rstrip("~")) > len("2016") for date in (narrowing.since, narrowing.until))
    values: dict[str, Any] = {
        "match": match,
        "since": narrowing.since if fine else None,
        "until": narrowing.until if fine else None,
        "limit": limit,
    }
    order = "texts_fts.rank" if best and query.match else "texts_fts.rowid DESC"
    rows = database.execute(f"{_SELECT} {_FROM} ORDER BY {order} LIMIT :limit", values).fetchall()
    counted = _FROM if fine else "FROM texts_fts WHERE texts_fts MATCH :match"
    total = len(rows)
    if total == limit:
        query_count = f"SELECT COUNT(*) FROM (SELECT 1 {counted} LIMIT {COUNTED + 1})"  # noqa: S608
        total = database.execute(query_count, values).fetchone()[0]
    return Found(total, tuple(_hit(database, row, query) for row in rows))


def _hit(database: sqlite3.Connection, row: sqlite3.Row, query: Query) -> Hit:
    table, parties = _TABLES[row["kind"]]
    page: int | None = None
    listed = None
    snippet = make_snippet(row["text"], query)
    if row["kind"] == "section":
        page = _page_in_section(database, row["act"], row["text"], snippet)
    elif row["kind"] == "document":
        listed = database.execute("SELECT parties FROM documents WHERE id = ?", (row["document"],)).fetchone()[0]
    else:
        found = f"SELECT page, {parties} AS parties FROM {table} WHERE id = ?"  # noqa: S608 # our own names
        page, listed = database.execute(found, (row["act"],)).fetchone()
    return Hit(
        **{name: row[name] for name in ("date", "municipality", "body", "document", "path", "document_kind")},
        **{name: row[name] for name in ("number", "title", "kind")},
        parties=tuple(json.loads(listed)) if listed else (),
        page=page,
        snippet=snippet.text,
        hits=snippet.hits,
        key=row["act"],
    )


def _page_in_section(database: sqlite3.Connection, key: str, text: str, snippet: Snippet) -> int | None:
    """Return the page of the paragraph that holds the hit: a section may fill many pages."""
    query = "SELECT page, text FROM paragraphs WHERE section = ? ORDER BY position"
    page = database.execute("SELECT page FROM sections WHERE id = ?", (key,)).fetchone()[0]
    at = 0
    for paragraph in database.execute(query, (key,)):
        at = text.find(paragraph["text"], at)
        if at > max(snippet.at, 0):
            break
        page = paragraph["page"]
        at += len(paragraph["text"])
    return page  # type: ignore[no-any-return]
