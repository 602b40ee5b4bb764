"""The page of agreement: how often the parties voted alike, and the votes behind each figure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, Protocol

from protokoll.model.coverage import Coverage
from protokoll.model.document import Ballot, Document, Vote, Voting
from protokoll.positions.agreement import Agreement, Cell, Cohesion, Group
from protokoll.positions.counting import CountedVote
from protokoll.report.charts import draw_heat_map
from protokoll.report.entries import Choice
from protokoll.report.page import fill
from protokoll.report.pairs import cells_of, order_parties
from protokoll.report.words import Words, load_words

__all__ = ["render_agreement"]


class Voted(Protocol):
    """Documents with their votes, and what was searched for them."""

    @property
    def documents(self) -> tuple[Document, ...]: ...

    @property
    def coverage(self) -> Coverage: ...


class Matrix(NamedTuple):
    """Parties by parties, as a picture and as a table."""

    svg: str
    cells: Mapping[tuple[str, str], Cell]
    votes: int


class Panel(NamedTuple):
    """One year, term or body."""

    key: str
    parties: tuple[str, ...]
    every: Matrix
    contested: Matrix | None
    """The same without unanimous votes; None where there are none left."""
    cohesion: Mapping[str, Cohesion]


class VoteRow(NamedTuple):
    """One vote, with what the script needs to find it."""

    vote: CountedVote
    group: str
    sides: Mapping[str, tuple[tuple[str, int, bool], ...]]
    """`yes`, `no`, `abstain` → party, number of its members, and whether it is where the party stood."""
    ballot: Ballot | None
    """What yes and no stood for, where the minutes say so."""
    page: int | None


def render_agreement(every: Agreement, contested: Agreement, voted: Voted, language: str = "sv") -> bytes:
    """Return the page of agreement.

    Args:
        every: the agreement over all votes.
        contested: the same without those in which all parties stood on the same side.
        voted: the documents with their votes, and what was searched.
        language: `sv` or `en`.
    """
    words = load_words(language)
    fought = {group.key: group for group in contested.groups}
    group_of = {place: group.key for group in every.groups for place in group.votes}
    told = {
        (document.source.sha256, f"/items/{at}/votes/{index}"): vote
        for document in voted.documents
        for at, item in enumerate(document.items)
        for index, vote in enumerate(item.votes)
    }
    parties = order_parties(tuple({party: None for group in every.groups for party in group.parties}))
    return fill(
        "agreement.html",
        language,
        agreement=every,
        contested=contested,
        coverage=voted.coverage,
        parties=parties,
        panels=[_panel(group, fought.get(group.key), words) for group in every.groups],
        votes=[_row(vote, group_of.get(place, ""), told) for place, vote in enumerate(every.votes)],
        groups=[Choice(group.key, group.key or words.phrase("all_votes"), len(group.votes)) for group in every.groups],
    )


def _panel(group: Group, fought: Group | None, words: Words) -> Panel:
    parties = order_parties(group.parties)
    return Panel(
        key=group.key,
        parties=parties,
        every=_matrix(group, parties, words),
        contested=_matrix(fought, parties, words) if fought else None,
        cohesion={each.party: each for each in group.cohesion},
    )


def _matrix(group: Group, parties: tuple[str, ...], words: Words) -> Matrix:
    cells = cells_of(group)
    rows = [(one, other, cell.share, len(cell.votes)) for (one, other), cell in cells.items()]
    return Matrix(draw_heat_map(rows, parties, words.phrase("percent")), cells, len(group.votes))


def _row(vote: CountedVote, group: str, told: Mapping[tuple[str, str], Vote]) -> VoteRow:
    stands = {stand.party: stand for stand in vote.stands}
    in_order = [stands[party] for party in order_parties(tuple(stands))]
    sides = {
        side.value: tuple(
            (stand.party, getattr(stand, side.value), stand.choice is side)
            for stand in in_order
            if getattr(stand, side.value)
        )
        for side in (Voting.YES, Voting.NO, Voting.ABSTAIN)
    }
    record = told.get((vote.sha256, vote.pointer))
    return VoteRow(vote, group, sides, record.ballot if record else None, record.page if record else None)
