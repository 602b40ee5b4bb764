"""The party of a person who acts, where only the attendance prints it."""

import re
from collections.abc import Iterator, Sequence
from typing import TypeVar

from msgspec.structs import replace

from protokoll.grammar import Grammar, fold
from protokoll.model.document import Actors, Attendance, Item, Person, Proposal, Reservation, Role, Statement, Voter
from protokoll.model.text import CleanText
from protokoll.parsing.actors import find_persons

__all__ = ["matched", "with_membership"]

_LIKE = 90.0
_Named = TypeVar("_Named", Person, Voter)


def matched(person: Person | Voter, attendance: Sequence[Attendance]) -> Attendance | None:
    """Return who among those present `person` is, or None where nobody or more than one can be meant.

    The names must be the same but for a letter or a second given name, and the surnames the same.

    >>> from protokoll.model.document import Voting
    >>> from protokoll.model.text import Span
    >>> here = Attendance("Anna-Karin Ek", "S", Role.MEMBER, None, None, Span(0, 17), 1, "Anna-Karin Ek (S)")
    >>> voter = Voter("Anna Karin Ek", None, Voting.YES, Span(0, 13), 1, "Anna Karin Ek")
    >>> matched(voter, [here]).party
    'S'
    """
    from rapidfuzz.fuzz import ratio

    if not person.name:
        return None
    name = fold(person.name)
    words = name.split()
    if len(words) == 1:
        named = {(fold(each.name), each.party): each for each in attendance if fold(each.name).split()[-1:] == words}
        return next(iter(named.values())) if len(named) == 1 else None
    same = [each for each in attendance if sorted(fold(each.name).split()) == sorted(words)]
    if not same:
        near = (each for each in attendance if fold(each.name).split()[-1:] == words[-1:])
        same = [each for each in near if ratio(fold(each.name), name) >= _LIKE]
    return same[0] if len(same) == 1 else None


def with_membership(
    items: tuple[Item, ...],
    attendance: tuple[Attendance, ...],
    text: CleanText | None = None,
    grammar: Grammar | None = None,
) -> tuple[Item, ...]:
    """Return `items` with the party of each person who acts without one, taken from where the document prints it.

    The attendance tells first, then other items, then any other place of the text. Names stay as printed, but for
    voters of whom only the surname is printed. Officials have no party, and one who is printed as having another
    party keeps it.

    >>> from protokoll.model.text import Span
    >>> here = Attendance("Eva Ek", "S", Role.MEMBER, None, None, Span(0, 6), 1, "Eva Ek")
    >>> item = Item(None, None, (), recusals=(Person("Eva Ek", None, None, Span(0, 6), 1, "Eva Ek"),))
    >>> with_membership((item,), (here,))[0].recusals[0].party
    'S'
    """
    members = [each for each in attendance if each.party and each.role is not Role.OTHER]
    if not any(person.party is None for item in items for person in _persons(item)):
        return items
    offices = _offices(attendance)
    if offices:
        items = tuple(_seated(item, offices) for item in items)
    members += _named_in(items, members)
    if text and grammar:
        members += _printed_in(text, items, members, grammar)
    return tuple(_completed(item, members) for item in items) if members else items


def _offices(attendance: tuple[Attendance, ...]) -> dict[Role, Attendance]:
    """Return who alone held the office of chair, or of vice chair."""
    held = {role: [each for each in attendance if each.role is role] for role in (Role.CHAIR, Role.VICE_CHAIR)}
    return {role: every[0] for role, every in held.items() if len(every) == 1}


def _seated(item: Item, offices: dict[Role, Attendance]) -> Item:
    """Give 'Ordföranden yrkar …' the name and party of the chair."""
    if not any(person.name is None for each in item.proposals for person in each.by.persons):
        return item
    return replace(item, proposals=tuple(replace(each, by=_held(each.by, offices)) for each in item.proposals))


def _held(by: Actors, offices: dict[Role, Attendance]) -> Actors:
    persons = tuple(
        replace(person, name=holder.name, party=holder.party)
        if person.name is None and person.role and (holder := offices.get(person.role))
        else person
        for person in by.persons
    )
    added = (person.party for person in persons if person.party)
    return replace(by, persons=persons, parties=tuple(dict.fromkeys((*by.parties, *added))))


def _persons(item: Item) -> Iterator[Person | Voter]:
    """Yield everybody who acts in an item."""
    acts: tuple[Proposal | Reservation | Statement, ...] = (*item.proposals, *item.reservations, *item.statements)
    for act in acts:
        yield from act.by.persons
    for vote in item.votes:
        yield from vote.roll
    yield from item.recusals
    yield from item.not_participating


def _named_in(items: tuple[Item, ...], members: list[Attendance]) -> list[Attendance]:
    """Return those whom items print with one and the same party and whom the attendance does not list."""
    known = {fold(each.name) for each in members}
    found: dict[str, dict[str | None, Person | Voter]] = {}
    for item in items:
        for person in _persons(item):
            if person.name and person.party and fold(person.name) not in known:
                found.setdefault(fold(person.name), {}).setdefault(person.party, person)
    return [
        Attendance(each.name or "", each.party, Role.MEMBER, None, None, each.span, each.page, each.printed)
        for parties in found.values()
        if len(parties) == 1
        for each in parties.values()
    ]


def _printed_in(
    text: CleanText, items: tuple[Item, ...], members: list[Attendance], grammar: Grammar
) -> Iterator[Attendance]:
    """Yield those who act without a party and whom the text names elsewhere with one: 'Sten Hallonby (s)'."""
    known = {fold(each.name) for each in members}
    lone = {person.name for item in items for person in _persons(item) if person.party is None and person.name}
    names = sorted(name for name in lone if " " in name and fold(name) not in known)
    if not names:
        return
    choices = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in names)
    found: dict[str, dict[str, Person]] = {}
    for match in re.finditer(rf"(?<!\w)(?:{choices})\s*\([^()\n]{{1,25}}\)", text.text):
        for person in find_persons(text, match.start(), match.end(), grammar):
            if person.name and person.party:
                found.setdefault(fold(person.name), {}).setdefault(person.party, person)
    for parties in found.values():
        if len(parties) == 1:
            for party, each in parties.items():
                yield Attendance(each.name or "", party, Role.MEMBER, None, None, each.span, each.page, each.printed)


def _completed(item: Item, members: list[Attendance]) -> Item:
    return replace(
        item,
        proposals=tuple(replace(each, by=_actors(each.by, members)) for each in item.proposals),
        reservations=tuple(replace(each, by=_actors(each.by, members)) for each in item.reservations),
        statements=tuple(replace(each, by=_actors(each.by, members)) for each in item.statements),
        votes=tuple(replace(each, roll=_placed(each.roll, members)) for each in item.votes),
        recusals=_placed(item.recusals, members),
        not_participating=_placed(item.not_participating, members),
    )


def _actors(by: Actors, members: list[Attendance]) -> Actors:
    persons = _placed(by.persons, members)
    if persons == by.persons:
        return by
    added = (person.party for person in persons if person.party)
    return replace(by, persons=persons, parties=tuple(dict.fromkeys((*by.parties, *added))))


def _placed(persons: tuple[_Named, ...], members: list[Attendance]) -> tuple[_Named, ...]:
    return tuple(
        _as(person, each) if person.party is None and (each := matched(person, members)) is not None else person
        for person in persons
    )


def _as(person: _Named, member: Attendance) -> _Named:
    """Give a person the party, and to a voter who is only called Ek the whole name of the member."""
    if isinstance(person, Voter) and person.name and " " not in person.name:
        return replace(person, name=member.name, party=member.party)
    return replace(person, party=member.party)
