"""Statements are read by their words, and only then by their heading."""

import pytest

from protokoll.model.outline import BlockKind
from protokoll.parsing.statements import find_statements
from tests.tables import Case, find_cases


@pytest.mark.parametrize("case", find_cases(__file__))
def test_statements(case: Case) -> None:
    """Each statement has its kind, its maker and its own words without the lead-in."""
    under = BlockKind(case.given["under"])
    statements, used = find_statements(case.text, case.whole, under, None, case.grammar)
    assert case.shaped({"statements": statements}) == case.expect
    assert len(used) == len(statements)
