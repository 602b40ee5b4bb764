"""Minutes as a document: head, attendance, items, and the doubts about their run."""

from itertools import groupby

from msgspec.structs import replace

from protokoll.grammar import Grammar
from protokoll.model.document import Attendance, Head, Item, Person
from protokoll.model.outline import Block, BlockKind, Outline
from protokoll.model.remark import Remark
from protokoll.model.text import CleanText
from protokoll.parsing.annexes import Annex, read_annex
from protokoll.parsing.attendance import attendance_doubts, find_attendance
from protokoll.parsing.doubts import run_doubts
from protokoll.parsing.fronts import range_doubts
from protokoll.parsing.heads import find_body, front_of, minutes_head
from protokoll.parsing.items import Frame, Parsed, parse_item
from protokoll.parsing.local_parties import with_local_parties
from protokoll.parsing.membership import with_membership

__all__ = ["parse_minutes"]


def parse_minutes(
    text: CleanText, outline: Outline, grammar: Grammar
) -> tuple[Head, tuple[Attendance, ...], tuple[Item, ...], list[Remark]]:
    """Return head, attendance, items and remarks of a protocol or an extract of one."""
    grammar = with_local_parties(text, grammar)
    frame = Frame(text, grammar, find_body(text, outline, grammar), _annexes(text, outline, grammar))
    parsed = [parse_item(frame, blocks, index) for index, blocks in _by_item(outline)]
    attendance = find_attendance(text, outline, grammar)
    announced = _announced(parsed)
    items = with_membership(tuple(_with_recusals(each.item, announced) for each in parsed), attendance, text, grammar)
    head, remarks = minutes_head(text, outline, items, grammar)
    remarks += attendance_doubts(text, outline, attendance, grammar)
    remarks += range_doubts(text, front_of(outline), items, grammar)
    doubts = [doubt for each in parsed for doubt in each.remarks]
    return head, attendance, items, [*remarks, *run_doubts(items, text), *doubts]


def _by_item(outline: Outline) -> list[tuple[int, list[Block]]]:
    inside = [block for block in outline.blocks if block.item is not None]
    return [(index or 0, list(blocks)) for index, blocks in groupby(inside, key=lambda block: block.item)]


def _announced(parsed: list[Parsed]) -> dict[str, list[Person]]:
    """Return the recusals announced for other items, by the numbers of those ('anmäler jäv under paragraf 206')."""
    found: dict[str, list[Person]] = {}
    for each in parsed:
        for person, numbers in each.announced:
            for number in numbers:
                found.setdefault(number, []).append(person)
    return found


def _with_recusals(item: Item, announced: dict[str, list[Person]]) -> Item:
    """Add the recusals announced for this item in another one."""
    known = {person.name for person in item.recusals}
    others = announced.get(item.number.text, []) if item.number else []
    added = [person for person in others if person.name not in known]
    return replace(item, recusals=(*item.recusals, *added)) if added else item


def _annexes(text: CleanText, outline: Outline, grammar: Grammar) -> tuple[Annex, ...]:
    annexes = (block for block in outline.blocks if block.kind is BlockKind.ANNEX)
    return tuple(read_annex(text, block, grammar) for block in annexes)
