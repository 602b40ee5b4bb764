"""Tests for § far from any head, in texts read by a model without the sign; all invented."""

import pytest

from protokoll.cleaning.repair.section_references import scattered_signs
from protokoll.cleaning.repair.section_signs import restore_section_signs
from protokoll.cleaning.replaying import apply
from protokoll.grammar import load

WORDS = load().words["repair"]


@pytest.mark.parametrize(
    ("seen", "printed"),
    [
        ("Av 9 8 framgår att nämnden svarar för driften.", "Av 9 § framgår att nämnden svarar för driften."),
        ("Av 81 framgår att nämnden svarar för driften.", "Av § 1 framgår att nämnden svarar för driften."),
        ("enligt 16 kap 4\n$ miljöbalken prövas", "enligt 16 kap 4\n§ miljöbalken prövas"),
        ("fornlämningslagens 8 10 och 16 a $ som anger", "fornlämningslagens § 10 och 16 a § som anger"),
        ("regleras i 9 8\npostförordningen", "regleras i 9 §\npostförordningen"),
        ("gäller 108 första stycket", "gäller 10 § första stycket"),
        ("enligt reglementet (2 kap. 18 i reglementet)", "enligt reglementet (2 kap. 1 § i reglementet)"),
        ("Paragrafer 854 -864\n\n$ 54 Upp\n$ 55 Val", "Paragrafer § 54 -§ 64\n\n§ 54 Upp\n§ 55 Val"),
        ("$ 63/20 Dagordningen godkänns", "§ 63/20 Dagordningen godkänns"),
    ],
)
def test_what_can_be_nothing_but_a_sign_is_restored(seen: str, printed: str) -> None:
    """A sign beside a law, a chapter, a part or a verb of law is told without any other."""
    assert apply(seen, restore_section_signs(seen, load())) == printed


@pytest.mark.parametrize(
    ("seen", "printed"),
    [
        ("Ekonomichef Berit Ek 8 133\n", "Ekonomichef Berit Ek § 133\n"),
        ("Kaj Sund (C) 8 131-134\n", "Kaj Sund (C) § 131-134\n"),
        ("Under 8 132 deltog Vega Lo", "Under § 132 deltog Vega Lo"),
        ("Ersättare Mia Ström, 88 131-133\n", "Ersättare Mia Ström, §§ 131-133\n"),
        ("\n\n8 133\n\nMeddelanden\n", "\n\n§ 133\n\nMeddelanden\n"),
    ],
)
def test_items_of_the_meeting_are_known_by_their_numbers(seen: str, printed: str) -> None:
    """In a text that lost its signs, the numbers of its items tell the others."""
    assert apply(seen, scattered_signs(seen, [131, 134], WORDS, lost=True)) == printed


@pytest.mark.parametrize(
    "text",
    [
        "Kostnaden är 8 133 kronor och 5 132 personer kom",
        "Ring 08-405 49 58\nEllagen gäller",
        "Vi var 8 131 och de 5",
        "I 8 fall av 10 gäller 2 kap. 18 § i lagen",
        "Grupp 88 12 000 kronor",
        "Rum 85 19-21 är bokat kl 8 13-15",
        "Sekreterare Paragrafer 82-86 Eva Lind",
    ],
)
def test_figures_that_count_are_left(text: str) -> None:
    """Sums, telephone numbers and counts stay as they are in a text that has not surely lost its signs."""
    assert list(scattered_signs(text, [], WORDS, lost=False)) == []


def test_rolls_of_votes_are_no_clauses() -> None:
    """A place at the table before a role is no paragraph."""
    text = "\n".join(f"{number}5 Ledamot\nJa" for number in range(1, 9))
    assert list(restore_section_signs(text, load())) == []
