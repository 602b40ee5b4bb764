"""Entries of lists are whole, one by one."""

import pytest

from protokoll.parsing.entries import find_entries
from tests.tables import Case, find_cases


@pytest.mark.parametrize("case", find_cases(__file__))
def test_entries(case: Case) -> None:
    """Each entry is read over line ends, without its mark."""
    assert case.shaped({"entries": list(find_entries(case.text, case.whole))}) == case.expect
