"""How far damage reaches: in a text that lost its å, ä and ö, lines that say nothing by themselves lost them, too."""

import re
from collections.abc import Iterator, Sequence

from protokoll.cleaning.repair.lines import leans_foreign
from protokoll.model.text import Span

__all__ = ["widened"]

_SHARE = 0.3
"""So large a part of a text is damaged, and not one annex of many."""
_RINGS = re.compile(r"[åäöÅÄÖ]")


def widened(text: str, spans: Sequence[Span]) -> list[Span]:
    r"""Return the damaged stretches with what lies between them, where most of the text is damaged.

    Lists of names, heads and rows of a table have few words by which damage is told. What has å, ä or ö, or is of
    another language, stays outside.

    >>> text = "Namnden foreslar att motionen avslas.\nAke Strom (M)\nVi i nämnden.\n"
    >>> widened(text, [Span(0, 38)])
    [Span(start=0, end=52)]
    """
    if sum(span.end - span.start for span in spans) < _SHARE * len(text.strip()):
        return list(spans)
    found: list[Span] = []
    for span in sorted([*spans, *_between(text, spans)]):
        if found and found[-1].end == span.start:
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return found


def _between(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Yield the runs of whole lines outside the spans that may have lost their marks."""
    start = 0
    for span in (*spans, Span(len(text), len(text))):
        begin = at = start
        for line in text[start : span.start].splitlines(keepends=True):
            if _RINGS.search(line):
                yield from _kept(text, Span(begin, at))
                begin = at + len(line)
            at += len(line)
        yield from _kept(text, Span(begin, at))
        start = span.end


def _kept(text: str, run: Span) -> Iterator[Span]:
    if run.start < run.end and not leans_foreign(run.of(text)):
        yield run
