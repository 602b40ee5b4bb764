"""Text in which an empty line follows every line."""

from protokoll.cleaning.double_spacing import find_double_spacing
from protokoll.cleaning.spacing import even_spacing
from tests.cleaning.pages_of_text import propose

_LINES = [
    "Vi vill att nämnden ser",
    "över behovet av stöd till",
    "barn och unga i hela",
    "kommunen.",
    "Det är hög tid",
    "att göra det, och",
]


def _double(*paragraphs: list[str]) -> str:
    return "\n\n \n\n".join(" \n\n".join(lines) for lines in paragraphs) + "\n"


def test_lines_come_together_and_paragraphs_stay_apart() -> None:
    """A line of blanks parts paragraphs, an empty line only ends a line."""
    text = _double(_LINES, _LINES)
    assert propose(even_spacing, text) == "\n".join(_LINES) + "\n\n" + "\n".join(_LINES) + "\n"


def test_without_marks_of_paragraphs_nothing_is_decided() -> None:
    """Where one empty line stands everywhere, spacing cannot tell; the rule for paragraphs can."""
    text = "\n\n".join(_LINES * 3)
    assert find_double_spacing(text) == {}
    assert propose(even_spacing, text) == text


def test_paragraphs_of_whole_sentences_are_no_double_spacing() -> None:
    """A text of one-line paragraphs, some with more room between, is as it should be."""
    text = "\n\n".join(["Nämnden avslår motionen.", "Skälen är flera.", "Beslutet gäller nu."] * 4) + "\n\n\nSlut."
    assert find_double_spacing(text) == {}


def test_plain_part_of_a_text_is_left_alone() -> None:
    """A text may change its spacing in the middle: only the double-spaced part is touched."""
    text = "Motionen\navslås.\n\nBeslut\n" + _double(_LINES, _LINES)
    assert propose(even_spacing, text).startswith("Motionen\navslås.\n\nBeslut\nVi vill att nämnden ser\növer")
