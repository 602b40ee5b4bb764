"""Points are read one by one, however they are marked."""

import pytest

from protokoll.grammar import load
from protokoll.parsing.points import find_points, list_end
from tests.cleaning.pages_of_text import clean_words
from tests.tables import Case, find_cases


@pytest.mark.parametrize("case", find_cases(__file__))
def test_points(case: Case) -> None:
    """Each point has its number and its whole text."""
    points = find_points(case.text, 0, len(case.words), case.grammar)
    found = {
        "points": [f"{point.number or ''}|{point.text}" for point in points],
        "procedural": [point.procedural for point in points],
        "list": case.words[: list_end(case.words, 0, len(case.words))],
    }
    assert case.shaped(found) == case.expect
    assert all(point.printed == point.span.of(case.words) for point in points)


def test_clauses_that_cleaning_has_joined() -> None:
    """Att-satser without marks are told apart by the lines of the source, unless a line leads to 'att' itself."""
    words = "Utskottet beslutar\natt bevilja 2 miljoner till scenen\natt medlen tas ur reserven\n"
    text = clean_words(words)
    points = find_points(text, text.text.index("att"), len(text.text), load())
    assert [point.text for point in points] == ["att bevilja 2 miljoner till scenen", "att medlen tas ur reserven"]
