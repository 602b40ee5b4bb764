"""Lists that stand side by side, each under its own label."""

import re
from collections.abc import Callable
from itertools import pairwise

from protokoll.model.text import CleanText, Span
from protokoll.parsing.rosters.labels import Label

__all__ = ["Column", "is_side_by_side", "printed_column", "split_columns"]

Column = Callable[[int], int]
"""Tells on which column of its printed line a position of the clean text stands."""

_CELL = re.compile(r"[^\s](?:[ ]?[^\s])*")
_LINE = re.compile(r"[^\n]+")
_NEAR = 4  # letters by which a cell may stand left of its label


def is_side_by_side(words: str, labels: list[Label]) -> bool:
    r"""Tell whether labels stand in cells of one line.

    >>> from protokoll.parsing.rosters.labels import LabelKind
    >>> left = Label(LabelKind.MEMBERS, 0, 9, True)
    >>> right = Label(LabelKind.SUBSTITUTES, 12, 21, True)
    >>> is_side_by_side("Ledamöter   Ersättare\n", [left, right])
    True
    """
    if len(labels) < 2:
        return False
    between = [words[left.end : right.start] for left, right in pairwise(labels)]
    return all(len(gap) > 1 and "\n" not in gap for gap in between)


def printed_column(text: CleanText, position: int) -> int:
    """Return on which column of its line a position of the clean text was printed.

    >>> from protokoll.model.text import SourceText
    >>> source = SourceText(path="-", sha256="", size=0, reader="text", encoding=None, text="Beslutande  Eva Ek")
    >>> printed_column(CleanText(source, (), source.text), 12)
    12
    """
    place = text.origin(Span(position, position + 1)).start
    return place - text.source.text.rfind("\n", 0, place) - 1


def split_columns(words: str, labels: list[Label], spans: tuple[Span, ...], column: Column) -> list[tuple[Span, ...]]:
    r"""Return the cells under each of `labels`: by where they stand on the line, or by their order where that is lost.

    Args:
        words: the clean text.
        labels: the labels, side by side.
        spans: the text under them.
        column: tells where on its line a position was printed.

    >>> from protokoll.parsing.rosters.labels import LabelKind
    >>> words = "Ledamöter   Ersättare\nEva Ek      Bo Ask\n            Liv Alm"
    >>> labels = [Label(LabelKind.MEMBERS, 0, 9, True), Label(LabelKind.SUBSTITUTES, 12, 21, True)]
    >>> columns = split_columns(words, labels, (Span(22, len(words)),), lambda at: at - words.rfind("\n", 0, at) - 1)
    >>> [[cell.of(words) for cell in column] for column in columns]
    [['Eva Ek'], ['Bo Ask', 'Liv Alm']]
    """
    starts = [column(label.start) for label in labels]
    rows = [
        [Span(*match.span()) for match in _CELL.finditer(words, *line.span())]
        for span in spans
        for line in _LINE.finditer(words, span.start, span.end)
    ]
    several = [row for row in rows if len(row) > 1]
    if not several:
        return [*((),) * (len(labels) - 1), spans]
    kept = any(abs(column(row[1].start) - starts[1]) <= _NEAR for row in several)
    columns: list[list[Span]] = [[] for _ in labels]
    for row in rows:
        for index, cell in enumerate(row):
            place = column(cell.start) + _NEAR
            by_place = max((at for at, start in enumerate(starts) if start <= place), default=0)
            columns[by_place if kept else min(index, len(labels) - 1)].append(cell)
    return [tuple(each) for each in columns]
