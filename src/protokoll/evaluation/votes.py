"""The judgement of counted votes: tally, ballot, the whole vote, and how each person voted."""

from collections import Counter
from collections.abc import Iterator, Sequence

from protokoll.evaluation.annotation import BallotFacts, VoteFacts, VoterFacts
from protokoll.evaluation.judgement import Element, Judgement, judge_agreement, judge_one, judge_set
from protokoll.evaluation.likeness import likeness, normal, pair

__all__ = ["SIDE", "judge_votes"]

SIDE = 88
"""The likeness at which one side of two ballots is the same."""


def judge_votes(gold: Sequence[VoteFacts], found: Sequence[VoteFacts]) -> Iterator[Judgement]:
    """Judge the votes of one item, paired by tally, then by the words of the ballot, then in order.

    Tally is yes, no and abstain. A whole vote is tally, both sides of the ballot and, where the annotation
    has a roll, every name with party and vote.
    """
    pairs = dict(pair(gold, found, _merit))
    matched = [(vote, found[pairs[i]] if i in pairs else None) for i, vote in enumerate(gold)]
    extra = [found[j] for j in sorted(set(range(len(found))) - set(pairs.values()))]
    for one, other in [*matched, *((None, vote) for vote in extra)]:
        ballots, whole = _ballots_agree(one, other), _wholly_agree(one, other)
        yield from judge_one(Element.TALLY, _tally(one), _tally(other))
        yield from judge_agreement(Element.BALLOT, _ballot(one), _ballot(other), agree=ballots)
        yield from judge_agreement(Element.WHOLE_VOTE, _vote(one), _vote(other), agree=whole)
    yield from judge_set(Element.PERSON_VOTE, _roll(gold), _roll(found))


def _merit(one: VoteFacts, other: VoteFacts) -> float:
    same = 200 * (_tally(one) == _tally(other))
    return same + likeness(_ballot(one) or "", _ballot(other) or "")


def _tally(vote: VoteFacts | None) -> str | None:
    if vote is None:
        return None
    return ", ".join(
        f"{name} {'–' if count is None else count}"
        for name, count in (("yes", vote.yes), ("no", vote.no), ("abstain", vote.abstain))
    )


def _ballot(vote: VoteFacts | None) -> str | None:
    return f"yes {vote.ballot.yes} / no {vote.ballot.no}" if vote and vote.ballot else None


def _vote(vote: VoteFacts | None) -> str | None:
    return f"{_tally(vote)}; {_ballot(vote) or 'no ballot'}; {len(vote.roll)} names" if vote else None


def _ballots_agree(one: VoteFacts | None, other: VoteFacts | None) -> bool:
    ones, others = one.ballot if one else None, other.ballot if other else None
    if ones is None or others is None:
        return ones is others
    return _sides(ones, others) >= SIDE


def _sides(one: BallotFacts, other: BallotFacts) -> float:
    return min(likeness(one.yes, other.yes), likeness(one.no, other.no))


def _wholly_agree(one: VoteFacts | None, other: VoteFacts | None) -> bool:
    if one is None or other is None:
        return False
    rolls = not one.roll or Counter(map(_voter, one.roll)) == Counter(map(_voter, other.roll))
    return rolls and _tally(one) == _tally(other) and _ballots_agree(one, other)


def _roll(votes: Sequence[VoteFacts]) -> list[str]:
    return [_voter(each) for vote in votes for each in vote.roll]


def _voter(voter: VoterFacts) -> str:
    return f"{normal(voter.name)} ({voter.party}) {voter.vote}"
