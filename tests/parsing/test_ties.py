"""What belongs together is joined, and what does not agree is left apart."""

import pytest

from tests.parsing.reading import parse_minutes_of
from tests.tables import Case, find_cases


@pytest.mark.parametrize("case", find_cases(__file__))
def test_ties(case: Case) -> None:
    """Pointers lead to what they mean, where that is in the text."""
    (item,) = parse_minutes_of(case).items
    found = {
        "favours": [list(each.favours) for each in item.reservations],
        "texts": [each.text for each in item.reservations],
        "targets": [each.pointer.target for each in item.reservations if each.pointer],
        "rolls": [list(vote.roll) for vote in item.votes],
    }
    assert case.shaped(found) == case.expect
