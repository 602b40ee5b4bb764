"""Commands run as a person runs them, timed from outside."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

__all__ = ["COMMAND", "Timing", "in_turns", "peak_megabytes"]

COMMAND = str(Path(sysconfig.get_path("scripts")) / "protokoll")
"""The command as installed beside the Python that runs this."""


class Timing(NamedTuple):
    """Seconds of one command over all its runs."""

    median: float
    quickest: float
    slowest: float


def in_turns(commands: Mapping[str, Sequence[str]], repeat: int) -> dict[str, Timing]:
    """Run each command `repeat` times, in turns, after one run of each that does not count."""
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(repeat + 1):
        for name, command in commands.items():
            start = perf_counter()
            _run(command)
            if turn:
                seconds[name].append(perf_counter() - start)
    return {name: Timing(median(each), min(each), max(each)) for name, each in seconds.items()}


def peak_megabytes(code: str, *arguments: str) -> float:
    """The most memory (resident set) of a fresh Python that runs `code`, in MB."""
    child = subprocess.Popen([sys.executable, "-c", code, *arguments], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"the measured Python ended with {child.returncode}")
    unit = 1 if sys.platform == "darwin" else 1024  # bytes there, kilobytes elsewhere
    return usage.ru_maxrss * unit / 1e6


def _run(command: Sequence[str]) -> None:
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {done.returncode}: {done.stderr.decode()}")
