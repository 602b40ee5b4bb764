"""The topics of a party's programme: subject headings and what stands under each."""

import re
from collections.abc import Iterator

from protokoll.grammar import Grammar, fold
from protokoll.model.outline import BlockKind
from protokoll.model.text import Span
from protokoll.segmenting.headings import Heading
from protokoll.segmenting.matter_headings import find_lines

__all__ = ["programme_marks"]

_LONGEST = 70
_NO_HEADING = re.compile(r"[.!?:;]$|\d{4}\s*$|@|^[-–•*\d]")


def programme_marks(words: str, grammar: Grammar) -> Iterator[Heading]:
    r"""Yield the subject headings of a programme; 'Bakgrund' and the like open a block of kind `background`.

    A heading is a short line without a full stop, with nothing but a gap before it, that opens with a capital
    and is no part of a wrapped paragraph.

    >>> from protokoll.grammar import load
    >>> words = "Vårt program\n\nSkolan\n\nVarje skola ska ha en kurator.\n"
    >>> [words[mark.span.start : mark.span.end] for mark in programme_marks(words, load())]
    ['Skolan']
    """
    background = {fold(word) for word in grammar.words["matters"]["programme"]["background"]}
    leads = tuple(grammar.words["matters"]["programme"]["leads"])
    lines = list(find_lines(words, 0, len(words)))
    widest = max((line.end - line.start for line in lines), default=0)
    for index, line in enumerate(lines):
        said = words[line.start : line.end]
        before = words[lines[index - 1].start : lines[index - 1].end] if index else ""
        if not index or not line.after_gap or len(said) > _LONGEST or _NO_HEADING.search(said.removesuffix("mm.")):
            continue
        if not said[0].isupper() or said.lower().endswith(leads) or _runs_on(before, said, widest):
            continue
        if index + 1 < len(lines) and words[lines[index + 1].start].islower():
            continue
        kind = BlockKind.BACKGROUND if fold(said) in background else BlockKind.OTHER
        yield Heading(kind, Span(line.start, line.end), None)


def _runs_on(before: str, said: str, widest: int) -> bool:
    """Tell whether a line goes on from the one before: that one is full and ends no sentence."""
    return bool(before) and before[-1] not in '.!?:”"' and len(before) + len(said.split()[0]) + 1 > widest * 0.8
