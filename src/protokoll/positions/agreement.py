"""How often two parties voted alike, and how often a party's members did."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import combinations

from msgspec import Struct

from protokoll.errors import UsageError
from protokoll.grammar import fold
from protokoll.model.document import Document, VoteKind
from protokoll.positions.counting import CountedVote, PartyStand, count_votes
from protokoll.positions.votes import is_trusted

__all__ = ["BY", "COUNTED_KINDS", "Agreement", "Cell", "Cohesion", "Group", "agreement"]

COUNTED_KINDS = (VoteKind.MAIN, VoteKind.REMIT_OR_DECIDE)
"""What is counted unless asked otherwise. In a preparatory vote parties choose whose proposal shall meet the main one,
often between two that they are both against."""

_TERM_BEGINS = "10-15"
_FIRST_TERM = 1994
_TERM = 4


class Cell(Struct, frozen=True):
    """Two parties: the votes in which both had a stand, and those in which it was the same."""

    party: str
    other: str
    votes: tuple[int, ...]
    """Places in `Agreement.votes`."""
    agreed: tuple[int, ...]

    @property
    def share(self) -> float | None:
        """The share of the votes in which they stood on the same side; None where there is no vote."""
        return len(self.agreed) / len(self.votes) if self.votes else None


class Cohesion(Struct, frozen=True):
    """How united a party's members voted, over the votes in which at least two of them took part."""

    party: str
    votes: int
    rice: float | None
    """The mean of |yes - no| / (yes + no) over the votes in which at least two voted yes or no; 1 for always united."""
    share: float | None
    """The mean share of members who voted as most of them did, those who abstained counted."""
    split: tuple[int, ...]
    """Places in `Agreement.votes` of the votes in which they did not all vote alike."""


class Group(Struct, frozen=True):
    """The votes of one year, body or term."""

    key: str
    votes: tuple[int, ...]
    cells: tuple[Cell, ...]
    cohesion: tuple[Cohesion, ...]

    @property
    def parties(self) -> tuple[str, ...]:
        """The parties of the group, in the order of their codes."""
        return tuple(each.party for each in self.cohesion)


class Agreement(Struct, frozen=True):
    """What was counted, how, and on which votes."""

    by: str
    unanimous: bool
    """Whether votes in which all parties stood on the same side were counted."""
    kinds: tuple[VoteKind, ...]
    bodies: tuple[str, ...]
    groups: tuple[Group, ...]
    votes: tuple[CountedVote, ...]
    without_roll: int
    """Votes of which the documents give no names, or names far from the numbers: nobody knows how a party voted."""
    left_out: int
    """Votes with a roll that were not counted: of another kind or body, unanimous, or without a date."""


def _year(vote: CountedVote) -> str | None:
    return vote.date[:4] if vote.date else None


def _term(vote: CountedVote) -> str | None:
    """Return the council's term of office: it begins on 15 October after an election (before 2014: 1 November)."""
    if vote.date is None:
        return None
    year, day = int(vote.date[:4]), vote.date[5:]
    start = year - (year - _FIRST_TERM) % _TERM
    begins = _TERM_BEGINS if start >= 2014 else "11-01"
    if year == start and day < begins:
        start -= _TERM
    return f"{start}–{start + _TERM}"


BY: dict[str, Callable[[CountedVote], str | None]] = {
    "all": lambda _: "",
    "year": _year,
    "term": _term,
    "body": lambda vote: vote.body or "?",
}
"""How votes may be put in groups."""


def agreement(
    documents: Iterable[Document],
    by: str = "year",
    *,
    unanimous: bool = True,
    bodies: tuple[str, ...] = (),
    kinds: tuple[VoteKind, ...] = COUNTED_KINDS,
) -> Agreement:
    """Return how often the parties voted alike, group by group.

    A party stands where most of its members who voted stood; to abstain is a stand of its own. A party whose members
    were equally divided has no stand in that vote, and the vote is not in its cells. The absent do not count.

    Args:
        documents: the records.
        by: `year`, `term` of office, `body` or `all`.
        unanimous: whether to count votes in which all parties stood on the same side.
        bodies: parts of names of bodies; nothing for all.
        kinds: the kinds of vote to count.

    Raises:
        UsageError: `by` is none of these.

    >>> agreement([], by="all").groups
    ()
    """
    if by not in BY:
        raise UsageError(f"votes cannot be put in groups by {by!r}", hint=f"use {', '.join(BY)}")
    documents = tuple(documents)
    every = count_votes(documents)
    votes = tuple(each for each in every if BY[by](each) is not None and _is_wanted(each, unanimous, bodies, kinds))
    rolls = [bool(vote.roll) and is_trusted(vote) for each in documents for item in each.items for vote in item.votes]
    return Agreement(
        by=by,
        unanimous=unanimous,
        kinds=kinds,
        bodies=bodies,
        groups=tuple(_group(key, votes, BY[by]) for key in sorted({BY[by](each) or "" for each in votes})),
        votes=votes,
        without_roll=rolls.count(False),
        left_out=len(every) - len(votes),
    )


def _is_wanted(vote: CountedVote, unanimous: bool, bodies: tuple[str, ...], kinds: tuple[VoteKind, ...]) -> bool:
    name = fold(vote.body or "")
    return (
        vote.kind in kinds
        and (unanimous or not vote.unanimous)
        and (not bodies or any(fold(each) in name for each in bodies))
    )


def _group(key: str, votes: tuple[CountedVote, ...], key_of: Callable[[CountedVote], str | None]) -> Group:
    places = tuple(place for place, vote in enumerate(votes) if key_of(vote) == key)
    stands: dict[str, dict[int, PartyStand]] = {}
    for place in places:
        for stand in votes[place].stands:
            stands.setdefault(stand.party, {})[place] = stand
    parties = sorted(stands)
    return Group(
        key=key,
        votes=places,
        cells=tuple(_cell(one, other, stands) for one, other in combinations(parties, 2)),
        cohesion=tuple(_cohesion(party, stands[party]) for party in parties),
    )


def _cell(one: str, other: str, stands: dict[str, dict[int, PartyStand]]) -> Cell:
    mine, theirs = stands[one], stands[other]
    both = tuple(place for place in mine if place in theirs and mine[place].choice and theirs[place].choice)
    return Cell(one, other, both, tuple(place for place in both if mine[place].choice is theirs[place].choice))


def _cohesion(party: str, stands: dict[int, PartyStand]) -> Cohesion:
    counts = {place: (each.yes, each.no, each.abstain) for place, each in stands.items()}
    several = {place: sides for place, sides in counts.items() if sum(sides) > 1}
    rice = [abs(yes - no) / (yes + no) for yes, no, _ in several.values() if yes + no > 1]
    share = [max(sides) / sum(sides) for sides in several.values()]
    return Cohesion(
        party=party,
        votes=len(several),
        rice=sum(rice) / len(rice) if rice else None,
        share=sum(share) / len(share) if share else None,
        split=tuple(place for place, sides in several.items() if max(sides) < sum(sides)),
    )
