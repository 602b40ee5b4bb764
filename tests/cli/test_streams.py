"""Streams and codes as a shell sees them: data on standard output, talk on standard error."""

import contextlib
import os
import pty
import subprocess
import tempfile
from pathlib import Path

import pytest

from protokoll.export.json import decode
from protokoll.version import __version__
from tests.cli.calling import PROGRAM, SAMPLES, run

MOTION = SAMPLES / "motion-2023-02-13.txt"
MINUTES = SAMPLES / "protokoll-kf-2023-10-23.txt"


def test_parse_gives_json_and_silence() -> None:
    """A good file: JSON, no talk, code 0."""
    done = run("parse", MOTION)
    assert (done.returncode, done.stderr) == (0, b"")
    assert decode(done.stdout).source.path == str(MOTION)


def test_standard_input_is_the_same_as_the_file() -> None:
    """`-` differs only in the name of the source."""
    from_file = decode(run("parse", MOTION).stdout)
    from_stream = decode(run("parse", "-", given=MOTION.read_bytes()).stdout)
    assert from_stream.source.path == "-"
    assert from_stream.items == from_file.items


def test_parse_pipes_into_show() -> None:
    """The output of one command is the input of the next."""
    shown = run("show", "-", "--lang", "sv", given=run("parse", MINUTES).stdout)
    assert shown.returncode == 0
    assert shown.stdout == run("show", MINUTES, "--lang", "sv").stdout


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (b"", 12),
        (b" \n\t\n", 12),
        (bytes(range(256)) * 20, 13),
        ("Vispa ägg och socker. Rör ner mjöl, grädda i fyrtio minuter och låt svalna. " * 9, 20),
        ("The committee has decided that the report is to be approved by the council. " * 9, 21),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\ntrailer", 16),
    ],
)
def test_bad_input_is_a_sentence_and_a_code(given: bytes | str, code: int) -> None:
    """Empty, binary, a recipe, English, a torn PDF: one line, the code of the table, no data."""
    data = given.encode() if isinstance(given, str) else given
    done = run("parse", "-", given=data)
    assert done.returncode == code
    assert done.stdout == b""
    assert done.stderr.startswith(b"protokoll: ")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("path", ["gone.txt", "."])
def test_missing_file_and_folder(path: str, tmp_path: Path) -> None:
    """A path that leads to no file is told as such."""
    done = run("parse", path, cwd=tmp_path)
    assert done.returncode == 11
    assert done.stderr.count(b"\n") == 1


def test_force_parses_what_is_no_record() -> None:
    """--force gives a document with a remark that says so."""
    recipe = ("Vispa ägg och socker. Rör ner mjöl, grädda i fyrtio minuter och låt svalna. " * 9).encode()
    done = run("parse", "-", "--force", given=recipe)
    assert done.returncode == 0
    assert decode(done.stdout).remarks[0].code == "record_forced"


def test_closed_pipe_is_a_quiet_end() -> None:
    """`| head` ends the run without a word."""
    process = subprocess.Popen(
        [*PROGRAM, "parse", *[MINUTES] * 8, "-f", "jsonl"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout
    process.stdout.close()
    _, told = process.communicate(timeout=60)
    assert (process.returncode, told) == (0, b"")


def test_name_that_is_not_utf8(tmp_path: Path) -> None:
    """An old file system's name does not keep the record from being written."""
    path = os.fsencode(tmp_path) + b"/m\xf6te.txt"
    Path(os.fsdecode(path)).write_bytes(MOTION.read_bytes())
    done = run("parse", os.fsdecode(path))
    assert done.returncode == 0
    assert decode(done.stdout).source.path.endswith("/m\ufffdte.txt")


def test_colour_only_where_it_is_wanted() -> None:
    """A pipe gets no colours; FORCE_COLOR gives them; NO_COLOR takes them."""
    assert b"\x1b[" not in run("show", MINUTES).stdout
    assert b"\x1b[" in run("show", MINUTES, FORCE_COLOR="1").stdout
    assert b"\x1b[" not in run("show", MINUTES, FORCE_COLOR="1", NO_COLOR="1").stdout
    assert b"\x1b[" not in run("show", MINUTES, FORCE_COLOR="1", TERM="dumb").stdout


def test_terminal_that_knows_no_box_signs() -> None:
    """Signs outside the encoding of the terminal become question marks, and nothing fails."""
    done = run("show", MINUTES, PYTHONIOENCODING="latin-1", PYTHONUTF8="0")
    assert done.returncode == 0
    assert "Älvinge" in done.stdout.decode("latin-1")
    assert b"?" in done.stdout


def test_progress_is_on_a_terminal_and_never_in_the_data() -> None:
    """With standard error on a terminal several files get a bar there; the data is the same."""
    main, other = pty.openpty()
    with tempfile.TemporaryFile() as data:
        process = subprocess.Popen(
            [*PROGRAM, "parse", MOTION, MINUTES, "-f", "jsonl"],
            stdout=data,
            stderr=other,
            env=os.environ | {"TERM": "xterm"},
        )
        os.close(other)
        talk = b""
        with contextlib.suppress(OSError):  # raised when the other end is closed
            while chunk := os.read(main, 4096):
                talk += chunk
        process.wait(30)
        os.close(main)
        data.seek(0)
        written = data.read()
    assert b"protokoll" in talk
    assert written == run("parse", MOTION, MINUTES, "-f", "jsonl").stdout


def test_version() -> None:
    """Name and version on standard output."""
    assert run("--version").stdout.decode() == f"protokoll {__version__}\n"


def test_no_arguments_show_the_help() -> None:
    """Without a command the help is printed, and the code is that of a wrong call."""
    done = run()
    assert done.returncode == 2
    assert b"Usage: protokoll" in done.stdout + done.stderr
