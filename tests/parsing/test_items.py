"""Whole items: every section is read by its reader, and nothing is lost or invented."""

import msgspec
import pytest

from protokoll.model.remark import RemarkCode
from tests.parsing.reading import parse_minutes_of
from tests.tables import Case, find_cases


@pytest.mark.parametrize("case", find_cases(__file__))
def test_item(case: Case) -> None:
    """Each fact of the item is there, and no cue is left over."""
    document = parse_minutes_of(case)
    (item,) = document.items
    left = [remark.printed for remark in document.remarks if remark.code is RemarkCode.CUE_UNACCOUNTED]
    assert case.shaped(msgspec.to_builtins(item) | {"unaccounted": left}) == case.expect


@pytest.mark.parametrize("case", find_cases(__file__))
def test_item_is_the_whole_text(case: Case) -> None:
    """The item spans the text from its number to its last word."""
    (item,) = parse_minutes_of(case).items
    assert item.span.of(case.words) == case.words.strip()
