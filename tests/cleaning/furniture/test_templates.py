"""Expressions for the templates of heads."""

import re

import pytest

from protokoll.cleaning.furniture.templates import DATE, expression_for, find_places
from protokoll.grammar import load


@pytest.mark.parametrize("date", ["2024-03-21", "21 mars 2024", "den 3 maj 2021", "21/3 2024", "21.3.2024"])
def test_dates(date: str) -> None:
    """Heads print dates in digits and in words."""
    assert re.fullmatch(DATE, date)


@pytest.mark.parametrize(
    "line", ["Sammanträdesdatum 2024-03-21", "Sammanträdesdatum:  2024-03-21", "Sammantradesdatum 2024-03-21"]
)
def test_templates_bear_colons_blanks_and_misread_letters(line: str) -> None:
    """A template fits a line whose dots were lost, with a colon or wider blanks."""
    assert re.fullmatch(expression_for(["Sammanträdesdatum {date}"], find_places(load())), line)


@pytest.mark.parametrize(
    "body", ["Kommunfullmäktige", "Barn- och utbildningsnämnden", "Socialnämnden Centrum", "Nämnden för funktionsstöd"]
)
def test_bodies(body: str) -> None:
    """The names of bodies are told by their last word, or by their first."""
    assert re.fullmatch(find_places(load())["body"], body, re.IGNORECASE)


def test_longer_phrases_come_first() -> None:
    """Of two phrases that begin alike the longer one is tried first."""
    match = re.match(expression_for(["Protokoll", "Protokoll nr {number}"], {"number": r"\d+"}), "Protokoll nr 7")
    assert match is not None
    assert match.group() == "Protokoll nr 7"
