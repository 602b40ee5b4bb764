"""Which parties stand behind an act, with the words and persons that name each."""

from collections.abc import Iterable

from msgspec import Struct

from protokoll.grammar import Grammar, fold
from protokoll.model.document import Actors, Document, Person
from protokoll.positions.coalitions import members_in
from protokoll.positions.evidence import Holder

__all__ = ["Roster", "find_holders", "roster_of"]


class Roster(Struct, frozen=True):
    """What a document tells about who belongs to which party, and what its municipality and date are."""

    parties: dict[str, str]
    """Folded name → party, from the attendance list."""
    grammar: Grammar
    municipality: str | None = None
    date: str | None = None


def roster_of(document: Document, grammar: Grammar) -> Roster:
    """Return who belongs to which party by the attendance list; a name with two parties belongs to none."""
    parties: dict[str, str] = {}
    doubtful: set[str] = set()
    for each in document.attendance:
        name = fold(each.name)
        if each.party is None or parties.setdefault(name, each.party) != each.party:
            doubtful.add(name)
    head = document.head
    return Roster(
        parties={name: party for name, party in parties.items() if name not in doubtful},
        grammar=grammar,
        municipality=head.municipality.text if head.municipality else grammar.municipality,
        date=head.date.text if head.date else None,
    )


def find_holders(by: Actors, roster: Roster) -> tuple[Holder, ...]:
    """Return each party behind an act once, in the order of the text.

    A person without a printed party belongs to the party of the attendance list (caveat `inferred_party`), unless
    the bracket says that there is none. A body or an official is no holder. The name of a coalition gives its
    members, where it is known who they were (caveat `coalition`).
    """
    inferred = {
        person: party
        for person in by.persons
        if person.party is None and (party := _inferred(person, roster)) and party not in by.parties
    }
    printed = by.printed.text if by.printed else None
    allied: tuple[str, ...] = ()
    if printed and by.body is None:
        allied = members_in(printed, roster.municipality, roster.date, roster.grammar)
    parties = tuple(dict.fromkeys((*by.parties, *inferred.values(), *allied)))
    return tuple(
        Holder(
            party=party,
            printed=printed or _names(by.persons, party) or party,
            persons=tuple(
                each.name for each in by.persons if each.name and (each.party == party or inferred.get(each) == party)
            ),
            jointly=tuple(each for each in parties if each != party),
            caveats=_caveats(party, by, tuple(inferred.values())),
        )
        for party in parties
    )


def _caveats(party: str, by: Actors, inferred: tuple[str, ...]) -> tuple[str, ...]:
    if party in by.parties:
        return ()
    return ("inferred_party",) if party in inferred else ("coalition",)


def _inferred(person: Person, roster: Roster) -> str | None:
    """Return the party of the attendance list, but none for a bracket that says 'no party' or cannot be read."""
    if person.name is None or "(" in person.printed:
        return None
    return roster.parties.get(fold(person.name))


def _names(persons: Iterable[Person], party: str) -> str:
    return ", ".join(each.printed for each in persons if each.party == party)
