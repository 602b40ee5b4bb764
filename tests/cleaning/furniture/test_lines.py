"""The lines of a text, as heads and feet are looked for in them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from protokoll.cleaning.furniture.lines import opens_item, split_lines


@settings(deadline=None)
@given(st.text("ab \n\f"))
def test_lines_are_where_they_say(text: str) -> None:
    """Each line holds the words between its ends, and no word is left out."""
    lines = split_lines(text)
    assert all(text[line.start : line.end].strip() == line.text for line in lines)
    assert " ".join(line.text for line in lines).split() == text.split()


def test_page_ends_are_counted() -> None:
    """Page ends before a line are counted, also when a page is empty."""
    assert [(line.text, line.feed) for line in split_lines("a\n\f\n\fb\n\fc\n")] == [("a", 0), ("b", 2), ("c", 1)]


@pytest.mark.parametrize(
    ("text", "opens"),
    [("§ 12", True), ("KS § 45 Dnr 2023-101", True), ("Bordlagt den 7 februari 2024, § 95", False), ("Val", False)],
)
def test_heads_of_paragraphs(text: str, opens: bool) -> None:
    """A § at the head of a line opens an item, one inside a sentence does not."""
    assert opens_item(text) is opens
