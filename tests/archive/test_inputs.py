"""What sources name: folders, patterns, lists, links, and names that are hard to write."""

import hashlib
import os
from pathlib import Path

import pytest

from protokoll.archive.inputs import find_inputs, look, read_list
from protokoll.errors import ArchiveError


def _names(folder: Path, *sources: str | Path) -> list[str]:
    found = find_inputs(map(str, sources or (folder,)), folder.parent / "arkiv")
    return [os.path.relpath(each.path, folder) for each in found]


def _touch(*paths: Path) -> None:
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")


def test_a_folder_gives_every_visible_file_below(tmp_path: Path) -> None:
    """Whatever its suffix, sorted by path; what begins with a dot is passed over."""
    home = tmp_path / "in"
    _touch(home / "b.txt", home / "a" / "c.docx", home / ".git" / "x", home / ".DS_Store")
    assert _names(home) == ["a/c.docx", "b.txt"]


def test_an_input_is_there_once(tmp_path: Path) -> None:
    """A folder, a file in it and a pattern that matches both give each file once."""
    home = tmp_path / "in"
    _touch(home / "a.txt", home / "b.txt")
    assert _names(home, home, home / "a.txt", f"{home}/*.txt") == ["a.txt", "b.txt"]


def test_a_pattern_reaches_below(tmp_path: Path) -> None:
    """`**` goes through the folders, as in a shell."""
    home = tmp_path / "in"
    _touch(home / "a" / "b" / "c.pdf", home / "d.txt")
    assert _names(home, f"{home}/**/*.pdf") == ["a/b/c.pdf"]


def test_a_name_that_looks_like_a_pattern_is_a_name_first(tmp_path: Path) -> None:
    """A file called `a[1].txt` is taken as it is."""
    home = tmp_path / "in"
    _touch(home / "a[1].txt", home / "a1.txt")
    assert _names(home, home / "a[1].txt") == ["a[1].txt"]


def test_relative_and_absolute_names_are_one_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the call is made from does not matter."""
    home = tmp_path / "in"
    _touch(home / "a.txt")
    monkeypatch.chdir(home)
    assert _names(home, "a.txt", "../in/./a.txt", home / "a.txt") == ["a.txt"]


def test_rings_of_links_end(tmp_path: Path) -> None:
    """A link to a folder above is not followed round and round; a link to itself is an input with a problem."""
    home = tmp_path / "in"
    _touch(home / "a" / "x.txt")
    (home / "a" / "up").symlink_to(home)
    (home / "self").symlink_to(home / "self")
    found = find_inputs([str(home)], tmp_path / "arkiv")
    assert [(os.path.relpath(each.path, home), bool(each.problem)) for each in found] == [
        ("a/x.txt", False),
        ("self", True),
    ]


def test_links_to_files_and_folders_are_followed(tmp_path: Path) -> None:
    """Records that are only linked to are taken too."""
    home, away = tmp_path / "in", tmp_path / "away"
    _touch(home / "a.txt", away / "b.txt", tmp_path / "c.txt")
    (home / "link").symlink_to(away)
    (home / "c.txt").symlink_to(tmp_path / "c.txt")
    assert _names(home) == ["a.txt", "c.txt", "link/b.txt"]


@pytest.mark.parametrize(
    ("name", "told"),
    [("missing.txt", "there is no file"), ("dangling", "is a link that leads nowhere"), ("*.odt", "nothing matches")],
)
def test_what_is_not_there_is_an_input_with_a_problem(tmp_path: Path, name: str, told: str) -> None:
    """Nothing that was named goes unmentioned."""
    (tmp_path / "dangling").symlink_to(tmp_path / "gone")
    (found,) = find_inputs([str(tmp_path / name)], tmp_path / "arkiv")
    assert found.problem
    assert told in found.problem.message


@pytest.mark.parametrize("name", ["x" * 5000, "a\0b", "x" * 300 + "/y"], ids=["long", "zero", "long folder"])
def test_what_is_no_name_is_an_input_with_a_problem(tmp_path: Path, name: str) -> None:
    """As where a list is no list of files."""
    (found,) = find_inputs([f"{tmp_path}/{name}"], tmp_path / "arkiv")
    assert found.problem
    assert "cannot be opened" in found.problem.message


def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    """It is never opened: that would wait for ever."""
    os.mkfifo(tmp_path / "pipe")
    problem = look(str(tmp_path / "pipe")).problem
    assert problem
    assert "a pipe, a socket or a device" in problem.message


@pytest.mark.skipif(os.geteuid() == 0, reason="root may open everything")
def test_a_closed_folder_is_an_input_with_a_problem(tmp_path: Path) -> None:
    """The folders beside it are still read."""
    _touch(tmp_path / "in" / "a.txt", tmp_path / "in" / "closed" / "b.txt")
    (tmp_path / "in" / "closed").chmod(0)
    try:
        found = find_inputs([str(tmp_path / "in")], tmp_path / "arkiv")
    finally:
        (tmp_path / "in" / "closed").chmod(0o700)
    assert [each.problem and each.problem.message.split("/")[-1] for each in found] == [
        None,
        "closed may not be opened",
    ]


def test_a_folder_that_cannot_be_listed_is_an_input_with_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where the reason is another than rights, and for root."""
    _touch(tmp_path / "in" / "a.txt", tmp_path / "in" / "closed" / "b.txt")
    scandir = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found = find_inputs([str(tmp_path / "in")], tmp_path / "arkiv")
    assert [each.problem and each.problem.message.split("/")[-1] for each in found] == [
        None,
        "closed may not be opened",
    ]


@pytest.mark.parametrize(
    ("archive", "told"),
    [("in/arkiv", "lies inside the source"), ("in", "lies inside the archive"), (".", "lies inside the archive")],
)
def test_source_and_archive_are_kept_apart(tmp_path: Path, archive: str, told: str) -> None:
    """An archive would read its own output, or lie among records."""
    _touch(tmp_path / "in" / "a.txt")
    with pytest.raises(ArchiveError, match=told):
        find_inputs([str(tmp_path / "in")], tmp_path / archive)


def test_an_archive_behind_a_link_is_seen(tmp_path: Path) -> None:
    """The walk does not come into the archive by another name."""
    _touch(tmp_path / "in" / "a.txt", tmp_path / "arkiv" / "archive.json")
    (tmp_path / "in" / "link").symlink_to(tmp_path / "arkiv")
    with pytest.raises(ArchiveError, match="lies inside the archive"):
        find_inputs([str(tmp_path / "in")], tmp_path / "arkiv")


def test_names_that_are_not_utf8_or_have_line_breaks(tmp_path: Path) -> None:
    """They come through as the system knows them."""
    home = tmp_path / "in"
    _touch(home / os.fsdecode(b"\xe5r.txt"), home / "two\nlines.txt")
    assert _names(home) == ["two\nlines.txt", os.fsdecode(b"\xe5r.txt")]


def test_lists_by_line_and_by_zero_byte() -> None:
    """With a zero byte after each, names may hold line breaks."""
    assert read_list(b"a.txt\r\n\nb c.txt") == ["a.txt", "b c.txt"]
    assert read_list(b"a\nb.txt\0c.txt\0") == ["a\nb.txt", "c.txt"]


def test_the_digest_is_of_the_file_that_was_found(tmp_path: Path) -> None:
    """A file that has changed since has no digest."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    found = look(str(path))
    assert found.digest() == hashlib.sha256(b"old").hexdigest()
    path.write_bytes(b"newer")
    assert found.digest() is None
