"""Lists of points as parties and officials print them: one list for each body that is to decide."""

import re

from protokoll.grammar import Grammar
from protokoll.model.document import Point
from protokoll.model.text import CleanText, Span
from protokoll.parsing.points import find_points, list_end

__all__ = ["demand_end", "points_by_body"]

# "I kommunstyrelsen och kommunfullmäktige:" before a list tells which body is to decide it.
_IN_BODY = re.compile(
    r"""(?:(?<=\n)|\A|(?<=beslut)|(?<=beslut:))[ \t:]*\n?[ \t]*I[ \t]+[a-zåäöA-ZÅÄÖ][^\n:.]{3,90}?
        (?:[:,][ \t]*(?=\s|$)|(?=\n|[ \t]1\.[ \t]))""",
    re.VERBOSE,
)
_SUB_POINT = re.compile(r"\s*\n\s*(?:[a-h]\)|[•–-])\s+\S")
_PARAGRAPH = re.compile(r"(?<=\S)[ \t]*\n[ \t]*\n")


def points_by_body(text: CleanText, span: Span, grammar: Grammar) -> tuple[Point, ...]:
    r"""Return the points of a proposal, from the lists of all the bodies that it names.

    >>> from protokoll.grammar import load
    >>> from protokoll.model.text import SourceText
    >>> words = "I kommunstyrelsen:\n\n1. Uppdraget är klart.\n\nI kommunfullmäktige:\n\n1. Taxan antas."
    >>> source = SourceText(path="-", sha256="", size=0, reader="text", encoding=None, text=words)
    >>> text = CleanText(source, (), words)
    >>> [point.text for point in points_by_body(text, Span(0, len(words)), load())]
    ['Uppdraget är klart.', 'Taxan antas.']
    """
    leads = list(_IN_BODY.finditer(text.text, span.start, span.end))
    points: list[Point] = []
    if not leads:
        points.extend(find_points(text, span.start, span.end, grammar))
    for index, lead in enumerate(leads):
        stop = leads[index + 1].start() if index + 1 < len(leads) else span.end
        points.extend(find_points(text, lead.end(), stop, grammar))
    return tuple(point for point in points if any(letter.isalpha() for letter in point.text))


def demand_end(words: str, start: int, end: int) -> int:
    r"""Return where a proposal's list ends that runs into its reasons without a heading between.

    >>> words = " I nämnden:\n\n1. Motionen bifalls.\n\nVi tycker att badet ska öppnas."
    >>> words[demand_end(words, 0, len(words)):].strip()
    'Vi tycker att badet ska öppnas.'
    """
    lead = _IN_BODY.match(words, start, end)
    begin = lead.end() if lead else start
    last = list_end(words, begin, end)
    if last <= begin:
        begin += len(words[begin:end]) - len(words[begin:end].lstrip())
        gap = _PARAGRAPH.search(words, begin, end)
        last = gap.start() if gap else end
    # "… får i uppdrag att" and then, each in its own paragraph, a), b), c).
    while sub_point := _SUB_POINT.match(words, last, end):
        gap = _PARAGRAPH.search(words, sub_point.end(), end)
        last = gap.start() if gap else end
    return last
