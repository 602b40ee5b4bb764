"""Cleaning takes time in proportion to the text, whatever the lines are."""

import time

import pytest

from protokoll.cleaning import clean
from protokoll.grammar import load
from tests.cleaning.pages_of_text import LAYOUT_RULES, make_source

LIMIT = 10.0
"""Seconds of processor time; each of these texts takes less than one on an ordinary machine."""

TEXTS = {
    "one line of words": "nämnden beslutar " * 60_000,
    "one line of letters": "a" * 1_000_000,
    "one line of blanks": "a" + " " * 1_000_000 + "b",
    "one line of counters": "1 (2) " * 160_000,
    "one line of hyphens": "ab-" * 330_000,
    "one-word lines": "Nämnden\n" * 100_000,
    "one-letter lines that go on": "Nämnden har yttrat sig över motionen och\n" + "a\n\n" * 100_000,
    "broken words": "kommun-\n" * 100_000,
    "wrapped text": "kommunstyrelsen beslutar att bifalla motionen om nya\n" * 20_000,
    "double spacing": "Vi vill se mer \n\nav stöd och \n \n" * 25_000,
    "empty lines": "\n" * 1_000_000,
    "page ends": "\f" * 1_000_000,
    "feet": "Justerandes sign\n" * 50_000,
    "combining marks": "a\u030a" * 400_000,
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_time_is_in_proportion_to_the_text(text: str) -> None:
    """A text of a million characters is cleaned in seconds; with a square in it that would take hours."""
    start = time.process_time()
    clean(make_source(text), load(), LAYOUT_RULES)
    assert time.process_time() - start < LIMIT
