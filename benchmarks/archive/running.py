"""Batches run as a person runs them, and what is left behind."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import sysconfig
from collections.abc import Sequence
from pathlib import Path

__all__ = ["COMMAND", "digest", "finish", "start"]

COMMAND = str(Path(sysconfig.get_path("scripts")) / "protokoll")
"""The command as installed beside the Python that runs this."""


def start(words: Sequence[str | Path]) -> subprocess.Popen[bytes]:
    """Start `protokoll batch` in a process group of its own."""
    command = [COMMAND, "batch", *map(str, words)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True)


def finish(words: Sequence[str | Path]) -> tuple[int, str]:
    """Run `protokoll batch` to its end; return its exit code and what it said."""
    process = start(words)
    _, told = process.communicate()
    return process.returncode, told.decode()


def digest(folder: Path) -> str:
    """The digest of every file in a folder, names included."""
    whole = hashlib.sha256()
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        whole.update(os.fsencode(path.relative_to(folder)) + b"\0")
        whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


if __name__ == "__main__":
    print(digest(Path(sys.argv[1])))
