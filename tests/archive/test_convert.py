"""One input to a document or a reason."""

import os
import pickle
from pathlib import Path

import pytest

from protokoll import pipeline
from protokoll.archive.convert import Converter
from protokoll.archive.folder import Folder
from protokoll.archive.inputs import look
from protokoll.archive.outcome import Outcome, Status
from protokoll.archive.recipe import Recipe
from protokoll.errors import OutputError
from protokoll.export.json import dump
from protokoll.model.document import Document
from tests.archive.records import BAD, record


@pytest.fixture
def convert(tmp_path: Path) -> Converter:
    """A converter into a new archive."""
    folder = Folder(tmp_path / "arkiv")
    folder.root.mkdir()
    folder.prepare()
    return Converter(str(folder.root), Recipe(), "r")


def _outcome(convert: Converter, path: Path) -> Outcome:
    outcome = convert(look(str(path)))
    assert isinstance(outcome, Outcome)
    return outcome


def test_the_document_is_what_parse_writes(convert: Converter, tmp_path: Path) -> None:
    """Byte for byte, and the outcome tells of it."""
    path = tmp_path / "ks.txt"
    path.write_bytes(record(1))
    outcome = _outcome(convert, path)
    expected = dump(pipeline.parse_file(path, repair=None))
    assert (outcome.status, outcome.exit_code, outcome.recipe) == (Status.CONVERTED, 0, "r")
    assert (Path(convert.root) / str(outcome.output)).read_bytes() == expected
    assert outcome.output_size == len(expected)


def test_a_cut_record_is_partial(convert: Converter, tmp_path: Path) -> None:
    """A § that is missing in the run matters; the outcome counts the remarks."""
    path = tmp_path / "ks.txt"
    path.write_bytes(record(1) + record(3).split(b"\n\n", 1)[1])
    outcome = _outcome(convert, path)
    assert (outcome.status, outcome.remarks.get("item_gap")) == (Status.PARTIAL, 1)


@pytest.mark.parametrize("name", BAD)
def test_bad_files_fail_with_the_code_of_parse(convert: Converter, tmp_path: Path, name: str) -> None:
    """A sentence, and what to do."""
    data, code = BAD[name]
    (tmp_path / name).write_bytes(data)
    outcome = _outcome(convert, tmp_path / name)
    assert (outcome.status, outcome.exit_code, outcome.size) == (Status.FAILED, code, len(data))
    assert outcome.error
    assert outcome.hint
    assert outcome.sha256


def test_force_takes_what_is_no_record(convert: Converter, tmp_path: Path) -> None:
    """With the remark that says so, and so partial."""
    path = tmp_path / "recipe.txt"
    path.write_bytes(BAD["recipe.txt"][0])
    forced = Converter(convert.root, Recipe(force=True), "r")
    assert _outcome(forced, path).status is Status.PARTIAL


@pytest.mark.parametrize(("change", "told"), [("grow", "was changed while"), ("unlink", "vanished while")])
def test_a_file_that_changes_under_the_reading(
    convert: Converter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str, told: str
) -> None:
    """It fails with a reason, no document is written, and the next run tries it."""
    path = tmp_path / "ks.txt"
    path.write_bytes(record(1))
    parse = pipeline.parse_file

    def parse_slowly(*words: object, **more: object) -> Document:
        document = parse(*words, **more)  # type: ignore[arg-type]
        path.unlink() if change == "unlink" else path.write_bytes(record(2) + b"\n")
        return document

    monkeypatch.setattr(pipeline, "parse_file", parse_slowly)
    outcome = _outcome(convert, path)
    assert outcome.status is Status.FAILED
    assert told in str(outcome.error)
    assert outcome.sha256 is None
    assert list(Folder(Path(convert.root)).outputs()) == []


def test_a_file_that_is_gone_before(convert: Converter, tmp_path: Path) -> None:
    """It was there when the folder was listed."""
    path = tmp_path / "ks.txt"
    path.write_bytes(record(1))
    found = look(str(path))
    path.unlink()
    outcome = convert(found)
    assert isinstance(outcome, Outcome)
    assert (outcome.exit_code, "there is no file" in str(outcome.error)) == (11, True)


@pytest.mark.parametrize(
    ("error", "status", "told"),
    [
        (MemoryError(), Status.TOO_LARGE, "more memory than there is"),
        (RecursionError("deep"), Status.FAILED, "unexpected error (RecursionError: deep)"),
    ],
)
def test_no_error_leaves_a_worker(
    convert: Converter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, status: Status, told: str
) -> None:
    """A bug is an outcome with a reason too."""

    def fail(*_: object, **__: object) -> Document:
        raise error

    (tmp_path / "ks.txt").write_bytes(record(1))
    monkeypatch.setattr(pipeline, "parse_file", fail)
    outcome = _outcome(convert, tmp_path / "ks.txt")
    assert outcome.status is status
    assert told in str(outcome.error)
    assert outcome.exit_code


def test_an_archive_that_takes_no_more_is_no_fault_of_the_file(tmp_path: Path) -> None:
    """The error goes to whoever runs the batch, in one piece."""
    (tmp_path / "ks.txt").write_bytes(record(1))
    broken = Converter(os.devnull, Recipe(), "r")
    error = pickle.loads(pickle.dumps(broken(look(str(tmp_path / "ks.txt")))))  # noqa: S301
    assert isinstance(error, OutputError)
    assert "cannot be written to" in error.message
    assert error.hint
