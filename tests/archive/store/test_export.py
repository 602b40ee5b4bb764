"""The tables as files, and the package that tells of them."""

import json
from contextlib import closing
from pathlib import Path

import pytest

from protokoll.archive.store.export import export
from protokoll.errors import OutputError
from tests.archive.store.making import make_archive, make_full, opened, passage, rows, section
from tests.invented import make_document


def _export(tmp_path: Path, format_name: str) -> Path:
    documents = {"ks": make_full(), "kf": section(passage("Om = och + i text."))}
    with closing(opened(make_archive(tmp_path / "archive", documents))) as database:
        export(database, tmp_path / "out", format_name, language="sv")
    return tmp_path / "out"


@pytest.mark.parametrize("format_name", ["csv", "jsonl"])
def test_package_is_valid(tmp_path: Path, format_name: str) -> None:
    """Frictionless finds no fault in files, types, keys and references."""
    frictionless = pytest.importorskip("frictionless")
    report = frictionless.validate(str(_export(tmp_path, format_name) / "datapackage.json"))
    assert report.valid, report.flatten(["title", "fieldName", "rowNumber", "message"])
    checked = {task.name: task.stats.get("rows") for task in report.tasks}
    assert checked["rolls"] == 3
    assert checked["paragraphs"] == 2


def test_broken_reference_is_found(tmp_path: Path) -> None:
    """The references of the package are looked at, so that the test above means something."""
    frictionless = pytest.importorskip("frictionless")
    folder = _export(tmp_path, "csv")
    votes = (folder / "votes.csv").read_bytes()
    (folder / "votes.csv").write_bytes(votes.replace(b"ks#/items/0,1,", b"ks#/items/9,1,"))
    report = frictionless.validate(str(folder / "datapackage.json"))
    assert "foreign-key" in {kind for (kind,) in report.flatten(["type"])}


def test_rows_are_all_there(tmp_path: Path) -> None:
    """As many lines as rows, typed in JSON."""
    folder = _export(tmp_path, "jsonl")
    lines = [json.loads(line) for line in (folder / "reservations.jsonl").read_bytes().splitlines()]
    assert [each["parties"] for each in lines] == [["M"]]
    [vote] = [json.loads(line) for line in (folder / "votes.jsonl").read_bytes().splitlines()]
    assert (vote["adds_up"], vote["casting_vote"], vote["yes"], vote["absent"]) == (True, True, 2, None)
    count = rows(tmp_path / "archive", "SELECT COUNT(*) FROM points")[0][0]
    assert len((folder / "points.jsonl").read_bytes().splitlines()) == count


def test_words_of_the_package(tmp_path: Path) -> None:
    """Each table and column is told of in the language asked for."""
    package = json.loads((_export(tmp_path, "csv") / "datapackage.json").read_bytes())
    votes = next(each for each in package["resources"] if each["name"] == "votes")
    assert votes["title"] == "Omröstningar"
    assert {"name": "yes_means", "type": "string", "description": "Vad Ja stod för."} in votes["schema"]["fields"]


def test_folder_that_cannot_be_made(tmp_path: Path) -> None:
    """A sentence, and no half file."""
    (tmp_path / "out").write_text("a file")
    with (
        closing(opened(make_archive(tmp_path / "archive", {"ks": make_document()}))) as database,
        pytest.raises(OutputError, match="cannot be written to"),
    ):
        export(database, tmp_path / "out", "csv")
