"""Points are read one by one, however they are marked."""

import pytest

from protokoll.parsing.points import find_points, list_end
from tests.tables import Case, find_cases


@pytest.mark.parametrize("case", find_cases(__file__))
def test_points(case: Case) -> None:
    """Each point has its number and its whole text."""
    points = find_points(case.text, 0, len(case.words), case.grammar)
    found = {
        "points": [f"{point.number or ''}|{point.text}" for point in points],
        "procedural": [point.procedural for point in points],
        "list": case.words[: list_end(case.words, 0, len(case.words))],
    }
    assert case.shaped(found) == case.expect
    assert all(point.printed == point.span.of(case.words) for point in points)
