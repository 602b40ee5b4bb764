"""The pages of a source, and the heads and feet that were taken out at their edges."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from protokoll.cleaning.furniture.counters import Counter, find_column_numbers, read_counter
from protokoll.cleaning.furniture.lines import split_lines
from protokoll.cleaning.numbering import number_pages
from protokoll.cleaning.replaying import replay
from protokoll.grammar import Grammar
from protokoll.model.text import CleanText, Edit, Page, Pass, Passage, SourceText, Span

__all__ = ["find_pages"]


_TITLE_BLOCK = 8
"""A title block puts at most so many lines before the first page counter,"""
_TITLE_END = 1_000
"""and so many characters."""


class _Printed(NamedTuple):
    """A line that was taken out, by its place in the text that the rule was given."""

    start: int
    end: int
    text: str
    counter: Counter | None


def find_pages(
    source: SourceText, passes: Sequence[Pass], grammar: Grammar
) -> tuple[tuple[Page, ...], tuple[Passage, ...]]:
    r"""Return the pages of `source`, and its heads and feet line by line as passages of the source.

    Pages begin at form feeds, or where `furniture` put one; their numbers are the printed ones, if these rise from
    page to page, else they are counted from 1.

    Args:
        source: the record as found.
        passes: what the rules did, that of `furniture` among them.
        grammar: the words of page counters.

    >>> from protokoll.cleaning import clean
    >>> from protokoll.grammar import load
    >>> source = SourceText(path="-", sha256="", size=0, reader="text", encoding=None, text="§ 1\n3 (9)\n\f§ 2\n4 (9)")
    >>> [page.number for page in clean(source, load()).pages]
    [3, 4]
    """
    place = next((index for index, each in enumerate(passes) if each.rule == "furniture"), len(passes))
    before, edits = tuple(passes[:place]), passes[place].edits if place < len(passes) else ()
    text = replay(source.text, before)
    base = CleanText(source, before, text)
    printed = [line for edit in edits for line in _lines(text, edit.span, grammar)]
    starts = _starts(text, edits, printed)
    known = [(bisect_right(starts, line.start) - 1, line.text, line.counter) for line in printed]
    numbers = number_pages(_title_counter(text, printed, grammar) + known, len(starts))
    pages: list[Page] = []
    for start, number in zip(starts, numbers, strict=True):
        origin = base.origin(Span(start, start)).start if start else 0
        pages.append(Page(max(origin, pages[-1].start) if pages else 0, number))
    numbered = CleanText(source, before, text, pages=tuple(pages))
    return numbered.pages, tuple(numbered.passage(line.start, line.end) for line in printed)


def _lines(text: str, span: Span, grammar: Grammar) -> list[_Printed]:
    """Return the lines of a stretch of text."""
    lines = split_lines(span.of(text))
    columns = find_column_numbers(lines, grammar)
    return [
        _Printed(
            span.start + line.start,
            span.start + line.end,
            line.text,
            read_counter(line.text, grammar) or columns.get(index),
        )
        for index, line in enumerate(lines)
    ]


def _title_counter(text: str, printed: Sequence[_Printed], grammar: Grammar) -> list[tuple[int, str, Counter | None]]:
    """Return the counter in the title block of the first page, which stays in the text, if the others follow on it."""
    later = [line.counter for line in printed if line.counter]
    for line in _lines(text, Span(0, _TITLE_END), grammar)[:_TITLE_BLOCK]:
        counter = line.counter
        if counter and later and counter.total == later[0].total and counter.number < later[0].number:
            return [(0, line.text, counter)]
    return []


def _starts(text: str, edits: Sequence[Edit], printed: Sequence[_Printed]) -> list[int]:
    """Return where pages begin, the first at 0."""
    feeds = [match.end() for match in re.finditer("\f", text)]
    breaks = [edit.span for edit in edits if "\f" in edit.text and "\f" not in edit.span.of(text)]
    closes = not feeds and _closes(text, breaks, printed)
    return sorted([0, *feeds, *(span.end if closes else span.start for span in breaks)])


def _closes(text: str, breaks: Sequence[Span], printed: Sequence[_Printed]) -> bool:
    """Tell whether the counters of a text without form feeds close their pages, as far as the text tells."""
    counters = [line for line in printed if line.counter]
    if not counters or not breaks:
        return False
    first, last = counters[0], counters[-1]
    assert first.counter and last.counter  # noqa: S101 (for the type checker: chosen above)
    if first.end <= breaks[0].start:
        # A counter in the title block opens its page.
        return len(split_lines(text[: first.start])) > _TITLE_BLOCK and first.counter.number == 1
    if last.start >= breaks[-1].end:
        return True
    if first.counter.total and last.counter.number == last.counter.total:
        return False
    return first.counter.number == 1
