"""How far damage reaches: over lists of names and rows of tables, not over healthy lines or other languages."""

from protokoll.cleaning.repair.reach import widened
from protokoll.model.text import Span

DAMAGED = "Namnden foreslar att fullmaktige avslar motionen for att det ar for dyrt pa sikt.\n" * 2
NAMES = "Ledamoter\nGosta Sjolund (S)\nAke Strom X\n"
HEALTHY = "Nämnden är på väg.\n"
ENGLISH = "The council of the city decided to adopt the plan for the next year.\n" * 2


def test_names_between_damaged_lines() -> None:
    """A list of names goes with the text that it stands in, before, between and after."""
    text = NAMES + DAMAGED + NAMES + DAMAGED + NAMES
    first = len(NAMES)
    second = first + len(DAMAGED + NAMES)
    spans = [Span(first, first + len(DAMAGED)), Span(second, second + len(DAMAGED))]
    assert widened(text, spans) == [Span(0, len(text))]


def test_what_has_its_marks_stays_outside() -> None:
    """A line with å, ä or ö is healthy, whatever stands around it."""
    text = DAMAGED + HEALTHY + NAMES
    assert widened(text, [Span(0, len(DAMAGED))]) == [
        Span(0, len(DAMAGED)),
        Span(len(DAMAGED + HEALTHY), len(text)),
    ]


def test_another_language_stays_outside() -> None:
    """Running text of another language has nothing to mend."""
    text = DAMAGED + ENGLISH
    assert widened(text, [Span(0, len(DAMAGED))]) == [Span(0, len(DAMAGED))]


def test_a_damaged_annex_does_not_spread() -> None:
    """Where little of a text is damaged, the rest is as it is."""
    text = DAMAGED + NAMES * 20
    assert widened(text, [Span(0, len(DAMAGED))]) == [Span(0, len(DAMAGED))]
