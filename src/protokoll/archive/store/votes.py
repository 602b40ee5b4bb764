"""A vote as rows: the numbers as printed, those of the roll, and whether they agree."""

from __future__ import annotations

from collections import Counter

from protokoll.archive.store.rows import Cells, Rows, place_of, words_of
from protokoll.model.document import Vote, Voting

__all__ = ["add_vote", "adds_up"]


def add_vote(rows: Rows, key: str, cells: Cells, vote: Vote) -> None:
    """Add a vote and its roll.

    Args:
        rows: where to add them.
        key: the key of the vote.
        cells: document, item and position.
        vote: the vote.
    """
    rolled = Counter(voter.vote for voter in vote.roll)
    ballot = vote.ballot
    rows.add(
        "votes",
        id=key,
        **cells,
        kind=vote.kind,
        body=words_of(vote.body),
        date=words_of(vote.date),
        yes_means=ballot.yes.text if ballot else None,
        no_means=ballot.no.text if ballot else None,
        **{voting.value: getattr(vote, voting.value) for voting in Voting},
        **{f"roll_{voting.value}": rolled[voting] if vote.roll else None for voting in Voting},
        adds_up=adds_up(vote),
        annex=vote.annex,
        casting_vote=int(vote.casting_vote),
        **place_of(vote.span, vote.page, vote.tally.printed if vote.tally else None),
    )
    for i, voter in enumerate(vote.roll):
        rows.add(
            "rolls",
            id=f"{key}/roll/{i}",
            document=cells["document"],
            vote=key,
            position=i + 1,
            name=voter.name,
            party=voter.party,
            voting=voter.vote,
            **place_of(voter.span, voter.page, voter.printed),
        )


def adds_up(vote: Vote) -> int | None:
    """Return 1 if the roll agrees with the printed numbers, 0 if not, None where they cannot be compared.

    >>> from protokoll.model.document import VoteKind
    >>> from protokoll.model.text import Span
    >>> adds_up(Vote(VoteKind.MAIN, None, 8, 5, None, None, None, (), None, False, Span(0, 0), 1)) is None
    True
    """
    printed = [(getattr(vote, voting.value), voting) for voting in Voting]
    if not vote.roll or all(number is None for number, _ in printed):
        return None
    rolled = Counter(voter.vote for voter in vote.roll)
    return int(all(number is None or number == rolled[voting] for number, voting in printed))
