"""The votes that agreement is counted on: each once, with where each party stood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from msgspec import Struct

from protokoll.grammar import Grammar, fold, load
from protokoll.model.document import Document, DocumentKind, Item, Vote, VoteKind, Voting
from protokoll.positions.holders import roster_of
from protokoll.positions.occasions import occasion_of
from protokoll.positions.parties import identity
from protokoll.positions.votes import PartyVote, is_trusted, party_votes

__all__ = ["CountedVote", "PartyStand", "count_votes"]

_FEWEST = 2


class PartyStand(Struct, frozen=True):
    """Where a party stood in one vote, by how its members voted; the absent do not count."""

    party: str
    """The code of today: FP is L."""
    choice: Voting | None
    """How most of them voted; None where as many voted otherwise: then the party had no stand."""
    yes: int
    no: int
    abstain: int


class CountedVote(Struct, frozen=True):
    """A vote by roll call, with the place where it is told."""

    document: str
    sha256: str
    pointer: str
    municipality: str | None
    body: str | None
    date: str | None
    item: str | None
    title: str | None
    kind: VoteKind
    unanimous: bool
    """True where all parties with a stand stood on the same side."""
    stands: tuple[PartyStand, ...]


class _Told(NamedTuple):
    """A vote and what tells it apart from others."""

    vote: CountedVote
    place: tuple[str, ...] | None
    """Municipality, body, day, § and number within the §: only for minutes."""
    voted: tuple[frozenset[tuple[str, str]], str]
    """Who voted how, and on what."""
    matters: frozenset[str]
    """Folded title and diary numbers."""


def count_votes(documents: Iterable[Document], grammar: Grammar | None = None) -> tuple[CountedVote, ...]:
    """Return each vote by roll call once, in the order of day, body and §.

    The minutes of a meeting parsed twice, and a vote that stands both in the minutes and in a report that quotes
    them, count once. A vote is left out without a roll, with one that is far from the printed numbers, or with fewer
    than two parties in it.

    Args:
        documents: the records, in any order.
        grammar: the wordings; None for those that each document was parsed with.
    """
    documents = tuple(documents)
    shared = _shared_codes(documents)
    told = [
        each for document in documents for each in _told(document, grammar or load(document.source.profile), shared)
    ]
    told.sort(key=lambda each: (each.place is None, each.vote.document, each.vote.pointer))
    places: set[tuple[str, ...]] = set()
    seen: dict[tuple[frozenset[tuple[str, str]], str], list[_Told]] = {}
    kept = []
    for each in told:
        same = seen.setdefault(each.voted, [])
        if each.place in places or any(_same_vote(each, other) for other in same):
            continue
        same.append(each)
        places |= {each.place} if each.place else set()
        kept.append(each.vote)
    return tuple(sorted(kept, key=_order))


def _shared_codes(documents: Iterable[Document]) -> frozenset[str]:
    """Return the codes that occur in several municipalities: a local party among them bears the name of its own."""
    places: dict[str, set[str]] = {}
    for document in documents:
        town = document.head.municipality
        for voter in (each for item in document.items for vote in item.votes for each in vote.roll):
            if voter.party and town:
                places.setdefault(voter.party, set()).add(town.text)
    return frozenset(code for code, towns in places.items() if len(towns) > 1)


def _told(document: Document, grammar: Grammar, shared: frozenset[str]) -> Iterator[_Told]:
    roster = roster_of(document, grammar)
    for at, item in enumerate(document.items):
        for index, vote in enumerate(item.votes):
            stands = tuple(
                _stand(each, roster.municipality if each.party in shared else None)
                for each in party_votes(vote, roster)
            )
            if vote.kind is VoteKind.CLOSED or len(stands) < _FEWEST or not is_trusted(vote):
                continue
            counted = _counted(document, item, vote, f"/items/{at}/votes/{index}", stands)
            yield _Told(counted, _place(document, counted, index), _voted(vote), _matters(document, item))


def _stand(each: PartyVote, municipality: str | None) -> PartyStand:
    code = identity(each.party, municipality)
    return PartyStand(code, each.choice, len(each.yes), len(each.no), len(each.abstain))


def _counted(document: Document, item: Item, vote: Vote, pointer: str, stands: tuple[PartyStand, ...]) -> CountedVote:
    occasion = occasion_of(document, item, vote.span, vote.body, vote.date)
    place = document.head.municipality.text if document.head.municipality else None
    return CountedVote(
        document=document.source.path,
        sha256=document.source.sha256,
        pointer=pointer,
        municipality=place,
        body=occasion.body,
        date=occasion.date,
        item=item.number.text if item.number else None,
        title=item.title.text if item.title else None,
        kind=vote.kind,
        unanimous=len({each.choice for each in stands if each.choice}) <= 1,
        stands=stands,
    )


def _place(document: Document, vote: CountedVote, index: int) -> tuple[str, ...] | None:
    if document.head.kind not in (DocumentKind.PROTOCOL, DocumentKind.PROTOCOL_EXTRACT):
        return None
    if vote.body is None or vote.date is None or vote.item is None:
        return None
    return (vote.municipality or "", fold(vote.body), vote.date, vote.item, str(index))


def _voted(vote: Vote) -> tuple[frozenset[tuple[str, str]], str]:
    ballot = fold(f"{vote.ballot.yes.text} / {vote.ballot.no.text}") if vote.ballot else ""
    return frozenset((fold(each.name), each.vote.value) for each in vote.roll), ballot


def _matters(document: Document, item: Item) -> frozenset[str]:
    titles = [each.text for each in (item.title, document.head.title) if each]
    numbers = [each.text for each in (*item.diary_numbers, *document.head.diary_numbers)]
    return frozenset(fold(each) for each in (*titles, *numbers))


def _same_vote(one: _Told, other: _Told) -> bool:
    """Tell whether two votes with the same roll and ballot are one, told twice.

    Two places in minutes are two votes. Otherwise the matter decides; a report may give another day than the minutes.
    """
    if one.place and other.place:
        return False
    return bool(one.matters & other.matters)


def _order(vote: CountedVote) -> tuple[str, str, int, str, str]:
    number = int(vote.item) if vote.item and vote.item.isdigit() else 0
    return (vote.date or "9999", vote.body or "", number, vote.document, vote.pointer)
