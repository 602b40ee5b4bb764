"""What belongs together within an item: a vote and its roll, a reservation and the proposal it favours."""

from msgspec.structs import replace

from protokoll.grammar import Grammar
from protokoll.model.document import Action, Pointer, Proposal, Reservation, Vote, Voting
from protokoll.parsing.annexes import Roll

__all__ = ["with_favoured", "with_roll"]


def with_roll(vote: Vote, rolls: tuple[Roll, ...]) -> Vote:
    """Return `vote` with its roll from an annex, joined by number and by content: the numbers of votes must agree."""
    if vote.roll or vote.annex is None:
        return vote
    for roll in rolls:
        if roll.number == vote.annex and _counts(roll) == (vote.yes, vote.no):
            return replace(vote, roll=roll.voters)
    return vote


def with_favoured(reservation: Reservation, proposals: list[Proposal], path: str, grammar: Grammar) -> Reservation:
    """Return a reservation 'till förmån för det egna yrkandet' with pointers to the proposals of those who made it.

    Args:
        reservation: as read.
        proposals: those of the same item.
        path: the JSON pointer of the item.
        grammar: the wordings.
    """
    said = reservation.text.text.lower()
    if not any(phrase in said for phrase in grammar.phrases("acts", "own")):
        return reservation
    mine = [index for index, proposal in enumerate(proposals) if _is_by(proposal, reservation)]
    own = [index for index in mine if proposals[index].action is Action.OWN] or mine
    favours = tuple(f"{path}/proposals/{index}" for index in own)
    pointer = reservation.pointer
    if pointer and favours and "redovisas" in pointer.words.text:
        pointer = Pointer(pointer.words, favours[0])
    return replace(reservation, favours=favours, pointer=pointer)


def _counts(roll: Roll) -> tuple[int | None, int | None]:
    printed = roll.counts["yes"], roll.counts["no"]
    if None not in printed:
        return printed
    yes, no = (sum(voter.vote is side for voter in roll.voters) for side in (Voting.YES, Voting.NO))
    return yes, no


def _is_by(proposal: Proposal, reservation: Reservation) -> bool:
    if proposal.source == "lead_in" or proposal.action is Action.REJECT:
        return False
    names = {person.name for person in reservation.by.persons}
    if names & {person.name for person in proposal.by.persons}:
        return True
    return bool(set(reservation.by.parties) & set(proposal.by.parties))
