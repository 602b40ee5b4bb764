"""The positions of an archive: found once, kept, and never out of date."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from msgspec.structs import replace

from protokoll.archive import positions
from protokoll.archive.positions import CACHE, find_in_archive, find_in_files, find_votes, is_archive
from protokoll.export import encode
from protokoll.model.document import Document
from tests.invented import make_document
from tests.report.records import make_voted


def _save(folder: Path, name: str, document: Document) -> Path:
    path = folder / "documents" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(encode(document))
    return path


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive of one document with acts and one with votes."""
    (tmp_path / "archive.json").write_text('{"format": 1, "tool": "protokoll"}', "utf-8")
    _save(tmp_path, "ks.json", make_document())
    _save(tmp_path, "2024/kf.json", make_voted("S:yes M:no SD:no"))
    return tmp_path


def _no_search(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every document that is searched be an error."""

    def fail(paths: list[str], *_: object) -> Iterable[object]:
        assert not paths, paths
        return []

    monkeypatch.setattr(positions, "search", fail)


def test_archive_gives_what_its_files_give(archive: Path) -> None:
    """Kept or not, the positions are the same."""
    assert is_archive(archive)
    found = find_in_archive(archive, None)
    plain = find_in_files([str(path) for path in sorted(archive.rglob("*.json")) if "documents" in path.parts], None)
    assert set(found.positions) == set(plain.positions)
    assert len(found.positions) > 5
    assert set(found.coverage.papers) == set(plain.coverage.papers)


def test_second_call_searches_nothing(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was found is kept, by party too."""
    first = find_in_archive(archive, None)
    _no_search(monkeypatch)
    assert find_in_archive(archive, None) == first
    alone = find_in_archive(archive, None, lambda coverage: {"M"} if coverage.papers else None)
    assert set(alone.positions) == {each for each in first.positions if each.party == "M"} != set()
    assert len(find_votes([str(archive)]).documents) == 2


def test_touched_document_is_known_by_its_digest(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new time of change alone is no new document."""
    first = find_in_archive(archive, None)
    os.utime(archive / "documents" / "ks.json", (1, 1))
    _no_search(monkeypatch)
    assert find_in_archive(archive, None) == first


def test_changed_new_and_removed_documents(archive: Path) -> None:
    """Each call tells what the archive holds now."""
    find_in_archive(archive, None)
    _save(archive, "2024/kf.json", make_voted("S:yes M:yes SD:no", "S:no M:no SD:yes"))
    _save(archive, "2023/kf.json", make_voted("S:yes M:no", year=2023))
    (archive / "documents" / "ks.json").unlink()
    found = find_in_archive(archive, None)
    assert sorted(paper.document for paper in found.coverage.papers) == ["kf-2023.txt", "kf-2024.txt"]
    assert len([each for each in found.positions if each.party == "SD"]) == 2
    assert {each.document for each in found.positions} == {"kf-2023.txt", "kf-2024.txt"}


def test_another_version_finds_anew(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where words or code are others, nothing old is believed."""
    first = find_in_archive(archive, None)
    with sqlite3.connect(archive / CACHE) as base:
        base.execute("UPDATE made_by SET stamp = 'older'")
        base.execute("DELETE FROM positions")
    base.close()
    assert find_in_archive(archive, None) == first
    _no_search(monkeypatch)
    assert find_in_archive(archive, None) == first


def test_own_topics_are_kept_apart(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Going to the user's own topics and back costs one search each."""
    own = archive / "amnen.toml"
    own.write_text('[topics]\n"cyklar i Almunda" = ["cykelställ", "cykel"]\n', "utf-8")
    plain, mine = find_in_archive(archive, None), find_in_archive(archive, own)
    assert "cyklar i Almunda" in {each.topic for each in mine.positions}
    _no_search(monkeypatch)
    assert find_in_archive(archive, None) == plain
    assert find_in_archive(archive, own) == mine


@pytest.mark.parametrize("damage", [b"no database", b""])
def test_damaged_cache_is_made_anew(archive: Path, damage: bytes) -> None:
    """What cannot be read is nothing to believe in."""
    first = find_in_archive(archive, None)
    (archive / CACHE).write_bytes(damage)
    assert find_in_archive(archive, None) == first


def test_archive_that_cannot_be_written_to(archive: Path) -> None:
    """Then nothing is kept, and the answer is the same."""
    (archive / CACHE).mkdir()
    assert len(find_in_archive(archive, None).coverage.papers) == 2


def test_document_that_cannot_be_read_is_told(archive: Path) -> None:
    """The others are there all the same."""
    (archive / "documents" / "trasig.json").write_text("{", "utf-8")
    coverage = find_in_archive(archive, None).coverage
    assert [each.document for each in coverage.unread] == ["trasig.json"]
    assert len(coverage.papers) == 2


def test_killed_run_leaves_what_it_had_done(archive: Path) -> None:
    """A process that is killed in the middle leaves a cache that the next run goes on from."""
    for at in range(100):
        document = make_voted("S:yes M:no", year=1900 + at)
        _save(archive, f"{at}.json", replace(document, source=replace(document.source, sha256=str(at))))
    code = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from protokoll.archive.positions import find_in_archive\n"
        "def track(names):\n"
        "    for at, name in enumerate(names):\n"
        "        if at == 70: os._exit(9)\n"
        "        yield name\n"
        "find_in_archive(Path(sys.argv[1]), None, track=track)\n"
    )
    assert subprocess.run([sys.executable, "-c", code, str(archive)], check=False).returncode == 9
    with sqlite3.connect(archive / CACHE) as base:
        [(kept,)] = base.execute("SELECT count(*) FROM documents").fetchall()
    base.close()
    assert 0 < kept < 102
    assert len(find_in_archive(archive, None).coverage.papers) == 102
