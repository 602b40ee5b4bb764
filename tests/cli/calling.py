"""Two ways to call the command: in this process, and as its users do."""

import os
import subprocess
import sys
from pathlib import Path

from typer.testing import CliRunner, Result

from protokoll.cli.app import app

__all__ = ["PROGRAM", "SAMPLES", "call", "run"]

PROGRAM = [sys.executable, "-m", "protokoll"]
SAMPLES = Path(__file__).parents[2] / "data" / "samples"


def call(*words: str | Path, given: bytes = b"") -> Result:
    """Call the command in this process; whatever goes wrong is met as a user meets it."""
    return CliRunner().invoke(app, [str(word) for word in words], input=given)


def run(
    *words: str | Path, given: bytes = b"", cwd: Path | None = None, **env: str
) -> subprocess.CompletedProcess[bytes]:
    """Call the command in a process of its own, with some variables set in its environment."""
    return subprocess.run(
        [*PROGRAM, *words],
        input=given,
        cwd=cwd,
        env=os.environ | {"LC_ALL": "C.UTF-8"} | env,
        capture_output=True,
        check=False,
        timeout=60,
    )
