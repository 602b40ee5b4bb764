"""Only the words of the closed list open a section, and not inside somebody's own text."""

import pytest

from protokoll.segmenting.headings import find_headings
from tests.tables import Case, find_cases


@pytest.mark.parametrize("case", find_cases(__file__))
def test_headings(case: Case) -> None:
    """Each heading is found with its kind, and nothing else is."""
    headings = find_headings(case.words, 0, len(case.words), case.grammar)
    found = [f"{heading.kind.value}|{heading.span.of(case.words)}" for heading in headings]
    assert case.shaped({"found": found}) == case.expect
