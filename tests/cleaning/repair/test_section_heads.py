"""Heads of items whose § was misread: found by their numbers, left alone where they may be what they seem."""

import pytest

from protokoll.cleaning.repair.section_signs import restore_section_signs
from protokoll.cleaning.replaying import apply
from protokoll.grammar import load

RESTORED = {
    "a body before the sign": (
        "Kf 8 10\nUpprop\nKf 811\nVal\nKf 8 12\nSkatt",
        "Kf § 10\nUpprop\nKf § 11\nVal\nKf § 12\nSkatt",
    ),
    "a body and only one head": ("KF 8 77 Lekplats i Bredby TN 2021.0340", "KF § 77 Lekplats i Bredby TN 2021.0340"),
    "two signs for one": ("$S 98 Upprop\n$5 99 Val\nS$ 100", "§ 98 Upprop\n§ 99 Val\n§ 100"),
    "numbers of a year": ("KS $ 33/2022 Upprop\nKS $ 34/2022 Val", "KS § 33/2022 Upprop\nKS § 34/2022 Val"),
    "a stop after the number": ("$ 98. Frågestund\n8 99. Dnr 2019.310", "§ 98. Frågestund\n§ 99. Dnr 2019.310"),
    "glued beside a sure one": ("8 140\nUpprop\n8141\nVal", "§ 140\nUpprop\n§ 141\nVal"),
    "five and three in the run": ("$ 210\nUpprop\n3211\nVal\n5 212\nSkatt", "§ 210\nUpprop\n§ 211\nVal\n§ 212\nSkatt"),
    "more items than a year has": ("8151\n\nUpprop\n\n8152\nVal", "§ 151\n\nUpprop\n\n§ 152\nVal"),
    "votes between heads": ("5140\nSkatt\n31 ja-röster\nS 141\nVal", "§ 140\nSkatt\n31 ja-röster\n§ 141\nVal"),
    "beside the only one that was read": ("S77\nUpprop\n§ 78\nVal", "§ 77\nUpprop\n§ 78\nVal"),
    "glued to the body": ("Kf § 44 Upprop\nKf$ 45\nVal", "Kf § 44 Upprop\nKf§ 45\nVal"),
    "told on the front page": (
        "Paragrafer 88-92\n\n589\n\nVal\n\n592\n\nSkatt",
        "Paragrafer 88-92\n\n§ 89\n\nVal\n\n§ 92\n\nSkatt",
    ),
    "between heads of another body": ("8 188\nKs 8 301\nSkatt\n8 189\nVal", "§ 188\nKs 8 301\nSkatt\n§ 189\nVal"),
    "one of many that were read": (
        "§ 88 Upprop\n$89\nVal\n" + "".join(f"§ {n} Skatt\n" for n in range(90, 101)),
        "§ 88 Upprop\n§ 89\nVal\n" + "".join(f"§ {n} Skatt\n" for n in range(90, 101)),
    ),
    "eleven as a word": ("Si\nPlan för nämnden\n", "§ 11\nPlan för nämnden\n"),
}
LEFT = {
    "numbers without a sign": "SN 81\nUpprop\nSN 82\nVal\nSN 83\nSkatt",
    "numbers of pages": "861\n\nUpprop\n\n862\nVal",
    "a number that has its sign elsewhere": "§ 8 Upprop\nS9\n§ 9 Val",
    "hours": "Kl 8 30 Samling\nKl 8 45 Upprop",
    "money in a text with its own signs": "".join(f"§ {n} Skatt\n" for n in range(1, 12)) + "$ 500 i stöd\n$ 40",
    "points": "8 Upprop\n9 Val\n10 Skatt",
    "numbers of a street": "5 212\n3 14",
    "a front page of a healthy text": "Paragrafer 1-5\n§ 1 Upprop\n§ 2 Val\n83\n§ 3 Skatt\n§ 4 Lek\n§ 5 Avslut",
}


@pytest.mark.parametrize(("seen", "printed"), RESTORED.values(), ids=RESTORED)
def test_a_head_is_restored(seen: str, printed: str) -> None:
    """The run of numbers, the body's name, a diary number or the front page tells that a § stood here."""
    assert apply(seen, restore_section_signs(seen, load())) == printed


@pytest.mark.parametrize("seen", LEFT.values(), ids=LEFT)
def test_a_figure_stays(seen: str) -> None:
    """What may be the figure that it is read as is left."""
    assert list(restore_section_signs(seen, load())) == []
