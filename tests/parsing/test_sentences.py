"""Sentences end where Swedish minutes end them."""

import pytest

from protokoll.parsing.sentences import opens_paragraph, sentences
from tests.tables import Case, find_cases


@pytest.mark.parametrize("case", find_cases(__file__))
def test_sentences(case: Case) -> None:
    """Each sentence is whole, without outer white space."""
    found = [span.of(case.words) for span in sentences(case.words, 0, len(case.words))]
    assert case.shaped({"sentences": found}) == case.expect


def test_only_inside_the_stretch() -> None:
    """What stands before and after the stretch does not count."""
    words = "Ett. Två. Tre."
    assert [span.of(words) for span in sentences(words, 5, 9)] == ["Två."]


@pytest.mark.parametrize(
    ("words", "opens"),
    [
        ("Ett.\n\n¤Två", True),
        ("Ett.\n¤Två", False),
        (" \n¤Två", True),
        ("Ett.\n \t\n  ¤Två", True),
        ("Ett. ¤Två", False),
    ],
)
def test_opening_of_a_paragraph(words: str, opens: bool) -> None:
    """A paragraph opens after a blank line, and where nothing stands before."""
    assert opens_paragraph(words.replace("¤", ""), words.index("¤")) is opens
