"""The questions that the chair puts are read in their order, with what the chair finds."""

import pytest

from protokoll.parsing.questions import find_contests
from tests.tables import Case, find_cases


@pytest.mark.parametrize("case", find_cases(__file__))
def test_contests(case: Case) -> None:
    """Each contest has its question, its finding, and whether a vote was demanded."""
    contests, used = find_contests(case.text, case.whole)
    assert case.shaped({"contests": contests}) == case.expect
    assert len(used) == len(contests)
