"""The outline of minutes: front, §§ with their sections, annexes."""

import re
from collections.abc import Iterator

from protokoll.grammar import Grammar
from protokoll.model.document import DocumentKind
from protokoll.model.outline import Block, BlockKind, Outline
from protokoll.model.text import CleanText, Span
from protokoll.segmenting.headings import Heading, find_headings
from protokoll.segmenting.heads import ItemHead, find_item_heads

__all__ = ["segment_minutes"]

# The head of an annex stands alone on its line: "Bilaga 2", "BILAGA 2 till § 14".
_ANNEX = re.compile(
    r"""^[ \t]*bilaga[ \t]+(?P<number>\d{1,3}|[A-ZÅÄÖ])\b[ \t]*(?:till[^\n]{0,60}
        |[,:(–-][ \t]*(?:§|närvar|omröst|voter|reserv|särskil|protokollsant|yttrand)[^\n]{0,60})?$""",
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)


# What stands beside the number of an item and is no title of it.
_NUMBERS = re.compile(r"\b(?:dnr|diarien\w+|ärenden\w+)\b[^\n]*|\b[A-ZÅÄÖ]{1,6}[ ]?§+[ ]?\d+(?:/\d+)?", re.IGNORECASE)
_NUMBERS_ROOM = 300


def segment_minutes(text: CleanText, kind: DocumentKind, grammar: Grammar) -> Outline:
    r"""Return the outline of a protocol or extract: every block from its heading to the next.

    >>> from protokoll.grammar import load
    >>> from protokoll.model.text import SourceText
    >>> words = "§ 1\nVal\nBeslut\nEva Ek väljs.\n"
    >>> source = SourceText(path="-", sha256="", size=0, reader="text", encoding=None, text=words)
    >>> outline = segment_minutes(CleanText(source, (), words), DocumentKind.PROTOCOL, load())
    >>> [block.kind.value for block in outline.blocks]
    ['item', 'decision']
    """
    words = text.text
    heads = find_item_heads(words)
    annexes = _annexes(words, heads[-1].start if heads else 0)
    end_of_items = annexes[0].start() if annexes else len(words)
    blocks: list[Block] = []
    if not heads or heads[0].start > 0:
        blocks.append(Block(BlockKind.FRONT, Span(0, heads[0].start if heads else end_of_items)))
    for index, head in enumerate(heads):
        stop = heads[index + 1].start if index + 1 < len(heads) else end_of_items
        blocks.extend(_item(words, head, stop, index, grammar))
    for index, match in enumerate(annexes):
        stop = annexes[index + 1].start() if index + 1 < len(annexes) else len(words)
        blocks.append(
            Block(
                BlockKind.ANNEX,
                Span(match.start(), stop),
                Span(match.start(), match.end()),
                number=match["number"],
            )
        )
    return Outline(kind, tuple(blocks), grammar.profile)


def _item(words: str, head: ItemHead, stop: int, index: int, grammar: Grammar) -> Iterator[Block]:
    """Yield the blocks of one §: its head with title and what stands before the first heading, then each section."""
    headings = [
        heading for heading in find_headings(words, head.end, stop, grammar) if not _is_title(words, head, heading)
    ]
    first = headings[0].span.start if headings else stop
    yield Block(BlockKind.ITEM, Span(head.start, first), Span(head.number_start, head.number_end), index, head.number)
    for place, heading in enumerate(headings):
        until = headings[place + 1].span.start if place + 1 < len(headings) else stop
        yield Block(heading.kind, Span(heading.span.start, until), heading.span, index, head.number, heading.body)


def _is_title(words: str, head: ItemHead, heading: Heading) -> bool:
    """Tell whether a heading is the title of its item: 'Frågestund' right under the number, with no title before it."""
    if heading.kind is BlockKind.DECISION or heading.span.start - head.number_end > _NUMBERS_ROOM:
        return False
    before = _NUMBERS.sub("", words[head.number_end : heading.span.start])
    return not any(letter.isalpha() for letter in before)


def _annexes(words: str, after: int) -> list[re.Match[str]]:
    """Return the heads of annexes after the last §; the numbers rise, so a mention alone on a line is none."""
    found: list[re.Match[str]] = []
    for match in _ANNEX.finditer(words, after):
        number = match["number"]
        if found and number == found[-1]["number"]:
            continue
        if (
            not found
            or not number.isdigit()
            or not found[-1]["number"].isdigit()
            or int(number) > int(found[-1]["number"])
        ):
            found.append(match)
    return found
