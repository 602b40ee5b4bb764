"""The database is made from the documents, whole, the same each time."""

import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from protokoll.archive.folder import Folder
from protokoll.archive.manifest import as_lines
from protokoll.archive.outcome import Outcome, Status
from protokoll.archive.store import chunks, rebuild
from protokoll.archive.store.build import APPLICATION
from protokoll.archive.store.schema import SCHEMA, tables, views
from protokoll.errors import OutputError
from tests.archive.store.making import dated, make_archive, make_full, rows, titled
from tests.invented import make_document

_COUNT = "SELECT COUNT(*) FROM {}"


def _many(folder: Path, *, database: bool = True) -> Path:
    documents = {f"{i % 3}/ks-{i}": dated(make_document(), f"20{i:02}-03-06") for i in range(20)}
    return make_archive(folder, documents, database=database)


def test_same_archive_gives_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Twice, in another folder, with one process or two: not a byte differs."""
    monkeypatch.setattr(chunks, "_CHUNK", 20_000)
    one, other = _many(tmp_path / "a"), _many(tmp_path / "b", database=False)
    first = (one / "protokoll.db").read_bytes()
    rebuild(one)
    rebuild(other, jobs=2)
    assert (one / "protokoll.db").read_bytes() == first
    assert (other / "protokoll.db").read_bytes() == first
    assert (other / "metadata.json").read_bytes() == (one / "metadata.json").read_bytes()


def test_documents_stand_in_the_order_of_dates(tmp_path: Path) -> None:
    """Then of names: so the latest texts are those with the highest numbers."""
    archive = make_archive(
        tmp_path,
        {"a": dated(titled("Sen"), "2024-01-01"), "b": dated(titled("Tidig"), "1999-01-01"), "c": titled("Nu")},
    )
    assert rows(archive, "SELECT text FROM texts ORDER BY rowid") == [("Tidig",), ("Sen",), ("Nu",)]


def test_every_reference_has_its_row(tmp_path: Path) -> None:
    """The foreign keys hold, and the file is whole."""
    archive = _many(tmp_path)
    assert rows(archive, "PRAGMA foreign_key_check") == []
    assert rows(archive, "PRAGMA integrity_check") == [("ok",)]
    assert rows(archive, "PRAGMA application_id") == [(APPLICATION,)]
    assert rows(archive, "PRAGMA user_version") == [(SCHEMA,)]


def test_every_table_has_rows(tmp_path: Path) -> None:
    """A document with every record of the model leaves no table empty; inputs are the manifest's."""
    archive = make_archive(tmp_path, {"ks": make_full()})
    empty = {name for name in tables() if rows(archive, _COUNT.format(name)) == [(0,)]}
    assert empty == {"inputs"}
    assert rows(archive, "PRAGMA foreign_key_check") == []


def test_views_of_the_database_are_those_told_of(tmp_path: Path) -> None:
    """Each view has a title and a description, and each can be read."""
    archive = make_archive(tmp_path, {"ks": make_document()})
    names = {name for (name,) in rows(archive, "SELECT name FROM sqlite_master WHERE type = 'view'")}
    assert names == set(views())
    for name in names:
        assert rows(archive, _COUNT.format(name))  # reads without an error


def test_facets_are_columns(tmp_path: Path) -> None:
    """What one is offered to choose by is there."""
    archive = make_archive(tmp_path, {"ks": make_document()})
    for name, each in {**tables(), **views()}.items():
        columns = {row[1] for row in rows(archive, f"PRAGMA table_info({name})")}
        facets: tuple[object, ...] = each.facets  # type: ignore[attr-defined]
        wanted = {facet["array"] if isinstance(facet, dict) else facet for facet in facets}
        assert wanted <= columns, name


def test_keys_do_not_depend_on_the_other_documents(tmp_path: Path) -> None:
    """A document has the same keys in a larger archive."""
    alone = make_archive(tmp_path / "a", {"x/ks": make_document()})
    keys = rows(alone, "SELECT id FROM points ORDER BY id")
    among = make_archive(tmp_path / "b", {"x/ks": make_document(), "a/ks": make_document(), "z/ks": make_document()})
    assert rows(among, "SELECT id FROM points WHERE document = 'x/ks' ORDER BY id") == keys
    assert ("x/ks#/items/0/decisions/0/points/1",) in keys


def test_broken_document_is_told_of(tmp_path: Path) -> None:
    """A file that is no document is an input that failed, with its reason; the others are there."""
    archive = make_archive(tmp_path, {"ks": make_document()}, database=False)
    (archive / "documents" / "half.json").write_bytes(b'{"format": 1, "sour')
    (archive / "documents" / "other.json").write_bytes(b"[]")
    rebuild(archive)
    assert rows(archive, "SELECT id FROM documents") == [("ks",)]
    [(path, status, reason), _] = rows(archive, "SELECT id, status, reason FROM inputs ORDER BY id")
    assert str(path).endswith("half.json")
    assert status == "failed"
    assert "not the output of 'protokoll parse'" in str(reason)


def test_manifest_becomes_inputs(tmp_path: Path) -> None:
    """Each input with its document; a duplicate with that of the other file; a failure with its reason."""
    archive = make_archive(tmp_path, {"3f/ks": make_document()}, database=False)
    outcomes = [
        Outcome(path="/in/ks.txt", status=Status.PARTIAL, output="documents/3f/ks.json", remarks={"item_gap": 2}),
        Outcome(path="/in/kopia.txt", status=Status.DUPLICATE, duplicate_of="/in/ks.txt"),
        Outcome(path="/in/tom.txt", status=Status.FAILED, error="it is empty", hint="look", exit_code=12),
        Outcome(path="/in/bort.txt", status=Status.CONVERTED, output="documents/aa/bort.json", mtime=10**18),
    ]
    Folder(archive).manifest.write_bytes(b"".join(as_lines({each.path: each for each in outcomes})))
    rebuild(archive)
    query = "SELECT id, status, document, duplicate_of, remark_count, reason, exit_code FROM inputs ORDER BY id"
    assert rows(archive, query) == [
        ("/in/bort.txt", "converted", None, None, 0, None, 0),
        ("/in/kopia.txt", "duplicate", "3f/ks", "/in/ks.txt", 0, None, 0),
        ("/in/ks.txt", "partial", "3f/ks", None, 2, None, 0),
        ("/in/tom.txt", "failed", None, None, 0, "it is empty", 12),
    ]
    assert rows(archive, "SELECT mtime FROM inputs WHERE id = '/in/bort.txt'") == [("2001-09-09T01:46:40Z",)]


def test_manifest_of_tomorrow_can_be_read(tmp_path: Path) -> None:
    """Fields that are not known yet are passed over."""
    archive = make_archive(tmp_path, {"ks": make_document()}, database=False)
    line = msgspec.json.encode({"path": "/in/ks.txt", "status": "converted", "mood": "good"})
    Folder(archive).manifest.write_bytes(line + b"\n")
    rebuild(archive)
    assert rows(archive, "SELECT id FROM inputs") == [("/in/ks.txt",)]


def test_progress_is_told(tmp_path: Path) -> None:
    """The last word is that all is done."""
    told: list[tuple[int, int]] = []
    archive = _many(tmp_path, database=False)
    rebuild(archive, progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (20, 20)


def test_empty_archive(tmp_path: Path) -> None:
    """An archive without documents has a database without rows."""
    (tmp_path / "documents").mkdir()
    rebuild(tmp_path)
    assert rows(tmp_path, "SELECT COUNT(*) FROM documents") == [(0,)]
    assert rows(tmp_path, "SELECT COUNT(*) FROM gaps") == [(0,)]


def test_what_a_killed_rebuild_left_is_removed(tmp_path: Path) -> None:
    """But not what one that is at work is making."""
    archive = make_archive(tmp_path, {"ks": make_document()})
    dead = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True)
    for process in (dead.stdout.decode().strip(), str(os.getppid())):
        (archive / f".protokoll-{process}.db").write_bytes(b"half")
    rebuild(archive)
    assert [each.name for each in archive.glob(".protokoll-*")] == [f".protokoll-{os.getppid()}.db"]


def test_database_before_stays_when_the_new_one_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What goes wrong halfway leaves no piece behind."""
    archive = make_archive(tmp_path, {"ks": make_document()})
    before = (archive / "protokoll.db").read_bytes()

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("protokoll.archive.store.build.add_inputs", fail)
    with pytest.raises(OutputError, match="No space left on device"):
        rebuild(archive)
    assert (archive / "protokoll.db").read_bytes() == before
    assert sorted(each.name for each in archive.iterdir()) == ["documents", "metadata.json", "protokoll.db"]
