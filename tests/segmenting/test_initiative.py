"""The demand of a motion or letter is found by its lead-in, its heading or its wish."""

import pytest

from protokoll.grammar import load
from protokoll.segmenting.initiative import initiative_marks


def _demand(words: str) -> str:
    marks = [mark for mark in initiative_marks(words, load()) if mark.kind == "proposal"]
    return words[marks[0].span.start :].split("\n")[0] if marks else ""


@pytest.mark.parametrize(
    ("words", "opening"),
    [
        ("Skäl.\n\nDärför yrkar vi\n\natt badet öppnas.\n", "Därför yrkar vi"),
        (
            "Skäl.\n\nMed anledning av detta föreslås kommunfullmäktige besluta:\n\n1. Badet öppnas.\n",
            "Med anledning av detta",
        ),
        ("Skäl.\n\nFörslag till beslut\n\n– att badet öppnas\n", "Förslag till beslut"),
        ("Skäl. Jag föreslår därför att badet öppnas i maj. Tack.", "Jag föreslår därför"),
        ("Vi föreslår mycket.\n\nVi vill\n• öppna badet\n• sänka taxan\n", "Vi vill"),
    ],
)
def test_demand(words: str, opening: str) -> None:
    """Each way of leading in the demand is seen, and the last one wins."""
    assert _demand(words).startswith(opening)


def test_quoted_demand_is_none() -> None:
    """What a law or programme says is not the writer's demand."""
    assert _demand("I skollagen står att vi föreslår:\n1. Elevhälsa.\n\nBadet är kallt.\n") == ""


@pytest.mark.parametrize(
    "foot", ["Alvby den 4 maj 2021", "Eva Ek (V), gruppledare", "För Vänsterpartiet", "Alvby 2021-05-04"]
)
def test_signature(foot: str) -> None:
    """Place and date, a name with its party, or 'För …' open the signature."""
    words = f"Därför yrkar jag\natt badet öppnas.\n\n{foot}\nEva Ek\n"
    marks = [mark for mark in initiative_marks(words, load()) if mark.kind == "other"]
    assert words[marks[0].span.start :].startswith(foot)
