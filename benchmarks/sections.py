"""A table of figures as a section of a Markdown page, printed and, if wanted, written in its place."""

from __future__ import annotations

import argparse
import os
import platform
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

__all__ = ["PAGE", "Section", "folder_parser", "publish", "records"]

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "performance.md"
_HEAD = "# Performance\n\nMeasured with the commands in `benchmarks/`; each section says on what and where.\n"


class Section(NamedTuple):
    """One measurement: what was measured on what, and a table."""

    name: str
    """The heading, which also tells where an older table stands."""
    told: str
    """What was measured, in a sentence or two."""
    head: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]

    def markdown(self) -> str:
        """The section as Markdown, with the day and the machine under the table."""
        rows = [self.head, ("---",) + ("---:",) * (len(self.head) - 1), *self.rows]
        table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
        return f"## {self.name}\n\n{self.told}\n\n{table}\n\n{_machine()}\n"


def folder_parser(told: str) -> argparse.ArgumentParser:
    """The options that all measurements share."""
    parser = argparse.ArgumentParser(description=told)
    parser.add_argument("--folder", type=Path, default=ROOT / "data" / "samples", help="where the records are")
    parser.add_argument("--repeat", type=int, default=5, help="how often each is measured")
    parser.add_argument("--write", action="store_true", help="also write the table to docs/performance.md")
    return parser


def records(folder: Path) -> list[Path]:
    """The text records of a folder, subfolders included."""
    found = sorted(each for each in folder.rglob("*.txt") if each.is_file())
    if not found:
        raise SystemExit(f"there is no .txt record in {folder}")
    return found


def publish(section: Section, *, write: bool) -> None:
    """Print a section and, if wanted, put it in the page in place of the one of the same name."""
    text = section.markdown()
    print(text)
    if not write:
        return
    page = PAGE.read_text("utf-8") if PAGE.exists() else _HEAD
    older = re.compile(rf"^## {re.escape(section.name)}\n.*?(?=^## |\Z)", re.MULTILINE | re.DOTALL)
    page, replaced = older.subn(lambda _: f"{text}\n", page)
    page = page if replaced else f"{page.rstrip()}\n\n{text}"
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(f"{page.rstrip()}\n", "utf-8")
    print(f"written to {PAGE.relative_to(ROOT)}")


def _machine() -> str:
    return (
        f"{date.today().isoformat()}, Python {platform.python_version()}, {platform.system()} "
        f"{platform.machine()}, {_processor()}, {os.cpu_count()} cores."
    )


def _processor() -> str:
    try:
        told = Path("/proc/cpuinfo").read_text("utf-8")
    except OSError:
        return platform.processor() or "unknown processor"
    name = re.search(r"^model name\s*:\s*(.+)$", told, re.MULTILINE)
    return name[1].strip() if name else "unknown processor"
