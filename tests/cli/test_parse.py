"""`protokoll parse`: formats, several files, targets, failures."""

import csv
import io
import json
from pathlib import Path

import msgspec
import pytest

from protokoll.cleaning import Repair
from protokoll.errors import BrokenInput, EmptyInput, ExitCode, NotARecord
from protokoll.export import FORMATS, encode
from protokoll.export.json import decode
from protokoll.model.document import Document
from tests.cli.calling import call
from tests.invented import make_document


@pytest.fixture(autouse=True)
def invented(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Files `good…` hold the invented document; the names of others tell how they fail."""

    def parse_file(path: str, **_: object) -> Document:
        for word, error in FAILURES.items():
            if word in path:
                raise error
        return make_document(path)

    monkeypatch.setattr("protokoll.pipeline.parse_file", parse_file)
    monkeypatch.chdir(tmp_path)


FAILURES = {
    "empty": EmptyInput("empty.txt is empty"),
    "broken": BrokenInput("broken.pdf is damaged"),
    "recipe": NotARecord("recipe.txt does not look like a municipal record"),
    "bug": KeyError("beslut"),
}


def test_one_file_is_one_object() -> None:
    """Standard output holds the document and nothing else; standard error is silent."""
    done = call("parse", "good.txt")
    assert done.exit_code == 0
    assert decode(done.stdout_bytes) == make_document("good.txt")
    assert done.stderr == ""


def test_several_files_are_one_array_in_their_order() -> None:
    """The output of several files as json is one JSON value."""
    done = call("parse", "good-b.txt", "good-a.txt")
    documents = msgspec.json.decode(done.stdout_bytes, type=list[Document])
    assert [document.source.path for document in documents] == ["good-b.txt", "good-a.txt"]


@pytest.mark.parametrize("name", FORMATS)
def test_every_format(name: str) -> None:
    """What the command prints is what the function gives."""
    done = call("parse", "good.txt", "--format", name, "--lang", "en")
    assert done.stdout_bytes == encode(make_document("good.txt"), name)


def test_compact_is_one_line() -> None:
    """Without indentation there is one line."""
    assert call("parse", "good.txt", "--compact").stdout.count("\n") == 1


@pytest.mark.parametrize(("lang", "word"), [("sv", "Protokoll"), ("en", "Minutes")])
def test_language_of_markdown(lang: str, word: str) -> None:
    """--lang chooses the headings."""
    assert call("parse", "good.txt", "-f", "markdown", "--lang", lang).stdout.startswith(f"# {word}: ")


@pytest.mark.parametrize(
    ("variables", "word"),
    [
        ({"LANG": "sv_SE.UTF-8"}, "Protokoll"),
        ({"LANG": "en_US.UTF-8"}, "Minutes"),
        ({"LANG": "sv_SE.UTF-8", "LC_ALL": "C"}, "Minutes"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "sv_FI"}, "Protokoll"),
        ({}, "Minutes"),
    ],
)
def test_language_of_the_locale(variables: dict[str, str], word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without --lang the locale decides, in the order that POSIX gives its variables."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert call("parse", "good.txt", "-f", "markdown").stdout.startswith(f"# {word}: ")


def test_the_rest_go_on_and_the_worst_code_wins() -> None:
    """Two of four fail: the others are written, the summary names both with their reasons."""
    done = call("parse", "good-a.txt", "empty.txt", "broken.pdf", "good-b.txt", "-f", "jsonl")
    assert [decode(line).source.path for line in done.stdout.splitlines()] == ["good-a.txt", "good-b.txt"]
    assert done.exit_code == ExitCode.BROKEN_INPUT
    assert done.stderr.splitlines() == [
        "protokoll: 2 of 4 files failed:",
        "  empty.txt: empty.txt is empty; check that the file was saved or downloaded whole.",
        "  broken.pdf: broken.pdf is damaged; fetch the file again.",
    ]


def test_one_file_that_fails_is_one_sentence() -> None:
    """No summary for a single file, and nothing on standard output."""
    done = call("parse", "recipe.txt")
    assert done.exit_code == ExitCode.NOT_A_RECORD
    assert done.stdout == ""
    assert done.stderr.startswith("protokoll: recipe.txt does not look like a municipal record; ")
    assert done.stderr.count("\n") == 1


def test_all_fail_and_nothing_is_written() -> None:
    """Not even an empty array or the heading of a table."""
    done = call("parse", "empty.txt", "recipe.txt", "-f", "csv", "-o", "out.csv")
    assert done.exit_code == ExitCode.NOT_A_RECORD
    assert not Path("out.csv").exists()


def test_bug_is_a_sentence_that_asks_for_a_report() -> None:
    """An error that should not have been is told without a traceback, and the other files go on."""
    done = call("parse", "bug.txt", "good.txt", "-f", "jsonl")
    assert done.exit_code == ExitCode.FAILURE
    assert len(done.stdout.splitlines()) == 1
    assert "KeyError: 'beslut'" in done.stderr
    assert "please report it" in done.stderr
    assert "Traceback" not in done.stderr


def test_debug_shows_the_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    """PROTOKOLL_DEBUG lets the traceback through, on standard error."""
    monkeypatch.setenv("PROTOKOLL_DEBUG", "1")
    done = call("parse", "bug.txt")
    assert "Traceback" in done.stderr
    assert done.exit_code == ExitCode.FAILURE


def test_suffix_of_output_chooses_the_format() -> None:
    """-o votes.csv is CSV, and --format overrules it."""
    call("parse", "good.txt", "-o", "out.csv")
    rows = list(csv.DictReader(io.StringIO(Path("out.csv").read_text("utf-8"))))
    assert {row["kind"] for row in rows} >= {"vote", "voter", "reservation"}
    call("parse", "good.txt", "-o", "out.csv", "-f", "json")
    assert decode(Path("out.csv").read_bytes()) == make_document("good.txt")


def test_folder_takes_a_file_for_each_input() -> None:
    """A folder that ends in a slash is made; each file holds one object, also among several."""
    done = call("parse", "a/good-1.txt", "b/good-2.pdf", "empty.txt", "-o", "new/out/")
    assert done.exit_code == ExitCode.EMPTY_INPUT
    assert done.stdout == ""
    assert sorted(each.name for each in Path("new/out").iterdir()) == ["good-1.json", "good-2.json"]
    assert decode(Path("new/out/good-2.json").read_bytes()).source.path == "b/good-2.pdf"


def test_folder_that_is_there_needs_no_slash() -> None:
    """-o NAME writes into NAME if that is a folder."""
    Path("out").mkdir()
    call("parse", "good.txt", "-o", "out", "-f", "markdown")
    assert Path("out/good.md").read_text("utf-8").startswith("# ")


def test_two_inputs_for_one_target_are_refused() -> None:
    """Nothing is parsed or lost where two files would be written over each other."""
    done = call("parse", "a/good.txt", "b/good.pdf", "-o", "out/")
    assert done.exit_code == ExitCode.USAGE
    assert "a/good.txt and b/good.pdf would both be written to out/good.json" in done.stderr
    assert list(Path("out").iterdir()) == []


@pytest.mark.parametrize("output", ["good.json", "./"])
def test_input_is_never_overwritten(output: str) -> None:
    """-o that hits an input is refused, by file or by folder."""
    Path("good.json").write_text("the record itself", "utf-8")
    done = call("parse", "good.json", "-o", output)
    assert done.exit_code == ExitCode.USAGE
    assert Path("good.json").read_text("utf-8") == "the record itself"


def test_standard_input_goes_in_as_data(monkeypatch: pytest.MonkeyPatch) -> None:
    """`-` hands the bytes of standard input over, whatever they are."""
    seen = []

    def parse_file(path: str, *, data: bytes | None = None, **_: object) -> Document:
        seen.append((path, data))
        return make_document(path)

    monkeypatch.setattr("protokoll.pipeline.parse_file", parse_file)
    call("parse", "-", "good.txt", given=b"\xff\x00\r\n")
    assert seen == [("-", b"\xff\x00\r\n"), ("good.txt", None)]


def test_options_reach_the_pipeline(monkeypatch: pytest.MonkeyPatch) -> None:
    """--profile and --force are handed over."""
    seen = {}

    def parse_file(path: str, **options: object) -> Document:
        seen.update(options)
        return make_document(path)

    monkeypatch.setattr("protokoll.pipeline.parse_file", parse_file)
    call("parse", "good.txt", "--profile", "goteborg", "--force")
    assert seen == {"profile": "goteborg", "force": True, "data": None, "repair": Repair()}


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["--format", "jsno"], "perhaps 'json' or 'jsonl'"),
        (["--format", "xml"], "choose json, jsonl, csv or markdown"),
        (["--lang", "no"], "choose sv or en"),
        (["--froce"], "--force"),
        (["--format"], "--format"),
    ],
)
def test_mistyped_call_is_told_what_was_meant(words: list[str], hint: str) -> None:
    """A wrong option or value is exit code 2 with the nearest right one."""
    done = call("parse", "good.txt", *words)
    assert done.exit_code == ExitCode.USAGE
    assert hint in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize(
    ("profile", "hint"), [("stokholm", "perhaps 'stockholm'"), ("nowhere.toml", "there is no profile")]
)
def test_unknown_profile_is_told_before_any_file_is_read(profile: str, hint: str) -> None:
    """One sentence, not one for each file."""
    done = call("parse", "empty.txt", "broken.pdf", "--profile", profile)
    assert done.exit_code == ExitCode.PROFILE
    assert hint in done.stderr
    assert done.stderr.count("\n") == 1


def test_no_file_at_all_is_a_wrong_call() -> None:
    """The argument is required."""
    assert call("parse").exit_code == ExitCode.USAGE


def test_array_stays_valid_json_when_files_fail() -> None:
    """A failure before, between or after leaves no stray comma."""
    for words in (["empty.txt", "good.txt"], ["good.txt", "empty.txt"], ["good.txt", "bug.txt", "good.txt"]):
        assert isinstance(json.loads(call("parse", *words).stdout_bytes), list)
