"""The reading order of the lines on a page.

A PDF keeps its lines in the order in which some program drew them. That is mostly the order of reading, so it
is left alone except where it cannot be: a foot that was drawn first, a right column before the left one, the
columns of a table one after another.
"""

from collections.abc import Sequence
from itertools import pairwise

from protokoll.sources.blocks import Block, find_blocks
from protokoll.sources.lines import Line, in_rows

__all__ = ["in_reading_order"]


def in_reading_order(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of a page, given as they were drawn, in the order in which they are read.

    >>> drawn = [Line("Sida 1", 50, 20, 90, 30), Line("§ 1", 50, 700, 70, 712), Line("Val", 50, 680, 70, 692)]
    >>> [line.text for line in in_reading_order(drawn)]
    ['§ 1', 'Val', 'Sida 1']
    """
    rows = in_rows(lines)
    if all(above.middle > below.middle for above, below in pairwise(rows)):
        return rows
    return [line for block in _sorted(find_blocks(rows)) for line in block.lines]


def _sorted(blocks: Sequence[Block]) -> list[Block]:
    """Sort blocks so that what is above comes first, and what is to the left of its neighbour."""
    head, body, foot = _peeled(blocks)
    before = [{j for j, other in enumerate(body) if j != i and _precedes(other, block)} for i, block in enumerate(body)]
    order: list[int] = []
    left = list(range(len(body)))
    while left:
        done = set(order)
        # A circle is cut where the drawing began.
        following = next((i for i in left if before[i] <= done), left[0])
        left.remove(following)
        order.append(following)
    return head + [body[i] for i in order] + foot


def _peeled(blocks: Sequence[Block]) -> tuple[list[Block], list[Block], list[Block]]:
    """Split off the blocks that lie above, and below, everything else on the page."""
    head: list[Block] = []
    foot: list[Block] = []
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


def _precedes(one: Block, other: Block) -> bool:
    slack = 0.5 * min(one.lines[-1].height, other.lines[0].height)
    if one.is_over(other):
        return one.bottom > other.top - slack
    return one.right <= other.left and one.is_level(other, slack)
