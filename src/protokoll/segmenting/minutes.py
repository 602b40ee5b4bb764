"""The outline of minutes: front, §§ with their sections, annexes."""

import re
from collections.abc import Iterator, Sequence

from protokoll.grammar import Grammar
from protokoll.model.document import DocumentKind
from protokoll.model.outline import Block, BlockKind, Outline
from protokoll.model.text import CleanText, Span
from protokoll.segmenting.headings import Heading, find_headings
from protokoll.segmenting.heads import ItemHead, find_item_heads

__all__ = ["segment_minutes"]

# The head of an annex stands alone on its line: "Bilaga 2", "BILAGA 2 till § 14".
_ANNEX = re.compile(
    r"""^[ \t]*bilaga[ \t]+(?P<number>\d{1,3}|[A-ZÅÄÖ])\b[ \t]*(?:(?:till|(?:K[FS][ \t]*)?§)[^\n]{0,60}
        |[,:(–-][ \t]*(?:§|närvar|omröst|voter|reserv|särskil|protokollsant|yttrand)[^\n]{0,60})?$""",
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)
# The title of a list of those who voted, after the last item; which one it belongs to stands beside or below it.
_LIST = re.compile(
    r"""^[ \t]*(?:närvaro-?[ ]?(?:och|/)[ ]?)?(?:omröstnings|voterings)(?:lista|protokoll|bilaga)\b[ \t]*
        (?:nr\.?[ \t]*)?(?P<number>\d{1,3})?[ \t]*(?:(?:[,:(–-]|§|till\b|vid\b|för\b|över\b)[^\n]{0,60})?(?<!\.)$""",
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)
_OF_ITEM = re.compile(r"§\s*\d+")
_BELOW = 160
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
    lists = [match for match in _LIST.finditer(words) if _OF_ITEM.search(words, match.start(), match.end() + _BELOW)]
    heads = _heads(words, lists)
    annexes = _annexes(words, heads[-1].start if heads else 0, lists)
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


def _heads(words: str, lists: list[re.Match[str]]) -> Sequence[ItemHead]:
    """Return the heads of items; below the title of a list, a § tells which item the list belongs to."""
    heads = find_item_heads(words)
    if not lists:
        return heads
    named = {_next_line(words, match.end()) for match in lists}
    kept = [head for head in heads if _next_line(words, head.start) not in named]
    return kept if any(head.start > lists[0].start() for head in kept) else find_item_heads(words[: lists[0].start()])


def _next_line(words: str, end: int) -> int:
    """Return where the next line with words begins."""
    match = re.compile(r"\s*").match(words, end)
    return match.end() if match else end


def _annexes(words: str, after: int, lists: list[re.Match[str]]) -> list[re.Match[str]]:
    """Return the heads of annexes after the last §; the numbers rise, so a mention alone on a line is none.

    A list of those who voted is an annex of its own where it has its own title; under "Bilaga 2" it has that head.
    """
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
    last: tuple[str, str] | None = None
    for match in lists:
        item = _OF_ITEM.search(words, match.start(), match.end() + _BELOW)
        said = (match["number"] or "", item[0] if item else "")
        under = any(0 < match.start() - each.end() < _BELOW for each in found if each.re is _ANNEX)
        if match.start() > after and said != last and not under:
            found.append(match)
        last = said
    return sorted(found, key=lambda match: match.start())
