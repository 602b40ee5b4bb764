"""Minutes as a document: head, attendance, items, and the doubts about their run."""

from itertools import groupby

from protokoll.grammar import Grammar
from protokoll.model.document import Attendance, Head, Item
from protokoll.model.outline import Block, BlockKind, Outline
from protokoll.model.remark import Remark, RemarkCode
from protokoll.model.text import CleanText
from protokoll.parsing.annexes import Roll, find_roll
from protokoll.parsing.heads import minutes_head
from protokoll.parsing.items import Frame, parse_item

__all__ = ["parse_minutes"]


def parse_minutes(
    text: CleanText, outline: Outline, grammar: Grammar
) -> tuple[Head, tuple[Attendance, ...], tuple[Item, ...], list[Remark]]:
    """Return head, attendance, items and remarks of a protocol or an extract of one."""
    rolls = _rolls(text, outline, grammar)
    head, remarks = minutes_head(text, outline, (), grammar)
    items = []
    for index, blocks in _by_item(outline):
        item, doubts = parse_item(text, blocks, Frame(head.body, rolls, index), grammar)
        items.append(item)
        remarks.extend(doubts)
    head, doubts = minutes_head(text, outline, tuple(items), grammar)
    return head, (), tuple(items), [*doubts, *_run_doubts(items), *remarks[len(doubts) :]]


def _by_item(outline: Outline) -> list[tuple[int, list[Block]]]:
    inside = [block for block in outline.blocks if block.item is not None]
    return [(index or 0, list(blocks)) for index, blocks in groupby(inside, key=lambda block: block.item)]


def _rolls(text: CleanText, outline: Outline, grammar: Grammar) -> tuple[Roll, ...]:
    annexes = (block for block in outline.blocks if block.kind is BlockKind.ANNEX)
    return tuple(roll for block in annexes if (roll := find_roll(text, block, grammar)))


def _run_doubts(items: list[Item]) -> list[Remark]:
    """Say where the run of §§ has a gap or a repeat."""
    doubts = []
    for before, item in zip(items, items[1:], strict=False):
        if before.number is None or item.number is None:
            continue
        last, this = _order(before.number.text), _order(item.number.text)
        if this == last:
            doubts.append(
                Remark(
                    RemarkCode.ITEM_REPEATED,
                    f"§ {item.number.text} stands twice",
                    item.number.span,
                    item.page,
                    item.number.printed,
                )
            )
        elif this > last + 1:
            missing = f"§ {last + 1}" if this == last + 2 else f"§§ {last + 1}–{this - 1}"
            doubts.append(
                Remark(
                    RemarkCode.ITEM_GAP,
                    f"{missing} not found in the run of §§",
                    item.number.span,
                    item.page,
                    item.number.printed,
                )
            )
    return doubts


def _order(number: str) -> int:
    digits = ""
    for letter in number:
        if not letter.isdigit():
            break
        digits += letter
    return int(digits or 0)
