"""The texts of a document that a party owns: its proposals, reservations, statements, papers and programmes."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from protokoll.model.document import (
    Action,
    Document,
    DocumentKind,
    Head,
    Item,
    Person,
    Point,
    Proposal,
    Reservation,
    Statement,
)
from protokoll.model.position import Basis, Stance
from protokoll.model.text import Passage
from protokoll.positions.evidence import Holder, basis_of
from protokoll.positions.holders import Roster, find_holders

__all__ = ["Owned", "owned_texts"]

_PAPERS = (DocumentKind.MOTION, DocumentKind.LETTER, DocumentKind.INTERPELLATION, DocumentKind.QUESTION)
_ASKING = (DocumentKind.INTERPELLATION, DocumentKind.QUESTION)
_OWN_WORDS = (*_PAPERS, DocumentKind.PARTY_PROGRAMME)
_NOBODY = "OTHER"
# The points under a proposal that backs or turns down another's are the other's.
_STANCES = {Action.APPROVE: Stance.SUPPORT, Action.REJECT: Stance.OPPOSE}


class Owned(Struct, frozen=True):
    """A text and those who stand behind it."""

    act: Head | Proposal | Reservation | Statement
    """The record that the text belongs to, which says what kind of evidence it is."""
    basis: Basis
    holders: tuple[Holder, ...]
    item: Item
    body: Passage | None
    pointer: str
    passages: tuple[Passage, ...]
    heading: str = ""
    points: Stance | None = None
    """For the points of a proposal: the stance that each of them is by what the proposal does with them."""


def owned_texts(document: Document, roster: Roster) -> Iterator[Owned]:
    r"""Yield the texts that a party stands behind, the strongest evidence first where a text is held by two acts.

    >>> from protokoll import parse_file
    >>> from protokoll.grammar import load
    >>> from protokoll.positions.holders import roster_of
    >>> data = "Motion om skolmat\n\nMotion av Eva Ek (V)\n\nMaten är kall. Vi vill att den lagas i skolan.\n"
    >>> motion = parse_file("m.txt", data=data.encode(), force=True)
    >>> [(each.holders[0].party, each.basis.value) for each in owned_texts(motion, roster_of(motion, load()))][:1]
    [('V', 'authorship')]
    """
    kind = document.head.kind
    for index, item in enumerate(document.items):
        place = f"/items/{index}"
        if kind in _OWN_WORDS:
            yield from _paper(document, item, place, roster)
            continue
        for number, proposal in enumerate(item.proposals):
            yield from _proposal(proposal, item, f"{place}/proposals/{number}", roster, kind)
        for number, reservation in enumerate(item.reservations):
            yield from _dissent(reservation, item, f"{place}/reservations/{number}", roster, kind)
        for number, statement in enumerate(item.statements):
            yield from _dissent(statement, item, f"{place}/statements/{number}", roster, kind)


def _paper(document: Document, item: Item, place: str, roster: Roster) -> Iterator[Owned]:
    """Yield the words of a motion, letter, interpellation or programme: all of them are its authors'."""
    head = document.head
    holders = find_holders(head.authors, roster)
    if not holders:
        if head.kind is not DocumentKind.PARTY_PROGRAMME:
            return
        holders = (Holder(_NOBODY, _title(head, item)),)
    if head.kind in _ASKING:
        holders = tuple(replace(holder, caveats=(*holder.caveats, "question")) for holder in holders)
    whole = Owned(head, basis_of(head, head.kind), holders, item, None, place, ())
    for number, proposal in enumerate(item.proposals):
        pointer = f"{place}/proposals/{number}"
        points = tuple(_passage(point) for point in proposal.points if not point.procedural)
        if proposal.statement:
            yield replace(whole, pointer=pointer, passages=(proposal.statement,))
        programme = head.kind is DocumentKind.PARTY_PROGRAMME
        yield replace(whole, pointer=pointer, passages=points, points=None if programme else Stance.DEMAND)
    for number, section in enumerate(item.sections):
        heading = section.heading.text if section.heading else ""
        yield replace(whole, pointer=f"{place}/sections/{number}", passages=section.paragraphs, heading=heading)


def _proposal(proposal: Proposal, item: Item, place: str, roster: Roster, kind: DocumentKind) -> Iterator[Owned]:
    """Yield the reasons and the points of what a party proposes, and the reasons of a ruling side's rapporteur."""
    if proposal.source == "retold" or proposal.by.body is not None:
        return
    holders, basis = find_holders(proposal.by, roster), basis_of(proposal, kind)
    if not holders:
        if basis is not Basis.REPORT:
            return
        holders = (_rapporteur(proposal.by.persons),)
    whole = Owned(proposal, basis, holders, item, None, place, ())
    if basis is not Basis.REPORT:
        points = tuple(_passage(point) for point in proposal.points if not point.procedural)
        yield replace(whole, passages=points, points=_STANCES.get(proposal.action, Stance.DEMAND))
    if proposal.statement:
        yield replace(whole, passages=(proposal.statement,))


def _dissent(
    act: Reservation | Statement, item: Item, place: str, roster: Roster, kind: DocumentKind
) -> Iterator[Owned]:
    """Yield the words of a reservation or a statement by a party."""
    holders = find_holders(act.by, roster)
    if holders and act.by.body is None:
        yield Owned(act, basis_of(act, kind), holders, item, act.body, place, (act.text,))


def _rapporteur(persons: tuple[Person, ...]) -> Holder:
    """Return the holder of a rapporteur's reasons, whose party is not printed."""
    names = tuple(person.name for person in persons if person.name)
    return Holder(_NOBODY, ", ".join(person.printed for person in persons), names, (), ("party_not_printed",))


def _title(head: Head, item: Item) -> str:
    title = head.title or item.title
    return title.text if title else ""


def _passage(point: Point) -> Passage:
    return Passage(point.text, point.span, point.page, point.printed)
