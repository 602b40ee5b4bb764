"""No silent loss: every cue is accounted for or becomes a remark."""

import pytest

from protokoll.model.remark import RemarkCode
from protokoll.model.text import Span
from protokoll.parsing.cues import find_unaccounted
from tests.tables import Case, find_cases


@pytest.mark.parametrize("case", find_cases(__file__))
def test_unaccounted(case: Case) -> None:
    """Each cue outside the covered words is told, with its line."""
    starts = [(case.words.index(words), words) for words in case.given["accounted"]]
    covered = [Span(start, start + len(words)) for start, words in starts]
    remarks = list(find_unaccounted(case.text, [case.whole], covered, case.grammar))
    assert case.shaped({"printed": [remark.printed for remark in remarks]}) == case.expect
    assert {remark.code for remark in remarks} <= {RemarkCode.CUE_UNACCOUNTED}
