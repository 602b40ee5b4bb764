"""A label is found where it opens a line, in a flattened line and broken over lines; a word in a sentence is none."""

import pytest

from protokoll.grammar import load
from protokoll.model.text import Span
from protokoll.parsing.rosters.labels import find_labels


def _labels(words: str) -> list[str]:
    return [label.kind.value for label in find_labels(words, Span(0, len(words)), load())]


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("Beslutande      Eva Ek (S)", ["members"]),
        ("BESLUTANDE\nEva Ek (S)", ["members"]),
        ("Närvarande, ej tjänstgörande ersättare: Eva Ek", ["substitutes"]),
        ("Ej tjänstgörande   Eva Ek (S)\nersättare          Bo Ask (M)", ["substitutes", "more"]),
        ("Närvarande ej   Eva Ek (S)\ntjänstgörande   Bo Ask (M)\nersättare", ["substitutes", "more", "more"]),
        ("Tjänstgörande     Eva Ek (S)\nersättare         Bo Ask (M)", ["serving", "more"]),
        (
            "Beslutande Eva Ek (S) Övriga närvarande Bo Ask, chef Utses att justera Eva Ek",
            ["members", "others", "verification"],
        ),
        ("Underskrifter                Paragrafer 8–9", ["signatures", "range"]),
        ("Ledamöter      Ersättare", ["members", "substitutes"]),
        ("Beslutande Övriga närvarande Utses att justera Eva Ek (S)", ["members", "others", "verification"]),
    ],
)
def test_labels(words: str, kinds: list[str]) -> None:
    """Each form of a label is found, with what it opens."""
    assert _labels(words) == kinds


@pytest.mark.parametrize(
    "words",
    [
        "Ledamöter som inte kan närvara ska anmäla det.",
        "Ersättare i valnämnden utses av kommunfullmäktige.",
        "Eva Ek (S), Tjänstgörande ersättare för Bo Ask (S)",
        "Eva Ek     S     Ersättare",
        "Eva Ek     C     Tjänstgörande ersättare     Bo Ask (C)",
        "De närvarande ledamöterna reste sig.",
        "Tid är pengar",
    ],
)
def test_words_that_are_no_labels(words: str) -> None:
    """Words in a sentence, beside a name or in a cell of a row open nothing."""
    assert _labels(words) == []
