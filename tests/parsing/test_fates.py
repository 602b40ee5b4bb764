"""The fate of a proposal is what the text says, and unknown where it says nothing."""

import pytest

from tests.parsing.reading import parse_minutes_of
from tests.tables import Case, find_cases, shaped


@pytest.mark.parametrize("case", find_cases(__file__))
def test_fates(case: Case) -> None:
    """Findings, votes and the decision itself tell what became of each proposal."""
    (item,) = parse_minutes_of(case).items
    found = [f"{shaped(each.by, '')} {each.action}: {each.fate}" for each in item.proposals]
    assert case.shaped({"fates": found}) == case.expect
