"""Headings inside texts."""

import pytest

from protokoll.positions.headings import headings_in, is_heading
from tests.positions.meetings import parsed
from tests.positions.test_topics import STATEMENT


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("Insatser mot hemlöshet", True),
        ("Arbetet mot våld ska omfatta alla utsatta", True),
        ("Vi vill se fler bänkar.", False),
        ("- fler bänkar i parken", False),
        ("fortsättningen av en mening", False),
        ("Hur ska det gå?", False),
        ("12", False),
        ("", False),
    ],
)
def test_is_heading(line: str, heading: bool) -> None:
    """A heading is short, begins with a capital and has no closing mark."""
    assert is_heading(line) is heading


def test_a_heading_is_over_what_follows() -> None:
    """Up to the next heading, and not beyond the text."""
    document = parsed(STATEMENT, "sn.txt")
    text = document.items[0].statements[0].text
    headings = headings_in(document)
    over = {
        words: headings.over(text.span.start + text.printed.index(words)) for words in ("Vi har", "Det ska", "Ingen")
    }
    assert over == {"Vi har": "", "Det ska": "Ledsagning", "Ingen": "Hemlöshet"}
    assert headings.over(text.span.end) == ""
