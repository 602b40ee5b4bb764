"""Kill a batch at random moments, resume it, and compare every byte with those of an undisturbed run.

python benchmarks/archive/killing.py [--moments 50] [--count 150] [--seed 1] [--write]
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import shutil
import signal
import sys
import tempfile
from pathlib import Path
from time import monotonic, sleep

from generating import make_bad, make_records
from running import digest, finish, start

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from sections import Section, publish


def measure(work: Path, *, moments: int, count: int, seed: int) -> Section:
    """Kill and resume as often as asked; say how far the killed runs had come and how many ended alike."""
    make_records(work / "records", count)
    make_bad(work / "bad", count // 10)
    begun = monotonic()
    finish([work / "records", work / "bad", "--into", work / "undisturbed"])
    seconds = monotonic() - begun
    expected = digest(work / "undisturbed")
    chance = random.Random(seed)  # noqa: S311 # moments that can be tried again
    alike, stages = 0, {"nothing yet": 0, "documents": 0, "database": 0, "all": 0}
    for _ in range(moments):
        archive = work / "killed"
        _kill([work / "records", work / "bad", "--into", archive], chance.uniform(0.1, seconds))
        stages[_stage(archive, count)] += 1
        _, told = finish([work / "records", work / "bad", "--into", archive])
        if digest(archive) == expected:
            alike += 1
        else:
            print(f"other bytes in {archive}:\n{told}")
            break
        shutil.rmtree(archive)
    told = (
        f"{count} records and {count // 10} bad files; the process group killed at random moments of {seconds:.1f} s."
    )
    rows = [("killed", str(moments)), *((f"... with {name}", str(number)) for name, number in stages.items())]
    return Section(
        "Killed and resumed", told, ("runs", "number"), [*rows, ("identical after the next run", str(alike))]
    )


def _kill(words: list[str | Path], after: float) -> None:
    process = start(words)
    sleep(after)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


def _stage(archive: Path, count: int) -> str:
    """How far a killed run had come."""
    made = sum(1 for _ in archive.glob("documents/*/*.json"))
    if not made:
        return "nothing yet"
    if made < count:
        return "documents"
    return "database" if (archive / "journal.jsonl").exists() else "all"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--moments", type=int, default=50)
    parser.add_argument("--count", type=int, default=150)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", action="store_true", help="also write the table to docs/performance.md")
    options = parser.parse_args()
    place = Path(tempfile.mkdtemp())
    section = measure(place, moments=options.moments, count=options.count, seed=options.seed)
    publish(section, write=options.write)
    shutil.rmtree(place)
