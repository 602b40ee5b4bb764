"""Rule `flat_pages`: lines for pages that have lost them."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from protokoll.cleaning.flat.breaks import FlatHeading, find_decided, find_headings, find_points
from protokoll.cleaning.flat.contents import listed_titles
from protokoll.cleaning.flat.marked import find_marked_heads, find_marks
from protokoll.cleaning.flat.numbers import FlatNumber, find_numbers
from protokoll.cleaning.flat.pages import FlatPage, find_flat_pages
from protokoll.cleaning.flat.titles import FlatTitle, find_title
from protokoll.grammar import Grammar
from protokoll.model.outline import BlockKind
from protokoll.model.text import Edit, Span

__all__ = ["part_flat_pages"]

_DECISION_ROOM = 4_000
# The rule that closes an item: "_____", "- - - -".
# A paper in a list ends in its date: "Motion 2008-04-02 Yttrande 2008-09-15".
_PAPER_END = re.compile(r"(?<=\d-\d\d-\d\d)\s(?=[A-ZÅÄÖ])")
_RULE = re.compile(r"\s(?=(?:[-–_*=][ ]?){4})")


class _Sheet(NamedTuple):
    """The text, its wordings, and what is to be put where."""

    text: str
    grammar: Grammar
    edits: dict[int, Edit]

    def put(self, at: int, what: str) -> None:
        """Put `what` in place of the blanks before `at`, unless a line or something longer was put there already."""
        start = at
        while start > 0 and self.text[start - 1] in " \t":
            start -= 1
        known = self.edits.get(start)
        opens_line = start == 0 or self.text[start - 1] == "\n"
        if not opens_line and (known is None or len(known.text) < len(what)):
            self.edits[start] = Edit(Span(start, at), what)

    def insert(self, at: int, what: str) -> None:
        """Put `what` before the character `at`."""
        self.edits[at] = Edit(Span(at, at), what)

    def apart(self) -> Iterator[Edit]:
        """Yield the edits in order; of two that share blanks the first."""
        end = 0
        for edit in sorted(self.edits.values(), key=lambda each: each.span):
            if edit.span.start >= end:
                yield edit
                end = edit.span.end

    def after_blanks(self, at: int) -> int:
        """Return the first character from `at` on that is no blank."""
        while self.text.startswith(" ", at):
            at += 1
        return at


def part_flat_pages(text: str, grammar: Grammar) -> Iterator[Edit]:
    """Propose line ends where a page is one line: after its head, around numbers, titles and headings, before points.

    The sign of a § that was lost is put back before the number of an item. Blanks are all that is replaced.
    """
    sheet = _Sheet(text, grammar, {})
    pages = find_flat_pages(text, grammar)
    numbers = find_numbers(text, pages, grammar)
    if not numbers:
        _marked(sheet)
        yield from sheet.apart()
        return
    _pages(sheet, pages)
    ends = [*(each.start for each in numbers[1:]), len(text)]
    listed = listed_titles(text[pages[0].span.start : numbers[0].start], [each.number for each in numbers])
    for number, end in zip(numbers, ends, strict=True):
        _item(sheet, number, end, listed.get(number.number))
    yield from sheet.apart()


def _pages(sheet: _Sheet, pages: list[FlatPage]) -> None:
    for before, page in pairwise(pages):
        gap = Span(before.span.end, page.span.start)
        sheet.edits[gap.start] = Edit(gap, "\n\f")
        if page.head_end > page.span.start:
            sheet.put(page.head_end, "\n\n")
        if page.foot < page.span.end:
            sheet.put(page.foot, "\n\n")


def _marked(sheet: _Sheet) -> None:
    """Part titles and headings from what follows on their line, where marks '(1)', '(2)' tell pages."""
    text = sheet.text
    marks = find_marks(text)
    if not marks:
        return
    for mark in marks[1:]:
        sheet.edits[mark.start] = Edit(mark, "\f")
    for line, item in find_marked_heads(text, marks[0].end):
        headings = find_headings(text, line.start, item.end, sheet.grammar)
        first = headings[0].start if headings and headings[0].start < line.end else None
        title = find_title(text, line, first, None, sheet.grammar)
        if title.end < line.end:
            sheet.put(sheet.after_blanks(title.end), "\n\n")
        for heading in headings:
            if heading.start >= title.end and "\n" not in text[heading.start - 1 : heading.end + 1]:
                sheet.put(heading.start, "\n\n")
                sheet.put(sheet.after_blanks(heading.end + text.startswith(":", heading.end)), "\n")


def _item(sheet: _Sheet, number: FlatNumber, end: int, listed: str | None) -> None:
    text = sheet.text
    headings = find_headings(text, number.number_end, end, sheet.grammar)
    first = headings[0].start if headings else None
    title = find_title(text, Span(number.number_end, end), first, listed, sheet.grammar)
    headings = [each for each in headings if each.start >= title.after]
    sheet.put(number.start, "\n\n")
    if not number.signed:
        sheet.insert(number.number_start, "§ ")
    _title(sheet, title)
    for heading in headings:
        sheet.put(heading.start, "\n\n")
        sheet.put(sheet.after_blanks(heading.end + text.startswith(":", heading.end)), "\n")
        if heading.kind is BlockKind.ATTACHMENTS:
            stop = next((each.start for each in headings if each.start > heading.start), end)
            for paper in _PAPER_END.finditer(text, heading.end, stop):
                sheet.put(paper.end(), "\n")
    for rule in _RULE.finditer(text, title.after, end):
        sheet.put(rule.end(), "\n")
    _decisions(sheet, Span(title.after, end), headings)


def _title(sheet: _Sheet, title: FlatTitle) -> None:
    for step in title.codes.steps:
        sheet.insert(step, "§ ")
    for code in (*title.codes.starts, title.start):
        sheet.put(code, "\n")
    if title.after > title.end:
        sheet.put(sheet.after_blanks(title.end), "\n")
    sheet.put(sheet.after_blanks(title.after), "\n\n")


def _decisions(sheet: _Sheet, item: Span, headings: list[FlatHeading]) -> None:
    """Part decisions into their points: those under a heading, and sentences in which a body decides."""
    stops = [*(each.start for each in headings[1:]), item.end][: len(headings)]
    zones = [
        (heading.end, min(stop, heading.end + _DECISION_ROOM))
        for heading, stop in zip(headings, stops, strict=True)
        if heading.kind is BlockKind.DECISION
    ]
    closed = 0
    place = 0
    for at in find_decided(sheet.text, item.start, item.end):
        while place < len(zones) and zones[place][1] <= at:
            place += 1
        if at < closed or (place < len(zones) and zones[place][0] <= at):
            continue
        sheet.put(at, "\n\n")
        stop = next((each.start for each in headings if each.start > at), item.end)
        closed = min(stop, at + _DECISION_ROOM)
        _points(sheet, at, closed)
    for start, stop in zones:
        _points(sheet, start, stop)


def _points(sheet: _Sheet, start: int, stop: int) -> None:
    for gap, after, what in find_points(sheet.text, start, stop, sheet.grammar):
        if gap not in sheet.edits:
            sheet.edits[gap] = Edit(Span(gap, after), what)
