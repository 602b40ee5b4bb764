"""Who took no part in an item: disqualified (jäv), or staying out of the decision."""

import re
from typing import NamedTuple

from protokoll.grammar import Grammar
from protokoll.model.document import Actors, Person
from protokoll.model.outline import BlockKind
from protokoll.model.text import CleanText, Span
from protokoll.parsing.actors import NAME, NOBODY, find_actors
from protokoll.parsing.makers import find_makers, listed_makers
from protokoll.parsing.sentences import sentences

__all__ = ["Absences", "find_absences"]

_LEAVES = re.compile(r"\b(?:delt(?:ar|og|ager)|anmäl(?:er|de|t)|är\s+jävig|lämna(?:r|de))\b|\bjäv\b", re.IGNORECASE)
_STAYS_OUT = re.compile(r"\b(?:inte\s+delt|ej\s+delt|delt(?:ar|og|ager)|avst(?:år|od))", re.IGNORECASE)
_ASIDE = re.compile(r"\s(?:i|vid|under|från|salen|lokalen|sig|för)\s", re.IGNORECASE)
# "Eva Ek (M) anmäler att ledamöterna från M inte deltar": those who stay out are named after "att".
_OTHERS = re.compile(r"anmäler\s+att\s+(?!(?:han|hon|hen|de|vi|jag)\b)", re.IGNORECASE)
_SAYING = (BlockKind.RECUSAL, BlockKind.NOT_PARTICIPATING)
_ONLY_NAMES = re.compile(
    rf"\s*{NAME}\s*\([^()\n]{{1,25}}\)(?:\s*(?:,|och|samt)\s+{NAME}\s*\([^()\n]{{1,25}}\))*\s*\.?\s*\Z"
)
# "anmäler jäv under paragraf 206 och 210": announced for other items than the one at hand.
_UNDER = re.compile(
    r"""\bjäv\s+(?:under|i|för|avseende|gällande)\s+(?:följande\s+)?(?:paragraf(?:en|er|erna)?|§+)\s*
        (?P<numbers>[\d\s,§och–-]*)""",
    re.VERBOSE | re.IGNORECASE,
)


class Absences(NamedTuple):
    """Who is out of an item, who has announced to be out of others, and the text that says so."""

    recusals: list[Person]
    not_participating: list[Person]
    announced: list[tuple[Person, tuple[str, ...]]]
    """Persons with the numbers of the items that they will leave."""
    used: list[Span]


def find_absences(text: CleanText, content: Span, grammar: Grammar, heading: BlockKind | None = None) -> Absences:
    """Return who left for jäv and who did not take part in the decision, by the sentences of a block.

    Neither is a vote and neither says what they think of the matter. Under a heading that says it ('Jäv',
    'Deltar inte i beslutet': `heading` is its kind) names alone are enough.
    """
    absences = Absences([], [], [], [])
    for span in sentences(text.text, content.start, content.end):
        if grammar.pattern("acts", "recuse").search(text.text, span.start, span.end):
            people = _people(text, span, _LEAVES, grammar)
            under = _UNDER.search(text.text, span.start, span.end)
            if under:
                numbers = tuple(re.findall(r"\d+", under["numbers"]))
                absences.announced.extend((person, numbers) for person in people)
            else:
                absences.recusals.extend(people)
        elif grammar.pattern("acts", "not_participating").search(text.text, span.start, span.end):
            people = _people(text, span, _STAYS_OUT, grammar)
            absences.not_participating.extend(people)
        else:
            continue
        if people:
            absences.used.append(span)
    if heading in _SAYING and not absences.used:
        _read_names(
            text, content, grammar, absences.recusals if heading is BlockKind.RECUSAL else absences.not_participating
        )
        absences.used.extend([content] if absences.recusals or absences.not_participating else [])
    return absences


def _read_names(text: CleanText, content: Span, grammar: Grammar, people: list[Person]) -> None:
    """Read a block that holds nothing but names, one a line or in a row."""
    by, _ = listed_makers(text, content.start, content.end, grammar)
    names = _ONLY_NAMES.match(text.text, content.start, content.end)
    if names and not by.persons:
        by = find_makers(text, names.start(), names.end(), grammar)
    people.extend(person for person in by.persons if person.party)


def _people(text: CleanText, span: Span, verb: re.Pattern[str], grammar: Grammar) -> tuple[Person, ...]:
    match = verb.search(text.text, span.start, span.end)
    end = match.start() if match else span.end
    others = _OTHERS.search(text.text, span.start, span.end)
    start = others.end() if others else span.start
    if others:
        later = verb.search(text.text, start, span.end)
        end = later.start() if later else span.end
    actors = find_actors(text, start, end, grammar)
    if match and not others and actors == NOBODY:
        # "På grund av jäv deltar inte Eva Ek (MP) och Bo Ask (S) i handläggningen av ärendet."
        aside = _ASIDE.search(text.text, match.end(), span.end)
        actors = find_actors(text, match.end(), aside.start() if aside else span.end, grammar)
    return actors.persons or tuple(_member_of(party, actors) for party in actors.parties)


def _member_of(party: str, actors: Actors) -> Person:
    place = actors.printed
    if place is None:
        return Person(None, party, None, Span(0, 0), 1, "")
    return Person(None, party, None, place.span, place.page, place.printed)
