"""The § that became a figure comes back, and figures stay figures."""

import pytest

from protokoll.cleaning.repair import restore_section_signs
from protokoll.cleaning.replaying import apply
from protokoll.grammar import load

CASES = [
    (
        "8 11 Val av justerare\nBeslut\n8 12 Motion om cykelvägar\n",
        "§ 11 Val av justerare\nBeslut\n§ 12 Motion om cykelvägar\n",
    ),
    ("Bordlagt den 24 januari 2024, 8 44.", "Bordlagt den 24 januari 2024, § 44."),
    ("$ 34 Ärendenummer KS-2024-00012\nBeslut", "§ 34 Ärendenummer KS-2024-00012\nBeslut"),
    ("enligt 4 kap. 2 8 skollagen", "enligt 4 kap. 2 § skollagen"),
    ("se protokoll (8 35) ovan", "se protokoll (§ 35) ovan"),
    (
        "88 Rapport\n\nBeslut\n89 Remiss\n\nBeslut\n810 Motion\n",
        "§ 8 Rapport\n\nBeslut\n§ 9 Remiss\n\nBeslut\n§ 10 Motion\n",
    ),
]
KEPT = [
    "8 423 platser i förskolan",
    "Kostnaden blir 8 423 000 kronor.",
    "81 Inledning\n82 Bakgrund\n83 Förslag\n",
    "§ 11 Val\n8 423 kronor\n§ 12 Motion\n",
    "Ja 8 12 Nej",
    "8 st lag, 5 kg",
]


@pytest.mark.parametrize(("seen", "right"), CASES)
def test_the_sign_is_restored(seen: str, right: str) -> None:
    """Place and number leave no doubt."""
    assert apply(seen, tuple(restore_section_signs(seen, load()))) == right


@pytest.mark.parametrize("seen", KEPT)
def test_figures_are_kept(seen: str) -> None:
    """A figure that counts is no sign."""
    assert list(restore_section_signs(seen, load())) == []
