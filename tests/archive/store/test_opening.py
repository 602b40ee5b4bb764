"""An archive is opened as it is, or its database is made anew, or a sentence says why not."""

import os
import sqlite3
from pathlib import Path

import pytest

from protokoll.archive.store import ask
from protokoll.archive.store.schema import SCHEMA
from protokoll.errors import ArchiveError, ExitCode, NewerArchive, OutputError
from tests.archive.store.making import make_archive
from tests.invented import make_document


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive of one document."""
    return make_archive(tmp_path, {"ks": make_document()})


def _count(database: sqlite3.Connection) -> int:
    return int(database.execute("SELECT COUNT(*) FROM items").fetchone()[0])


def _ask(archive: Path) -> tuple[int, list[str]]:
    told: list[str] = []
    return ask(archive, _count, told.append), told


def test_database_that_is_there_is_read(archive: Path) -> None:
    """Nothing is said, and nothing is written."""
    before = (archive / "protokoll.db").stat().st_mtime_ns
    assert _ask(archive) == (2, [])
    assert (archive / "protokoll.db").stat().st_mtime_ns == before


def test_database_cannot_be_changed(archive: Path) -> None:
    """A question cannot write."""
    with pytest.raises(sqlite3.OperationalError, match=r"read-?only"):
        ask(archive, lambda database: database.execute("DELETE FROM items"), print)


@pytest.mark.parametrize("data", [b"", b"not a database at all" * 500])
def test_damaged_database_is_made_anew(archive: Path, data: bytes) -> None:
    """From the documents, and the user is told."""
    whole = (archive / "protokoll.db").read_bytes()
    (archive / "protokoll.db").write_bytes(data)
    count, [told] = _ask(archive)
    assert count == 2
    assert "made anew from the documents, and nothing is lost" in told
    assert (archive / "protokoll.db").read_bytes() == whole


def test_damage_that_a_question_meets(archive: Path) -> None:
    """A file whose beginning is whole and whose middle is not."""
    path = archive / "protokoll.db"
    data = bytearray(path.read_bytes())
    data[8192 : len(data)] = b"\xff" * (len(data) - 8192)
    path.write_bytes(data)
    count, [told] = _ask(archive)
    assert count == 2
    assert "is damaged" in told


def test_missing_database_is_made(archive: Path) -> None:
    """So that a folder of documents alone is an archive."""
    (archive / "protokoll.db").unlink()
    count, [told] = _ask(archive)
    assert count == 2
    assert "is missing" in told


def test_older_database_is_made_anew(archive: Path) -> None:
    """One that an earlier version made, with other tables."""
    with sqlite3.connect(archive / "protokoll.db") as database:
        database.execute(f"PRAGMA user_version = {SCHEMA - 1}")
    database.close()
    assert "is of version" in _ask(archive)[1][0]


def test_newer_database_is_left(archive: Path) -> None:
    """One that a later version made is not touched."""
    with sqlite3.connect(archive / "protokoll.db") as database:
        database.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    database.close()
    with pytest.raises(NewerArchive, match="archive rebuild"):
        _ask(archive)


def test_manifest_that_is_newer_than_the_database(archive: Path) -> None:
    """A run that was cut off, or is at work now: the database is read as it is, and the user is told."""
    (archive / "manifest.jsonl").write_bytes(b"")
    later = (archive / "protokoll.db").stat().st_mtime_ns + 1_000_000_000
    os.utime(archive / "manifest.jsonl", ns=(later, later))
    before = (archive / "protokoll.db").stat()
    count, [told] = _ask(archive)
    assert count == 2
    assert "is older than the manifest; 'protokoll archive rebuild' brings it up to date" in told
    assert (archive / "protokoll.db").stat().st_ino == before.st_ino


def test_no_archive(tmp_path: Path) -> None:
    """A folder that is not there, a file, a folder of other things."""
    (tmp_path / "file").write_text("x")
    for path, told in (("nix", "does not exist"), ("file", "is a file"), (".", "it has no documents")):
        with pytest.raises(ArchiveError, match=told) as error:
            _ask(tmp_path / path)
        assert error.value.exit_code == ExitCode.ARCHIVE


def test_archive_of_a_newer_format(archive: Path) -> None:
    """A later version made it: nothing is read and nothing is written."""
    (archive / "archive.json").write_text('{"format": 99}')
    with pytest.raises(NewerArchive):
        _ask(archive)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_read_only_archive_without_a_database(archive: Path) -> None:
    """There it cannot be made, and that is said."""
    (archive / "protokoll.db").unlink()
    archive.chmod(0o500)
    try:
        with pytest.raises(OutputError, match="cannot be written"):
            _ask(archive)
    finally:
        archive.chmod(0o700)
