"""The paragraphs, headings and bullets of a passage, whose reading form is one line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from protokoll.model.text import Passage
from protokoll.positions.claims.alignment import Alignment

__all__ = ["Paragraph", "ParagraphKind", "paragraphs"]

_SPACE = re.compile(r" ")
_BULLET = re.compile(r"(?:[•·▪●○*–—-]|o(?=\s)|(?:\d{1,2}|[a-zåäö])[.)])\s+")
_CLOSED = (".", "!", "?", ":", ";", ",", "”", '"')
_LONGEST_HEADING = 75
_FULL = 12
"""With fewer lines the middle one tells nothing of the width."""
_FEWEST = 3
"""So many breaks inside sentences show how a wrapped line is printed."""


class ParagraphKind(StrEnum):
    """What a paragraph is."""

    HEADING = "heading"
    BULLET = "bullet"
    TEXT = "text"


class Paragraph(Struct, frozen=True):
    """A stretch of the reading form of a passage."""

    kind: ParagraphKind
    start: int
    end: int


class _Line(Struct, frozen=True):
    start: int
    end: int
    opens: bool
    """True where a blank line, or nothing, stands before it."""


def paragraphs(passage: Passage, alignment: Alignment) -> list[Paragraph]:
    r"""Return the paragraphs of a passage in order, told by its print.

    >>> from protokoll.model.text import Span
    >>> words = Passage("Skola Alla barn ska lära sig läsa. • Fler lärare", Span(0, 0), 1,
    ...                 "Skola\n\nAlla barn ska lära sig läsa.\n• Fler lärare")
    >>> [(each.kind.value, words.text[each.start : each.end]) for each in paragraphs(words, Alignment(words))]
    [('heading', 'Skola'), ('text', 'Alla barn ska lära sig läsa.'), ('bullet', '• Fler lärare')]
    """
    lines = list(_lines(passage, alignment))
    width = _usual(lines)
    found: list[Paragraph] = []
    for index, line in enumerate(lines):
        words = passage.text[line.start : line.end]
        after = lines[index + 1] if index + 1 < len(lines) else None
        if _BULLET.match(words):
            found.append(Paragraph(ParagraphKind.BULLET, line.start, line.end))
        elif _is_heading(passage.text, line, after, width):
            found.append(Paragraph(ParagraphKind.HEADING, line.start, line.end))
        elif found and found[-1].kind is not ParagraphKind.HEADING and not (line.opens and words[:1].isupper()):
            found[-1] = Paragraph(found[-1].kind, found[-1].start, line.end)
        else:
            found.append(Paragraph(ParagraphKind.TEXT, line.start, line.end))
    return found


def _lines(passage: Passage, alignment: Alignment) -> Iterator[_Line]:
    """Yield the printed lines, as stretches of the reading form."""
    breaks = [
        (match.start(), gap.count("\n"), "\f" in gap)
        for match in _SPACE.finditer(passage.text)
        if ("\n" in (gap := alignment.gap(match.start())) or "\f" in gap)
    ]
    wrap = _wrap(passage.text, breaks)
    start, opens = 0, True
    for at, newlines, page in breaks:
        yield _Line(start, at, opens)
        # How much room a page end takes says nothing: a paragraph may open there where a sentence has ended.
        opens = passage.text[at - 1] in ".:!?" if page else newlines > wrap or passage.text[at - 1] == ":"
        start = at + 1
    yield _Line(start, len(passage.text), opens)


def _usual(lines: list[_Line]) -> int:
    """Return how long a full line is at least: the middle one, or the longest of a few."""
    lengths = sorted(line.end - line.start for line in lines)
    return lengths[len(lengths) // 2] + 1 if len(lengths) >= _FULL else lengths[-1]


def _wrap(text: str, breaks: list[tuple[int, int, bool]]) -> int:
    """Return how many line ends part the lines of one paragraph; 0 where a paragraph is one line."""
    inside = Counter(
        newlines
        for at, newlines, page in breaks
        if not page and text[at + 1 : at + 2].islower() and text[at - 1] not in ".:?!"
    )
    if inside.total() < max(_FEWEST, len(breaks) // 8):
        return 0
    return inside.most_common(1)[0][0]


def _is_heading(text: str, line: _Line, after: _Line | None, width: int) -> bool:
    """Tell whether a line is a heading: short, open at its end, and more would have fitted on it."""
    words = text[line.start : line.end]
    if not line.opens or after is None or len(words) > _LONGEST_HEADING or words.endswith(_CLOSED):
        return False
    if not words[:1].isupper() or text[after.start : after.start + 1].islower():
        return False
    following = text[after.start : after.end].split(" ", 1)[0]
    return len(words) + 1 + len(following) <= width
