"""One § as a record: each block read by the readers of its kind, and the facts tied together."""

from typing import NamedTuple

from msgspec.structs import replace

from protokoll.model.document import Item, Person
from protokoll.model.outline import Block, BlockKind
from protokoll.model.remark import Remark
from protokoll.model.text import Span
from protokoll.parsing.blocks import parts_of, read_block
from protokoll.parsing.cues import find_unaccounted
from protokoll.parsing.doubts import item_doubts
from protokoll.parsing.facts import RETOLD, Facts, Frame
from protokoll.parsing.fates import Course, with_fates
from protokoll.parsing.references import find_diary_numbers
from protokoll.parsing.ties import Makers, with_annexed_text, with_changes, with_favoured, with_rolls
from protokoll.parsing.titles import item_heading
from protokoll.parsing.told import is_told
from protokoll.parsing.unheaded import read_unheaded
from protokoll.parsing.votes import joined_votes, with_told_numbers

__all__ = ["Facts", "Frame", "Parsed", "parse_item"]


class Parsed(NamedTuple):
    """An item, the doubts about it, and the recusals that it announces for other items."""

    item: Item
    remarks: list[Remark]
    announced: list[tuple[Person, tuple[str, ...]]]


def parse_item(frame: Frame, blocks: list[Block], index: int) -> Parsed:
    """Return one item and the doubts about it.

    Args:
        frame: the text, the wordings, the body and the annexes of the document.
        blocks: the blocks of the item, its head first.
        index: the place of the item in the document, from 0.
    """
    text, grammar = frame.text, frame.grammar
    head, sections = blocks[0], blocks[1:]
    number = head.heading or Span(head.span.start, head.span.start)
    title, diary_numbers, rest = item_heading(text, number.end, head.span.end)
    above = find_diary_numbers(text, head.span.start, number.start, labelled=False)
    diary_numbers = (*above, *diary_numbers)
    if title and title.printed.rstrip().endswith(".") and is_told(title.text, grammar):
        # An item without a title: what stands under the number is the decision itself.
        title, rest = None, Span(number.end, head.span.end)
    facts = Facts(used=[Span(head.span.start, rest.start if rest else head.span.end)])
    if rest:
        sections = [replace(head, span=rest, heading=None), *sections]
    sections = [part for block in sections for part in parts_of(frame, block)]
    for block in sections:
        read_block(frame, block, title.text if title else "", facts)
    if not facts.decisions:
        read_unheaded(frame, sections, title.text if title else "", facts)
    whole = text.place(Span(head.span.start, blocks[-1].span.end))
    item = _tied(frame, facts, f"/items/{index}")
    item = replace(
        item,
        number=text.passage(number.start, number.end),
        title=title,
        diary_numbers=diary_numbers,
        votes=with_rolls(item.votes, frame.annexes, number.of(text.text)),
        span=whole,
        page=text.page_at(whole.start),
    )
    live = [block.content for block in blocks if block.kind not in RETOLD]
    remarks = [*find_unaccounted(text, live, facts.used, grammar), *item_doubts(item, text, blocks, grammar)]
    return Parsed(item, remarks, facts.announced)


def _tied(frame: Frame, facts: Facts, path: str) -> Item:
    """Tie the facts together: rolls to votes, fates to proposals, reservations to what they favour."""
    decided = [block.content for block in facts.decided]
    votes = with_told_numbers(joined_votes(facts.votes), frame.text, decided)
    proposals = with_fates(facts.proposals, Course(facts.contests, votes, facts.decisions), frame.grammar)
    makers = Makers(proposals)
    reservations = []
    for at, each in enumerate(facts.reservations):
        stated = with_annexed_text(each, frame.annexes, f"{path}/reservations/{at}")
        reservations.append(with_favoured(stated, proposals, makers, path, frame.grammar))
    statements = [
        with_annexed_text(each, frame.annexes, f"{path}/statements/{at}") for at, each in enumerate(facts.statements)
    ]
    return Item(
        number=None,
        title=None,
        diary_numbers=(),
        decisions=tuple(with_changes(decision, proposals) for decision in facts.decisions),
        proposals=tuple(proposals),
        question_order=tuple(facts.contests),
        votes=tuple(votes),
        reservations=tuple(reservations),
        statements=tuple(statements),
        questions=tuple(facts.asked),
        recusals=tuple(facts.recusals),
        not_participating=tuple(facts.not_participating),
        attachments=tuple(facts.entries.get(BlockKind.ATTACHMENTS, ())),
        history=tuple(facts.entries.get(BlockKind.HISTORY, ())),
        recipients=tuple(facts.entries.get(BlockKind.RECIPIENTS, ())),
    )
