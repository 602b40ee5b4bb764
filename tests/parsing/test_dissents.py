"""Reservations are read whole, with everybody who made them."""

import pytest

from protokoll.grammar import load
from protokoll.model.text import CleanText, SourceText, Span
from protokoll.parsing.dissents import find_reservations
from tests.tables import Case, find_cases


@pytest.mark.parametrize("case", find_cases(__file__))
def test_reservations(case: Case) -> None:
    """Each reservation has its makers, its whole text, and the words that point elsewhere."""
    heading = case.given.get("heading")
    reservations, used = find_reservations(case.text, case.whole, None, case.grammar, heading)
    pointers = [each.pointer.words if each.pointer else None for each in reservations]
    assert case.shaped({"reservations": reservations, "pointers": pointers}) == case.expect
    assert len(used) == len(reservations)


def test_names_alone_right_under_the_heading() -> None:
    """Under 'Reservation' a name is a reservation, also where no blank line stands between."""
    words = "Reservation\nOla Kran (M).\n"
    text = CleanText(SourceText("-", "", 0, "text", None, words), (), words)
    found, _ = find_reservations(text, Span(11, len(words)), None, load(), "Reservation")
    assert [person.name for each in found for person in each.by.persons] == ["Ola Kran"]
