"""The reading order of the lines on a page, and the white space between them.

A PDF keeps its lines in the order in which some program drew them. That is mostly the order of reading, so it
is left alone except where it cannot be: a foot that was drawn first, a right column before the left one, the
columns of a table one after another.
"""

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

__all__ = ["GAP", "Line", "as_text", "in_reading_order"]

GAP = "   "  # between cells of a row: wider than any space in running text, so that cells can be told apart
_NEW_BLOCK = 2.5  # line heights of white space that end a block of lines
_TIGHT = 0.15  # of the gaps on a page are inside paragraphs, at the least, and so no wider than usual
_WIDE, _TOUCHING = 0.9, 0.1  # line heights between pieces of a row: cells of a table; a word and its footnote
_NARROW = (
    12  # letters; a column of cells this short ('Ja', '(S)', 'Ordförande') belongs to the names beside it
)
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


class _Block(Struct):
    """Lines that follow one another downwards, as one column of text."""

    lines: list[Line]
    left: float
    bottom: float
    right: float
    top: float

    def holds(self, line: Line) -> bool:
        """Tell whether `line` goes on where the block ends."""
        last = self.lines[-1]
        if line.middle > last.middle - 0.3 * last.height:
            return False
        return (
            line.left < self.right
            and line.right > self.left
            and last.bottom - line.top < _NEW_BLOCK * last.height
        )

    def add(self, line: Line) -> None:
        """Put `line` at the end."""
        self.lines.append(line)
        self.left, self.right = min(self.left, line.left), max(self.right, line.right)
        self.bottom, self.top = min(self.bottom, line.bottom), max(self.top, line.top)


def in_reading_order(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of a page, given as they were drawn, in the order in which they are read.

    >>> drawn = [Line("Sida 1", 50, 20, 90, 30), Line("§ 1", 50, 700, 70, 712), Line("Val", 50, 680, 70, 692)]
    >>> [line.text for line in in_reading_order(drawn)]
    ['§ 1', 'Val', 'Sida 1']
    """
    lines = _rows(lines)
    if all(above.middle > below.middle for above, below in pairwise(lines)):
        return lines
    blocks = _joined_columns(_parted(_blocks(lines)))
    return [line for block in _sorted(blocks) for line in block.lines]


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
        gap, height = above.bottom - below.top, min(above.height, below.height)
        if below.middle > above.middle + height:  # the next column; a sentence may go on there
            apart = above.text.endswith(_CLOSING)
        else:
            apart = gap > usual + 0.4 * height
        parts.append(("\n\n" if apart else "\n") + below.text)
    return "".join(parts)


def _usual_gap(lines: Sequence[Line]) -> float:
    """Return the white space between two lines of running text on this page."""
    gaps = sorted(above.bottom - below.top for above, below in pairwise(lines) if above.middle > below.middle)
    if len(gaps) < 2:
        return 0.0
    return min(gaps[int(_TIGHT * len(gaps))], 1.2 * max(line.height for line in lines))


def _rows(lines: Sequence[Line]) -> list[Line]:
    """Join pieces of one row that were drawn one after another, from left to right."""
    rows: list[list[Line]] = []
    for line in lines:
        last = rows[-1][-1] if rows else None
        if last and _beside(last, line) and not any(_overlap(each, line) for each in rows[-1]):
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


def _beside(one: Line, other: Line) -> bool:
    return abs(one.middle - other.middle) < 0.3 * min(one.height, other.height)


def _overlap(one: Line | _Block, other: Line | _Block) -> bool:
    """Tell whether one stands above the other, wholly or in part."""
    return one.left < other.right and other.left < one.right


def _blocks(lines: Sequence[Line]) -> list[_Block]:
    blocks: list[_Block] = []
    for line in lines:
        if blocks and blocks[-1].holds(line):
            blocks[-1].add(line)
        else:
            blocks.append(_block(line))
    return blocks


def _parted(blocks: list[_Block]) -> list[_Block]:
    """Part blocks that reach into others: a title above two columns, drawn before the right one."""
    parted: list[_Block] = []
    for block in blocks:
        if any(_overlap(block, other) and _level(block, other) for other in blocks if other is not block):
            for above, line in pairwise([block.lines[0], *block.lines]):
                same = (
                    above.bottom - line.top < 0.5 * line.height
                    and abs(above.height - line.height) < 0.15 * line.height
                )
                if parted and line is not block.lines[0] and same:
                    parted[-1].add(line)
                else:
                    parted.append(_block(line))
        else:
            parted.append(block)
    return parted


def _level(one: _Block, other: _Block) -> bool:
    """Tell whether the blocks stand side by side for more than a trifle."""
    return one.bottom < other.top - 3 and other.bottom < one.top - 3


def _block(line: Line) -> _Block:
    return _Block([line], line.left, line.bottom, line.right, line.top)


def _joined_columns(blocks: list[_Block]) -> list[_Block]:
    """Join a column of short cells with the column that it runs beside, row by row."""
    joined: list[_Block] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if last and _is_column_of(block, last):
            rows = _by_row(last.lines, block.lines)
            joined[-1] = _Block(
                rows,
                min(last.left, block.left),
                min(last.bottom, block.bottom),
                max(last.right, block.right),
                max(last.top, block.top),
            )
        else:
            joined.append(block)
    return joined


def _is_column_of(one: _Block, other: _Block) -> bool:
    """Tell whether the shorter of two blocks side by side is a column of cells to the other."""
    few, many = sorted((one, other), key=lambda block: len(block.lines))
    if len(few.lines) < 3 or _overlap(few, many):
        return False
    lengths = sorted(len(line.text) for line in few.lines)
    others = sorted(len(line.text) for line in many.lines)
    if min(lengths[len(lengths) // 2], others[len(others) // 2]) > _NARROW:
        return False
    return all(any(_beside(cell, line) for line in many.lines) for cell in few.lines)


def _by_row(one: list[Line], other: list[Line]) -> list[Line]:
    return _rows(sorted(one + other, key=lambda line: (-line.middle, line.left)))


def _sorted(blocks: list[_Block]) -> list[_Block]:
    """Sort blocks so that what is above comes first, and what is to the left of its neighbour."""
    head, body, foot = _peeled(blocks)
    before = [
        {j for j, other in enumerate(body) if j != i and _precedes(other, block)}
        for i, block in enumerate(body)
    ]
    order: list[int] = []
    left = list(range(len(body)))
    while left:
        done = set(order)
        following = next(
            (i for i in left if before[i] <= done), left[0]
        )  # a circle is cut where the drawing began
        left.remove(following)
        order.append(following)
    return head + [body[i] for i in order] + foot


def _peeled(blocks: list[_Block]) -> tuple[list[_Block], list[_Block], list[_Block]]:
    """Split off the blocks that lie above, and below, everything else on the page."""
    head: list[_Block] = []
    foot: list[_Block] = []
    body = list(blocks)
    while len(body) > 1:
        highest = max(body, key=lambda block: block.top)
        lowest = min(body, key=lambda block: block.bottom)
        if all(highest.bottom >= block.top for block in body if block is not highest):
            body.remove(highest)
            head.append(highest)
        elif all(lowest.top <= block.bottom for block in body if block is not lowest):
            body.remove(lowest)
            foot.insert(0, lowest)
        else:
            break
    return head, body, foot


def _precedes(one: _Block, other: _Block) -> bool:
    slack = 0.5 * min(one.lines[-1].height, other.lines[0].height)
    if _overlap(one, other):
        return one.bottom > other.top - slack
    return one.right <= other.left and one.bottom < other.top - slack and other.bottom < one.top - slack
