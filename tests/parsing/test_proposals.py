"""Proposals are read with who, what and why."""

import pytest

from protokoll.parsing.proposals import find_proposals
from tests.tables import Case, find_cases


@pytest.mark.parametrize("case", find_cases(__file__))
def test_proposals(case: Case) -> None:
    """Each proposal has its proposers, action, object, points and statement, and is from the floor."""
    proposals, used = find_proposals(case.text, case.whole, case.grammar)
    assert case.shaped({"proposals": proposals}) == case.expect
    assert {each.source for each in proposals} <= {"floor"}
    assert bool(used) or not proposals
