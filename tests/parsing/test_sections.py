"""A block is parted where an act of another kind begins in it."""

import pytest

from protokoll.model.outline import Block, BlockKind
from protokoll.parsing.sections import split_block
from tests.tables import Case, find_cases


@pytest.mark.parametrize("case", find_cases(__file__))
def test_parts(case: Case) -> None:
    """Each part has the kind that its words say, and the parts tile the block."""
    block = Block(BlockKind(case.given["under"]), case.whole, None, item=0)
    parts = [part for part in split_block(case.text, block, case.grammar) if part.span.start < part.span.end]
    wanted = case.expect["parts"]
    assert len(parts) == len(wanted), [part.span.of(case.words) for part in parts]
    for part, expected in zip(parts, wanted, strict=True):
        kind, words = expected.split("|")
        assert (part.kind.value, part.span.of(case.words).strip()[: len(words)]) == (kind, words)
    assert "".join(part.span.of(case.words) for part in parts) == case.words
