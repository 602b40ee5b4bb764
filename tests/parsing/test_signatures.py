"""Place, date and names under somebody's own text."""

import pytest

from protokoll.model.text import Span
from protokoll.parsing.signatures import unsigned

TEXT = "Vi anser att badet ska vara kvar."
SIGNED = [
    f"{TEXT}\n\nTallåsa den 3 maj 2011\nEva Ek (V)",
    f"{TEXT}\n\nTallåsa 2011-05-03\n\nFör Vänsterpartiet\nEva Ek\nBo Ask",
    f"{TEXT}\nEva Ek (V)\nBo Ask (V)\n",
]
UNSIGNED = [
    TEXT,
    "Eva Ek (V)\nBo Ask (V)",
    f"{TEXT} Vi möttes den 3 maj 2011\noch Eva Ek (V) höll med.",
]


@pytest.mark.parametrize("words", SIGNED)
def test_signature_is_cut(words: str) -> None:
    """With a date and names, or with names that each have a party on a line of its own."""
    assert unsigned(words, Span(0, len(words))).of(words) == TEXT


@pytest.mark.parametrize("words", UNSIGNED)
def test_text_is_left(words: str) -> None:
    """Names alone are no signature, and a date in a sentence opens none."""
    assert unsigned(words, Span(0, len(words))).of(words) == words
