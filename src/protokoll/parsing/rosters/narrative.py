"""Attendance told by exception: 'Närvarande vid uppropet: samtliga ledamöter utom …'."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from protokoll.grammar import Grammar, fold, words_pattern
from protokoll.model.document import Role
from protokoll.model.text import Span
from protokoll.parsing.actors import NAME, party_of
from protokoll.parsing.rosters.entry import Entry
from protokoll.parsing.rosters.labels import LabelKind

__all__ = ["read_narrative"]

_PERSON = rf"{NAME}(?:\s+\([A-Za-zÅÄÖåäö!-]{{1,5}}\))?"
_ONE = re.compile(rf"(?P<name>{NAME})(?:\s+\((?P<party>[A-Za-zÅÄÖåäö!-]{{1,5}})\))?")
_PERSONS = rf"{_PERSON}(?:(?:,\s+|\s+och\s+|\s+samt\s+|\s+respektive\s+){_PERSON}){{0,99}}"
# "Bo Ask för Eva Ek", "Bo Ask blir ny ersättare för Eva Ek".
_PAIR = re.compile(
    rf"(?P<who>{_PERSON})\s+(?:blir\s+ny\s+ersättare\s+|inträder\s+som\s+ersättare\s+)?för\s+(?P<for>{_PERSON})"
)
_AND_ENTERS = re.compile(rf"(?P<who>{_PERSON})\s[^.]{{0,90}}?inträder\s+som\s+ersättare\s+för\s+(?P<for>{_PERSON})")


class _Verbs(NamedTuple):
    opens: re.Pattern[str]
    closes: re.Pattern[str]
    acts: re.Pattern[str]
    enters: re.Pattern[str]
    presides: re.Pattern[str]


def read_narrative(words: str, span: Span, grammar: Grammar) -> list[Entry]:
    """Return the persons whom a narrative of the roll call names as present at some time.

    Those who were there from beginning to end are not named, and so not among them.

    >>> from protokoll.grammar import load
    >>> words = "Närvarande vid uppropet: ledamöterna utom Eva Ek. Som ersättare inträder: Bo Ask för Eva Ek."
    >>> [(entry.name, entry.serves_for) for entry in read_narrative(words, Span(0, len(words)), load())]
    [('Bo Ask', 'Eva Ek')]
    """
    verbs = _verbs(grammar)
    opening = verbs.opens.search(words, span.start, span.end)
    if not opening:
        return []
    closing = verbs.closes.search(words, opening.end(), span.end)
    place = Span(opening.end(), closing.start() if closing else span.end)
    found: dict[str, Entry] = {}
    for pattern in (_PAIR, _AND_ENTERS):
        for match in pattern.finditer(words, place.start, place.end):
            _add(found, _substitute(words, match, grammar))
    acts = (
        (verbs.enters, Role.SERVING_SUBSTITUTE, place.end),
        (verbs.acts, Role.MEMBER, place.end),
        (verbs.presides, Role.CHAIR, span.end),
    )
    for pattern, role, stop in acts:
        for match in pattern.finditer(words, place.start, stop):
            for entry in _each(words, match.span("who"), role, grammar):
                _add(found, entry)
    return sorted(found.values(), key=lambda entry: entry.start)


def _add(found: dict[str, Entry], entry: Entry) -> None:
    known = found.setdefault(fold(entry.name), entry)
    known.serves_for = known.serves_for or entry.serves_for


def _substitute(words: str, match: re.Match[str], grammar: Grammar) -> Entry:
    entry = next(_each(words, match.span("who"), Role.SERVING_SUBSTITUTE, grammar))
    target = _ONE.match(match["for"])
    entry.serves_for = " ".join(target["name"].split()) if target else None
    return entry


def _each(words: str, place: tuple[int, int], role: Role, grammar: Grammar) -> Iterator[Entry]:
    openers = {fold(word) for word in grammar.words["actors"]["openers"]["words"]}
    for match in _ONE.finditer(words, *place):
        name = match["name"].split()
        start = match.start()
        if len(name) > 2 and fold(name[0]) in openers:
            start = match.start() + match["name"].index(name[1], len(name[0]))
            name = name[1:]
        party = party_of(match["party"], grammar) if match["party"] else None
        kind = LabelKind.SERVING if role is Role.SERVING_SUBSTITUTE else LabelKind.MEMBERS
        used = [(start, match.end())]
        yield Entry(" ".join(name), kind, start, match.end(), 0, party, party is not None, role=role, used=used)


@lru_cache(maxsize=8)
def _verbs(grammar: Grammar) -> _Verbs:
    table = grammar.words["attendance"]
    acts = words_pattern([*table["narrative"]["comes"], *table["narrative"]["leaves"]]).pattern
    replaced = words_pattern([*table["service"]["by"], *table["narrative"]["enters"]]).pattern
    presides = words_pattern(table["narrative"]["presides"]).pattern.removesuffix(r"(?!\w)")
    return _Verbs(
        opens=words_pattern(table["narrative"]["opens"]),
        closes=words_pattern(table["narrative"]["closes"]),
        acts=re.compile(rf"(?P<who>{_PERSONS})\s+(?i:{acts})"),
        enters=re.compile(rf"(?i:{replaced})\s*:?\s+(?P<who>{_PERSONS})"),
        presides=re.compile(rf"(?i:{presides})\s+(?P<who>{_PERSON})"),
    )
