"""`protokoll read`, `segment`, `schema`: one stage or table each."""

import json

import jsonschema
import pytest

from protokoll.errors import ExitCode
from protokoll.export import FORMATS, encode
from protokoll.export.schema import schema
from tests.cli.calling import SAMPLES, call
from tests.invented import make_document

MINUTES = SAMPLES / "protokoll-kf-2023-10-23.txt"


def test_read_gives_the_text_as_utf8() -> None:
    """Any encoding in, UTF-8 out, nothing else changed."""
    words = "Förslag till beslut: motionen avslås på grund av kostnaden.\f§ 2"
    for encoding in ("utf-8", "latin-1", "utf-16"):
        assert call("read", "-", given=words.encode(encoding)).stdout_bytes == words.encode()


def test_segment_tiles_the_clean_text() -> None:
    """The spans of the blocks are those of the text that `clean` prints, and they leave nothing out."""
    outline = json.loads(call("segment", MINUTES).stdout)
    text = call("clean", MINUTES).stdout_bytes.decode()
    assert "".join(text[slice(*block["span"])] for block in outline["blocks"]) == text
    headings = [block for block in outline["blocks"] if block["heading"]]
    assert headings
    for block in headings:
        assert block["words"] == text[slice(*block["heading"])]


def test_segment_takes_a_profile() -> None:
    """--profile names the profile, and the outline tells which was used."""
    assert json.loads(call("segment", MINUTES, "-p", "stockholm", "--compact").stdout)["profile"] == "stockholm"


def test_schema_is_printed_whole() -> None:
    """The printed schema is that of the package, and the output obeys it."""
    printed = json.loads(call("schema").stdout)
    assert printed == schema()
    jsonschema.Draft202012Validator(printed).validate(json.loads(encode(make_document())))
    assert json.loads(call("schema", "--compact").stdout) == printed


@pytest.mark.parametrize("command", ["read", "clean", "segment", "show", "parse"])
def test_missing_file_has_its_code_in_every_command(command: str) -> None:
    """The same file that is not there gives the same code and one sentence everywhere."""
    done = call(command, "gone.txt")
    assert done.exit_code == ExitCode.MISSING_INPUT
    assert done.stdout == ""
    assert done.stderr.startswith("protokoll: ")
    assert done.stderr.count("\n") == 1


def test_formats_of_the_help_are_those_of_the_table() -> None:
    """A new format is in the help of `parse` at once."""
    assert ", ".join(FORMATS) in " ".join(call("parse", "--help").stdout.split())
