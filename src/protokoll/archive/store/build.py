"""The database of an archive, made anew from its documents and its manifest."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec

from protokoll.archive.folder import Folder
from protokoll.archive.store.chunks import Chunk, find_dates, make_chunks
from protokoll.archive.store.inputs import add_inputs
from protokoll.archive.store.metadata import make_metadata
from protokoll.archive.store.parties import find_parties
from protokoll.archive.store.rows import Rows
from protokoll.archive.store.schema import SCHEMA, create_statements, index_statements, tables
from protokoll.errors import OutputError
from protokoll.version import __version__

__all__ = ["APPLICATION", "rebuild"]

APPLICATION = 0x50524F54
"""SQLite's `application_id` of our databases: PROT."""

_ASIDE = """
PRAGMA page_size = 4096;
PRAGMA journal_mode = off;
PRAGMA synchronous = off;
PRAGMA locking_mode = exclusive;
PRAGMA cache_size = -32000;
PRAGMA temp_store = memory;
"""


def rebuild(folder: Path, *, jobs: int = 1, progress: Callable[[int, int], None] | None = None) -> None:
    """Make the database of an archive from its documents and its manifest.

    The same documents and manifest give the same bytes. The database is made aside and then put in the place of
    the one before, so a reader never meets half of one. A document that cannot be read is told of in `inputs`.

    Args:
        folder: the archive; a folder with documents and no manifest will do.
        jobs: how many processes make rows.
        progress: called now and then with the documents done and the documents in all.

    Raises:
        OutputError: the database cannot be written; the one before is untouched.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as arkiv:
    ...     rebuild(Path(arkiv))
    ...     sorted(each.name for each in Path(arkiv).iterdir())
    ['metadata.json', 'protokoll.db']
    """
    archive = Folder(folder)
    _tidy(folder)
    documents = find_dates(archive.documents, _names(archive.documents))
    aside = archive.database.with_name(f".protokoll-{os.getpid()}.db")
    try:
        with contextlib.closing(sqlite3.connect(aside, isolation_level=None)) as database:
            database.executescript(_ASIDE)
            _fill(_Filling(database, archive), make_chunks(documents, jobs), progress, len(documents))
        aside.replace(archive.database)
        _write_metadata(archive)
    except (OSError, sqlite3.Error) as error:
        reason = getattr(error, "strerror", None) or error
        raise OutputError(f"the database {archive.database} cannot be written: {reason}") from None
    finally:
        with contextlib.suppress(OSError):
            aside.unlink(missing_ok=True)


def _tidy(folder: Path) -> None:
    """Remove what a rebuild left that was killed."""
    for left in folder.glob(".protokoll-*.db"):
        process = left.stem.removeprefix(".protokoll-")
        if process.isdigit() and not _is_alive(int(process)):
            left.unlink(missing_ok=True)


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:  # it is another user's
        return True
    return True


def _write_metadata(archive: Folder) -> None:
    """Write what `datasette protokoll.db -m metadata.json` reads; in Swedish, as the records are."""
    data = msgspec.json.format(msgspec.json.encode(make_metadata("sv")), indent=2)
    target = archive.database.with_name("metadata.json")
    aside = target.with_name(f".protokoll-{os.getpid()}.json")
    try:
        aside.write_bytes(data + b"\n")
        aside.replace(target)
    finally:
        aside.unlink(missing_ok=True)


def _names(root: Path) -> list[str]:
    """Return the paths of all documents in the folder, from there."""
    return [
        os.path.relpath(os.path.join(place, name), root)  # noqa: PTH118 # as fast as the disk
        for place, _, names in os.walk(root)
        for name in names
        if name.endswith(".json")
    ]


class _Filling:
    """One database on its way."""

    def __init__(self, database: sqlite3.Connection, archive: Folder) -> None:
        self.database, self.archive = database, archive
        self.keys: set[str] = set()
        self.codes: set[str] = set()
        self.unread: dict[str, str] = {}
        self._texts = 0
        self._inserts = {
            name: f"INSERT INTO {name} VALUES ({', '.join('?' * len(table.columns))})"  # noqa: S608 # our own names
            for name, table in tables().items()
        }
        self._party = {name: table.names.index("party") for name, table in tables().items() if "party" in table.names}

    def insert(self, rows: dict[str, list[tuple[Any, ...]]]) -> None:
        """Insert rows by table."""
        for name, found in rows.items():
            self.database.executemany(self._inserts[name], found)
            if name in self._party:
                self.codes.update(filter(None, (row[self._party[name]] for row in found)))

    def add(self, chunk: Chunk) -> None:
        """Insert what some documents gave."""
        self.keys.update(chunk.keys)
        self.unread |= chunk.unread
        self.insert(chunk.rows)
        first = self._texts + 1
        self._texts += len(chunk.texts)
        numbered = list(enumerate(chunk.texts, first))
        self.database.executemany(self._inserts["texts"], ((at, *text[:5]) for at, text in numbered))
        self.database.executemany(
            "INSERT INTO texts_fts(rowid, text) VALUES (?, ?)", ((at, text[5]) for at, text in numbered)
        )


def _fill(filling: _Filling, chunks: Any, progress: Callable[[int, int], None] | None, total: int) -> None:
    database = filling.database
    database.execute("BEGIN")
    for statement in create_statements():
        database.execute(statement)
    database.execute(_script("search.sql"))
    for chunk in chunks:
        filling.add(chunk)
        if progress:
            progress(len(filling.keys) + len(filling.unread), total)
    rows = Rows()
    add_inputs(rows, filling.archive, frozenset(filling.keys), filling.unread)
    for party in find_parties(filling.codes):
        rows.add("parties", id=party.code, name=party.name, now=party.now)
    rows.add("archive", id="protokoll", value=__version__)
    rows.add("archive", id="schema", value=str(SCHEMA))
    filling.insert(rows.found)
    for statement in index_statements():
        database.execute(statement)
    database.execute("INSERT INTO texts_fts(texts_fts) VALUES ('optimize')")
    database.execute("COMMIT")
    database.executescript(_script("views.sql"))
    database.execute("ANALYZE")
    database.executescript(f"PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {SCHEMA};")


def _script(name: str) -> str:
    return (files("protokoll.archive.store") / name).read_text("utf-8")
