"""Texts that an invented party owns, made without parsing a document."""

from protokoll.grammar import load
from protokoll.model.document import Action, Actors, Fate, Item, Proposal
from protokoll.model.position import Basis, Stance
from protokoll.model.text import Passage, Span
from protokoll.positions.claims.claiming import Claim, claims_in
from protokoll.positions.claims.owned import Owned
from protokoll.positions.evidence import Holder

__all__ = ["claims_of", "passage_of", "stances_of"]


def passage_of(printed: str) -> Passage:
    """Return words as a passage that reads as it is printed, but for white space."""
    return Passage(" ".join(printed.split()), Span(0, len(printed)), 1, printed)


def claims_of(
    printed: str, party: str = "V", basis: Basis = Basis.PROPOSAL, points: Stance | None = None
) -> tuple[Claim, ...]:
    """Return the claims in a text of `party`."""
    words = passage_of(printed)
    act = Proposal(Actors(), Action.OWN, None, (), words, None, "floor", Fate.UNKNOWN, words.span, 1)
    item = Item(None, None, ())
    owned = Owned(act, basis, (Holder(party, party),), item, None, "/items/0/proposals/0", (words,), points=points)
    return tuple(claims_in(owned, load()))


def stances_of(printed: str, party: str = "V", basis: Basis = Basis.PROPOSAL) -> list[str]:
    """Return the stances of the claims in a text of `party`."""
    return [claim.stance.value for claim in claims_of(printed, party, basis)]
