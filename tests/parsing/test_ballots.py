"""Both sides of a ballot are read, since a Ja means nothing alone."""

import pytest

from protokoll.parsing.ballots import find_ballots
from tests.tables import Case, find_cases


@pytest.mark.parametrize("case", find_cases(__file__))
def test_ballots(case: Case) -> None:
    """Each ballot has both its sides, written out."""
    found = [f"{ballot.yes.text}|{ballot.no.text}" for ballot, _ in find_ballots(case.text, case.whole)]
    assert case.shaped({"ballots": found}) == case.expect


@pytest.mark.parametrize("case", find_cases(__file__))
def test_sides_are_printed_where_they_say(case: Case) -> None:
    """The printed words of each side are those at its span, inside the ballot."""
    for ballot, place in find_ballots(case.text, case.whole):
        for side in (ballot.yes, ballot.no):
            assert side.printed == side.span.of(case.words)
            assert place.start <= side.span.start <= side.span.end <= place.end
