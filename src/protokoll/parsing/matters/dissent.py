"""A dissent in a report to the council: the reservation, and the counter-proposal in its text."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from protokoll.grammar import Grammar, fold
from protokoll.model.document import Action, Actors, Fate, Point, Pointer, Proposal, Reservation
from protokoll.model.text import CleanText, Passage, Span
from protokoll.parsing.actors import NOBODY, find_actors, find_parties
from protokoll.parsing.points import find_points, list_end
from protokoll.parsing.proposals import find_proposals
from protokoll.parsing.sentences import sentences

__all__ = ["Dissent", "dissent_of", "joined_pointers", "resolved"]

_HEAD = re.compile(
    r"(?:[A-ZÅÄÖ][a-zåäö]+\s?)+?(?:anfördes\s+|gjordes\s+|anmäldes\s+)?(?:av|från)\s+(?P<who>[^\n]+?(?:\n[^\n]+?)??)(?P<rest>\s+enligt\s+följande\.?:?|,?\s+se\s+[^\n]+|,\s+bilaga\s[^\n]+|\s+som\s+är\s+likalydande[^\n]*(?:\n[^\n]+)*|\s+med\s+hänvisning\s+till[^\n]*(?:\n[^\n]+)*|\.?\s*(?=\n|$))",
)
_LEADS = re.compile(
    r"(?:Vi|Jag|[A-ZÅÄÖ][^\n.:]{1,80}?)\s+föreslår\b(?:(?!\n[ \t]*\n)[^.:])*?(?:följande\.?|:)\s*(?=\n|1[.)])"
)
_THAT = re.compile(r"(?:[-–•][ \t]*)?[Aa]tt\s")
_FIRST_PERSON = re.compile(r"\b(?:Jag|Vi)\s+(?:yrka(?:r|de)|föreslår|föreslog)\s+(?P<demand>[^.]+)\.?")
_BIFALL = re.compile(
    r"(?i)(?:att\s+)?(?:motionen\s+(?:bifalls|bifalles|tillstyrks)|bifalla?\s+motionen|bifall\s+till\s+(?:\w+\s+){0,4}motion)|tillstyrka\s+motionen"
)
_AVSLAG = re.compile(r"(?i)(?:att\s+)?(?:motionen\s+(?:avslås|avslages|avstyrks)|avslå\s+motionen)|avstyrka\s+motionen")
_OBJECT = re.compile(r"\b(?:motionen|förslaget|ärendet)\b")
# "se Reservationer m.m.": the text stands at the end of the report.
_AT_END = re.compile(
    r"\bse\s+(?:Reservation(?:er)?|Särskil|Ersättar)|(?:^|,\s*)(?:se\s+)?bilaga\s+\w{1,2}\b", re.IGNORECASE
)
_ELSEWHERE = re.compile(
    r"som\s+är\s+likalydande\s+med\s+[^.]+|med\s+hänvisning\s+till\s+[^.]+|Se\s+[Rr]eservation\s+(?:framförd|lämnad|avgiven|i|under)[^.]*",
)


class Dissent(NamedTuple):
    """A reservation with the counter-proposal that its text makes, if any."""

    reservation: Reservation
    proposal: Proposal | None


def dissent_of(text: CleanText, span: Span, body: Passage | None, grammar: Grammar) -> Dissent | None:
    """Return the dissent that stands in `span`, or None where nobody is named.

    Its text is what follows 'Reservation av … enligt följande.'; where nothing follows, the sentence itself.
    """
    words = text.text
    head = _HEAD.match(words, span.start, span.end)
    if head is None:
        return None
    by = find_actors(text, *head.span("who"), grammar)
    if by == NOBODY:
        return None
    start = head.end() if words[head.end() : span.end].strip() else span.start
    passage = text.passage(start, span.end)
    whole = text.passage(span.start, span.end)
    pointer = _pointer(text, span)
    reservation = Reservation(by, body, passage, (), pointer, whole.span, whole.page)
    proposal = _counter(text, Span(start, span.end), by, grammar) if start > span.start else None
    return Dissent(reservation, proposal)


def joined_pointers(found: Sequence[Reservation]) -> list[Reservation]:
    """Join each 'Reservation av X, se Reservationer m.m.' with the text it points to, in the same body.

    The text takes the pointer, so that the reservation stands once; a pointer without its text stays.
    """
    texts = [each for each in found if not _is_bare(each)]
    kept: list[Reservation] = []
    for each in found:
        if not _is_bare(each):
            kept.append(each)
            continue
        target = next((one for one in texts if _same(one, each)), None)
        if target is None:
            kept.append(each)
    return [_pointed(each, found) for each in kept]


def resolved(reservations: Sequence[Reservation], path: str, grammar: Grammar) -> list[Reservation]:
    """Give each pointer its target: the reservation of the same party in the body that it names."""
    done = []
    for index, each in enumerate(reservations):
        pointer = each.pointer
        if pointer is None:
            done.append(each)
            continue
        target = index if _AT_END.search(pointer.words.text) and not _is_bare(each) else None
        if target is None:
            target = _target(pointer, each, index, reservations, grammar)
        place = f"{path}/reservations/{target}" if target is not None else None
        done.append(replace(each, pointer=Pointer(pointer.words, place)))
    return done


def _is_bare(reservation: Reservation) -> bool:
    """Tell a line that only sends the reader to the end of the report: it has no text of its own."""
    no_text = reservation.text.span.start == reservation.span.start
    return no_text and bool(_AT_END.search(reservation.text.text))


def _same(one: Reservation, other: Reservation) -> bool:
    bodies = (one.body.text if one.body else None) == (other.body.text if other.body else None)
    names = {person.name for person in one.by.persons} & {person.name for person in other.by.persons}
    return bodies and bool(names or set(one.by.parties) & set(other.by.parties))


def _pointed(reservation: Reservation, found: Sequence[Reservation]) -> Reservation:
    if reservation.pointer:
        return reservation
    line = next((each for each in found if _is_bare(each) and _same(each, reservation)), None)
    return replace(reservation, pointer=line.pointer) if line else reservation


def _target(
    pointer: Pointer, own: Reservation, index: int, reservations: Sequence[Reservation], grammar: Grammar
) -> int | None:
    said = fold(pointer.words.text)
    parties = set(find_parties(pointer.words.text, grammar)) or set(own.by.parties)
    for place, each in enumerate(reservations):
        if place == index or each.body is None or not set(each.by.parties) & parties:
            continue
        if fold(each.body.text).split()[0][:-2] in said:
            return place
    return None


def _pointer(text: CleanText, span: Span) -> Pointer | None:
    match = _ELSEWHERE.search(text.text, span.start, span.end)
    if match is None:
        match = _AT_END.search(text.text, span.start, min(span.end, span.start + 250))
        stop = text.text.find("\n", match.start(), span.end) if match else -1
        if match is None:
            return None
        start = match.start() + len(match[0]) - len(match[0].lstrip(", "))
        return Pointer(text.passage(start, stop if stop > 0 else span.end), None)
    return Pointer(text.passage(*match.span()), None)


def _counter(text: CleanText, span: Span, by: Actors, grammar: Grammar) -> Proposal | None:
    """Return what a dissent wants decided: its list or att-satser, or the sentence in which it proposes."""
    words = text.text
    start = span.start + len(span.of(words)) - len(span.of(words).lstrip())
    lead = _LEADS.match(words, start, span.end)
    if lead or re.match(r"1[.)]\s", words[start : start + 4]):
        begin = lead.end() if lead else start
        end = list_end(words, begin, span.end)
        if end <= begin:
            end = _paragraph_end(words, begin, span.end)
        return _proposal(text, span, by, find_points(text, begin, end, grammar), end)
    if _THAT.match(words, start, span.end):
        end = _clauses_end(words, start, span.end)
        return _proposal(text, span, by, find_points(text, start, end, grammar), end)
    first = next(sentences(words, start, span.end), None)
    if first is None:
        return None
    own = _FIRST_PERSON.match(words, first.start, first.end)
    if own:
        return _own_words(text, span, by, own, grammar)
    found, _ = find_proposals(text, first, grammar)
    return replace(found[0], source="paper") if found else None


def _own_words(text: CleanText, span: Span, by: Actors, match: re.Match[str], grammar: Grammar) -> Proposal:
    said = match["demand"]
    action = Action.APPROVE if _BIFALL.search(said) else Action.REJECT if _AVSLAG.search(said) else Action.OWN
    whole = text.passage(span.start, span.end)
    if action is Action.OWN:
        points = find_points(text, *match.span("demand"), grammar)
        return Proposal(by, action, None, points, None, None, "paper", Fate.UNKNOWN, whole.span, whole.page)
    place = _OBJECT.search(text.text, *match.span("demand"))
    aim = text.passage(*place.span()) if place else None
    return Proposal(by, action, aim, (), None, None, "paper", Fate.UNKNOWN, whole.span, whole.page)


def _proposal(text: CleanText, span: Span, by: Actors, points: tuple[Point, ...], end: int) -> Proposal | None:
    if not points:
        return None
    said = points[0].text
    action = Action.APPROVE if _BIFALL.match(said) else Action.REJECT if _AVSLAG.match(said) else Action.OWN
    elsewhere = _ELSEWHERE.search(text.text, end, span.end)
    stop = elsewhere.start() if elsewhere else span.end
    statement = text.passage(end, stop) if text.text[end:stop].strip() else None
    whole = text.passage(span.start, span.end)
    return Proposal(by, action, None, points, statement, None, "paper", Fate.UNKNOWN, whole.span, whole.page)


def _clauses_end(words: str, start: int, end: int) -> int:
    """Return where a run of paragraphs that open with 'att' ends."""
    stop = _paragraph_end(words, start, end)
    while stop < end:
        following = re.compile(r"\s*").match(words, stop, end)
        place = following.end() if following else stop
        if not _THAT.match(words, place, end):
            break
        stop = _paragraph_end(words, place, end)
    return stop


def _paragraph_end(words: str, start: int, end: int) -> int:
    gap = re.compile(r"\n[ \t]*\n").search(words, start + len(words[start:end]) - len(words[start:end].lstrip()), end)
    return gap.start() if gap else end
