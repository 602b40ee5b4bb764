"""What a run has to do, from what is found and what is known."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from protokoll.archive.inputs import Input, look
from protokoll.archive.outcome import Outcome, Status
from protokoll.archive.plan import Known, Plan, Wish, as_duplicate, plan
from protokoll.errors import MissingInput

Files = Callable[..., list[Input]]


@pytest.fixture
def files(tmp_path: Path) -> Files:
    """Write files with the given bytes and find them."""

    def write(**contents: bytes) -> list[Input]:
        for name, data in contents.items():
            (tmp_path / name).write_bytes(data)
        return [look(str(tmp_path / name)) for name in sorted(contents)]

    return write


def _done(each: Input, data: bytes, **changes: object) -> Outcome:
    """The outcome of an input that was converted before."""
    values = {
        "path": each.path,
        "status": Status.CONVERTED,
        "sha256": hashlib.sha256(data).hexdigest(),
        "size": each.size,
        "mtime": each.mtime,
        "output": f"documents/{each.path}.json",
        "output_size": 7,
        "recipe": "r",
    }
    return Outcome(**values | changes)  # type: ignore[arg-type]


def _known(*outcomes: Outcome) -> Known:
    return Known({each.key: each for each in outcomes}, {each.output: 7 for each in outcomes if each.output})


def _todo(made: Plan) -> list[str]:
    return [Path(each.path).name for each in made.todo]


def test_largest_first(files: Files) -> None:
    """The longest tasks are not left for the end."""
    assert _todo(plan(files(a=b"x", b=b"xxx", c=b"xx"), Known({}, {}), Wish("r"))) == ["b", "c", "a"]


def test_what_has_not_changed_is_left(files: Files) -> None:
    """Same size, same time, same recipe, document in its place: nothing to do."""
    (each,) = files(a=b"text")
    made = plan([each], _known(_done(each, b"text")), Wish("r"))
    assert (made.todo, made.settled) == ([], [_done(each, b"text")])


@pytest.mark.parametrize(
    ("wish", "changes"),
    [
        (Wish("r", again=True), {}),
        (Wish("other"), {}),
        (Wish("r"), {"output_size": 8}),
        (Wish("r"), {"sha256": None}),
        (Wish("r"), {"sha256": "0" * 64, "mtime": 1}),
        (Wish("r", retry_failed=True), {"status": Status.FAILED, "exit_code": 20, "output": None}),
        (Wish("r"), {"status": Status.DUPLICATE, "duplicate_of": "/gone", "output": None}),
    ],
    ids=["again", "recipe", "document cut", "never read", "changed", "retry", "no longer a duplicate"],
)
def test_what_is_converted_once_more(files: Files, wish: Wish, changes: dict[str, object]) -> None:
    """Each reason by itself is enough."""
    (each,) = files(a=b"text")
    assert _todo(plan([each], _known(_done(each, b"text", **changes)), wish)) == ["a"]


def test_a_failure_is_not_tried_again_unasked(files: Files) -> None:
    """The same bytes fail in the same way."""
    (each,) = files(a=b"text")
    failed = _done(each, b"text", status=Status.FAILED, exit_code=20, output=None)
    assert plan([each], _known(failed), Wish("r")).settled == [failed]


def test_a_touched_file_is_not_converted_again(files: Files) -> None:
    """Only the time in the manifest is new."""
    (each,) = files(a=b"text")
    made = plan([each], _known(_done(each, b"text", mtime=1)), Wish("r"))
    assert (made.todo, made.settled) == ([], [_done(each, b"text")])


def test_the_same_bytes_are_converted_once(files: Files) -> None:
    """The first by path is converted, the others point to it."""
    made = plan(files(b=b"text", a=b"text", c=b"tex2"), Known({}, {}), Wish("r"))
    assert _todo(made) == ["a", "c"]
    assert [(Path(each.input.path).name, Path(each.first).name) for each in made.duplicates] == [("b", "a")]


def test_a_known_record_keeps_its_document(files: Files) -> None:
    """A new file with the bytes of a known one is the duplicate, whatever its name, even if the known one is gone."""
    (old,) = files(z=b"text")
    Path(old.path).unlink()
    made = plan(files(a=b"text"), _known(_done(old, b"text")), Wish("r"))
    assert [each.first for each in made.duplicates] == [old.path]


def test_a_duplicate_whose_first_changed_is_converted(files: Files) -> None:
    """The document of the old bytes goes, so the other needs one of its own."""
    first, second = files(a=b"text", b=b"text")
    known = _known(
        _done(first, b"text"), _done(second, b"text", status=Status.DUPLICATE, output=None, duplicate_of=first.path)
    )
    Path(first.path).write_bytes(b"another text")
    assert _todo(plan([look(first.path), second], known, Wish("r"))) == ["a", "b"]


def test_a_problem_is_an_outcome() -> None:
    """What could not even be found is told, not tried."""
    made = plan([Input("/x", problem=MissingInput("there is no file /x"))], Known({}, {}), Wish("r"))
    assert [(each.status, each.exit_code, each.hint) for each in made.settled] == [
        (Status.FAILED, 11, "check the path")
    ]


def test_a_duplicate_of_a_failure_fails(files: Files) -> None:
    """There is no document that could serve both; the reason is the same."""
    first, second = files(a=b"", b=b"")
    failed = _done(first, b"", status=Status.FAILED, output=None, error="it is empty", hint="look", exit_code=12)
    outcome = as_duplicate(second, failed)
    assert (outcome.status, outcome.exit_code, outcome.hint) == (Status.FAILED, 12, "look")
    assert outcome.error == f"{second.path} has the same bytes as another input: it is empty"
