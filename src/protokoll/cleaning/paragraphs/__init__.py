"""Rule `paragraphs`: lines that were wrapped to the width of a page."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from protokoll.cleaning.paragraphs.gaps import Gap
from protokoll.cleaning.paragraphs.kinds import find_kind, find_kinds, is_item, words
from protokoll.cleaning.paragraphs.wraps import find_wraps
from protokoll.grammar import Grammar
from protokoll.model.text import Edit, Span

__all__ = ["join_lines"]

_BREAK = re.compile(r"([\n\f]+)")
# Where every page end has its own line: with one letter to look for, `re` skips to the line ends.
_LINE_BREAK = re.compile(r"(\n[\n\f]*)")
_GAPS = {"\n": Gap.LINE, "\n\n": Gap.BLANK, "\n\f\n": Gap.PAGE}
_ROUNDS = 40
"""Joining lines may show that others go on; few texts need a second round, and none so many."""


def join_lines(text: str, grammar: Grammar) -> Iterator[Edit]:
    r"""Propose to join the lines of a paragraph, over page ends and over empty lines inside a sentence as well.

    List items, headings, heads of §§, columns and lists of names keep their lines. A page end that parts
    paragraphs becomes an empty line.

    >>> from protokoll.cleaning.replaying import apply
    >>> from protokoll.grammar import load
    >>> text = "Kommunstyrelsen tillstyrker förslaget och\n\f\navslår motionen.\n1. Nej"
    >>> apply(text, join_lines(text, load()))
    'Kommunstyrelsen tillstyrker förslaget och avslår motionen.\n1. Nej'
    """
    pieces = (_LINE_BREAK if text.count("\f") == text.count("\n\f") else _BREAK).split(text)
    ends = list(accumulate(map(len, pieces)))
    lines, places = pieces[::2], list(range(1, len(pieces), 2))
    if not lines[-1]:
        lines, places = lines[:-1], places[:-1]
    gaps = [_gap(blanks) for blanks in pieces[1::2]][: len(places)]
    kinds = list(find_kinds(lines, words(grammar)))
    for _ in range(_ROUNDS):
        wraps = find_wraps(lines, gaps, kinds, words(grammar))
        if not wraps:
            break
        yield from (Edit(Span(ends[places[index] - 1], ends[places[index]]), " ") for index in wraps)
        lines, grown = _joined(lines, wraps)
        gone = set(wraps)
        kept = [index for index in range(len(gaps)) if index not in gone]
        places, gaps, kinds = [places[i] for i in kept], [gaps[i] for i in kept], [kinds[i] for i in kept]
        for index in grown:
            if index < len(kinds):
                kinds[index] = find_kind(
                    lines[index - 1] if index else "", lines[index], lines[index + 1], words(grammar)
                )
    for index, gap in enumerate(gaps):
        if gap is Gap.PAGE:
            span = Span(ends[places[index] - 1], ends[places[index]])
            yield Edit(span, "\n" if is_item(lines[index + 1]) else "\n\n")


def _gap(blanks: str) -> Gap:
    """Return what a run of line ends and page ends is."""
    gap = _GAPS.get(blanks)
    if gap is None:
        gap = Gap.PAGE if "\f" in blanks else Gap.BLANK
    return gap


def _joined(lines: Sequence[str], wraps: Sequence[int]) -> tuple[list[str], list[int]]:
    """Return the lines after those that go on in the next one have been joined to it, and the indices of the joined."""
    joined: list[str] = []
    grown: list[int] = []
    start = place = 0
    while place < len(wraps):
        first = last = wraps[place]
        while place < len(wraps) and wraps[place] == last:
            last += 1
            place += 1
        joined += lines[start:first]
        grown.append(len(joined))
        joined.append(" ".join(lines[first : last + 1]))
        start = last + 1
    joined += lines[start:]
    return joined, grown
