"""What stands for a share or a sum and can be none is told, and nothing is put in its place."""

import pytest

from protokoll.cleaning.repair.impossible import impossible_figures
from protokoll.grammar import load

WORDS = load().words["repair"]

LOST = "Andelen var 12 26 av alla och ökade med ca 80 96 i fjol (1,5 260) enligt nämnden."


def test_a_lost_percent_sign_is_told_in_a_text_that_lost_its_signs() -> None:
    """A model without § has no % either."""
    assert [each.seen for each in impossible_figures(LOST, WORDS, signs_lost=True)] == ["12 26", "80 96", "1,5 260"]


@pytest.mark.parametrize("odd", ["12 240 %", "1O0 000 kronor", "l2 kronor", "12 34 000 kronor"])
def test_impossible_figures_are_told(odd: str) -> None:
    """A share of thousands, letters among figures, groups that are not of three."""
    (doubt,) = impossible_figures(f"Summan blev {odd} enligt nämnden.", WORDS, signs_lost=False)
    assert doubt.seen == odd


@pytest.mark.parametrize(
    "fine",
    [
        "Andelen var 12 % av alla, 240 % mer än 1998.",
        "Kostnaden blir 1 240 000 kronor, varav 12 240 kronor i år.",
        "Den 12 26 elever, 80 96 platser och 50 24 kronor.",
        "I kronor räknat, kap. 12 och 3 450 kr",
    ],
)
def test_possible_figures_are_left(fine: str) -> None:
    """What can be counted is no fault."""
    assert list(impossible_figures(fine, WORDS, signs_lost=False)) == []
