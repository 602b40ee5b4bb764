"""The tables of the documentation, read back."""

import re
from pathlib import Path

__all__ = ["DOCS", "find_names"]

DOCS = Path(__file__).parents[2] / "docs"

_HEADING = re.compile(r"^## .*\(`(\w+)`\)$", re.MULTILINE)
_FIRST_CELL = re.compile(r"^\| `([\w.]+)` \|", re.MULTILINE)


def find_names(page: str) -> dict[str, list[str]]:
    """Return the names in the first column of each table under a heading that ends in the name of a class."""
    parts = _HEADING.split((DOCS / page).read_text("utf-8"))[1:]
    return {name: _FIRST_CELL.findall(part) for name, part in zip(parts[::2], parts[1::2], strict=True)}
