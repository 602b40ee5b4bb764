"""The points of a decision or proposal: numbered, att-satser, dashes or plain paragraphs."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from protokoll.grammar import Grammar
from protokoll.model.document import Point
from protokoll.model.text import CleanText, Span

__all__ = ["find_points", "list_end"]

_FIRST = re.compile(r"\s*(?P<number>1)[.)]\s+(?=\S)")
_LINE_NUMBER = re.compile(r"^[ \t]*(?P<number>[1-9]\d{0,3})[.)](?=\s+\S)", re.MULTILINE)
_INNER_NUMBER = re.compile(r"(?<=[.:;!?”\"])\s+(?P<number>[1-9]\d{0,3})\.(?=\s+[A-ZÅÄÖ])")
_BLANKS = re.compile(r"\s+")
_CLAUSE = re.compile(r"^[ \t]*(?:[-–•*][ \t]*)?(?=[Aa]tt\s)", re.MULTILINE)
_DASH = re.compile(r"^[ \t]*[-–•*][ \t]+(?=\S)", re.MULTILINE)
_PARAGRAPH = re.compile(r"\n[ \t]*\n\s*+(?![a-zåäö](?![.)]))|(?<=[.!?:”])[ \t]*\n(?=[A-ZÅÄÖ\d])")
# The proposer's own words begin on the line after the list.
_ADDED = re.compile(
    r"\n[ \t]*(?=(?:Därutöver|Dessutom|Samt|Vidare|Till\s+detta)\s+(?:anför|vill)\w*[^.\n]{0,40}följande\b)",
    re.IGNORECASE,
)
# A budget groups its points under the names of boards: "⏎⏎Byggnadsnämnden⏎⏎att …".
_BOARD = re.compile(r"\n[ \t]*\n[ \t]*[A-ZÅÄÖ][^\n.,;:]{2,60}\s*\Z")
_BOARD_ROOM = 120
_THAT = re.compile(r"[ ](?=att[ ])")
_LINE_ROOM = 200
# A line with room for two words more is not the one that was too full for them.
_NARROW = 72
_FIRST_WORDS = re.compile(r"\S*\s?\S*")
_OPENED = re.compile(r"\n[ \t]*(?:[-–•*][ \t]*)?att\s")
_INDENT = 12
_GAP = re.compile(r"\n[ \t]*\n")
# Where a list is over: a new paragraph that opens with a capital; after att-satser a new line is enough.
_AFTER_NUMBERED = re.compile(r"\n[ \t]*\n\s*(?=[A-ZÅÄÖ\"”][^\n.)])")
_AFTER_CLAUSES = re.compile(r"(?:\n[ \t]*\n\s*|(?<=[.!?”])[ \t]*\n[ \t]*)(?=[A-ZÅÄÖ\"”][^\n.)])")


def find_points(text: CleanText, start: int, end: int, grammar: Grammar) -> tuple[Point, ...]:
    """Return the points between `start` and `end` of the clean text, in order.

    A numbered list is read by the run of its numbers, wherever they stand; otherwise att-satser, dashes, and
    at last each paragraph is a point. Lettered sub-points stay inside their point.
    """
    return tuple(
        _point(text, number, part, grammar)
        for number, span in _spans(text.text, start, end)
        for part in (_unjoined(text, span, grammar) if number is None else (span,))
    )


def _unjoined(text: CleanText, span: Span, grammar: Grammar) -> Iterator[Span]:
    """Part two att-satser that cleaning has joined: in the source the second opens a line.

    A gap after 'att' tells, or a line before that was left unfilled and does not lead to 'att' itself.
    """
    begin, source = span.start, text.source.text
    for match in _THAT.finditer(text.text, span.start, span.end):
        place = text.position(match.end())
        before = source[max(0, place - _LINE_ROOM) : place].rstrip(" \t")
        gap = source[place + 3 : place + 5] in ("  ", " \t")
        if before.endswith("\n") and (gap or _ends_point(text, Span(begin, match.end()), before, grammar)):
            yield Span(begin, match.start())
            begin = match.end()
    yield Span(begin, span.end)


def _ends_point(text: CleanText, point: Span, before: str, grammar: Grammar) -> bool:
    """Tell whether the line before an 'att' closes a point that opened a line with 'att' too.

    Args:
        text: the record.
        point: the point from its own 'att' to the next one.
        before: the source up to the next 'att'.
        grammar: the words that lead to 'att'.
    """
    source, start = text.source.text, text.position(point.start)
    if not _OPENED.search(source, max(0, start - _INDENT), start + 4):
        return False
    line = before.rstrip("\n").rsplit("\n", 1)[-1].strip()
    word = line.rsplit(" ", 1)[-1].lower()
    leads_on = word in grammar.phrases("flat", "before_att") or word.endswith(grammar.phrases("points", "receivers"))
    following = _FIRST_WORDS.match(text.text, point.end)
    return not leads_on and following is not None and len(line) + len(following[0]) < _NARROW


def list_end(words: str, start: int, end: int) -> int:
    """Return where the list that opens at `start` ends: at the blank line after its last point."""
    spans = (
        list(_numbered(words, start, end))
        or list(_marked(words, start, end, _CLAUSE))
        or list(_marked(words, start, end, _DASH))
    )
    if not spans:
        return start
    gap = _GAP.search(words, spans[-1][1].start, end)
    added = _ADDED.search(words, spans[-1][1].start, end)
    return min(stop.start() for stop in (gap, added) if stop) if gap or added else end


def _spans(words: str, start: int, end: int) -> Iterator[tuple[str | None, Span]]:
    for finder in (
        _numbered(words, start, end),
        _marked(words, start, end, _CLAUSE),
        _marked(words, start, end, _DASH),
    ):
        found = list(finder)
        if found:
            before = _paragraphs(words, start, found[0][1].start - len(found[0][0] or "") - 2)
            yield from (each for each in before if _is_point(words, each[1]))
            last = Span(found[-1][1].start, _list_stop(words, found[-1][1], numbered=bool(found[0][0])))
            yield from ((number or None, span) for number, span in found[:-1])
            yield found[-1][0] or None, last
            return
    yield from _paragraphs(words, start, end)


def _list_stop(words: str, last: Span, *, numbered: bool) -> int:
    """Return where the last point of a list ends: text after a blank line, or on a new line, is no part of it."""
    stop = (_AFTER_NUMBERED if numbered else _AFTER_CLAUSES).search(words, last.start, last.end)
    return stop.start() if stop else last.end


def _is_point(words: str, span: Span) -> bool:
    """Tell a point before a list from the words that lead the list in ('Kommunstyrelsen beslutar')."""
    said = span.of(words).rstrip()
    return said.endswith(".") and not re.search(r"(?:följande|beslutar|besluta)\W*$", said)


def _numbered(words: str, start: int, end: int) -> Iterator[tuple[str, Span]]:
    """Follow the run 1, 2, 3 …; the next number may open a line or stand after the end of a sentence."""
    lines = _by_number(_LINE_NUMBER.finditer(words, start, end))
    match = _FIRST.match(words, start, end) or _from(lines.get(1, []), start)
    inside = _by_number(_INNER_NUMBER.finditer(words, match.end(), end)) if match else {}
    number = 1
    while match:
        number += 1
        blank = _BLANKS.match(words, match.end(), end)
        begin = blank.end() if blank else match.end()
        follower = _from(lines.get(number, []), begin) or _from(inside.get(number, []), begin)
        yield match["number"], Span(begin, follower.start() if follower else end)
        match = follower


def _by_number(marks: Iterable[re.Match[str]]) -> dict[int, list[re.Match[str]]]:
    found: dict[int, list[re.Match[str]]] = {}
    for mark in marks:
        found.setdefault(int(mark["number"]), []).append(mark)
    return found


def _from(marks: list[re.Match[str]], position: int) -> re.Match[str] | None:
    """Return the first of `marks` at or after `position`."""
    at = bisect_left(marks, position, key=lambda mark: mark.start())
    return marks[at] if at < len(marks) else None


def _marked(words: str, start: int, end: int, mark: re.Pattern[str]) -> Iterator[tuple[str, Span]]:
    marks = list(mark.finditer(words, start, end))
    for index, match in enumerate(marks):
        stop = marks[index + 1].start() if index + 1 < len(marks) else end
        board = _BOARD.search(words, max(match.end(), stop - _BOARD_ROOM), stop) if index + 1 < len(marks) else None
        yield "", Span(match.end(), board.start() if board else stop)


def _paragraphs(words: str, start: int, end: int) -> Iterator[tuple[None, Span]]:
    begin = start
    for match in _PARAGRAPH.finditer(words, start, max(start, end)):
        if words[begin : match.start()].strip():
            yield None, Span(begin, match.start())
        begin = match.end()
    if words[begin:end].strip():
        yield None, Span(begin, end)


def _point(text: CleanText, number: str | None, span: Span, grammar: Grammar) -> Point:
    passage = text.passage(span.start, span.end)
    said = passage.text.lower()
    procedural = len(said) < 160 and any(map(said.__contains__, grammar.words["outcomes"]["procedural"]))
    return Point(number, passage.text, passage.span, passage.page, passage.printed, procedural)
