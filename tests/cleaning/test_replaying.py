"""Recorded changes are done again, and taken back."""

from hypothesis import given, settings
from hypothesis import strategies as st

from protokoll.cleaning import replay, undo
from protokoll.model.text import Pass
from tests.cleaning.test_origin import edits_for


@settings(deadline=None)
@given(st.text("abc \n", max_size=30), st.data())
def test_undo_gives_back_the_text(text: str, data: st.DataObject) -> None:
    """A pass and the pass that takes it back leave the text as it was."""
    each = Pass("rule", data.draw(edits_for(len(text))))
    after = replay(text, [each])
    assert replay(after, [undo(text, each)]) == text


@settings(deadline=None)
@given(st.text("abc \n", max_size=30), st.data())
def test_undo_of_undo_is_the_pass(text: str, data: st.DataObject) -> None:
    """Taking back what takes back does the same again."""
    each = Pass("rule", data.draw(edits_for(len(text))))
    after = replay(text, [each])
    again = undo(after, undo(text, each))
    assert replay(text, [again]) == after
