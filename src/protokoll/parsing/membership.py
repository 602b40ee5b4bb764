"""The party of a person who acts, where only the attendance prints it."""

from collections.abc import Sequence
from typing import TypeVar

from msgspec.structs import replace

from protokoll.grammar import fold
from protokoll.model.document import Actors, Attendance, Item, Person, Role, Voter

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
    same = [each for each in attendance if sorted(fold(each.name).split()) == sorted(words)]
    if not same:
        near = (each for each in attendance if fold(each.name).split()[-1:] == words[-1:])
        same = [each for each in near if ratio(fold(each.name), name) >= _LIKE]
    return same[0] if len(same) == 1 else None


def with_membership(items: tuple[Item, ...], attendance: tuple[Attendance, ...]) -> tuple[Item, ...]:
    """Return `items` with the party of each person who acts without one, taken from the attendance.

    Names stay as printed. Officials have no party, and one who is printed as having another party keeps it.
    """
    members = [each for each in attendance if each.party and each.role is not Role.OTHER]
    if not members:
        return items
    return tuple(_completed(item, members) for item in items)


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
        replace(person, party=each.party)
        if person.party is None and (each := matched(person, members)) is not None
        else person
        for person in persons
    )
