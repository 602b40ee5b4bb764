"""What two neighbouring lines are to each other."""

import pytest

from protokoll.cleaning.paragraphs.kinds import Kind, find_kind, is_item, words
from protokoll.grammar import load

ABOVE = "Kommunstyrelsen tillstyrker förslaget från nämnden och"

KINDS = {
    "a small letter": (ABOVE, "avslår motionen.", Kind.SMALL),
    "a bracket before a small letter": (ABOVE, "(med hänvisning till yttrandet) avslår motionen.", Kind.SMALL),
    "a capital letter": (ABOVE, "Region Väst.", Kind.CAPITAL),
    "a digit": (ABOVE, "12 personer till.", Kind.CAPITAL),
    "a sentence": ("Kommunstyrelsen tillstyrker förslaget.", "Nämnden avslår det.", Kind.SENTENCE),
    "a sentence in quotes": ("Hon svarar: ”Vi tillstyrker förslaget.”", "Nämnden avslår det.", Kind.SENTENCE),
    "an abbreviation": ("Nämnden beslutar enligt kommunallagen 5 kap.", "42 § att avslå det.", Kind.CAPITAL),
    "a point in digits": (ABOVE, "1. Motionen avslås.", Kind.APART),
    "a point in letters": (ABOVE, "a) Motionen avslås.", Kind.APART),
    "a dash": (ABOVE, "– Motionen avslås.", Kind.APART),
    "a bullet alone": (ABOVE, "•", Kind.APART),
    "a heading": (ABOVE, "Propositionsordning", Kind.APART),
    "a heading in capitals": (ABOVE, "KOMMUNSTYRELSENS YTTRANDE", Kind.APART),
    "parties in capitals": ("Ja röstar ledamöterna för S, V och", "M, KD.", Kind.CAPITAL),
    "the head of a §": (ABOVE, "§ 12 1339/22", Kind.APART),
    "the head of a § with its body": (ABOVE, "KS § 45 Val av ledamöter", Kind.APART),
    "a reference after a date": ("Ärendet bordlades den 21 februari 2024,", "§ 150.", Kind.CAPITAL),
    "a reference that goes on": (
        "Ärendet bordlades den 21 februari 2024,",
        "§ 150, på förslag av Karin Ek (S).",
        Kind.CAPITAL,
    ),
    "columns": (ABOVE, "Karin Ek (S)      Ja", Kind.APART),
    "a ruled line": (ABOVE, "____________________", Kind.APART),
    "an address": ("Handlingarna finns på kommunens webbplats", "www.alvinge.example", Kind.CAPITAL),
    "a short line": ("Karin Ek (S)", "ordförande", Kind.APART),
}


@pytest.mark.parametrize(("above", "below", "kind"), KINDS.values(), ids=KINDS)
def test_kinds_of_line_ends(above: str, below: str, kind: Kind) -> None:
    """The last word above and the first one below say what the line end is."""
    assert find_kind("", above, below, words(load())) is kind


@pytest.mark.parametrize("line", ["1. Avslå", "12) Avslå", "(a) Avslå", "b.", "åå. Avslå", "- Avslå", "• Avslå", "3)"])
def test_items(line: str) -> None:
    """Points open with a digit or letter and a mark, a dash or a bullet."""
    assert is_item(line)


@pytest.mark.parametrize("line", ["år. Det är", "S. Ek", "2024-03-21", "100 kronor", "-talet"])
def test_no_items(line: str) -> None:
    """The end of a sentence, an initial, a date or an amount opens no point."""
    assert not is_item(line)


def test_the_heading_of_another_profile_counts() -> None:
    """Words of one municipality that stand in its profile are headings there."""
    assert words(load("goteborg")).is_heading("Protokollsutdrag skickas till")
