"""A thousand bad files among a thousand good ones: every one has its status, and the good ones are all converted.

python benchmarks/archive/bad_files.py [--count 1000] [--write]
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path

from generating import BAD, make_bad, make_records
from running import run_measured

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from sections import Section, publish


def measure(place: Path, *, count: int) -> Section:
    """Convert good and bad files in one run and count what the manifest says of each kind."""
    make_records(place / "good", count)
    make_bad(place / "bad", count)
    done = run_measured([place / "good", place / "bad", "--into", place / "arkiv"])
    found: Counter[tuple[str, str, str]] = Counter()
    for line in (place / "arkiv" / "manifest.jsonl").read_text("utf-8").splitlines():
        outcome = json.loads(line)
        path = Path(outcome["path"])
        kind = path.name.split("-", 1)[1] if path.parent == place / "bad" else "a record"
        found[kind, outcome["status"], str(outcome["exit_code"])] += 1
    told = f"{count} records and {count} files of {len(BAD)} kinds that are none; exit code {done.code}."
    rows = [(*key, str(number)) for key, number in sorted(found.items())]
    total = ("all", "", "", str(found.total()))
    return Section("Bad files among good ones", told, ("file", "status", "code", "number"), [*rows, total])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--write", action="store_true", help="also write the table to docs/performance.md")
    options = parser.parse_args()
    place = Path(tempfile.mkdtemp())
    publish(measure(place, count=options.count), write=options.write)
    shutil.rmtree(place)
