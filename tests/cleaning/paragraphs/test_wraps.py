"""Which line ends are forced wraps."""

import pytest

from protokoll.cleaning.paragraphs.gaps import Gap
from protokoll.cleaning.paragraphs.kinds import find_kinds, words
from protokoll.cleaning.paragraphs.wraps import find_wraps
from protokoll.grammar import load

# A text that is set about sixty characters wide.
TEXT = [
    "Kommunstyrelsen har fått i uppdrag att se över reglerna för",
    "stöd till föreningar i hela kommunen, och redovisar nu vad",
    "arbetet har lett till samt hur det ska följas upp under de",
    "närmaste åren.",
]

JOINED = {
    "a full line before a name": [
        "Förslaget lades fram av ordföranden i nämnden Anna-Karin",
        "Bergström (S) den 3 maj.",
    ],
    "a full line before a bracket": [
        "Bifall till förslaget yrkas av Karin Lindqvist-Bergman",
        "(S) och Ali Demir (V).",
    ],
    "a year": ["Nämnden behandlade ärendet vid sitt möte den 21 februari", "2024 och beslutade att avslå det."],
    "an open word": ["Ordföranden ställer proposition på bifall till", "Karin Eks yrkande mot avslag."],
    "an att after a full line": ["Utredningen visar dessutom tydligt på många sätt och vis", "att stödet behövs."],
    "a full line that ends a sentence": [
        *TEXT[:2],
        "arbetet har lett fram till nya regler för kommunens stöd.",
        "Reglerna gäller.",
    ],
}
APART = {
    "a short line before a capital": ["Karin Ek yrkar bifall till motionen", "Ali Demir yrkar avslag."],
    "two full sentences": [
        "Motionen avslås med hänvisning till vad nämnden har anfört.",
        "Kommunstyrelsen beslutar detta.",
    ],
    "a sentence on a short line": [*TEXT[:2], "arbetet har lett till nya regler.", "Reglerna gäller."],
    "att after a lead-in": ["Kommunfullmäktige beslutar", "att motionen avslås"],
    "two points": ["att motionen avslås med hänvisning till yttrandet, samt", "att yttrandet översänds."],
    "the labels of a form": ["Antal närvarande ledamöter vid sammanträdet i kommunhuset", "Antal Ja: 43"],
    "two names": ["Reservation av Karin Lindqvist-Bergman för partiet Mitten", "Reservation av Ali Demir"],
}


def _wraps(lines: list[str]) -> list[int]:
    lines = [*TEXT, *TEXT, *lines, "Handlingar"]
    gaps = [Gap.LINE] * (len(lines) - 1)
    found = find_wraps(lines, gaps, list(find_kinds(lines, words(load()))), words(load()))
    return [index - 8 for index in found if index >= 8]


@pytest.mark.parametrize("lines", JOINED.values(), ids=JOINED)
def test_lines_that_go_on(lines: list[str]) -> None:
    """A line goes on if the first word below would not have fitted, or if its last word ends nothing."""
    assert len(lines) - 2 in _wraps(lines)


@pytest.mark.parametrize("lines", APART.values(), ids=APART)
def test_lines_that_end(lines: list[str]) -> None:
    """A line that had room for the next word ends its paragraph, as do points, labels and entries of lists."""
    assert len(lines) - 2 not in _wraps(lines)
