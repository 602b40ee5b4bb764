"""The tables of an archive as files, with a Frictionless `datapackage.json` that tells their columns and ties."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from protokoll.archive.store.schema import Column, Table, tables
from protokoll.errors import OutputError
from protokoll.export.rows import write_rows

__all__ = ["FORMATS", "export"]

FORMATS = ("csv", "jsonl")

# The texts of the search stand in the other tables; they are there to be found, not to be handed out.
_LEFT_OUT = ("texts",)
_TYPES = {"text": "string", "integer": "integer", "boolean": "boolean", "number": "number"}


def export(database: sqlite3.Connection, folder: Path, format_name: str, *, language: str = "en") -> list[str]:
    """Write each table to a file of a folder, and a `datapackage.json`; return the names of the files.

    Args:
        database: of an archive, as `open_database` gives it.
        folder: where to write; made if it is not there.
        format_name: `csv` or `jsonl`.
        language: of titles and descriptions, `sv` or `en`.

    Raises:
        OutputError: a file cannot be written; those of before that were not replaced are whole.
    """
    chosen = [table for name, table in tables().items() if name not in _LEFT_OUT]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for table in chosen:
            _write(folder / f"{table.name}.{format_name}", _pieces(database, table, format_name))
        # A file without a line has no columns, and a validator would refuse it.
        told = [table for table in chosen if format_name == "csv" or (folder / f"{table.name}.jsonl").stat().st_size]
        package = msgspec.json.format(msgspec.json.encode(_package(told, format_name, language)), indent=2)
        _write(folder / "datapackage.json", [package, b"\n"])
    except OSError as error:
        raise OutputError(f"{folder} cannot be written to: {error.strerror or error}") from None
    return [f"{table.name}.{format_name}" for table in chosen]


def _write(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a file whole or not at all."""
    aside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with aside.open("wb") as file:
            file.writelines(pieces)
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)


def _pieces(database: sqlite3.Connection, table: Table, format_name: str) -> Iterator[bytes]:
    query = f"SELECT {', '.join(table.names)} FROM {table.name} ORDER BY rowid"  # noqa: S608 # our own names
    rows = (dict(zip(table.names, row, strict=True)) for row in database.execute(query))
    if format_name == "csv":
        return write_rows(table.names, (_for_csv(table, row) for row in rows))
    return (msgspec.json.encode(_for_json(table, row)) + b"\n" for row in rows)


def _for_csv(table: Table, row: dict[str, Any]) -> dict[str, Any]:
    for column in _booleans(table):
        if row[column] is not None:
            row[column] = "true" if row[column] else "false"
    return row


def _for_json(table: Table, row: dict[str, Any]) -> dict[str, Any]:
    for column in _booleans(table):
        row[column] = None if row[column] is None else bool(row[column])
    for each in table.columns:
        if each.is_list and row[each.name] is not None:
            row[each.name] = json.loads(row[each.name])
    return row


def _booleans(table: Table) -> Iterator[str]:
    return (column.name for column in table.columns if column.type == "boolean")


def _package(chosen: Sequence[Table], format_name: str, language: str) -> dict[str, Any]:
    return {
        "name": "protokoll",
        "title": "Kommunala handlingar" if language == "sv" else "Municipal records",
        "profile": "tabular-data-package",
        "resources": [_resource(table, format_name, language) | _schema(table, chosen, language) for table in chosen],
    }


def _resource(table: Table, format_name: str, language: str) -> dict[str, Any]:
    return {
        "name": table.name,
        "profile": "tabular-data-resource",
        "path": f"{table.name}.{format_name}",
        "title": table.titles[language],
        "description": table.about[language],
        "format": format_name,
        "mediatype": "text/csv" if format_name == "csv" else "application/jsonl",
        "encoding": "utf-8",
    }


def _schema(table: Table, chosen: Sequence[Table], language: str) -> dict[str, Any]:
    names = {each.name for each in chosen}
    ties = [
        {
            "fields": [column.name],
            # A table that refers to itself is written as "" there.
            "reference": {"resource": column.to if column.to != table.name else "", "fields": ["id"]},
        }
        for column in table.columns
        if column.to in names
    ]
    schema: dict[str, Any] = {
        "fields": [_field(column, language) for column in table.columns],
        "primaryKey": [table.key],
        "missingValues": [""],
    }
    return {"schema": schema | ({"foreignKeys": ties} if ties else {})}


def _field(column: Column, language: str) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": "array" if column.is_list else _TYPES[column.type],
        "description": column.about[language],
    }
    if column.type == "boolean":
        field |= {"trueValues": ["true"], "falseValues": ["false"]}
    return field
