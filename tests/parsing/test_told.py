"""A decision that is only told is found, and a story is none."""

import pytest

from protokoll.parsing.told import find_told
from tests.tables import Case, find_cases


@pytest.mark.parametrize("case", find_cases(__file__))
def test_told(case: Case) -> None:
    """The sentences that tell are the points."""
    decision = find_told(case.text, case.whole, None, case.grammar)
    found = {
        "points": list(decision.points) if decision else [],
        "outcome": decision.outcome if decision else None,
    }
    assert case.shaped(found) == case.expect
