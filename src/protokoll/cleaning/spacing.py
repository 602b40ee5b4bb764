"""Rule `spacing`: double spacing, stray blanks and runs of empty lines."""

import re
from collections.abc import Iterator

from protokoll.cleaning.double_spacing import find_double_spacing
from protokoll.grammar import Grammar
from protokoll.model.text import Edit, Span

__all__ = ["even_spacing"]

# Every run of two blanks and more, but for one empty line, which is as it should be.
_BLANKS = re.compile(r"\s(?:(?<=\n)\n\s|(?<=\n)[ \t\r\f]|(?<=[ \t\r\f])\s)\s*+")
_COLUMNS = re.compile(r"\S(?:[ ]{3}|\t)")
_ALL_BLANKS = re.compile(r"\s{2,}")


def even_spacing(text: str, grammar: Grammar) -> Iterator[Edit]:  # noqa: ARG001 (every rule is given the grammar)
    r"""Propose single spacing: no blanks at line ends, one blank between words, one empty line between paragraphs.

    A page end keeps its line. Three blanks or more, or a tab, part columns; such a line keeps its blanks. In
    double-spaced text the empty line after each line goes, and a line of blanks, which parts paragraphs there,
    becomes the empty line.

    >>> from protokoll.cleaning.replaying import apply
    >>> from protokoll.grammar import load
    >>> text = "Beslut  \n\n\n Motionen  avslås.\n"
    >>> apply(text, even_spacing(text, load()))
    'Beslut\n\nMotionen avslås.\n'
    """
    double = find_double_spacing(text)
    first, last = len(text) - len(text.lstrip()), len(text.rstrip())
    if first:
        yield Edit(Span(0, first), "")
    line_end, columns = 0, False
    for match in (_ALL_BLANKS if double else _BLANKS).finditer(text, first, last):
        start, end = match.span()
        if match.group() == "  ":
            if start >= line_end:
                line_start, line_end = _line(text, start)
                columns = _COLUMNS.search(text, line_start, line_end) is not None
            if not columns:
                yield Edit(Span(start, end), " ")
        else:
            yield Edit(Span(start, end), _form(match.group(), ends_line=double.get(start)))
    if first < last < len(text):
        yield Edit(Span(last, len(text)), "\n" if "\n" in text[last:] else "")


def _line(text: str, position: int) -> tuple[int, int]:
    """Return where the line of `position` starts and ends."""
    end = text.find("\n", position)
    return text.rfind("\n", 0, position) + 1, end if end >= 0 else len(text)


def _form(blanks: str, *, ends_line: bool | None) -> str:
    """Return what to put for a run of blanks.

    Args:
        blanks: the run.
        ends_line: in double-spaced text, whether it only ends a line; None elsewhere.
    """
    if "\f" in blanks:
        return "\n\f\n"
    lines = blanks.count("\n")
    if not lines:
        return blanks
    return "\n" if ends_line or (ends_line is None and lines == 1) else "\n\n"
