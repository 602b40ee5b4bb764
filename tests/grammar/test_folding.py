"""Phrases and texts are brought to one form before they are compared."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from protokoll.grammar import fold, words_of, words_pattern

_LETTERS = "abdeiknorstvåäöé"
_word = st.text(alphabet=_LETTERS + _LETTERS.upper(), min_size=1, max_size=6)
_gap = st.sampled_from([" ", "\n", "  ", ".", ", "])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("FÖRSLAG TILL BESLUT:", "Förslag till  beslut"),
        ("Forslag till beslut", "Förslag till beslut"),
        ("Omröstning - Huvudvotering", "Omröstning – huvudvotering"),
        ("Anslag/bevis", "Anslag / bevis"),
        ("barn- och utbildningsnämnden", "Barn och utbildningsnämnden"),
    ],
)
def test_same_words_fold_to_one_form(one: str, other: str) -> None:
    """Case, accents, marks and spacing do not count."""
    assert fold(one) == fold(other)


def test_other_words_stay_apart() -> None:
    """Letters and digits count."""
    assert len({fold(each) for each in ("Beslut", "Besluta", "Beslut 1", "Beslut 2")}) == 4


@given(st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_folding_twice_changes_nothing(words: str) -> None:
    """A folded phrase is folded."""
    assert fold(fold(words)) == fold(words)


@given(st.lists(_word, min_size=1, max_size=4, unique=True), st.lists(st.tuples(_word, _gap), max_size=8))
@settings(max_examples=80, deadline=None)
def test_pattern_finds_whole_phrases(phrases: list[str], parts: list[tuple[str, str]]) -> None:
    """The expression finds what a plain search for whole words finds."""
    text = "".join(word + gap for word, gap in parts)
    plain = "|".join(re.escape(each) for each in sorted(phrases, key=len, reverse=True))
    expected = re.findall(rf"(?<!\w)(?:{plain})(?!\w)", text, re.IGNORECASE)
    assert words_pattern(phrases).findall(text) == expected


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("reserverar sig", "Eva RESERVERAR\n  sig", True),
        ("reserverar sig", "Eva reserverar signalen", False),
        ("yrkar", "Eva påyrkar", False),
        ("anse … besvarad", "att anse motionen besvarad", True),
        ("anse … besvarad", "att anse det. Den är besvarad", False),
        ("m.fl.", "Eva m.fl. (V)", True),
        ("m.fl.", "Eva mafla (V)", False),
    ],
)
def test_phrases_with_spaces_and_gaps(phrase: str, text: str, found: bool) -> None:
    """A space stands for any white space, a gap for words of the same sentence, a point for itself."""
    assert bool(words_pattern([phrase]).search(text)) is found


def test_words_of_a_text() -> None:
    """Each word counts once, in lower case, whole with its hyphen."""
    assert words_of("Ja-röster: 4. JA-RÖSTER!") == {"ja-röster", "4"}
