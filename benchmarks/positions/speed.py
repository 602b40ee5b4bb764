"""How long positions, differences and agreement take, and the pages made of them.

    python benchmarks/positions/speed.py [--folder FOLDER] [--party M] [--repeat 5] [--write]

The records of a folder are searched as they are, then made into an archive and searched there: the first time, when
positions are found and kept, and later, when they are read. The page is opened in Chromium, where there is one, and
timed until its filters work.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from children import COMMAND
from sections import Section, publish

SAMPLES = Path(__file__).parents[2] / "data" / "samples"
READY = "performance.getEntriesByName('ready')[0]?.startTime"


def timed(*words: str | Path) -> tuple[float, str]:
    """Return the seconds of one command, and what it printed."""
    start = perf_counter()
    done = subprocess.run([COMMAND, *map(str, words)], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"protokoll {' '.join(map(str, words))} ended with {done.returncode}: {done.stderr}")
    return perf_counter() - start, done.stdout


def ready(page: Path, repeat: int) -> float | None:
    """Return the milliseconds until the filters of a page work, the median; None without a browser."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if not chromium:
        return None
    from playwright.sync_api import sync_playwright

    times = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for _ in range(repeat):
            visit = browser.new_page()
            visit.goto(page.as_uri())
            while (at := visit.evaluate(READY)) is None:
                visit.wait_for_timeout(20)
            times.append(float(at))
            visit.close()
        browser.close()
    return median(times)


def rows(place: Path, folder: Path, party: str, repeat: int) -> Iterator[tuple[str, str]]:
    """Yield each figure."""
    seconds, printed = timed("positions", folder, "--format", "jsonl")
    yield "`positions FOLDER`: parse and find all, seconds", f"{seconds:.1f}"
    yield "positions found", str(printed.count("\n"))
    archive = place / "arkiv"
    subprocess.run([COMMAND, "batch", str(folder), "--into", str(archive)], capture_output=True, check=False)
    seconds, _ = timed("positions", archive, "--party", party, "--format", "jsonl")
    yield "`positions ARCHIVE`, the first time: find and keep, seconds", f"{seconds:.1f}"
    pages = {name: place / f"{name}.html" for name in ("positions", "diff", "agreement")}
    commands: dict[str, Sequence[str | Path]] = {
        "positions ARCHIVE --party": ("positions", archive, "--party", party, "--format", "jsonl"),
        "diff ARCHIVE --party": ("diff", archive, "--party", party, "--format", "json"),
        "agreement ARCHIVE": ("agreement", archive, "--format", "json"),
        "positions ARCHIVE --html, all parties": ("positions", archive, "--html", pages["positions"]),
        "diff ARCHIVE --party --html": ("diff", archive, "--party", party, "--html", pages["diff"]),
        "agreement ARCHIVE --html": ("agreement", archive, "--html", pages["agreement"]),
    }
    for name, words in commands.items():
        yield f"`{name}`, seconds", f"{median(timed(*words)[0] for _ in range(repeat)):.2f}"
    for name, page in pages.items():
        yield f"page of {name}, MB", f"{page.stat().st_size / 1e6:.2f}"
        at = ready(page, repeat)
        if at is not None:
            yield f"page of {name}, ms until its filters work", f"{at:.0f}"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=SAMPLES)
    parser.add_argument("--party", default="M", help="the party of the differences")
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--write", action="store_true", help="also write the table to docs/performance.md")
    options = parser.parse_args()
    place = Path(tempfile.mkdtemp())
    records = sum(1 for path in options.folder.rglob("*") if path.is_file())
    told = f"{records} files, party {options.party}; medians of {options.repeat} runs."
    figures = list(rows(place, options.folder, options.party, options.repeat))
    publish(Section("Positions and pages", told, ("what", "figure"), figures), write=options.write)
    shutil.rmtree(place)
