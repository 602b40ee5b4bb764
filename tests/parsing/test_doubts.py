"""Minutes are redundant, and each redundancy that fails is told."""

import pytest

from tests.parsing.reading import codes_of_items, parse_minutes_of
from tests.tables import Case, find_cases


@pytest.mark.parametrize("case", find_cases(__file__))
def test_doubts(case: Case) -> None:
    """Each doubt is told once, and nothing else is."""
    assert case.shaped({"codes": codes_of_items(parse_minutes_of(case))}) == case.expect


@pytest.mark.parametrize("case", find_cases(__file__))
def test_doubts_lead_to_their_place(case: Case) -> None:
    """A doubt about an item has its words as printed, where the span says."""
    for remark in parse_minutes_of(case).remarks:
        if remark.span and remark.printed:
            assert remark.span.of(case.words).startswith(remark.printed)
