"""Who stands behind an act: a row for each person, and for each party without a named person."""

from __future__ import annotations

from protokoll.archive.store.rows import Cells, Rows, person_cells, place_of
from protokoll.export.phrases import name_person
from protokoll.model.document import Actors, Person

__all__ = ["add_actors", "add_persons", "parties_of", "persons_of"]


def add_actors(rows: Rows, table: str, key: str, cells: Cells, actors: Actors) -> None:
    """Add the persons and parties of an act.

    Args:
        rows: where to add them.
        table: the table of such actors.
        key: the key of the act's `by`, under which they are numbered.
        cells: what every row has: the document and the act.
        actors: who acts.

    >>> rows = Rows()
    >>> add_actors(rows, "statement_actors", "ks#/by", {"statement": "ks#"}, Actors(parties=("V",)))
    >>> rows.found["statement_actors"][0][:6]
    ('ks#/by/parties/0', None, 'ks#', 1, None, 'V')
    """
    for i, person in enumerate(actors.persons):
        rows.add(table, id=f"{key}/persons/{i}", position=i + 1, **cells, **person_cells(person))
    named = {person.party for person in actors.persons}
    at = len(actors.persons)
    printed = actors.printed
    place = place_of(printed.span, printed.page, printed.printed) if printed else {}
    for i, party in enumerate(actors.parties):
        if party not in named:
            at += 1
            rows.add(table, id=f"{key}/parties/{i}", position=at, party=party, **cells, **place)


def add_persons(rows: Rows, table: str, key: str, cells: Cells, persons: tuple[Person, ...]) -> None:
    """Add persons that stand by themselves: recusals, those who take no part."""
    for i, person in enumerate(persons):
        rows.add(table, id=f"{key}/{i}", position=i + 1, **cells, **person_cells(person))


def parties_of(actors: Actors) -> list[str]:
    """Return the parties of an act, each once, those of its persons last.

    >>> parties_of(Actors(parties=("M", "L")))
    ['M', 'L']
    """
    return list(dict.fromkeys([*actors.parties, *(person.party for person in actors.persons if person.party)]))


def persons_of(actors: Actors) -> list[str]:
    """Return the named persons of an act, as minutes print them.

    >>> from protokoll.model.text import Span
    >>> persons_of(Actors(persons=(Person("Åsa Ek", "MP", None, Span(0, 0), 1, ""),)))
    ['Åsa Ek (MP)']
    """
    return [name_person(person) for person in actors.persons if person.name]
