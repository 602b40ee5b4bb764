"""The title and diary numbers of an item, from the lines under its number."""

import re
from collections.abc import Iterator
from itertools import pairwise

from protokoll.model.text import CleanText, Passage, Span
from protokoll.parsing.references import find_diary_numbers

__all__ = ["item_heading"]

_BLANKS = re.compile(r"\s+")
# No title is longer than this many characters.
_LONGEST = 1200
_MOST_LINES = 14
_LABELS = re.compile(r"(?i)\b(?:dnr|diarienummer|diarienr|ärendenummer|ärendenr|ärende\s?nr|beteckning)\b\s*[.:]?")
_SENTENCE = re.compile(r"[a-zåäö)\d][.?](?:\s|$)")
_MARKS = re.compile(r"^[\s.,:;()–-]*$")
# Titles may break as loosely as this many characters short of the longest line.
_SLACK = 2
# No title is set narrower than this many characters.
_NARROWEST = 45


def item_heading(text: CleanText, number_end: int, end: int) -> tuple[Passage | None, tuple[Passage, ...], Span | None]:
    """Return the title of an item, its diary numbers, and the span of what follows the title in its head block.

    The title is what stands on the line of the number (diary number taken away) and on the lines below, up to
    a blank line; where running text follows without a blank line, up to the line that was not filled.
    """
    words = text.text
    lines = _lines(text, number_end, end)
    head_end = min(end, lines[0].end + 400) if lines else end
    numbers = _diary_numbers(text, lines, words, head_end)
    taken = [_offsets(text, passage, number_end) for passage in numbers]
    title: list[Span] = []
    after = number_end
    for line in lines:
        if title and "\n\n" in words[after : line.start].replace(" ", ""):
            break
        after = line.end
        bare = _without(words, line, taken)
        if _MARKS.match(bare.of(words)):
            if title:
                break
            continue
        title.append(bare)
    title = _filled(words, title)
    if not title:
        return None, numbers, Span(after, end) if words[after:end].strip() else None
    rest = Span(title[-1].end, end)
    passage = text.passage(title[0].start, title[-1].end)
    return passage, numbers, rest if rest.of(words).strip() else None


def _lines(text: CleanText, start: int, end: int) -> list[Span]:
    """Return the lines as printed: where cleaning joined lines, the source still tells where each ended."""
    found: list[Span] = []
    begin = start
    for match in _BLANKS.finditer(text.text, start, min(end, start + _LONGEST)):
        if "\n" not in match[0] and "\n" not in text.origin(Span(*match.span())).of(text.source.text):
            continue
        if text.text[begin : match.start()].strip():
            found.append(Span(begin, match.start()))
        begin = match.end()
        # Below the title and its diary number no line is of interest any more.
        if len(found) > _MOST_LINES:
            return found
    if text.text[begin:end].strip():
        found.append(Span(begin, min(end, len(text.text))))
    return found


def _diary_numbers(text: CleanText, lines: list[Span], words: str, end: int) -> tuple[Passage, ...]:
    """Look on the number's own line first, then after a label on the lines below."""
    if not lines:
        return ()
    first = find_diary_numbers(text, lines[0].start, lines[0].end, labelled=False)
    if first:
        return first
    for line in lines[:8]:
        if _LABELS.search(words, line.start, line.end):
            found = find_diary_numbers(text, line.start, min(end, line.end + 40), labelled=True)
            if found:
                return found
    return find_diary_numbers(text, lines[-1].start, lines[-1].end, labelled=True)


def _offsets(text: CleanText, passage: Passage, near: int) -> Span:
    place = text.text.find(passage.printed.split("\n")[0], near)
    return Span(place, place + len(passage.printed)) if place >= 0 else Span(near, near)


def _without(words: str, line: Span, taken: list[Span]) -> Span:
    """Cut diary numbers and their labels off the ends of a line."""
    start, end = line.start, line.end
    for span in taken:
        if span.start >= end or span.end <= start:
            continue
        before = _LABELS.sub("", words[start : span.start])
        if _MARKS.match(before):
            start = span.end
        elif _MARKS.match(words[span.end : end]):
            label = _LABELS.search(words, start, span.start)
            end = label.start() if label and _MARKS.match(words[label.end() : span.start]) else span.start
    piece = words[start:end]
    return Span(start + len(piece) - len(piece.lstrip(" .,:;–-\t")), end - (len(piece) - len(piece.rstrip(" \t,;–-"))))


def _filled(words: str, lines: list[Span]) -> list[Span]:
    """Keep the lines of the title; running text after it begins where a line was left unfilled."""
    if len(lines) < 2 or not any(_SENTENCE.search(words, line.start, line.end) for line in lines[1:]):
        return lines
    width = max(_NARROWEST, *(line.end - line.start for line in lines[: max(1, _body_from(lines))]))
    for place, (line, following) in enumerate(_pairs(lines)):
        word = words[following.start : following.end].split(" ", 1)[0]
        fits = line.end - line.start + 1 + len(word) <= width - _SLACK
        longer = following.end - following.start > width * 1.15 and place + 1 >= _body_from(lines)
        if (fits or longer) and word[:1].isupper():
            return lines[: place + 1]
    return lines


def _body_from(lines: list[Span]) -> int:
    """Return the index of the first line that is much longer than those before it: the running text is set wider."""
    longest = 0
    for index, line in enumerate(lines):
        length = line.end - line.start
        if index and length > longest * 1.2:
            return index
        longest = max(longest, length)
    return len(lines)


def _pairs(lines: list[Span]) -> Iterator[tuple[Span, Span]]:
    return pairwise(lines)
