"""Ballot, numbers and roll of a vote are put together."""

import pytest

from protokoll.parsing.votes import find_votes
from tests.tables import Case, find_cases


@pytest.mark.parametrize("case", find_cases(__file__))
def test_votes(case: Case) -> None:
    """Each vote has its ballot, its numbers, its roll or the annex that holds it, and its kind."""
    votes, used = find_votes(case.text, case.whole, case.given.get("heading", ""), case.grammar)
    ballots = [f"{vote.ballot.yes.text}|{vote.ballot.no.text}" if vote.ballot else "" for vote in votes]
    assert case.shaped({"votes": votes, "ballots": ballots}) == case.expect
    assert len(used) == len(votes)
