"""The positions of an archive, kept beside it in one SQLite file so that they are found only once.

A document is known by the digest of its JSON; size and time of change spare the reading of what did not change.
Each batch of documents is one transaction: a run that is killed leaves what it had done.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from protokoll.model.coverage import Coverage, Paper, Unread
from protokoll.model.position import Position

if TYPE_CHECKING:
    import sqlite3

__all__ = ["Kept", "PositionCache", "Stamp"]

_TABLES = """
CREATE TABLE IF NOT EXISTS made_by (stamp TEXT);
CREATE TABLE IF NOT EXISTS documents (
    name TEXT PRIMARY KEY, size INTEGER, changed INTEGER, digest TEXT, paper BLOB, votes BLOB, reason TEXT
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS positions (
    name TEXT, party TEXT, records BLOB, PRIMARY KEY (name, party)
) WITHOUT ROWID;
"""


class Stamp(NamedTuple):
    """What tells at a glance whether a file is the one that was read."""

    size: int
    changed: int
    """Nanoseconds, as the file system gives them."""


class Kept(NamedTuple):
    """What one document gave: its paper and its positions, or the reason why there is none."""

    name: str
    stamp: Stamp
    digest: str
    paper: Paper | None
    positions: tuple[Position, ...]
    votes: bytes = b""
    """The document with its votes alone, as msgpack; nothing where it has none."""
    reason: str = ""


class PositionCache:
    """One file of positions; where it is damaged or made by another version it is made anew.

    >>> with PositionCache(None, "1") as cache:
    ...     cache.keep([Kept("ks.json", Stamp(1, 2), "ab", None, (), reason="it is empty")])
    ...     cache.stamps(), cache.digest("ks.json")
    ({'ks.json': Stamp(size=1, changed=2)}, 'ab')
    """

    def __init__(self, path: Path | None, version: str) -> None:
        self._path = path
        self._version = version

    def __enter__(self) -> PositionCache:
        self._base = self._open()
        return self

    def __exit__(self, *_: object) -> None:
        self._base.close()

    def stamps(self) -> dict[str, Stamp]:
        """Return the documents that are kept."""
        rows = self._base.execute("SELECT name, size, changed FROM documents")
        return {name: Stamp(size, changed) for name, size, changed in rows}

    def digest(self, name: str) -> str | None:
        """Return the digest of a document that is kept."""
        row = self._base.execute("SELECT digest FROM documents WHERE name = ?", (name,)).fetchone()
        return row[0] if row else None

    def keep(self, found: Iterable[Kept]) -> None:
        """Keep what some documents gave, all or nothing."""
        with self._base:
            for each in found:
                self._base.execute("DELETE FROM positions WHERE name = ?", (each.name,))
                paper = msgspec.msgpack.encode(each.paper)
                row = (each.name, *each.stamp, each.digest, paper, each.votes, each.reason)
                self._base.execute("INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?, ?, ?, ?)", row)
                of_party: dict[str, list[Position]] = {}
                for position in each.positions:
                    of_party.setdefault(position.party, []).append(position)
                rows = [(each.name, party, msgspec.msgpack.encode(them)) for party, them in of_party.items()]
                self._base.executemany("INSERT INTO positions VALUES (?, ?, ?)", rows)

    def restamp(self, stamps: Mapping[str, Stamp]) -> None:
        """Note that files were touched but not changed."""
        with self._base:
            rows = [(*stamp, name) for name, stamp in stamps.items()]
            self._base.executemany("UPDATE documents SET size = ?, changed = ? WHERE name = ?", rows)

    def forget(self, names: Iterable[str]) -> None:
        """Drop documents that are no longer there."""
        with self._base:
            for name in names:
                self._base.execute("DELETE FROM documents WHERE name = ?", (name,))
                self._base.execute("DELETE FROM positions WHERE name = ?", (name,))

    def coverage(self) -> Coverage:
        """Return what was searched."""
        decode = msgspec.msgpack.Decoder(Paper | None).decode
        rows = self._base.execute("SELECT name, paper, reason FROM documents ORDER BY name")
        all_of_them = [(name, decode(paper), reason) for name, paper, reason in rows]
        return Coverage(
            papers=tuple(paper for _, paper, _ in all_of_them if paper),
            unread=tuple(Unread(name, reason) for name, paper, reason in all_of_them if not paper),
        )

    def votes(self) -> Iterator[bytes]:
        """Yield the votes of each document that has any, as they were kept."""
        for (votes,) in self._base.execute("SELECT votes FROM documents WHERE votes <> x'' ORDER BY name"):
            yield votes

    def positions(self, parties: Iterable[str] | None = None) -> Iterator[Position]:
        """Yield the positions of some parties, or of all, in the order of documents."""
        decode = msgspec.msgpack.Decoder(tuple[Position, ...]).decode
        wanted = list(parties or ())
        where = f"WHERE party IN ({', '.join('?' * len(wanted))})" if parties is not None else ""
        rows = self._base.execute(f"SELECT records FROM positions {where} ORDER BY name, party", wanted)  # noqa: S608
        for (records,) in rows:
            yield from decode(records)

    def _open(self) -> sqlite3.Connection:
        import sqlite3

        if self._path is not None:
            try:
                return self._prepare(sqlite3.connect(self._path, timeout=30))
            except sqlite3.OperationalError:  # the folder may not be written to
                return self._prepare(sqlite3.connect(":memory:"))
            except sqlite3.DatabaseError:  # not a database, or a damaged one
                with contextlib.suppress(OSError):
                    self._path.unlink()
                return self._prepare(sqlite3.connect(self._path, timeout=30))
        return self._prepare(sqlite3.connect(":memory:"))

    def _prepare(self, base: sqlite3.Connection) -> sqlite3.Connection:
        with base:
            base.executescript(_TABLES)
            made_by = base.execute("SELECT stamp FROM made_by").fetchone()
            if made_by != (self._version,):
                for table in ("documents", "positions", "made_by"):
                    base.execute(f"DELETE FROM {table}")  # noqa: S608 # the names stand in the line above
                base.execute("INSERT INTO made_by VALUES (?)", (self._version,))
        return base
