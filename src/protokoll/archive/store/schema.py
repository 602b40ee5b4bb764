"""The tables of the database, as `tables.toml` has them: columns, types, references, words for people."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

__all__ = [
    "PLACE",
    "SCHEMA",
    "Column",
    "Table",
    "View",
    "create_statements",
    "index_statements",
    "kind_label",
    "tables",
    "views",
]

SCHEMA = 1
"""The version of the tables (SQLite's `user_version`); a database of another version is rebuilt."""

PLACE = ("page", "span_start", "span_end", "printed")
"""The columns that every fact has: where it stands, and its words as printed."""

_SQL_TYPES = {"text": "TEXT", "integer": "INTEGER", "boolean": "INTEGER", "number": "REAL"}
# Columns that are asked for by value, wherever they stand.
_ASKED = ("kind", "party", "outcome", "date", "year", "municipality", "body", "status", "code", "diary_number", "name")


class Column(NamedTuple):
    """One column of a table."""

    name: str
    type: str
    """`text`, `integer`, `number` or `boolean`."""
    about: dict[str, str]
    """Language → one sentence."""
    to: str | None = None
    """The table whose `id` it holds."""
    is_list: bool = False
    """True for a JSON list."""


class Table(NamedTuple):
    """One table."""

    name: str
    columns: tuple[Column, ...]
    titles: dict[str, str]
    about: dict[str, str]
    facets: tuple[Any, ...] = ()
    """What one would choose by, as Datasette takes it."""

    @property
    def key(self) -> str:
        """The column that names a row."""
        return self.columns[0].name

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(column.name for column in self.columns)


class View(NamedTuple):
    """One view."""

    name: str
    titles: dict[str, str]
    about: dict[str, str]
    facets: tuple[Any, ...]


@cache
def tables() -> dict[str, Table]:
    """Return the tables by name, in the order of the file.

    >>> tables()["favours"].names
    ('id', 'document', 'reservation', 'proposal')
    """
    data, found = _data(), {}
    for name, entry in data["table"].items():
        names = [each for column in entry["columns"] for each in (PLACE if column == "place" else (column,))]
        words = data["column"]
        columns = tuple(_column(each, words.get(f"{name}.{each}") or words[each]) for each in names)
        found[name] = Table(name, columns, *_words(entry), tuple(entry.get("facets", ())))
    return found


@cache
def views() -> dict[str, View]:
    """Return the views by name, in the order of the file.

    >>> views()["gaps"].titles["sv"]
    'Luckor i paragrafnumren'
    """
    return {name: View(name, *_words(entry), tuple(entry["facets"])) for name, entry in _data()["view"].items()}


def kind_label(kind: str, language: str) -> str:
    """Return the word for a kind of text.

    >>> kind_label("proposal", "sv")
    'Yrkande'
    """
    return str(_data()["kind"][kind][language])


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((files("protokoll.archive.store") / "tables.toml").read_text("utf-8"))


def _words(entry: dict[str, Any]) -> tuple[dict[str, str], dict[str, str]]:
    """Return the titles and the descriptions of a table or view, by language."""
    titles, about = ({language: entry[language][i] for language in ("sv", "en")} for i in (0, 1))
    return titles, about


def _column(name: str, entry: dict[str, str]) -> Column:
    about = {language: entry[language] for language in ("sv", "en")}
    return Column(name, entry["type"], about, entry.get("to"), bool(entry.get("list")))


def create_statements() -> list[str]:
    """Return the statements that make the empty tables.

    >>> print(next(each for each in create_statements() if "TABLE favours" in each))
    CREATE TABLE favours (
      id TEXT PRIMARY KEY NOT NULL,
      document TEXT REFERENCES documents(id),
      reservation TEXT REFERENCES reservations(id),
      proposal TEXT REFERENCES proposals(id)
    )
    """
    return [
        f"CREATE TABLE {table.name} (\n  " + ",\n  ".join(_define(table, column) for column in table.columns) + "\n)"
        for table in tables().values()
    ]


def _define(table: Table, column: Column) -> str:
    kind = _SQL_TYPES[column.type]
    if column.name == "rowid":
        return "rowid INTEGER PRIMARY KEY"
    if column.name == table.key:
        return f"{column.name} {kind} PRIMARY KEY NOT NULL"
    return f"{column.name} {kind}" + (f" REFERENCES {column.to}(id)" if column.to else "")


def index_statements() -> list[str]:
    """Return the statements that make the indexes: references, and what is asked for by value.

    >>> [each for each in index_statements() if " favours(" in each][-1]
    'CREATE INDEX favours_proposal ON favours(proposal)'
    """
    return [
        f"CREATE INDEX {table.name}_{column.name} ON {table.name}({column.name})"
        for table in tables().values()
        for column in table.columns
        if (column.to or column.name in _ASKED) and column.name != table.key and table.name != "texts"
    ]
