"""The questions of an interpellation."""

import pytest

from protokoll.model.text import CleanText, SourceText, Span
from protokoll.parsing.inquiries import find_inquiries
from tests.documents.samples import way

CASES = {
    "Eva Ek frågar:\n1. När öppnar badet?\n2. Vad kostar det? Vem betalar?\n\nBo Ask svarar.": [
        "När öppnar badet?",
        "Vad kostar det? Vem betalar?",
    ],
    "Jag vill därför ställa följande frågor:\n- Hur många?\n- När?": ["Hur många?", "När?"],
    "Mina frågor är\n\n1. Hur många platser\nfinns det?\n": ["Hur många platser finns det?"],
    "Eva Ek ställer en fråga: När öppnar badet? Bo Ask svarar.": ["När öppnar badet?"],
    "Frågan besvaras muntligt.": [],
    "Eva Ek undrar när badet öppnar.": [],
}


@pytest.mark.parametrize("words", CASES)
def test_questions(words: str) -> None:
    """A list after its lead, or sentences after a colon; what is told about a question is none."""
    text = CleanText(SourceText("-", "", 0, "text", None, words), (), words)
    assert [point.text for point in find_inquiries(text, Span(0, len(words)))] == CASES[words]


def test_interpellation_as_a_paper() -> None:
    """A paper of its own has its questions with their numbers, and no proposal."""
    [item] = way("interpellation-2023-09-25.txt").document.items
    assert [point.number for point in item.questions] == ["1", "2", "3"]
    assert item.proposals == ()


def test_interpellation_in_minutes() -> None:
    """The § of an interpellation has them, the others have none."""
    items = way("kf-1995.txt").document.items
    assert [len(item.questions) for item in items] == [0, 2, 0, 0, 0]
