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
    ("Bordlagt den 25\nseptember 2024,\n8 769.", "Bordlagt den 25\nseptember 2024,\n§ 769."),
    ("uppdrag 2024-02-29 8 68 att utreda", "uppdrag 2024-02-29 § 68 att utreda"),
    ("budget 2022-05-19\n8 22, att utreda", "budget 2022-05-19\n§ 22, att utreda"),
    ("beslut 2022-12-13 (8 734, dnr 0211/21)", "beslut 2022-12-13 (§ 734, dnr 0211/21)"),
    ("$ 34 Ärendenummer KS-2024-00012\nBeslut", "§ 34 Ärendenummer KS-2024-00012\nBeslut"),
    ("enligt 4 kap. 2 8 skollagen", "enligt 4 kap. 2 § skollagen"),
    ("se protokoll (8 35) ovan", "se protokoll (§ 35) ovan"),
    (
        "beslut 2022-12-08 8 35 och\n$& 206 Rapport\n$& 207 Remiss",
        "beslut 2022-12-08 § 35 och\n§ 206 Rapport\n§ 207 Remiss",
    ),
    (
        "1 $ Nämnden ansvarar för lek.\n2 8 Nämnden ska yttra sig.\n3 8 Nämnden utser en jury.\n",
        "1 § Nämnden ansvarar för lek.\n2 § Nämnden ska yttra sig.\n3 § Nämnden utser en jury.\n",
    ),
    ("Su\nVerksamhetsplan för nämnden\n", "§ 11\nVerksamhetsplan för nämnden\n"),
    ("enligt 18 a 5 rättegångsbalken", "enligt 18 a § rättegångsbalken"),
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
    "Den 1 januari 2024, 8 401,50 kronor",
    "2024-01-31\n8 401\n2024-02-29\n8 955\n",
    "den 1 mars 2024 8 400 kronor",
    "2024-03-01 8 400 kronor",
    "Lag & 2 andra, (S 2006:05), Ju 2011:14",
]


@pytest.mark.parametrize(("seen", "right"), CASES)
def test_the_sign_is_restored(seen: str, right: str) -> None:
    """Place and number leave no doubt."""
    assert apply(seen, tuple(restore_section_signs(seen, load()))) == right


@pytest.mark.parametrize("seen", KEPT)
def test_figures_are_kept(seen: str) -> None:
    """A figure that counts is no sign."""
    assert list(restore_section_signs(seen, load())) == []
