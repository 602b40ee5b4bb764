"""What a motion, a letter, a question or a citizen's proposal wants, and why."""

import re
from typing import NamedTuple

from msgspec.structs import replace

from protokoll.grammar import Grammar
from protokoll.model.document import Action, Actors, DocumentKind, Fate, Point, Proposal
from protokoll.model.outline import Block, BlockKind, Outline
from protokoll.model.text import CleanText, Passage, Span
from protokoll.parsing.inquiries import find_inquiries
from protokoll.parsing.matters.authors import find_authors
from protokoll.parsing.matters.fronts import find_title, front_lines
from protokoll.parsing.matters.heads import Papers, matter_item
from protokoll.parsing.points import find_points, list_end
from protokoll.parsing.sentences import sentences

__all__ = ["parse_initiative"]

_CLAUSE = re.compile(r"\b(?:att|ge)\s+(?=\S)")
_LABEL = re.compile(
    r"""^[ \t]*(?:Motivering|Bakgrund|Beskrivning|Mitt\ förslag|Förslag|Motiv)[ \t]*:?[ \t]*$
      | ^[ \t]*(?:Motivering|Beskrivning|Motiv)[ \t]*:""",
    re.VERBOSE | re.MULTILINE,
)
_FIELD = re.compile(
    r"^[ \t]*(?:Namn|Ort|Adress|E-post|Telefon|Jag godkänner|Förslagsställare|Underskrift|Datum)\b", re.MULTILINE
)
_QUESTIONS = (DocumentKind.INTERPELLATION, DocumentKind.QUESTION)
_BODY = re.compile(
    r"""\b(?:ge|ger|åt)\s+(?P<body>[A-ZÅÄÖa-zåäö][\wåäöÅÄÖ\ -]{2,50}?)\s+i\s+uppdrag\b
      | \b(?P<council>kommunfullmäktige|kommunstyrelsen)\b""",
    re.VERBOSE | re.IGNORECASE,
)
# "att kultur- och fritidsnämnden ger förvaltningen i uppdrag", "att kommunfullmäktige beslutar": who is to decide.
_DECIDING = re.compile(
    r"\batt\s+(?P<body>[\wåäöÅÄÖ-]+(?:\s+[\wåäöÅÄÖ-]+){0,4}?)\s+(?:ger|beslutar|besluta|uppdrar|(?:ska|må)\s+besluta)\b"
)
# "Interpellation av Eva Ek (V) till kommunstyrelsens ordförande angående …": the chair who is asked.
_ASKED = re.compile(
    r"\btill\s+(?P<who>(?:[\wåäöÅÄÖ-]+\s+){0,4}?ordförande(?:n\s+i\s+[\wåäö ]+?)?"
    r"(?:\s+[A-ZÅÄÖ][^\n(]{3,40}\([A-ZÅÄÖa-zåäö]{1,5}\))?)(?=\s+(?:angående|om|gällande|med|[–-])\b|\s*\n)"
)
_COUNCIL = re.compile(r"\b(?:kommun|region|landstings)fullmäktige\b", re.IGNORECASE)
_ADDRESSED = re.compile(r"^[ \t]*Till[ \t]+(?P<who>[^\n]{4,90})$", re.MULTILINE)


class _Parts(NamedTuple):
    """Where the parts of a paper stand."""

    front: Span
    """Title and argument."""
    demand: Block | None
    foot: Span | None
    """Date and signature."""


def parse_initiative(text: CleanText, outline: Outline, grammar: Grammar) -> Papers:
    """Return head facts and the one item of a paper with which somebody starts a matter.

    A motion, a letter or a citizen's proposal gives one proposal: its points are the demand, its statement the
    running text between title and demand. An interpellation proposes nothing.
    """
    parts = _parts(outline)
    front, demand, foot = parts
    title = find_title(text.text, front, grammar, last=False)
    lead = demand.heading if demand and demand.heading else _first_sentence(text, demand)
    authors = find_authors(text, front, lead, foot or (demand.span if demand else None), grammar)
    if outline.kind is DocumentKind.CITIZEN_PROPOSAL:
        authors = Actors(None, authors.persons, (), None)
    proposals: tuple[Proposal, ...] = ()
    if demand and outline.kind not in _QUESTIONS:
        statement = _statement(text, parts, demand, title, grammar)
        proposals = (_proposal(text, demand, authors, statement, grammar),)
    item = matter_item(text, title, outline)
    made = tuple(each for each in proposals if each.points or each.statement)
    asked = _asked(text, front, demand, grammar) if outline.kind in _QUESTIONS else ()
    return Papers(authors, _addressee(text, outline.kind, front, lead), replace(item, proposals=made, questions=asked))


def _parts(outline: Outline) -> _Parts:
    front = outline.blocks[0].span
    demand = next((block for block in outline.blocks if block.kind is BlockKind.PROPOSAL), None)
    others = [block for block in outline.blocks[1:] if block.kind is BlockKind.OTHER]
    foot = next((block.span for block in others if block.heading is None), None)
    return _Parts(front, demand, foot)


def _asked(text: CleanText, front: Span, demand: Block | None, grammar: Grammar) -> tuple[Point, ...]:
    """Return what is asked: the points of the demand that are questions, else what the text asks."""
    points = _points(text, demand, grammar) if demand else ()
    asked = tuple(find_inquiries(text, Span(front.start, demand.span.end if demand else len(text.text))))
    return asked or tuple(point for point in points if "?" in point.text)


def _first_sentence(text: CleanText, demand: Block | None) -> Span | None:
    if demand is None:
        return None
    return next(sentences(text.text, demand.span.start, demand.span.end), None)


def _proposal(text: CleanText, demand: Block, authors: Actors, statement: Passage | None, grammar: Grammar) -> Proposal:
    points = _points(text, demand, grammar)
    whole = text.passage(demand.span.start, demand.span.end)
    return Proposal(authors, Action.OWN, None, points, statement, None, "paper", Fate.UNKNOWN, whole.span, whole.page)


def _points(text: CleanText, demand: Block, grammar: Grammar) -> tuple[Point, ...]:
    words = text.text
    if demand.heading is None:
        return _running(text, demand, grammar)
    start = demand.content.start
    if words[start : start + 1] == ":":
        start += 1
    end = list_end(words, start, demand.span.end)
    if end <= start:
        gap = re.compile(r"\n[ \t]*\n(?=\S)").search(words, start + 2, demand.span.end)
        end = gap.start() if gap and words[start : gap.start()].strip() else demand.span.end
    return find_points(text, start, end, grammar)


def _running(text: CleanText, demand: Block, grammar: Grammar) -> tuple[Point, ...]:
    """Read a demand that stands in a running sentence: from its first 'att'."""
    sentence = _first_sentence(text, demand)
    if sentence is None:
        return ()
    clause = _CLAUSE.search(text.text, sentence.start, sentence.end)
    return find_points(text, clause.start() if clause else sentence.start, sentence.end, grammar)


def _statement(text: CleanText, parts: _Parts, demand: Block, title: Span | None, grammar: Grammar) -> Passage | None:
    """Return the argument: the words after the title and before the demand, or else after it."""
    words = text.text
    start = _after_title(text, parts.front, title, grammar)
    if words[start : demand.span.start].strip():
        return text.passage(start, demand.span.start)
    sentence = _first_sentence(text, demand)
    after = (
        sentence.end if sentence and demand.heading is None else list_end(words, demand.content.start, demand.span.end)
    )
    label = _LABEL.search(words, after, demand.span.end)
    start = label.end() if label else after
    field = _FIELD.search(words, start, demand.span.end)
    end = field.start() if field else parts.foot.start if parts.foot else demand.span.end
    return text.passage(start, end) if words[start:end].strip() else None


def _after_title(text: CleanText, front: Span, title: Span | None, grammar: Grammar) -> int:
    """Return where the argument begins: after the title and the letterhead that may follow it."""
    lines = front_lines(text.text, front, grammar)
    start = title.end if title else front.start
    for line in lines:
        if line.start < start:
            continue
        if line.free and not _LABEL.match(text.text, line.start, line.end):
            return line.start
        start = line.end
    return start


def _addressee(text: CleanText, kind: DocumentKind, front: Span, lead: Span | None) -> Passage | None:
    """Return to whom a paper is addressed: 'Till …', or who is to decide; a motion goes to the council alone."""
    match = _ADDRESSED.search(text.text, front.start, min(front.end, front.start + 800))
    if match:
        return text.passage(*match.span("who"))
    asked = _ASKED.search(text.text, front.start, min(front.end, front.start + 400)) if kind in _QUESTIONS else None
    if asked:
        return text.passage(*asked.span("who"))
    if kind is DocumentKind.MOTION:
        spans = ((front.start, min(front.end, front.start + 400)), (lead.start, lead.end) if lead else (0, 0))
        found = next((match for span in spans if (match := _COUNCIL.search(text.text, *span))), None)
        return text.passage(*found.span()) if found else None
    if lead is None:
        return None
    deciding = _DECIDING.search(text.text, lead.start, lead.end)
    if deciding:
        return text.passage(*deciding.span("body"))
    found = _BODY.search(text.text, lead.start, lead.end)
    if found is None:
        return None
    return text.passage(*found.span("body" if found["body"] else "council"))
