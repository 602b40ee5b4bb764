"""Batches run as a person runs them: how long, how much, and what is left behind."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import sysconfig
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from time import perf_counter, sleep
from typing import NamedTuple

import psutil

__all__ = ["COMMAND", "Run", "digest", "finish", "run_measured", "single_work", "start"]

COMMAND = str(Path(sysconfig.get_path("scripts")) / "protokoll")
"""The command as installed beside the Python that runs this."""

_SINGLE = """
import sys, time
import protokoll
from protokoll.export.json import dump
begun, spent = 0, 0
for number, path in enumerate(sys.stdin.buffer.read().decode("utf-8", "surrogateescape").split("\\0")):
    try:
        dump(protokoll.parse_file(path))
    except protokoll.ProtokollError:
        pass
    if not number:
        begun, spent = time.perf_counter(), time.process_time()
print(time.perf_counter() - begun, time.process_time() - spent)
"""
_LOOK = 0.05  # seconds between two looks at memory


class Run(NamedTuple):
    """What one batch took."""

    code: int
    seconds: float
    """From the shell to its end."""
    converted: float
    """Until the last input had its outcome; the rest is the manifest and the database."""
    work: float
    """Seconds of work of all its processes."""
    parent: float
    """The most memory of the process that hands out the files, MB."""
    worker: float
    """The most memory of any other process, MB."""
    counts: dict[str, int]


def start(words: Sequence[str | Path]) -> subprocess.Popen[bytes]:
    """Start `protokoll batch` in a process group of its own."""
    command = [COMMAND, "batch", *map(str, words)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True)


def finish(words: Sequence[str | Path]) -> tuple[int, str]:
    """Run `protokoll batch` to its end; return its exit code and what it said."""
    process = start(words)
    _, told = process.communicate()
    return process.returncode, told.decode()


def run_measured(words: Sequence[str | Path]) -> Run:
    """Run `protokoll batch` to its end and measure it."""
    seen = _Seen()
    begun = perf_counter()
    process = start([*words, "--log-json"])
    Thread(target=_watch, args=(process.pid, seen), daemon=True).start()
    converted, counts = 0.0, {}
    for line in process.stderr or ():
        event = json.loads(line)
        if event["event"] == "outcome":
            converted = perf_counter() - begun
        elif event["event"] == "end":
            counts = event["counts"]
    code = process.wait()
    seconds = perf_counter() - begun
    return Run(code, seconds, converted, sum(seen.work.values()), seen.parent, seen.worker, counts)


def single_work(paths: Sequence[Path], processes: int = 1) -> tuple[float, float]:
    """Convert files without an archive, in processes that know nothing of each other.

    Returns:
        The seconds until the last one was done, and the seconds of work of all; the start of Python does not count,
        nor what is loaded with the first file.
    """
    ordered = sorted(paths, key=lambda each: -each.stat().st_size)
    children = [
        subprocess.Popen([sys.executable, "-c", _SINGLE], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        for _ in range(processes)
    ]
    for number, child in enumerate(children):
        share = ordered[-1:] + ordered[number::processes]
        if child.stdin:
            child.stdin.write(b"\0".join(map(os.fsencode, share)))
            child.stdin.close()
    times = [tuple(map(float, child.stdout.read().split())) for child in children if child.stdout]
    for child in children:
        child.wait()
    return max(wall for wall, _ in times), sum(work for _, work in times)


def digest(folder: Path) -> str:
    """The digest of every file in a folder, names included."""
    whole = hashlib.sha256()
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        whole.update(os.fsencode(path.relative_to(folder)) + b"\0")
        whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


@dataclass
class _Seen:
    """What was seen of a process and of those below it."""

    parent: float = 0.0
    worker: float = 0.0
    work: dict[int, float] = field(default_factory=dict)


def _watch(pid: int, seen: _Seen) -> None:
    """Look at the processes of a run until it ends."""
    while True:
        try:
            parent = psutil.Process(pid)
            seen.parent = max(seen.parent, _size(parent, seen))
            for child in parent.children(recursive=True):
                with suppress(psutil.NoSuchProcess):
                    seen.worker = max(seen.worker, _size(child, seen))
        except psutil.NoSuchProcess:
            return
        sleep(_LOOK)


def _size(process: psutil.Process, seen: _Seen) -> float:
    times = process.cpu_times()
    seen.work[process.pid] = times.user + times.system
    return float(process.memory_info().rss) / 1e6
