"""`protokoll batch` as its users run it: processes, signals, disks."""

import contextlib
import json
import os
import pty
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from time import monotonic, sleep

import pytest

from protokoll.export.json import decode
from tests.archive.records import BAD, record, write_records
from tests.cli.calling import PROGRAM, call, run

needs_root = pytest.mark.skipif(os.geteuid() != 0 or not shutil.which("mount"), reason="only root may mount")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder with twelve records and what is none."""
    write_records(tmp_path / "in", 12)
    for name, (data, _) in BAD.items():
        (tmp_path / "in" / name).write_bytes(data)
    return tmp_path


@pytest.fixture
def slow(tmp_path: Path) -> Path:
    """A folder with records enough to be met at work."""
    write_records(tmp_path / "in", 400)
    return tmp_path


def _start(home: Path, *words: str | Path) -> subprocess.Popen[bytes]:
    command = [*PROGRAM, "batch", home / "in", "--into", home / "arkiv", *words]
    return subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True)


def _wait_for_documents(home: Path, process: subprocess.Popen[bytes]) -> None:
    """Wait until a run is in the middle of its work."""
    until = monotonic() + 60
    while monotonic() < until and process.poll() is None:
        if next((home / "arkiv").glob("documents/*/*.json"), None):
            return
        sleep(0.01)
    pytest.fail("the run was not met at work")


def _tree(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def test_a_batch_tells_how_it_went(home: Path) -> None:
    """A number for each status, the reason and the advice for each failure; the code is the highest."""
    done = run("batch", home / "in", "--into", home / "arkiv", "--jobs", "2")
    told = done.stderr.decode()
    assert (done.returncode, done.stdout) == (max(code for _, code in BAD.values()), b"")
    assert "17 inputs" in told
    assert "12  converted" in told
    assert f"{len(BAD)}  failed" in told
    for name in BAD:
        assert name in told
    for document in (home / "arkiv").glob("documents/*/*.json"):
        decode(document.read_bytes())


def test_the_document_is_that_of_parse(home: Path) -> None:
    """With the same options, byte for byte."""
    path = home / "in" / "ks-003.txt"
    assert run("batch", path, "--into", home / "arkiv").returncode == 0
    (document,) = (home / "arkiv").glob("documents/*/*.json")
    assert document.read_bytes() == run("parse", path).stdout


def test_json_lines_tell_everything(home: Path) -> None:
    """Each line is an object: the plan, an outcome for each input, the end."""
    done = run("batch", home / "in", "--into", home / "arkiv", "--log-json")
    lines = [json.loads(line) for line in done.stderr.splitlines()]
    assert [line["event"] for line in lines] == ["plan", *["outcome"] * 17, "end"]
    assert {line["path"] for line in lines if line["event"] == "outcome"} == set(map(str, (home / "in").iterdir()))
    assert lines[-1]["counts"] == {"converted": 12, "failed": len(BAD)}
    assert lines[-1]["exit_code"] == done.returncode


def test_a_terminal_shows_the_files_in_hand(slow: Path) -> None:
    """How many of how many, how fast, how long still; the view is gone when all is done."""
    ours, theirs = pty.openpty()
    command = [*PROGRAM, "batch", str(slow / "in"), "--into", str(slow / "arkiv")]
    process = subprocess.Popen(command, stderr=theirs, env=os.environ | {"TERM": "xterm", "COLUMNS": "100"})
    os.close(theirs)
    told = b""
    with contextlib.suppress(OSError):  # Linux tells that the other end is closed by an error
        while data := os.read(ours, 65536):
            told += data
    os.close(ours)
    assert process.wait() == 0
    text = told.decode()
    assert " of 400" in text
    assert "/s, " in text
    assert " s  ks-" in text
    assert "400 inputs in" in text


@pytest.mark.parametrize("from_list", [True, False])
@pytest.mark.parametrize("mark", ["\n", "\0"])
def test_lists_on_standard_input(home: Path, mark: str, from_list: bool) -> None:
    """By line or with zero bytes, as `--from-list -` or as the source `-`."""
    paths = [str(home / "in" / f"ks-{number:03}.txt") for number in (1, 4)]
    words = ["--from-list", "-"] if from_list else ["-"]
    done = run("batch", *words, "--into", home / "arkiv", given=mark.join(paths).encode() + mark.encode())
    assert done.returncode == 0
    assert "2  converted" in done.stderr.decode()


def test_a_list_in_a_file_beside_sources(home: Path) -> None:
    """Both are taken, and a list that is not there is told."""
    (home / "list").write_text(f"{home}/in/ks-001.txt\n", "utf-8")
    done = call("batch", home / "in" / "ks-002.txt", "--from-list", home / "list", "--into", home / "arkiv")
    assert "2  converted" in done.stderr
    done = call("batch", "--from-list", home / "missing", "--into", home / "arkiv")
    assert (done.exit_code, "cannot be read" in done.stderr) == (11, True)


def test_a_list_that_is_no_list(home: Path) -> None:
    """Bytes that are no text give inputs that are not there, each with its sentence."""
    (home / "list").write_bytes(b"\xe4\n*\xe5\n" + b"x" * 400 + b"\n")
    done = run("batch", "--from-list", home / "list", "--into", home / "arkiv")
    assert done.returncode == 11
    assert "there is no file" in done.stderr.decode()
    assert "nothing matches" in done.stderr.decode()
    assert b"3  failed" in done.stderr


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["--into", "arkiv"], 2, "there is nothing to convert"),
        (["in"], 2, "--into"),
        (["in", "--into", "in/arkiv"], 50, "lies inside the source"),
        (["in", "--into", "in"], 50, "lies inside the archive"),
        (["in", "--into", "other"], 50, "holds other things and is no archive"),
        (["in", "--into", "in/ks-001.txt"], 50, "lies inside the source"),
        (["in/ks-001.txt", "--into", "in/ks-002.txt"], 50, "is a file"),
        (["in", "--into", "newer"], 52, "format 99"),
        (["in", "--into", "arkiv", "--profile", "atlantis"], 30, "atlantis"),
        (["missing", "--into", "arkiv"], 11, "there is no file"),
    ],
)
def test_calls_that_cannot_be(
    home: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], code: int, told: str
) -> None:
    """One sentence, a documented code, and no file touched."""
    monkeypatch.chdir(home)
    (home / "other").mkdir()
    (home / "other" / "letter.txt").write_bytes(b"x")
    (home / "newer").mkdir()
    (home / "newer" / "archive.json").write_bytes(b'{"format": 99}')
    before = _tree(home)
    done = call("batch", *words)
    assert done.exit_code == code
    assert told in done.stderr
    assert {name: data for name, data in _tree(home).items() if not name.startswith("arkiv")} == before


def test_a_second_batch_says_so_and_leaves(slow: Path) -> None:
    """The first is not disturbed."""
    first = _start(slow)
    _wait_for_documents(slow, first)
    second = run("batch", slow / "in", "--into", slow / "arkiv")
    assert second.returncode == 51
    assert second.stderr.decode().startswith("protokoll: another run is writing to the archive")
    _, told = first.communicate()
    assert (first.returncode, b"400  converted" in told) == (0, True)


def test_ctrl_c_finishes_what_is_in_hand(slow: Path) -> None:
    """The archive is whole, and the next run goes on."""
    process = _start(slow, "--jobs", "2")
    _wait_for_documents(slow, process)
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate()
    assert process.returncode == 130
    assert b"stopped early" in told
    assert not (slow / "arkiv" / "journal.jsonl").exists()
    lines = (slow / "arkiv" / "manifest.jsonl").read_bytes().count(b"\n")
    assert 0 < lines < 400
    assert len(list((slow / "arkiv").glob("documents/*/*.json"))) == lines
    assert f"{400 - lines}  converted" in run("batch", slow / "in", "--into", slow / "arkiv").stderr.decode()


def test_a_second_ctrl_c_stops_at_once(slow: Path) -> None:
    """Even while a file takes for ever; what was done is known to the next run."""
    fifo_like = slow / "in" / "zz.txt"
    fifo_like.write_bytes(record(999) * 3000)
    process = _start(slow, "--jobs", "2")
    _wait_for_documents(slow, process)
    os.killpg(process.pid, signal.SIGINT)
    sleep(0.05)
    start = monotonic()
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate()
    assert monotonic() - start < 5
    assert process.returncode == 130
    assert b"goes on from here" in told or b"stopped early" in told
    done = run("batch", slow / "in", "--into", slow / "arkiv")
    assert done.returncode == 0
    assert not (slow / "arkiv" / "journal.jsonl").exists()


def test_killed_and_resumed_the_bytes_are_those_of_an_undisturbed_run(home: Path) -> None:
    """At moments spread over the run; `benchmarks/archive/killing.py` tries many more."""
    begun = monotonic()
    run("batch", home / "in", "--into", home / "undisturbed")
    seconds = monotonic() - begun
    expected = _tree(home / "undisturbed")
    for part in (0.4, 0.55, 0.7, 0.85):
        process = _start(home)
        sleep(part * seconds)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        run("batch", home / "in", "--into", home / "arkiv")
        assert _tree(home / "arkiv") == expected
        shutil.rmtree(home / "arkiv")


def test_time_and_memory_are_limited(home: Path) -> None:
    """A file that takes too much has its own status, and the others are converted."""
    (home / "in" / "endless.txt").write_bytes(record(1) * 6000)
    done = run("batch", home / "in", "--into", home / "arkiv", "--timeout", "1")
    assert "1  timed_out" in done.stderr.decode()
    assert "12  converted" in done.stderr.decode()
    done = run("batch", home / "in", "--into", home / "small", "--max-memory", "100")
    assert "1  too_large" in done.stderr.decode()
    assert "12  converted" in done.stderr.decode()


@contextlib.contextmanager
def _mounted(place: Path, options: str) -> Iterator[None]:
    place.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place)], check=False, capture_output=True
    )
    if done.returncode:
        pytest.skip("no file system can be mounted here")
    try:
        yield
    finally:
        subprocess.run(["umount", str(place)], check=True)


@needs_root
def test_a_full_disk_is_told_and_nothing_is_lost(slow: Path) -> None:
    """What was written is whole; with more room the same command goes on."""
    with _mounted(slow / "disk", "size=400k"):
        done = run("batch", slow / "in", "--into", slow / "disk" / "arkiv")
        assert done.returncode == 40
        assert "no space left on device; make room" in done.stderr.decode()
        for document in (slow / "disk" / "arkiv").glob("documents/*/*.json"):
            decode(document.read_bytes())
        subprocess.run(["mount", "-o", "remount,size=40m", str(slow / "disk")], check=True)
        done = run("batch", slow / "in", "--into", slow / "disk" / "arkiv")
        assert done.returncode == 0
        assert b"skipped" in done.stderr
        run("batch", slow / "in", "--into", slow / "undisturbed")
        assert _tree(slow / "disk" / "arkiv") == _tree(slow / "undisturbed")


@needs_root
def test_a_read_only_disk_is_told(home: Path) -> None:
    """Also where the archive is there already."""
    with _mounted(home / "disk", "size=40m"):
        run("batch", home / "in", "--into", home / "disk" / "arkiv")
        before = _tree(home / "disk")
        subprocess.run(["mount", "-o", "remount,ro", str(home / "disk")], check=True)
        for target in ("arkiv", "new"):
            done = run("batch", home / "in", "--into", home / "disk" / target)
            assert done.returncode == 40
            assert "cannot be written to: read-only file system" in done.stderr.decode()
        assert _tree(home / "disk") == before
