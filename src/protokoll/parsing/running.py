"""The running text of an item that no act holds, paragraph by paragraph: so that nothing said is lost."""

import re
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from protokoll.model.document import Item, Section
from protokoll.model.outline import Block, BlockKind, Outline
from protokoll.model.text import CleanText, Passage, Span
from protokoll.parsing.coverage import Coverage, spans_of

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
_PARAGRAPH = re.compile(r"[^\n]+")
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
    coverage = Coverage(spans_of(item))
    for block in blocks:
        content = block.content
        bare = content.of(text.text)
        start = content.start + len(bare) - len(bare.lstrip())
        if coverage.holds(text.origin(Span(start, start + len(bare.strip())))):  # as most blocks are
            continue
        paragraphs = tuple(
            text.passage(*match.span())
            for match in _PARAGRAPH.finditer(text.text, content.start, content.end)
            if _LETTER.search(match[0]) and not coverage.holds_most(text.origin(Span(*match.span())))
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
