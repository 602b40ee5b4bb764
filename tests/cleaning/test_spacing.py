"""Rule `spacing`: double spacing, stray blanks and runs of empty lines."""

import pytest

from protokoll.cleaning.spacing import even_spacing
from tests.cleaning.pages_of_text import propose

CASES = [
    ("blanks at line ends", "Beslut  \nMotionen avslås. \n", "Beslut\nMotionen avslås.\n"),
    ("blanks before a line", "Beslut\n   Motionen avslås.\n", "Beslut\nMotionen avslås.\n"),
    ("two blanks between words", "Motionen  avslås.", "Motionen avslås."),
    ("runs of empty lines", "Beslut\n\n\n\nMotionen avslås.", "Beslut\n\nMotionen avslås."),
    ("a line of blanks is empty", "Beslut\n  \nMotionen avslås.", "Beslut\n\nMotionen avslås."),
    ("blanks around the text", "\n\n Beslut \n\n", "Beslut\n"),
    ("a page end keeps its line", "Motionen\n\n\f\n avslås.", "Motionen\n\f\navslås."),
    ("columns stay", "Bo Åvall   ÄP      X\n", "Bo Åvall   ÄP      X\n"),
    ("two blanks in a line of columns stay", "Namn      Ja  Nej  Avst", "Namn      Ja  Nej  Avst"),
    ("a tab parts columns", "Bo Åvall\tÄP  X", "Bo Åvall\tÄP  X"),
    ("a gap after the mark of a point", "att    avslå motionen,\n1.   Val", "att avslå motionen,\n1. Val"),
    ("marks in a table stay in column", "1.   Val av justerare      Dnr 1", "1.   Val av justerare      Dnr 1"),
    ("only blanks", " \n\t\n ", ""),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_spacing(text: str, expected: str) -> None:
    """Lines and paragraphs are parted by one line end and one empty line; columns keep their width."""
    assert propose(even_spacing, text) == expected


@pytest.mark.parametrize("text", [case[1] for case in CASES], ids=[case[0] for case in CASES])
def test_spacing_twice_changes_nothing(text: str) -> None:
    """What is evenly spaced is left alone."""
    once = propose(even_spacing, text)
    assert propose(even_spacing, once) == once
