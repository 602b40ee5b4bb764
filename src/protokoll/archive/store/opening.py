"""An archive's database, opened to be read; one that is missing, broken or of an older version is made anew."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar
from urllib.parse import quote

from protokoll.archive.folder import Folder
from protokoll.archive.store.build import rebuild
from protokoll.archive.store.schema import SCHEMA
from protokoll.errors import ArchiveError, NewerArchive

__all__ = ["ask", "find_archive", "open_database"]

Answer = TypeVar("Answer")

_DAMAGE = ("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_IOERR")
_READING = """
PRAGMA query_only = 1;
PRAGMA mmap_size = 1073741824;
PRAGMA cache_size = -16000;
"""


def find_archive(path: Path) -> Folder:
    """Return the archive in a folder.

    Raises:
        ArchiveError: there is none.
        NewerArchive: a later version made it.

    >>> find_archive(Path("/finns/inte"))  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ...
    protokoll.errors.ArchiveError: there is no archive at /finns/inte: it does not exist; name the folder that ...
    """
    if not path.is_dir():
        what = "is a file" if path.exists() else "does not exist"
        raise ArchiveError(f"there is no archive at {path}: it {what}", hint="name the folder that 'batch' made")
    folder = Folder(path)
    if not any(each.exists() for each in (folder.about, folder.documents, folder.manifest)):
        raise ArchiveError(f"{path} is no archive: it has no documents", hint="name the folder that 'batch' made")
    folder.check()
    return folder


def ask(path: Path, question: Callable[[sqlite3.Connection], Answer], say: Callable[[str], object]) -> Answer:
    """Return the answer of an archive's database to a question.

    Args:
        path: the folder of the archive.
        question: what is asked; it may be asked twice.
        say: told if the database had to be made anew, and why.

    Raises:
        ArchiveError: there is no archive at `path`.
        NewerArchive: a later version made it, or its database.
        OutputError: the database had to be made anew and could not be written.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as arkiv:
    ...     Path(arkiv, "documents").mkdir()
    ...     ask(Path(arkiv), lambda database: database.execute("SELECT COUNT(*) FROM items").fetchone()[0], str)
    0
    """
    folder = find_archive(path)
    reason = _why_anew(folder)
    if not reason and _is_behind(folder):
        say(f"the database of {path} is older than the manifest; 'protokoll archive rebuild' brings it up to date")
    if not reason:
        try:
            with contextlib.closing(open_database(folder.database)) as database:
                return question(database)
        except sqlite3.DatabaseError as error:
            if not error.sqlite_errorname.startswith(_DAMAGE):
                raise
            reason = f"is damaged ({error})"
    say(f"the database of {path} {reason}; it is made anew from the documents, and nothing is lost")
    rebuild(path)
    with contextlib.closing(open_database(folder.database)) as database:
        return question(database)


def open_database(path: Path) -> sqlite3.Connection:
    """Return a database opened for reading only."""
    database = sqlite3.connect(f"file:{quote(str(path.resolve()))}?mode=ro", uri=True)
    database.row_factory = sqlite3.Row
    database.executescript(_READING)
    return database


def _why_anew(folder: Folder) -> str:
    """Return why the database must be made anew; empty if it need not."""
    if not folder.database.exists():
        return "is missing"
    try:
        with contextlib.closing(open_database(folder.database)) as database:
            version = database.execute("PRAGMA user_version").fetchone()[0]
    except sqlite3.DatabaseError as error:
        return f"is damaged ({error})"
    if version > SCHEMA:
        raise NewerArchive(
            f"the database {folder.database} is of version {version}, and this protokoll knows {SCHEMA}",
            hint="use a newer protokoll, or make the database anew with 'protokoll archive rebuild'",
        )
    if version < SCHEMA:
        return f"is of version {version}"
    return ""


def _is_behind(folder: Folder) -> bool:
    """Tell whether a run has gone on since: it may be at work now, so the database is left to it."""
    made = folder.database.stat().st_mtime_ns
    sources = (folder.manifest, folder.journal)
    return any(each.exists() and each.stat().st_mtime_ns > made for each in sources)
