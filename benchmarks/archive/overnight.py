"""Ten thousand records in one go: how many a second, database included, and how much memory.

    python benchmarks/archive/overnight.py [--count 10000] [--jobs 4] [--write]

The same records are then found unchanged by a second run, which is timed too. Processes that know nothing of each
other and write nothing convert a tenth of the records before and after, for the speed of the machine at that time.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from generating import make_records
from running import run_measured, single_work

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from sections import Section, publish


def measure(place: Path, *, count: int, jobs: int) -> Section:
    """Make records, convert them, and convert them again."""
    make_records(place / "in", count)
    paths = sorted((place / "in").rglob("*.txt"))
    words: list[str | Path] = [place / "in", "--into", place / "arkiv", "--jobs", str(jobs)]
    some = paths[::10]
    before, work = single_work(some, jobs)
    first = run_measured(words)
    after = single_work(some, jobs)[0]
    second = run_measured(words)
    size = sum(path.stat().st_size for path in paths)
    database = (place / "arkiv" / "protokoll.db").stat().st_size
    rows = [
        ("records a second, database included", f"{count / first.seconds:.0f}"),
        ("records a second until the last document", f"{count / first.converted:.0f}"),
        (f"{jobs} processes on their own, records a second", f"{2 * len(some) / (before + after):.0f}"),
        ("work for a record on its own, ms", f"{1000 * work / len(some):.1f}"),
        ("work for a record in the batch, database included, ms", f"{1000 * first.work / count:.1f}"),
        ("seconds for the manifest and the database", f"{first.seconds - first.converted:.1f}"),
        ("seconds of a second run, which skips all", f"{second.seconds:.1f}"),
        ("most memory of the parent, MB", f"{max(first.parent, second.parent):.0f}"),
        ("most memory of any other process, MB", f"{first.worker:.0f}"),
        ("size of the database, MB", f"{database / 1e6:.0f}"),
    ]
    told = f"{count} records of {size / count / 1000:.1f} kB, all different; {first.counts} and then {second.counts}."
    return Section("An archive overnight", told, ("what", "figure"), rows)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--jobs", type=int, default=4)
    parser.add_argument("--write", action="store_true", help="also write the table to docs/performance.md")
    options = parser.parse_args()
    place = Path(tempfile.mkdtemp())
    publish(measure(place, count=options.count, jobs=options.jobs), write=options.write)
    shutil.rmtree(place)
