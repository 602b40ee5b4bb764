"""The commands that the documentation shows, with the output that it claims."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from tests.docs.tables import DOCS

__all__ = ["TOP", "Shown", "find_commands", "matches", "run"]

TOP = DOCS.parent

_BLOCK = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


class Shown(NamedTuple):
    """One command of a page and the output under it; `…` alone on a line stands for any lines."""

    command: str
    output: str


def find_commands(page: Path) -> list[Shown]:
    """Return the commands of a page that are shown with output."""
    blocks = _BLOCK.findall(page.read_text("utf-8"))
    shown = [Shown(command, output.strip("\n")) for block in blocks for command, output in _COMMAND.findall(block)]
    return [each for each in shown if each.output]


def run(command: str) -> str:
    """Run a command in the top folder as a reader would, and return all that it prints."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=TOP,
        env=os.environ | {"PATH": path, "COLUMNS": "100", "LC_ALL": "C.UTF-8", "NO_COLOR": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        check=False,
        text=True,
    )
    return "\n".join(line.rstrip() for line in done.stdout.strip("\n").splitlines())


def matches(output: str, shown: str) -> bool:
    """Tell whether an output is what is shown, with `…` for lines left out."""
    parts = [re.escape(part) for part in re.split(r"^…$", shown, flags=re.MULTILINE)]
    return re.fullmatch(r"(?:.*)".join(parts), output, re.DOTALL) is not None
