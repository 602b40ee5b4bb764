"""Misread text is told from healthy text by its letters."""

import pytest

from protokoll.segmenting.damage import is_damaged

HEALTHY = "Nämnden godkänner förvaltningens förslag och överlämnar ärendet till kommunstyrelsen. "


@pytest.mark.parametrize(
    ("words", "damaged"),
    [
        (HEALTHY * 4, False),
        (HEALTHY * 4 + "Plats: salen, c3l", False),
        (HEALTHY * 4 + "kvalls6ppet 6kad tillg4ng h6st", True),
        ("Namnden godkanner forvaltningens forslag och overlamnar arendet till styrelsen. " * 4, True),
        ("Nämnden", False),
    ],
)
def test_damage(words: str, *, damaged: bool) -> None:
    """A room with a number is no damage; several digits inside words are, and so are lost rings."""
    assert is_damaged(words) is damaged
