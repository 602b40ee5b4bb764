"""What belongs together: a vote and its roll, a reservation and its text in an annex, or the proposal it favours."""

import re
from collections.abc import Sequence
from typing import TypeVar

from msgspec.structs import replace

from protokoll.grammar import Grammar, fold
from protokoll.model.document import Action, Decision, Fate, Outcome, Pointer, Proposal, Reservation, Statement, Vote
from protokoll.parsing.actors import NAME
from protokoll.parsing.annexes import Annex

__all__ = ["Makers", "with_annexed_text", "with_changes", "with_favoured", "with_rolls"]

Stated = TypeVar("Stated", Reservation, Statement)

# "Kommunstyrelsen beslutar enligt arbetsutskottets förslag."
_FOLLOWING = re.compile(r"\b(?:enligt|i\s+enlighet\s+med|bifall\w*)\b[^.]*\bförslag\W*$", re.IGNORECASE)
# "Kommunstyrelsen beslutar att anta Eva Eks (V) yrkande."
_PERSONS = re.compile(
    rf"\b(?:anta|antar|bifalla|bifaller|enligt|enlighet\s+med)\s+(?P<who>{NAME})(?:\s*\([^()]{{1,25}}\))?(?:\s+m\.?\s?fl\.?)?"
    r"\s+(?:\w*yrkande|förslag)\W*$"
)
_OUTCOMES = {Action.DEFER: Outcome.DEFER, Action.REMIT: Outcome.REMIT, Action.REJECT: Outcome.REJECT}
_ALIKE = 88
_MOST = 100  # proposals of one maker in an item
_ANNEX = re.compile(r"bilaga\s*(?:nr\s*)?(?P<number>\d{1,3}|[A-ZÅÄÖ]\b)", re.IGNORECASE)


def with_rolls(votes: Sequence[Vote], annexes: tuple[Annex, ...], item: str) -> tuple[Vote, ...]:
    """Return `votes` with their rolls from annexes, joined by number or § and by content: the numbers must agree.

    Args:
        votes: those of one item, in order.
        annexes: those of the document.
        item: the number of the item.
    """
    left = [annex for annex in annexes if annex.roll]
    joined: list[Vote] = []
    for vote in votes:
        found = None if vote.roll else next((each for each in left if _holds(each, vote, item)), None)
        if found and found.roll:
            left.remove(found)
            vote = replace(vote, roll=found.roll.voters)
        joined.append(vote)
    return tuple(joined)


def _holds(annex: Annex, vote: Vote, item: str) -> bool:
    """Tell whether an annex holds the roll of a vote; a vote without numbers is known by its § alone."""
    if annex.roll is None or not ((vote.annex and annex.number == vote.annex) or annex.item == item):
        return False
    return annex.roll.tally == (vote.yes, vote.no) or (annex.item == item and vote.yes is None and vote.no is None)


def with_annexed_text(stated: Stated, annexes: tuple[Annex, ...], path: str) -> Stated:
    """Return a reservation or statement 'enligt bilaga 2' with the words of that annex, where it is in the text.

    Args:
        stated: as read.
        annexes: those of the document.
        path: the JSON pointer of the record itself, which now holds what its pointer meant.
    """
    match = _ANNEX.search(stated.pointer.words.text) if stated.pointer else None
    for annex in annexes:
        if match and stated.pointer and annex.statement and annex.number == match["number"]:
            return replace(stated, text=annex.statement, pointer=Pointer(stated.pointer.words, f"{path}/text"))
    return stated


def with_changes(decision: Decision, proposals: list[Proposal]) -> Decision:
    """Return `decision` with the outcome that only the proposals tell.

    Where a point is what somebody asked for as a change of the main proposal, that was approved with it;
    where all that is decided is to follow a body that asks to defer or remit, the matter is deferred or remitted.
    """
    if decision.outcome is not Outcome.APPROVE:
        return decision
    if len(decision.points) == 1 and _FOLLOWING.search(decision.points[0].text):
        said = decision.points[0].text.lower()
        for proposal in proposals:
            if (
                proposal.by.body
                and proposal.action in _OUTCOMES
                and f"{proposal.by.body.text.lower()}s förslag" in said
            ):
                return replace(decision, outcome=_OUTCOMES[proposal.action])
    asked = _followed(decision, proposals)
    if asked and asked.action in _OUTCOMES and not asked.points:
        return replace(decision, outcome=_OUTCOMES[asked.action])
    changing = [each for each in proposals if each.action is Action.AMEND or _is_added(each)]
    changes = [_bare(point.text) for each in changing for point in each.points]
    if len(decision.points) > 1 and any(_like(point.text, changes) for point in decision.points[1:]):
        return replace(decision, outcome=Outcome.AMEND)
    return decision


def _followed(decision: Decision, proposals: list[Proposal]) -> Proposal | None:
    """Return the proposal of a person that is all that a decision follows: 'att anta Eva Eks yrkande'."""
    if len(decision.points) != 1 or not (match := _PERSONS.search(decision.points[0].text)):
        return None
    who = fold(match["who"])
    return next(
        (each for each in proposals for person in each.by.persons if person.name and who.startswith(fold(person.name))),
        None,
    )


def _is_added(proposal: Proposal) -> bool:
    """Tell an addition that somebody asked for on the floor and that was adopted."""
    return proposal.action is Action.ADD and proposal.fate in (Fate.ADOPTED, Fate.UNKNOWN)


def _like(point: str, changes: list[str]) -> bool:
    from rapidfuzz.fuzz import ratio

    return any(ratio(_bare(point), change) >= _ALIKE for change in changes)


def _bare(point: str) -> str:
    return point.lower().removeprefix("att ").strip(" .,")


class Makers:
    """Who made which proposals, so that each reservation need not look at all of them."""

    def __init__(self, proposals: list[Proposal]) -> None:
        """Remember the places of `proposals` by the names and the parties of those who made them."""
        self._places: dict[str | None, list[int]] = {}
        for index, proposal in enumerate(proposals):
            for maker in {*(person.name for person in proposal.by.persons), *proposal.by.parties}:
                self._places.setdefault(maker, []).append(index)

    def of(self, reservation: Reservation) -> list[int]:
        """Return the places of the proposals that share a maker with `reservation`, in order; not more than a few."""
        makers = {*(person.name for person in reservation.by.persons), *reservation.by.parties}
        return sorted({index for maker in makers for index in self._places.get(maker, ())[:_MOST]})


def with_favoured(
    reservation: Reservation, proposals: list[Proposal], makers: Makers, path: str, grammar: Grammar
) -> Reservation:
    """Return a reservation 'till förmån för det egna yrkandet' with pointers to the proposals of those who made it.

    Args:
        reservation: as read.
        proposals: those of the same item.
        makers: who made them.
        path: the JSON pointer of the item.
        grammar: the wordings.
    """
    said = reservation.text.text.lower()
    if not any(phrase in said for phrase in grammar.phrases("acts", "own")):
        return reservation
    mine = [index for index in makers.of(reservation) if _is_by(proposals[index], reservation)]
    own = [index for index in mine if proposals[index].action is Action.OWN] or mine
    favours = tuple(f"{path}/proposals/{index}" for index in own[:_MOST])
    pointer = reservation.pointer
    if pointer and favours and "redovisas" in pointer.words.text:
        pointer = Pointer(pointer.words, favours[0])
    return replace(reservation, favours=favours, pointer=pointer)


def _is_by(proposal: Proposal, reservation: Reservation) -> bool:
    if proposal.source == "lead_in" or proposal.action is Action.REJECT:
        return False
    names = {person.name for person in reservation.by.persons}
    if names & {person.name for person in proposal.by.persons}:
        return True
    return bool(set(reservation.by.parties) & set(proposal.by.parties))
