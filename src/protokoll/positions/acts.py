"""Positions from acts: what each party did at a meeting, each with its evidence."""

from collections.abc import Iterator

from protokoll.grammar import Grammar, load
from protokoll.model.document import Document
from protokoll.model.position import Position
from protokoll.positions.authorship import positions_of_authors, positions_of_title
from protokoll.positions.dissents import positions_in_reservations, positions_of_absent
from protokoll.positions.holders import roster_of
from protokoll.positions.proposals import positions_in_proposals
from protokoll.positions.scenes import Scene
from protokoll.positions.statements import positions_in_statements
from protokoll.positions.votes import positions_in_votes

__all__ = ["find_acts"]


def find_acts(document: Document, *, source: str | None = None, grammar: Grammar | None = None) -> tuple[Position, ...]:
    r"""Return one position for each party and act that a document records, in the order of its items.

    Args:
        document: the record.
        source: its source text, where it is at hand: quotes are then whole sentences instead of the words that
            the record holds. Either way they stand letter for letter at their span.
        grammar: the wordings; None for those of the profile that the document was parsed with.

    Raises:
        ProfileError: that profile is not to be found.

    >>> from protokoll import parse_file
    >>> data = "§ 1 Mat\n\nYrkanden\nEva Ek (M) yrkar bifall till motionen.\n\nBeslut\nMotionen avslås.\n".encode()
    >>> found = find_acts(parse_file("ks.txt", data=data))[0]
    >>> found.party, found.stance.value, found.claim, found.basis.value, found.rank
    ('M', 'for', 'motionen', 'proposal', 4)
    """
    grammar = grammar or load(document.source.profile)
    return tuple(_found(document, source, grammar))


def _found(document: Document, source: str | None, grammar: Grammar) -> Iterator[Position]:
    roster = roster_of(document, grammar)
    for index, item in enumerate(document.items):
        scene = Scene(document, item, f"/items/{index}", roster, source)
        yield from positions_of_title(scene)
        yield from positions_in_proposals(scene)
        yield from positions_in_votes(scene)
        yield from positions_in_reservations(scene)
        yield from positions_in_statements(scene)
        yield from positions_of_absent(scene)
        if index == 0:
            yield from positions_of_authors(document, Scene(document, item, "/document/authors", roster, source))
