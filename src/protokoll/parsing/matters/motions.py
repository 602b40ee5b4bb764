"""A motion bound into a report."""

import re

from protokoll.grammar import Grammar
from protokoll.model.document import Action, Actors, Fate, Proposal
from protokoll.model.text import CleanText, Span
from protokoll.parsing.actors import find_actors
from protokoll.parsing.matters.authors import signers
from protokoll.parsing.points import find_points, list_end

__all__ = ["bound_motion"]

_BY = re.compile(r"Motion\s+av\s+(?P<who>.{5,260}?)\s+om\s", re.DOTALL)
# "Kommunfullmäktige föreslås besluta:", "Förslag till beslut i kommunfullmäktige:" before a list.
_ASKS = re.compile(
    r"""(?:(?:^|(?<=[.:]))[^\n.]*\b(?:föreslår|föreslås|yrkar|hemställer)\b[^.\n]{0,160}?
            \b(?:besluta|beslutar|att)\b[^.\n]{0,60}?:?
          |Förslag\s+till\s+beslut(?:\s+i\s+kommunfullmäktige)?:?
          |Yrkande:?)
        \s*(?=(?:1[.)]|att\b|[-–•])\s|\n\s*(?:1[.)]|att\b|[-–•]|[A-ZÅÄÖ]))""",
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)


def bound_motion(text: CleanText, span: Span, grammar: Grammar) -> Proposal | None:
    """Return the demand of a motion printed among the papers of a report, with its argument as statement."""
    words = text.text
    title = _BY.search(words, span.start, min(span.end, span.start + 400))
    every = list(_ASKS.finditer(words, span.start, span.end))
    if title is None or not every:
        return None
    asks = every[-1]
    by = find_actors(text, *title.span("who"), grammar)
    persons = by.persons or signers(text, Span(asks.end(), span.end), grammar)
    end = list_end(words, asks.end(), span.end)
    if end <= asks.end():
        gap = re.compile(r"(?<=\S)[ \t]*\n[ \t]*\n").search(words, asks.end(), span.end)
        end = gap.start() if gap else span.end
    points = find_points(text, asks.end(), end, grammar)
    if not points or not persons:
        return None
    start = re.compile(r"\n[ \t]*\n|(?<=[a-zåäö]) (?=[A-ZÅÄÖ][a-zåäö]+ [a-zåäö]+ )").search(
        words, title.end() + 20, asks.start()
    )
    statement = text.passage(start.end(), asks.start()) if start and words[start.end() : asks.start()].strip() else None
    whole = text.passage(span.start, span.end)
    actors = Actors(None, persons, by.parties, by.printed)
    return Proposal(actors, Action.OWN, None, points, statement, None, "paper", Fate.UNKNOWN, whole.span, whole.page)
