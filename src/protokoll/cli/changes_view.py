"""The lines of a record that cleaning changed, with what went and what came."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from protokoll.cli import console

if TYPE_CHECKING:
    from rich.text import Text

    from protokoll.model.text import CleanText

__all__ = ["show_diff"]

_STYLES = {"-": "red", "+": "green"}
_MARKS = {"-": ("[-", "-]"), "+": ("{+", "+}")}
# Signs that cannot be seen, as they are shown where they went or came.
_VISIBLE = str.maketrans({"\f": "␌", "\t": "⇥", "\u00ad": "‐", "\u00a0": "␣"})
_SEVERAL = 2


def show_diff(text: CleanText) -> None:
    """Draw the changed lines: what went in red, what came in green; in brackets where there is no colour."""
    from rich.console import Group
    from rich.text import Text

    page = 0
    lines: list[Text] = []
    for number, line in _changed_lines(text, bracketed=not console.is_coloured(sys.stdout)):
        if number != page:
            page = number
            lines.append(Text(f"@@ {page} @@", "cyan"))
        lines.append(line)
    console.draw(Group(*lines), wrap=False)


def _show(words: str) -> str:
    """Make line breaks visible; several lines with words on them are still shown as several."""
    ending = "⏎" if words.isspace() or words.count("\n") < _SEVERAL else "⏎\n"
    return words.translate(_VISIBLE).replace("\n", ending)


def _changed_lines(text: CleanText, *, bracketed: bool) -> Iterator[tuple[int, Text]]:
    """Yield page and marked words of each line of the woven text in which something changed."""
    from rich.text import Text

    from protokoll.export.changes import weave

    line, start, at, changed = Text(), 0, 0, False
    for sign, words in weave(text):
        if sign != " ":
            opening, closing = _MARKS[sign] if bracketed else ("", "")
            line.append(f"{opening}{_show(words)}{closing}", _STYLES[sign])
            changed = True
            at += len(words) if sign == "-" else 0
            continue
        first, *rest = words.replace("\f", "␌").split("\n")
        line.append(first)
        at += len(first)
        for part in rest:
            if changed:
                yield text.page_at(start), line
            at += 1 + len(part)
            line, start, changed = Text(part), at - len(part), False
    if changed:
        yield text.page_at(start), line
