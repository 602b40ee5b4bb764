"""The folder: what it may be, and files that are whole or not there."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from protokoll.archive.folder import FORMAT, Folder, output_name
from protokoll.errors import ArchiveError, NewerArchive, OutputError


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """A new archive."""
    made = Folder(tmp_path / "arkiv")
    made.root.mkdir()
    made.prepare()
    made.tidy()
    return made


def test_a_new_folder_is_an_archive(folder: Folder) -> None:
    """It says its format, and nothing of the making is left."""
    assert folder.about.read_bytes() == b'{"format":%d,"tool":"protokoll"}\n' % FORMAT
    assert sorted(each.name for each in folder.root.iterdir()) == ["archive.json", "documents"]
    folder.check()


def test_an_archive_of_a_newer_format_is_left_alone(folder: Folder) -> None:
    """The sentence names both formats."""
    folder.about.write_bytes(b'{"format": 99, "tool": "protokoll", "more": 1}')
    with pytest.raises(NewerArchive, match="format 99"):
        folder.check()


@pytest.mark.parametrize("about", [b"", b"{", b"[]", None], ids=["empty", "cut", "other", "gone"])
def test_a_damaged_description_is_written_anew(folder: Folder, about: bytes | None) -> None:
    """Nothing stands in it that is not known."""
    whole = folder.about.read_bytes()
    folder.about.unlink() if about is None else folder.about.write_bytes(about)
    folder.check()
    folder.prepare()
    assert folder.about.read_bytes() == whole


def test_a_folder_of_other_things_is_no_archive(tmp_path: Path) -> None:
    """Nothing is written among them; an empty one will do, and one that is not there."""
    (tmp_path / "letter.txt").write_bytes(b"x")
    with pytest.raises(ArchiveError, match="holds other things"):
        Folder(tmp_path).check()
    with pytest.raises(ArchiveError, match="is a file"):
        Folder(tmp_path / "letter.txt").check()
    (tmp_path / "empty").mkdir()
    Folder(tmp_path / "empty").check()
    Folder(tmp_path / "new").check()


def test_what_a_killed_run_left_aside_is_taken_away(folder: Folder) -> None:
    """Halves of documents and of databases, but not what another process is making."""
    (folder.root / ".aside").mkdir()
    (folder.root / ".aside" / "1-0.part").write_bytes(b"half")
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    ours = f".protokoll-{os.getpid()}.db"
    for name in (f".protokoll-{gone.pid}.db", ".protokoll-x", ours):
        (folder.root / name).write_bytes(b"half")
    folder.prepare()
    assert sorted(each.name for each in folder.root.iterdir()) == [ours, "archive.json", "documents"]


def test_a_write_that_fails_leaves_what_was_there(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """The old bytes, and nothing aside."""
    target = folder.root / "manifest.jsonl"
    folder.write(target, [b"old"])

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="no space left on device; make room"), folder.telling():
        folder.write(target, [b"new"])
    assert target.read_bytes() == b"old"
    assert list((folder.root / ".aside").iterdir()) == []


def test_outputs_are_found_with_their_sizes(folder: Folder) -> None:
    """As they are named in the manifest."""
    name = output_name("/x/ks.txt", "ab" * 32)
    folder.write(folder.root / name, [b"12", b"3"])
    assert list(folder.outputs()) == [(name, 3)]


@pytest.mark.parametrize(
    ("path", "stem"),
    [
        ("/a/KS 2024-03-06.pdf", "KS-2024-03-06"),
        ("/a/två\nrader.txt", "två-rader"),
        ("/a/...txt", "record"),
        ("/a/§§§.txt", "record"),
        ("/a/\udce5r.txt", "r"),
        ("/a/" + "å" * 200 + ".txt", "å" * 30),
    ],
)
def test_names_of_documents_can_be_written_anywhere(path: str, stem: str) -> None:
    """Letters, digits and a few signs, not too long, and the digest."""
    assert output_name(path, "0123456789abcdef" * 4) == f"documents/01/{stem}-0123456789abcdef.json"
