"""Tables in Markdown, printed and, if wanted, put in their places in docs/repair.md."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

__all__ = ["PAGE", "Table", "placed", "publish"]

PAGE = Path(__file__).parents[2] / "docs" / "repair.md"


class Table(NamedTuple):
    """A table, and the name by which it is put in its place."""

    name: str
    head: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]

    def markdown(self) -> str:
        """Return the table as Markdown.

        >>> print(Table("kinds", ("what", "words"), [("mended", "12")]).markdown())
        | what | words |
        |---|---:|
        | mended | 12 |
        """
        rule = "|---" + "|---:" * (len(self.head) - 1) + "|"
        rows = [" | ".join(row).join(("| ", " |")) for row in self.rows]
        return "\n".join([" | ".join(self.head).join(("| ", " |")), rule, *rows])


def publish(table: Table, *, write: bool) -> None:
    """Print a table and, if wanted, put it in docs/repair.md, between the marks with its name."""
    print(f"{table.name}\n\n{table.markdown()}\n", flush=True)
    if write:
        PAGE.write_text(placed(PAGE.read_text(encoding="utf-8"), table), encoding="utf-8")


def placed(page: str, table: Table) -> str:
    r"""Return the page with the table between its marks; a page without them stays as it is.

    >>> print(placed("<!-- kinds -->\n<!-- end -->", Table("kinds", ("what",), [("x",)])))
    <!-- kinds -->
    | what |
    |---|
    | x |
    <!-- end -->
    """
    found = re.compile(rf"(<!-- {re.escape(table.name)} -->\n).*?(<!-- end -->)", re.DOTALL)
    return found.sub(lambda match: f"{match[1]}{table.markdown()}\n{match[2]}", page)
