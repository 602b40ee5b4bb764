"""Lists that stand side by side, each under its own label."""

import re
from itertools import pairwise

from protokoll.model.text import Span
from protokoll.parsing.rosters.labels import Label

__all__ = ["is_side_by_side", "split_columns"]

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


def split_columns(words: str, labels: list[Label], spans: tuple[Span, ...]) -> list[tuple[Span, ...]]:
    """Return the cells under each of `labels`: by where they stand on the line, or by their order where that is lost.

    Args:
        words: the clean text.
        labels: the labels, side by side.
        spans: the text under them.
    """
    head = words.rfind("\n", 0, labels[0].start) + 1
    starts = [label.start - head for label in labels]
    rows = [
        [(match.start(), match.end()) for match in _CELL.finditer(words, *line.span())]
        for span in spans
        for line in _LINE.finditer(words, span.start, span.end)
    ]
    several = [row for row in rows if len(row) > 1]
    if not several:
        return [*((),) * (len(labels) - 1), spans]
    kept = any(abs(_place(words, cell) - starts[1]) <= _NEAR for row in several for cell in row[1:2])
    columns: list[list[Span]] = [[] for _ in labels]
    for row in rows:
        for index, cell in enumerate(row):
            place = _place(words, cell)
            by_place = max((at for at, start in enumerate(starts) if start <= place + _NEAR), default=0)
            columns[by_place if kept else min(index, len(labels) - 1)].append(Span(*cell))
    return [tuple(column) for column in columns]


def _place(words: str, cell: tuple[int, int]) -> int:
    return cell[0] - words.rfind("\n", 0, cell[0]) - 1
