"""Rolls in tables are read in each shape that a PDF leaves them in."""

import pytest

from protokoll.parsing.rolltables import find_roll
from tests.tables import Case, find_cases


@pytest.mark.parametrize("case", find_cases(__file__))
def test_roll(case: Case) -> None:
    """Each voter has party and vote, and the numbers are those printed."""
    roll = find_roll(case.text, case.whole, case.grammar)
    found = {"voters": list(roll.voters) if roll else [], "tally": list(roll.tally) if roll else []}
    assert case.shaped(found) == case.expect
