"""Lines on disk: sorted, torn, damaged."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from protokoll.archive.manifest import Journal, as_lines, read_lines
from protokoll.archive.outcome import Outcome, Status, printable


def _outcome(path: str, **more: object) -> Outcome:
    shown, raw = printable(path)
    return Outcome(path=shown, path_bytes=raw, status=Status.CONVERTED, **more)  # type: ignore[arg-type]


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1), unique=True))
def test_lines_come_back_in_the_order_of_paths(tmp_path_factory: object, paths: list[str]) -> None:
    """Whatever stands in a name, and whatever order the outcomes came in."""
    path = tmp_path_factory.mktemp("m") / "manifest.jsonl"  # type: ignore[attr-defined]
    outcomes = {each: _outcome(each) for each in paths}
    path.write_bytes(b"".join(as_lines(outcomes)))
    assert read_lines(path) == (outcomes, 0)
    assert list(read_lines(path)[0]) == sorted(paths, key=str.encode)


def test_names_that_are_not_utf8_keep_their_bytes(tmp_path: Path) -> None:
    """The readable path has a replacement, the key is what the system knows."""
    outcome = _outcome("/arkiv/\udce5r.txt")
    (tmp_path / "m").write_bytes(b"".join(as_lines({outcome.key: outcome})))
    (key,) = read_lines(tmp_path / "m")[0]
    assert (key, outcome.path) == ("/arkiv/\udce5r.txt", "/arkiv/�r.txt")


def test_a_torn_last_line_is_no_damage(tmp_path: Path) -> None:
    """It is what a killed run leaves, and the next line begins after it."""
    path = tmp_path / "journal.jsonl"
    whole = b"".join(as_lines({"a": _outcome("a")}))
    path.write_bytes(whole + whole[:20])
    assert read_lines(path) == ({"a": _outcome("a")}, 0)
    journal = Journal(path)
    journal.add(_outcome("b"))
    journal.close()
    assert read_lines(path) == ({"a": _outcome("a"), "b": _outcome("b")}, 1)


def test_damaged_lines_are_counted_and_the_others_read(tmp_path: Path) -> None:
    """No line spoils another."""
    path = tmp_path / "manifest.jsonl"
    lines = list(as_lines({"a": _outcome("a"), "b": _outcome("b")}))
    path.write_bytes(lines[0] + b'{"path": 3}\n\xff\xfe\n' + lines[1])
    outcomes, damaged = read_lines(path)
    assert (list(outcomes), damaged) == (["a", "b"], 2)


def test_a_journal_is_made_with_its_first_line(tmp_path: Path) -> None:
    """A run that does nothing leaves no trace."""
    journal = Journal(tmp_path / "journal.jsonl")
    journal.close()
    assert not journal.path.exists()
    journal.add(_outcome("a"))
    assert read_lines(journal.path)[0] == {"a": _outcome("a")}
    journal.close()
