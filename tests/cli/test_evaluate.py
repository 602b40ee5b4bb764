"""`protokoll evaluate`: finding the records to annotations, telling what came of them, and failing well."""

import json
from pathlib import Path

import msgspec
import pytest
from typer.testing import CliRunner, Result

from protokoll.cli.app import app
from protokoll.errors import EmptyInput, ExitCode, MissingInput
from protokoll.evaluation import facts
from tests.evaluation.alvby import TEXT, meeting


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """Annotation and record of the hand-made meeting, which stands in for what would be parsed."""
    gold, texts = tmp_path / "gold", tmp_path / "records"
    (texts / "2023").mkdir(parents=True)
    gold.mkdir()
    (gold / "alvby.gold.json").write_bytes(msgspec.json.encode(facts(meeting())))
    (texts / "2023" / "alvby.txt").write_text(TEXT, "utf-8")
    monkeypatch.setattr("protokoll.pipeline.parse_file", lambda *_, **__: meeting())
    return str(gold), str(texts)


def call(*words: str) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(app, ["evaluate", *words])


def test_tables_tell_every_element_and_document(folders: tuple[str, str]) -> None:
    """A perfect output is 100 per cent throughout."""
    done = call(*folders)
    assert done.exit_code == 0
    assert "whole vote" in done.stdout
    assert "1  alvby" in done.stdout
    assert "100.0" in done.stdout


def test_json_can_be_compared_with(folders: tuple[str, str], tmp_path: Path) -> None:
    """A run compared with itself has gained and lost nothing."""
    written = call(*folders, "--json")
    assert json.loads(written.stdout)["total"]["proposal"]["f1"] == 1.0
    (tmp_path / "before.json").write_text(written.stdout, "utf-8")
    assert call(*folders, "--compare", str(tmp_path / "before.json")).stdout == "gained: 0\nlost: 0\n"


def test_misses_are_listed_a_line_each(folders: tuple[str, str]) -> None:
    """A fault names document, §, page, line, element and words."""
    annotation = Path(folders[0]) / "alvby.gold.json"
    gold = json.loads(annotation.read_bytes())
    gold["items"][1]["title"] = "Motionen avslås i sin helhet"
    annotation.write_text(json.dumps(gold), "utf-8")
    lines = call(*folders, "--misses").stdout.splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("alvby § 13 p.1 l.")
    assert "missed title: Motionen avslås i sin helhet" in lines[0]
    assert "invented title: Information" in lines[1]


def test_a_record_that_is_not_there_is_told(folders: tuple[str, str]) -> None:
    """The other records are judged, and the exit code says that one was missing."""
    annotation = Path(folders[0]) / "alvby.gold.json"
    annotation.with_name("borta.gold.json").write_bytes(annotation.read_bytes())
    done = call(*folders)
    assert done.exit_code == ExitCode.MISSING_INPUT
    assert "borta.gold.json" in done.stderr
    assert "borta" not in done.stdout


@pytest.mark.parametrize(
    ("error", "code"),
    [(EmptyInput("the file is empty"), ExitCode.EMPTY_INPUT), (IndexError("mistake"), ExitCode.FAILURE)],
)
def test_a_record_that_cannot_be_parsed_is_missed(
    folders: tuple[str, str], monkeypatch: pytest.MonkeyPatch, error: Exception, code: ExitCode
) -> None:
    """Nothing of it is right, a mistake of ours included, and the exit code is the one of the failure."""

    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("protokoll.pipeline.parse_file", fail)
    done = call(*folders, "--json")
    assert done.exit_code == code
    assert str(error).rstrip(".") in done.stderr
    assert json.loads(done.stdout)["total"]["point"]["recall"] == 0.0


@pytest.mark.parametrize("words", [("gone", "gone"), (".", ".")])
def test_folders_without_records_are_refused(
    words: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that is not there or holds no annotation is one sentence and a code."""
    monkeypatch.chdir(tmp_path)
    done = call(*words)
    assert done.exit_code == MissingInput.exit_code
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
