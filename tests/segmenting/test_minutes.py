"""The outline of minutes: what each stretch of text is."""

import pytest

from protokoll.model.document import DocumentKind
from protokoll.segmenting.minutes import segment_minutes
from tests.segmenting.outlining import tiles
from tests.tables import Case, find_cases


@pytest.mark.parametrize("case", find_cases(__file__))
def test_blocks(case: Case) -> None:
    """Each block has its kind and number, and the blocks tile the text."""
    outline = segment_minutes(case.text, DocumentKind.PROTOCOL, case.grammar)
    blocks = [f"{block.kind.value}|{block.number or ''}" for block in outline.blocks]
    assert case.shaped({"blocks": blocks}) == case.expect
    assert tiles(case.text, outline)
