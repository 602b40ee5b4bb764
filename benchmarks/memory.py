"""The most memory that one process holds: after import, for the largest record, for all records."""

from __future__ import annotations

from pathlib import Path

from children import peak_megabytes
from sections import Section, folder_parser, publish, records

PARSE = """
import sys, protokoll
for path in sys.argv[1:]:
    protokoll.parse_file(path)
"""


def measure(folder: Path) -> Section:
    """Run a fresh Python for each case and ask the system for its peak."""
    found = sorted(records(folder), key=lambda each: each.stat().st_size)
    cases = {
        "an empty Python": ("", []),
        "import protokoll": ("import protokoll", []),
        f"the largest record ({found[-1].stat().st_size / 1000:.0f} kB)": (PARSE, found[-1:]),
        f"all {len(found)} records": (PARSE, found),
    }
    rows = [(name, f"{peak_megabytes(code, *map(str, paths)):.0f}") for name, (code, paths) in cases.items()]
    return Section("Memory", "Peak resident set of one process.", ("case", "MB"), rows)


if __name__ == "__main__":
    options = folder_parser(__doc__).parse_args()
    publish(measure(options.folder), write=options.write)
