"""A table of figures in its place on a page: between two marks."""

import re
from pathlib import Path

__all__ = ["put"]

_PAGE = Path(__file__).parents[2] / "docs" / "topics.md"


def put(name: str, table: str) -> None:
    """Put a table between the marks `<!-- NAME -->` and `<!-- end of NAME -->` of `docs/topics.md`."""
    text = _PAGE.read_text("utf-8")
    place = re.compile(rf"(<!-- {name} -->\n).*?(\n<!-- end of {name} -->)", re.DOTALL)
    _PAGE.write_text(place.sub(lambda match: f"{match[1]}{table}{match[2]}", text), "utf-8")
