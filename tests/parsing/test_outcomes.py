"""The outcome is what the points do to the matter."""

import pytest

from protokoll.model.document import Point
from protokoll.model.text import Span
from protokoll.parsing.outcomes import outcome_of, says_outcome
from tests.tables import Case, find_cases


def _points(words: str) -> tuple[Point, ...]:
    procedural = ("omedelbart",)
    lines = [line for line in words.splitlines() if line]
    return tuple(Point(None, line, Span(0, 0), 1, line, any(word in line for word in procedural)) for line in lines)


@pytest.mark.parametrize("case", find_cases(__file__))
def test_outcome(case: Case) -> None:
    """Points tell one outcome, or none where no words do."""
    points = _points(case.words)
    outcome = outcome_of(points, case.given.get("title", ""), case.grammar)
    assert case.shaped({"outcome": outcome.value if outcome else None}) == case.expect
    assert says_outcome(case.words, case.grammar) is bool(case.expect["outcome"])
