"""Numbers written as words are read."""

import re

import pytest

from protokoll.parsing.numbers import NUMBER_WORDS, read_number


@pytest.mark.parametrize(("words", "number"), [("noll", 0), ("ett", 1), ("Tolv", 12), ("tjugo", 20), ("sextiosju", 67)])
def test_number_words(words: str, number: int) -> None:
    """A word of the shape stands for its number."""
    assert re.fullmatch(NUMBER_WORDS, words, re.IGNORECASE)
    assert read_number(words) == number


def test_other_words() -> None:
    """A word that is no number is refused."""
    with pytest.raises(KeyError):
        read_number("flera")
