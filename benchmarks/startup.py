"""How long `protokoll --help` takes, against `python -c "import typer"`."""

from __future__ import annotations

import argparse
import sys

from children import COMMAND, in_turns
from sections import Section, publish


def measure(repeat: int) -> Section:
    """Time the start, in turns with an empty Python and one that only imports typer."""
    commands = {
        'python -c ""': (sys.executable, "-c", ""),
        'python -c "import typer"': (sys.executable, "-c", "import typer"),
        "protokoll --help": (COMMAND, "--help"),
        "protokoll --version": (COMMAND, "--version"),
    }
    timings = in_turns(commands, repeat)
    base = timings['python -c "import typer"'].median
    rows = [
        (f"`{name}`", f"{1000 * each.median:.0f}", f"{1000 * each.quickest:.0f}", f"{each.median / base:.2f}")
        for name, each in timings.items()
    ]
    told = f"Milliseconds from the shell, {repeat} runs of each in turns; the ratio is of medians."
    return Section("Start-up", told, ("command", "median", "quickest", "ratio"), rows)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeat", type=int, default=15, help="how often each is run")
    parser.add_argument("--write", action="store_true", help="also write the table to docs/performance.md")
    options = parser.parse_args()
    publish(measure(options.repeat), write=options.write)
