"""Writing: whole or not at all."""

import os
import signal
import stat
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from protokoll.cli.output import write_file
from protokoll.errors import OutputError
from tests.cli.calling import PROGRAM, SAMPLES, run


def _failing() -> Iterator[bytes]:
    yield b"half a fi"
    raise KeyboardInterrupt


def test_failure_leaves_what_stood_there(tmp_path: Path) -> None:
    """The old content is there to the last byte, and nothing lies beside it."""
    target = tmp_path / "ks.json"
    target.write_bytes(b"old")
    with pytest.raises(KeyboardInterrupt):
        write_file(target, _failing())
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_failure_makes_no_new_file(tmp_path: Path) -> None:
    """Where nothing stood, nothing stands after."""
    with pytest.raises(KeyboardInterrupt):
        write_file(tmp_path / "ks.json", _failing())
    assert list(tmp_path.iterdir()) == []


def test_target_is_old_until_the_last_byte(tmp_path: Path) -> None:
    """A reader in between sees the old file, never a part of the new one."""
    target = tmp_path / "ks.json"
    target.write_bytes(b"old")

    def pieces() -> Iterator[bytes]:
        yield b"new" * 100_000
        assert target.read_bytes() == b"old"

    write_file(target, pieces())
    assert target.read_bytes() == b"new" * 100_000


def test_mode_of_the_old_file_is_kept(tmp_path: Path) -> None:
    """A file that only its owner may read stays so; a new one has the usual mode."""
    target = tmp_path / "ks.json"
    target.write_bytes(b"old")
    target.chmod(0o600)
    write_file(target, [b"new"])
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    write_file(tmp_path / "new.json", [b"new"])
    umask = os.umask(0)
    os.umask(umask)
    assert stat.S_IMODE((tmp_path / "new.json").stat().st_mode) == 0o666 & ~umask


def test_link_stays_a_link(tmp_path: Path) -> None:
    """What the link points to is written."""
    (tmp_path / "real.json").write_bytes(b"old")
    link = tmp_path / "link.json"
    link.symlink_to("real.json")
    write_file(link, [b"new"])
    assert link.is_symlink()
    assert (tmp_path / "real.json").read_bytes() == b"new"


def test_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    """A named pipe or a device has nothing to set aside."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    write_file(pipe, [b"new"])
    reader.join(5)
    assert got == [b"new"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.parametrize("place", ["gone/ks.json", "file/ks.json", "x" * 300 + ".json"])
def test_what_cannot_be_written_is_an_output_error(tmp_path: Path, place: str) -> None:
    """A folder that is not there, a file for a folder, a name too long."""
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OutputError, match="cannot be written"):
        write_file(tmp_path / place, [b"new"])
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


def test_full_disk_is_an_output_error() -> None:
    """The device that is always full gives the sentence and the code."""
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    done = run("parse", SAMPLES / "motion-2023-02-13.txt", "-o", "/dev/full")
    assert done.returncode == 40
    assert done.stderr.decode().startswith("protokoll: /dev/full cannot be written: ")


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_interrupt_leaves_the_old_file(tmp_path: Path, number: signal.Signals, code: int) -> None:
    """Ctrl-C or kill while the second file is awaited: old content, nothing beside it, no traceback."""
    target = tmp_path / "all.json"
    target.write_bytes(b"old")
    sample = SAMPLES / "motion-2023-02-13.txt"
    process = subprocess.Popen(
        [*PROGRAM, "parse", sample, "-", "-o", target], stdin=subprocess.PIPE, stderr=subprocess.PIPE
    )
    try:
        deadline = time.monotonic() + 30
        while len(list(tmp_path.iterdir())) == 1:  # until the first document is being written aside
            assert time.monotonic() < deadline
            time.sleep(0.05)
        process.send_signal(number)
        _, told = process.communicate(timeout=30)
    finally:
        process.kill()
    assert process.returncode == code
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]
    assert b"Traceback" not in told
