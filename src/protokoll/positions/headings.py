"""The headings inside the texts of a document: each tells what the words under it are about."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from protokoll.model.document import Document, Item, Section
from protokoll.model.text import Passage

__all__ = ["Headings", "headings_in"]

_LONGEST, _MOST_WORDS = 85, 12
_LINE = re.compile(r"[^\n\f]*[^\W\d_][^\n\f]*")
_ENDS = (".", ",", ";", "?", "!", "-", "\u00ad")
# What a paragraph before a heading ends with; a heading may also be the first line.
_CLOSED = (".", "!", "?", ":", "\u201d", '"')


class Headings:
    """Which heading stands over a place in a document."""

    def __init__(self, found: Iterator[tuple[int, str]]) -> None:
        ordered = sorted(dict(found).items())
        self._starts = [start for start, _ in ordered]
        self._texts = [text for _, text in ordered]

    def over(self, place: int) -> str:
        """Return the heading over the character at `place` of the source, or an empty text."""
        at = bisect_right(self._starts, place)
        return self._texts[at - 1] if at else ""


def headings_in(document: Document) -> Headings:
    """Return the headings inside the texts of a document.

    A heading is over the words that follow it, to the next heading or the end of its text.
    """
    return Headings(entry for item in document.items for entry in _of_item(item))


def _of_item(item: Item) -> Iterator[tuple[int, str]]:
    passages = [each.statement for each in item.proposals if each.statement]
    passages += [each.text for each in item.reservations]
    passages += [each.text for each in item.statements]
    for section in item.sections:
        yield from _of_section(section)
    for passage in passages:
        yield passage.span.end, ""
    for passage in passages:
        yield from _of_passage(passage)


def _of_section(section: Section) -> Iterator[tuple[int, str]]:
    heading = section.heading.text if section.heading else ""
    paragraphs = section.paragraphs
    if paragraphs:
        yield paragraphs[-1].span.end, ""
        yield paragraphs[0].span.start, heading
    for paragraph, after in pairwise(paragraphs):
        if is_heading(paragraph.text) and not is_heading(after.text):
            yield paragraph.span.start, paragraph.text


def _of_passage(passage: Passage) -> Iterator[tuple[int, str]]:
    """Yield the headings among the printed lines of a passage."""
    yield passage.span.start, ""
    lines = [(match.start(), " ".join(match[0].split())) for match in _LINE.finditer(passage.printed)]
    width = sorted(len(line) for _, line in lines)[len(lines) * 9 // 10] if lines else 0
    before = "."
    for (start, line), (_, after) in pairwise(lines):
        first = after.split(" ", 1)[0]
        # A line of running text is only broken where the next word has no room.
        has_room = len(line) + 1 + len(first) <= width
        if before.endswith(_CLOSED) and has_room and is_heading(line) and first[:1].isupper():
            yield passage.span.start + start, line
        before = line


def is_heading(line: str) -> bool:
    """Tell whether a line by itself looks like a heading.

    >>> is_heading("Insatser mot hemlöshet"), is_heading("Vi vill se fler bänkar i parken.")
    (True, False)
    """
    words = line.split()
    return (
        0 < len(words) <= _MOST_WORDS
        and len(line) <= _LONGEST
        and line[0].isupper()
        and not line.endswith(_ENDS)
        and any(word.isalpha() and len(word) > 2 for word in words)
    )
