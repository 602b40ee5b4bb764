"""How much of the cores a batch makes use of, against the same files converted one after another.

    python benchmarks/archive/batching.py FOLDER... [--jobs 4] [--repeat 3] [--write]

Beside the batch stand as many processes that know nothing of each other and write nothing: they say how much faster
this machine is with all its cores than with one, which is less than their number when they share caches or when
others use them too. Everything is measured in turns.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median

from running import Run, run_measured, single_work

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from sections import Section, publish


def measure(folders: list[Path], *, jobs: int, repeat: int) -> Section:
    """Time one process, several, and a batch, in turns."""
    paths = sorted(path for folder in folders for path in folder.rglob("*") if path.is_file())
    place = Path(tempfile.mkdtemp())
    alone, beside, batches = [], [], []
    for turn in range(repeat):
        alone.append(single_work(paths))
        beside.append(single_work(paths, jobs)[0])
        batches.append(run_measured([*folders, "--into", place / str(turn), "--jobs", str(jobs)]))
        shutil.rmtree(place / str(turn))
    told = f"{len(paths)} files of {sum(path.stat().st_size for path in paths) / 1e6:.1f} MB; {repeat} rounds in turns."
    rows = _rows(alone, median(beside), batches, jobs)
    return Section("A batch and its cores", told, ("what", "seconds", "of the work of one process"), rows)


def _rows(singles: list[tuple[float, float]], beside: float, batches: list[Run], jobs: int) -> list[tuple[str, ...]]:
    alone, work = (median(each) for each in zip(*singles, strict=True))
    converted = median(each.converted for each in batches)
    whole = median(each.seconds for each in batches)
    limit = 1.3 * alone / jobs + 1

    def row(name: str, seconds: float) -> tuple[str, ...]:
        return name, f"{seconds:.2f}", f"1 : {alone / seconds:.2f}"

    return [
        row("one process", alone),
        row(f"{jobs} processes on their own", beside),
        row("the batch, from the shell to the last document", converted),
        row("the batch, with its database", whole),
        row(f"1.3 × one process ÷ {jobs} + 1 s", limit),
        ("efficiency against the processes on their own", f"{beside / converted:.0%}", ""),
        (
            "work of one process and of the batch with its database",
            f"{work:.2f}",
            f"{median(b.work for b in batches):.2f}",
        ),
        ("memory of the parent and of the largest worker, MB", f"{batches[0].parent:.0f}", f"{batches[0].worker:.0f}"),
    ]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--jobs", type=int, default=4)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--write", action="store_true", help="also write the table to docs/performance.md")
    options = parser.parse_args()
    publish(measure(options.folders, jobs=options.jobs, repeat=options.repeat), write=options.write)
