"""The running text of an item that no act holds, paragraph by paragraph: so that nothing said is lost."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from protokoll.model.document import Item, Reservation, Section, Statement
from protokoll.model.outline import Block, BlockKind, Outline
from protokoll.model.text import CleanText, Passage, Span

__all__ = ["with_sections"]

# Lists, forms, and blocks whose every sentence names who leaves or stays: they hold no running text.
_FORMS = (
    BlockKind.CONTENTS,
    BlockKind.VERIFICATION,
    BlockKind.ATTACHMENTS,
    BlockKind.RECIPIENTS,
    BlockKind.APPEAL,
    BlockKind.RECUSAL,
    BlockKind.NOT_PARTICIPATING,
)
# Cleaning has joined wrapped lines: what is still a line is a paragraph, a bullet or a heading.
_PARAGRAPH = re.compile(r"[^\n]*[^\W\d_][^\n]*")
_FEWEST_LETTERS = 25
_LETTER = re.compile(r"[^\W\d_]")


def with_sections(text: CleanText, outline: Outline, items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Return the items, each with the paragraphs of its blocks that none of its acts holds.

    Args:
        text: the cleaned text.
        outline: its blocks.
        items: the items read from them, in the order of `Block.item`.
    """
    blocks: dict[int, list[Block]] = {}
    for block in outline.blocks:
        if block.item is not None and block.kind not in _FORMS:
            blocks.setdefault(block.item, []).append(block)
    return tuple(
        replace(item, sections=tuple(_sections(text, blocks.get(index, ()), item))) for index, item in enumerate(items)
    )


def _sections(text: CleanText, blocks: Iterable[Block], item: Item) -> Iterator[Section]:
    held = _Held(_spans(item))
    for block in blocks:
        content = block.content
        paragraphs = tuple(
            text.passage(*match.span())
            for match in _PARAGRAPH.finditer(text.text, content.start, content.end)
            if not held.covers(text.origin(Span(*match.span())))
        )
        if sum(len(_LETTER.findall(each.text)) for each in paragraphs) >= _FEWEST_LETTERS:
            heading = None
            if block.heading and block.kind is not BlockKind.ITEM:
                heading = text.passage(block.heading.start, block.heading.end)
            yield Section(block.kind.value, heading, _body(text, block), paragraphs)


def _body(text: CleanText, block: Block) -> Passage | None:
    """Return the name of the body under which a block stands; it has no place of its own in the block."""
    if not block.body:
        return None
    place = text.position(block.span.start)
    return Passage(block.body, Span(place, place), text.page_at(place), "")


class _Held:
    """The stretches of the source that the acts of an item hold."""

    def __init__(self, spans: Iterable[Span]) -> None:
        merged: list[list[int]] = []
        for span in sorted(spans):
            if merged and span.start <= merged[-1][1]:
                merged[-1][1] = max(merged[-1][1], span.end)
            else:
                merged.append([span.start, span.end])
        self._starts = [start for start, _ in merged]
        self._ends = [end for _, end in merged]

    def covers(self, span: Span) -> bool:
        """Tell whether most of `span` is held."""
        at = max(0, bisect_right(self._starts, span.start) - 1)
        held = 0
        while at < len(self._starts) and self._starts[at] < span.end:
            held += max(0, min(span.end, self._ends[at]) - max(span.start, self._starts[at]))
            at += 1
        return 2 * held > span.end - span.start


def _spans(item: Item) -> Iterator[Span]:
    """Yield the places of everything that the item says otherwise."""
    yield from (each.span for each in (item.number, item.title, *item.diary_numbers) if each)
    for proposal in item.proposals:
        yield from (point.span for point in proposal.points)
        yield from (each.span for each in (proposal.statement, proposal.object) if each)
        # The proposal of a paper is the paper, whose running text is what is looked for here.
        if proposal.source != "paper":
            yield proposal.span
    for contest in item.question_order:
        yield from (each.span for each in (contest.question, contest.finding) if each)
    for vote in item.votes:
        yield vote.span
        yield from (voter.span for voter in vote.roll)
    yield from (each.span for each in item.decisions)
    stated: tuple[Reservation | Statement, ...] = (*item.reservations, *item.statements)
    for each in stated:
        yield from (each.span, each.text.span)
    yield from (each.span for each in (*item.recusals, *item.not_participating))
    yield from (each.span for each in (*item.attachments, *item.history, *item.recipients))
