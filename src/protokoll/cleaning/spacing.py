"""Rule `spacing`: double spacing, stray blanks and runs of empty lines."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from protokoll.cleaning.double_spacing import find_double_spacing
from protokoll.grammar import Grammar
from protokoll.model.text import Edit, Span

__all__ = ["even_spacing"]

# Every run of two blanks and more, but for one empty line, which is as it should be.
_BLANKS = re.compile(r"\s(?:(?<=\n)\n\s|(?<=\n)[ \t\r\f]|(?<=[ \t\r\f])\s)\s*+")
# What hangs before the text of a point: the gap after it parts no columns.
_MARK = re.compile(r"[ \t]*(?:att|[-–•*]|\d{1,2}[.)]|[a-zåäö][.)])")
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
    line = _Line(0, 0, columns=False)
    for match in (_ALL_BLANKS if double else _BLANKS).finditer(text, first, last):
        start, end = match.span()
        if "\n" in match.group() or "\f" in match.group():
            yield Edit(Span(start, end), _form(match.group(), ends_line=double.get(start)))
            continue
        if start >= line.end:
            line = _line(text, start)
        hanging = _MARK.fullmatch(text, line.start, start) and not _COLUMNS.search(text, end, line.end)
        if hanging or (match.group() == "  " and not line.columns):
            yield Edit(Span(start, end), " ")
    if first < last < len(text):
        yield Edit(Span(last, len(text)), "\n" if "\n" in text[last:] else "")


class _Line(NamedTuple):
    """A line of the text."""

    start: int
    end: int
    columns: bool


def _line(text: str, position: int) -> _Line:
    """Return the line of a position."""
    start, end = text.rfind("\n", 0, position) + 1, text.find("\n", position)
    end = len(text) if end < 0 else end
    return _Line(start, end, _COLUMNS.search(text, start, end) is not None)


def _form(blanks: str, *, ends_line: bool | None) -> str:
    """Return what to put for a run of blanks.

    Args:
        blanks: the run.
        ends_line: in double-spaced text, whether it only ends a line; None elsewhere.
    """
    if "\f" in blanks:
        return "\n\f\n"
    return "\n" if ends_line or (ends_line is None and blanks.count("\n") == 1) else "\n\n"
