"""`protokoll archive`: rebuild, status, export and serve."""

import json
import os
import resource
import signal
import socket
import subprocess
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from msgspec.structs import replace

from protokoll.archive.folder import Folder
from protokoll.archive.manifest import as_lines
from protokoll.archive.outcome import Outcome, Status
from protokoll.cli import archive as module
from protokoll.errors import ExitCode
from tests.archive.store.making import dated, make_archive, titled
from tests.cli.calling import PROGRAM, call, run
from tests.invented import make_document


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Two invented records, between which a protocol is missing, and a failure."""
    late = dated(titled("Sent", first=20), "2024-06-01")
    make_archive(tmp_path, {"ks-mars": make_document(), "ks-juni": late}, database=False)
    outcomes = {
        "/in/ks.txt": Outcome(path="/in/ks.txt", status=Status.CONVERTED, output="documents/ks-mars.json"),
        "/in/tom.txt": Outcome(
            path="/in/tom.txt", status=Status.FAILED, error="it is empty", hint="look", exit_code=12
        ),
    }
    Folder(tmp_path).manifest.write_bytes(b"".join(as_lines(outcomes)))
    call("archive", "rebuild", tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", [each.__name__ for each in module.MEMBERS])
def test_every_member_has_help_with_its_examples(name: str) -> None:
    """And with no other's."""
    done = call("archive", name, "--help")
    assert done.exit_code == 0
    examples = done.stdout.split("Examples:")[1].strip().splitlines()
    assert examples
    assert all(line.strip().startswith(f"protokoll archive {name} ") for line in examples)


def test_group_lists_its_members() -> None:
    """With a line each."""
    shown = call("archive", "--help").stdout
    for member in module.MEMBERS:
        assert f"\n  {member.__name__} " in shown


@pytest.mark.parametrize(("typed", "told"), [("statu", "'status'"), ("xyz", "choose rebuild, status, export or serve")])
def test_mistyped_member(typed: str, told: str) -> None:
    """The nearest is offered, else all."""
    done = call("archive", typed)
    assert done.exit_code == ExitCode.USAGE
    assert f"there is no command 'archive {typed}'" in done.stderr
    assert told in done.stderr


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("protokoll arc", {"archive"}),
        ("protokoll archive ", {"rebuild", "status", "export", "serve"}),
        ("protokoll archive st", {"status"}),
        ("protokoll archive export --format ", {"csv", "jsonl"}),
    ],
)
def test_shell_completion(typed: str, offered: set[str]) -> None:
    """What bash offers after the words typed."""
    cword = str(len(typed.split(" ")) - 1)
    done = run(_PROTOKOLL_COMPLETE="complete_bash", COMP_WORDS=typed, COMP_CWORD=cword)
    assert set(done.stdout.decode().split()) == offered


def test_rebuild_says_what_it_made(archive: Path) -> None:
    """And makes the same bytes again."""
    before = (archive / "protokoll.db").read_bytes()
    done = call("archive", "rebuild", archive, "--jobs", "1")
    assert done.exit_code == 0
    assert "protokoll.db is made anew (0." in done.stderr
    assert (archive / "protokoll.db").read_bytes() == before


def test_rebuild_of_no_archive(tmp_path: Path) -> None:
    """Makes nothing there."""
    done = call("archive", "rebuild", tmp_path)
    assert done.exit_code == ExitCode.ARCHIVE
    assert list(tmp_path.iterdir()) == []


def test_disk_that_is_full(archive: Path) -> None:
    """A sentence, the code of output, and the database of before."""
    before = (archive / "protokoll.db").read_bytes()

    def little() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))

    command = [*PROGRAM, "archive", "rebuild", str(archive)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, preexec_fn=little)
    assert done.returncode == ExitCode.OUTPUT
    assert done.stderr.startswith(f"protokoll: the database {archive / 'protokoll.db'} cannot be written: ")
    assert "Traceback" not in done.stderr
    assert (archive / "protokoll.db").read_bytes() == before
    assert not list(archive.glob(".protokoll-*"))


def test_status_in_swedish(archive: Path) -> None:
    """Counts, gaps and failures with what to do."""
    shown = call("archive", "status", archive, "--lang", "sv").stdout
    for line in (
        "Handlingar: 2, ärenden: 3",
        "  1  omvandlade",
        "  2  Protokoll",
        "  2  Kommunstyrelsen",
        "  Kommunstyrelsen 2024-06-01: §§ 13–19 saknas mellan ks-mars och ks-juni",
        "Omröstningar som inte går ihop: inga",
        "  /in/tom.txt: it is empty → look",
    ):
        assert f"\n{line}\n" in f"\n{shown}"


def test_status_as_json(archive: Path) -> None:
    """The same, whole."""
    status = json.loads(call("archive", "status", archive, "--format", "json").stdout)
    assert status["inputs"] == {"converted": 1, "failed": 1}
    assert status["gaps"][0]["first_missing"] == 13
    assert status["failures"][0]["reason"] == "it is empty"


def test_long_lists_are_cut(tmp_path: Path) -> None:
    """Unless all is wanted; how many more there are is said."""
    documents = {f"ks-{i:02}": dated(titled("Ett", first=2 * i), f"2024-01-{i:02}") for i in range(1, 16)}
    make_archive(tmp_path, documents)
    shown = call("archive", "status", tmp_path, "--lang", "en").stdout
    assert "Gaps in the § numbers: 14" in shown
    assert "… and 4 more (--all shows all)" in shown
    assert shown.count(" missing between ") == 10
    assert call("archive", "status", tmp_path, "--lang", "en", "--all").stdout.count(" missing between ") == 14


def test_votes_that_do_not_add_up_are_shown(tmp_path: Path) -> None:
    """Printed and in the roll, side by side."""
    document = make_document()
    item = replace(document.items[0], votes=(replace(document.items[0].votes[0], yes=7),))
    make_archive(tmp_path, {"ks": replace(document, items=(item,))})
    shown = " ".join(call("archive", "status", tmp_path, "--lang", "en").stdout.split())
    told = "printed 7 yes, 1 no, 0 abstain, in the roll 2 yes, 1 no, 0 abstain"
    assert f"Kommunstyrelsen 2024-03-06 § 11 (p. 2): {told}" in shown


def test_export(archive: Path, tmp_path: Path) -> None:
    """The tables are there, and the package."""
    done = call("archive", "export", archive, "-o", tmp_path / "ut", "--format", "jsonl")
    assert done.exit_code == 0
    assert "tables and datapackage.json are in" in done.stderr
    assert (tmp_path / "ut" / "votes.jsonl").read_bytes().count(b"\n") == 1
    assert json.loads((tmp_path / "ut" / "datapackage.json").read_bytes())["name"] == "protokoll"


@pytest.mark.parametrize("words", [("export",), ("export", "-o", "ut", "--format", "xml"), ("status", "-f", "csv")])
def test_bad_call(archive: Path, words: tuple[str, ...]) -> None:
    """Is told in a sentence with the code of usage."""
    done = call("archive", words[0], archive, *words[1:])
    assert done.exit_code == ExitCode.USAGE
    assert "Traceback" not in done.stderr


@contextmanager
def serving(archive: Path, *words: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Serve an archive in a process of its own; yield its address once it answers."""
    command = [*PROGRAM, "archive", "serve", str(archive), *words]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=os.environ) as process:
        assert process.stderr
        try:
            told = process.stderr.readline()
            assert "the archive is at http://127.0.0.1:" in told
            yield told.split(" at ")[1].split(" ")[0], process
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGINT)
                process.wait(20)


def test_serve_answers_on_this_machine_and_ends_with_ctrl_c(archive: Path) -> None:
    """The view of reservations is there as JSON; Ctrl-C is a good end."""
    before = (archive / "protokoll.db").read_bytes()
    with serving(archive, "--port", "0", "--lang", "sv") as (address, process):
        with urllib.request.urlopen(f"{address}/reservations_by_party.json?_shape=array") as answer:  # noqa: S310
            assert [row["party_now"] for row in json.load(answer)] == ["M"]
        with urllib.request.urlopen(f"{address}/texts.json?_shape=array&_search=cyklar") as answer:  # noqa: S310
            assert any("cykelställ" in row["text"] for row in json.load(answer))
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0
    assert (archive / "protokoll.db").read_bytes() == before


def test_port_that_is_taken(archive: Path) -> None:
    """A sentence, and not a word of Datasette."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = run("archive", "serve", str(archive), "--port", port)
    assert done.returncode == ExitCode.ARCHIVE
    assert done.stderr.decode() == f"protokoll: port {port} is taken; choose another with --port, or 0 for any.\n"
