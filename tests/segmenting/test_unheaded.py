"""Extracts of minutes without the head that calls them so."""

import pytest

from protokoll.grammar import load
from protokoll.segmenting.matter_headings import find_lines
from protokoll.segmenting.unheaded import goes_on, section_number


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Motion av Eva Ek (V) om bad § 92, N609-0137/23\n\nBeslut Parknämnden avstyrker.", "§ 92, N609-0137/23"),
        ("§ 27 Ärendenummer PN-2025-01 Svar om bad\n\nÄrendet Motionen gäller bad.", "§ 27 Ärendenummer PN-2025-01"),
        ("§222, N166-0392/23 Svar om bad\n\nBeslut Nämnden säger nej.", "§222, N166-0392/23"),
        ("Svar om bad § 127, diarienummer N043-0192/22 Beslut 1. Nej.", "§ 127, diarienummer N043-0192/22"),
        ("2. Protokollsutdrag § 132 dnr 0249/22\n\nÄrendet Motionen gäller bad.", None),
        ("Nämnden beslutade i maj, § 132, 0249/22, om bad.\n\nÄrendet Motionen gäller bad.", None),
        ("Svar om bad § 12, 0249/22\n\nStaden har många bad.", None),
    ],
)  # fmt: skip
def test_number(words: str, number: str | None) -> None:
    """The number of a § counts where its title and sections stand, and not where a sentence or list names it."""
    found = section_number(words, list(find_lines(words, 0, len(words))), 0, load())
    assert (found and found.of(words)) == number


@pytest.mark.parametrize(
    ("words", "goes"),
    [
        ("Protokollsanteckning Per Ek (S) antecknar som yttrande en skrivelse.", True),
        ("Yrkande Socialdemokraterna 2023-05-02", False),
    ],
)
def test_goes_on(words: str, goes: bool) -> None:
    """A person who acts goes on with the § above; a party and a date open a paper."""
    assert goes_on(words, next(iter(find_lines(words, 0, len(words))))) is goes
