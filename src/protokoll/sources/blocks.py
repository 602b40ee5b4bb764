"""Blocks of lines on a page: what follows one another downwards in one column."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from protokoll.sources.lines import Line, in_rows

__all__ = ["Block", "find_blocks"]

_APART = 2.5  # line heights of white space that end a block
_NARROW = 12  # letters; a column of cells this short ('Ja', '(S)', 'Ordförande') belongs to the names beside it
_TRIFLE = 3.0  # points that the boxes of two blocks may reach into one another


class Block(Struct):
    """Lines, and the box around them."""

    lines: list[Line]
    left: float
    bottom: float
    right: float
    top: float

    def is_over(self, other: Block | Line) -> bool:
        """Tell whether one would cover the other, in part, if the page were pressed flat downwards."""
        return self.left < other.right and other.left < self.right

    def is_level(self, other: Block, slack: float) -> bool:
        """Tell whether both have a height of the page in common, of more than `slack`."""
        return self.bottom < other.top - slack and other.bottom < self.top - slack

    def ends_before(self, line: Line) -> bool:
        """Tell whether `line` does not go on where the block ends."""
        last = self.lines[-1]
        is_lower = line.middle <= last.middle - 0.3 * last.height
        return not (is_lower and self.is_over(line) and last.bottom - line.top < _APART * last.height)

    def add(self, line: Line) -> None:
        """Put `line` at the end."""
        self.lines.append(line)
        self.left, self.right = min(self.left, line.left), max(self.right, line.right)
        self.bottom, self.top = min(self.bottom, line.bottom), max(self.top, line.top)


def find_blocks(lines: Sequence[Line]) -> list[Block]:
    """Return lines, given as they were drawn, as blocks in the same order.

    A column of short cells is joined row by row with the column beside it.

    >>> names = [Line("Anna Alm (S)", 60, y, 130, y + 12) for y in (700, 680, 660)]
    >>> votes = [Line("Ja", 300, y, 312, y + 12) for y in (700, 680, 660)]
    >>> [line.text for block in find_blocks(names + votes) for line in block.lines]
    ['Anna Alm (S)   Ja', 'Anna Alm (S)   Ja', 'Anna Alm (S)   Ja']
    """
    blocks: list[Block] = []
    for line in lines:
        if not blocks or blocks[-1].ends_before(line):
            blocks.append(_block([line]))
        else:
            blocks[-1].add(line)
    return _with_rows([part for block in blocks for part in _parts(block, blocks)])


def _block(lines: Sequence[Line]) -> Block:
    block = Block([], lines[0].left, lines[0].bottom, lines[0].right, lines[0].top)
    for line in lines:
        block.add(line)
    return block


def _parts(block: Block, blocks: Sequence[Block]) -> list[Block]:
    """Part a block that reaches into others: a title above two columns, drawn before the right one."""
    if not any(block.is_over(each) and block.is_level(each, _TRIFLE) for each in blocks if each is not block):
        return [block]
    parts = [_block(block.lines[:1])]
    for above, line in pairwise(block.lines):
        is_close = above.bottom - line.top < 0.5 * line.height
        if is_close and abs(above.height - line.height) < 0.15 * line.height:
            parts[-1].add(line)
        else:
            parts.append(_block([line]))
    return parts


def _with_rows(blocks: Sequence[Block]) -> list[Block]:
    """Join each column of cells with the column that it runs beside."""
    joined: list[Block] = []
    for block in blocks:
        if joined and _are_columns(joined[-1], block):
            lines = sorted(joined.pop().lines + block.lines, key=lambda line: (-line.middle, line.left))
            joined.append(_block(in_rows(lines)))
        else:
            joined.append(block)
    return joined


def _are_columns(one: Block, other: Block) -> bool:
    """Tell whether the shorter of two blocks side by side is a column of cells to the other."""
    few, many = sorted((one, other), key=lambda block: len(block.lines))
    if len(few.lines) < 3 or few.is_over(many):
        return False
    if min(_usual_length(few), _usual_length(many)) > _NARROW:
        return False
    return all(any(cell.is_beside(line) for line in many.lines) for cell in few.lines)


def _usual_length(block: Block) -> int:
    return sorted(len(line.text) for line in block.lines)[len(block.lines) // 2]
