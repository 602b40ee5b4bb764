"""The lines of a page, and the white space between them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

__all__ = ["GAP", "Line", "as_text", "in_rows"]

GAP = "   "
"""Stands between the cells of a row: wider than any space in running text, so that cells can be told apart."""

_TIGHT = 0.15  # of the gaps on a page are inside paragraphs, at the least, and so no wider than usual
_WIDE, _TOUCHING = 0.9, 0.1  # line heights between pieces of a row: cells of a table; a word and its footnote
_CLOSING = (".", ":", "!", "?", ")")


class Line(Struct, frozen=True):
    """Words on one line and the box around them; `top` is more than `bottom`, as in a PDF."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        """The height of the box."""
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        """The height on the page at which the line runs."""
        return (self.top + self.bottom) / 2

    def is_beside(self, other: Line) -> bool:
        """Tell whether both run at the same height: on one row."""
        return abs(self.middle - other.middle) < 0.3 * min(self.height, other.height)

    def is_over(self, other: Line) -> bool:
        """Tell whether one would cover the other, in part, if the page were pressed flat downwards."""
        return self.left < other.right and other.left < self.right


def as_text(lines: Sequence[Line]) -> str:
    """Return ordered lines as text, with an empty line where the page has more white space than usual.

    >>> head, text = Line("§ 1", 50, 700, 70, 712), Line("Mötet", 50, 660, 70, 672)
    >>> print(as_text([head, text, Line("öppnas.", 50, 647, 70, 659)]))
    § 1
    <BLANKLINE>
    Mötet
    öppnas.
    """
    usual = _usual_gap(lines)
    parts = [lines[0].text] if lines else []
    for above, below in pairwise(lines):
        parts.append(("\n\n" if _are_apart(above, below, usual) else "\n") + below.text)
    return "".join(parts)


def _are_apart(above: Line, below: Line, usual: float) -> bool:
    height = min(above.height, below.height)
    if below.middle > above.middle + height:  # the next column: a sentence may go on there
        return above.text.endswith(_CLOSING)
    return above.bottom - below.top > usual + 0.4 * height


def _usual_gap(lines: Sequence[Line]) -> float:
    """Return the white space between two lines of running text on this page."""
    gaps = sorted(above.bottom - below.top for above, below in pairwise(lines) if above.middle > below.middle)
    if len(gaps) < 2:
        return 0.0
    return min(gaps[int(_TIGHT * len(gaps))], 1.2 * max(line.height for line in lines))


def in_rows(lines: Sequence[Line]) -> list[Line]:
    """Join pieces of one row that were drawn one after another, from left to right."""
    rows: list[list[Line]] = []
    for line in lines:
        last = rows[-1][-1] if rows else None
        if last and last.is_beside(line) and not any(each.is_over(line) for each in rows[-1]):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [_row(row) for row in rows]


def _row(pieces: list[Line]) -> Line:
    if len(pieces) == 1:
        return pieces[0]
    pieces = sorted(pieces, key=lambda piece: piece.left)
    text = pieces[0].text
    for before, after in pairwise(pieces):
        white = (after.left - before.right) / after.height
        text += (GAP if white > _WIDE else " " if white > _TOUCHING else "") + after.text
    return Line(
        text,
        pieces[0].left,
        min(piece.bottom for piece in pieces),
        max(piece.right for piece in pieces),
        max(piece.top for piece in pieces),
    )
