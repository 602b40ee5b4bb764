"""Reservations are read whole, with everybody who made them."""

import pytest

from protokoll.parsing.dissents import find_reservations
from tests.tables import Case, find_cases


@pytest.mark.parametrize("case", find_cases(__file__))
def test_reservations(case: Case) -> None:
    """Each reservation has its makers, its whole text, and the words that point elsewhere."""
    reservations, used = find_reservations(case.text, case.whole, None, case.grammar)
    pointers = [each.pointer.words if each.pointer else None for each in reservations]
    assert case.shaped({"reservations": reservations, "pointers": pointers}) == case.expect
    assert len(used) == len(reservations)
