"""Jäv and staying out of a decision are told apart, and neither is a vote."""

import pytest

from protokoll.model.outline import BlockKind
from protokoll.parsing.absences import find_absences
from tests.tables import Case, find_cases, shaped


@pytest.mark.parametrize("case", find_cases(__file__))
def test_absences(case: Case) -> None:
    """Each person is out for the reason that the words give, and nobody else is."""
    heading = BlockKind(case.given["heading"]) if "heading" in case.given else None
    absences = find_absences(case.text, case.whole, case.grammar, heading)
    announced = [f"{shaped(person, '')}: {', '.join(numbers)}" for person, numbers in absences.announced]
    assert case.shaped(absences._asdict() | {"announced": announced}) == case.expect
