"""Annexes hold rolls of votes and written statements."""

import pytest

from protokoll.model.outline import Block, BlockKind
from protokoll.model.text import Span
from protokoll.parsing.annexes import read_annex
from tests.tables import Case, find_cases


@pytest.mark.parametrize("case", find_cases(__file__))
def test_annex(case: Case) -> None:
    """The annex gives its roll or its statement, never both."""
    head = Span(0, case.words.index("\n"))
    annex = read_annex(case.text, Block(BlockKind.ANNEX, case.whole, head, number="1"), case.grammar)
    found = {"voters": list(annex.roll.voters) if annex.roll else [], "statement": annex.statement}
    assert case.shaped(found) == case.expect
