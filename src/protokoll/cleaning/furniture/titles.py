"""Titles in heads: a report repeats its own title, perhaps cut short, above the words of the head."""

from collections.abc import Mapping, Sequence

from protokoll.cleaning.furniture.counters import Counter
from protokoll.cleaning.furniture.edges import Edge
from protokoll.cleaning.furniture.lines import Line
from protokoll.cleaning.furniture.phrases import Phrases
from protokoll.grammar import fold

__all__ = ["find_title_lines", "is_title_block"]

_BLOCK = 8
"""A title block puts at most so many lines before the first page counter."""
_OPENING = 12
"""The title of a document stands in so many lines at its beginning."""
_SHORT = 60
_WIDE = 80
_CREST = 25
_SAME = 0.6
"""So large a part of the words of a line must be words of the title."""


def is_title_block(lines: Sequence[Line], edge: Edge, phrases: Phrases) -> bool:
    r"""Tell whether the first edge of a text is the head of its first page: no text stands before it.

    That head is the title block of the document, and stays.

    >>> from protokoll.cleaning.furniture.lines import split_lines
    >>> from protokoll.cleaning.furniture.phrases import phrases
    >>> from protokoll.grammar import load
    >>> is_title_block(split_lines("Älvinge kommun\nSida 1 (2)\nMotion"), Edge(1, 2, 0, 3), phrases(load()))
    True
    """
    before = lines[: edge.first]
    if len(before) > _BLOCK or (edge.first < len(lines) and lines[edge.first].feed):
        return False
    if sum(len(line.text) > _WIDE for line in before) > 1:
        return False
    return not any(_is_text(line.text, phrases) and not phrases.grade(line.text) for line in before)


def find_title_lines(
    lines: Sequence[Line], taken: Sequence[int], counters: Mapping[int, Counter], phrases: Phrases
) -> list[int]:
    """Return the lines above a head that repeat the title of the document, and the crest above them.

    Args:
        lines: all lines of the text.
        taken: the lines of the head as far as they are known.
        counters: the page counters by line.
        phrases: the phrases of heads.
    """
    head = _head(lines, set(taken), counters, phrases)
    if len(head) < 2:
        return []
    opening = {word for line in lines[:_OPENING] for word in _words(line.text)}
    found: list[int] = []
    index = head[-1] - 1
    while index >= _OPENING and len(found) < 3 and _tells_title(lines[index].text, opening, phrases):
        if phrases.heading(lines[index - 1].text) is not None:
            # "Beslut⏎Motionen" at the end of a page: the first words of a section, not the title again.
            break
        found.append(index)
        index -= 1
    crest = [each for each in (index, index - 1) if each > _OPENING and len(lines[each].text) <= _CREST]
    for size in (2, 1):
        # The crest is the first thing on the page: a gap, not a sentence, stands before it.
        top = crest[:size]
        if (
            found
            and len(top) == size
            and _opens_page(lines, top[-1])
            and not any(_is_text(lines[i].text, phrases) for i in top)
        ):
            return found + top
    return found


def _head(lines: Sequence[Line], taken: set[int], counters: Mapping[int, Counter], phrases: Phrases) -> list[int]:
    """Return the lines of a head from a page counter upwards; none where the foot of the page before ends it."""
    index = next((each for each in taken if each in counters and counters[each].number > 1), -1)
    head = []
    while index in taken:
        if phrases.is_foot(lines[index].text):
            return []
        head.append(index)
        index -= 1
    return head


def _tells_title(text: str, opening: set[str], phrases: Phrases) -> bool:
    if len(text) > _SHORT or _is_text(text, phrases):
        return False
    words = _words(text)
    known = sum(1 for word in words if any(word[:6] == other[:6] for other in opening))
    return bool(words) and known >= _SAME * len(words)


def _opens_page(lines: Sequence[Line], index: int) -> bool:
    return lines[index].feed > 0 or lines[index].start - lines[index - 1].end > 3


def _is_text(text: str, phrases: Phrases) -> bool:
    """Tell whether a line belongs to the text itself: a §, a sentence, a heading."""
    return text.startswith("§") or text[-1] in ".:;" or phrases.heading(text) is not None


def _words(text: str) -> list[str]:
    return [word for word in fold(text).split() if len(word) > 3]
