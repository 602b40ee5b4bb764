"""What is asked for is told apart: approval, rejection, remittal, additions, points of one's own."""

import pytest

from protokoll.parsing.demands import find_demands
from tests.tables import Case, find_cases


@pytest.mark.parametrize("case", find_cases(__file__))
def test_demands(case: Case) -> None:
    """Each demand has its action, object, points and rank."""
    demands = [each._asdict() for each in find_demands(case.text, case.whole)]
    assert case.shaped({"demands": demands}) == case.expect
