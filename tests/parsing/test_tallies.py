"""The printed numbers of a vote are read, and no others."""

import pytest

from protokoll.parsing.tallies import find_tally
from tests.tables import Case, find_cases


@pytest.mark.parametrize("case", find_cases(__file__))
def test_tally(case: Case) -> None:
    """Each number belongs to its side; what is not printed is None."""
    tally = find_tally(case.text, case.whole)
    found = {
        "numbers": [-1 if each is None else each for each in (tally.yes, tally.no, tally.abstain, tally.absent)],
        "words": tally.words,
        "score": list(tally.score or ()),
    }
    assert case.shaped(found) == case.expect
