"""A claim is the sentence without what leads up to it."""

import pytest

from protokoll.grammar import load
from protokoll.positions.claims.wording import claim_of


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("Vi vill att bryggan lagas.", "Bryggan lagas."),
        ("Därför vill vi också att bryggan lagas.", "Bryggan lagas."),
        ("Vänsterpartiet anser att bryggan ska lagas.", "Bryggan ska lagas."),
        ("Det är viktigt att bryggan lagas", "Bryggan lagas."),
        ("• Laga bryggan vid sjön;", "Laga bryggan vid sjön."),
        ("2. Att laga bryggan vid sjön.", "Laga bryggan vid sjön."),
        ("Vi säger nej till att riva bryggan.", "Vi säger nej till att riva bryggan."),
        ("Därför behöver bryggan lagas.", "Därför behöver bryggan lagas."),
        ("Att bygga mer är ingen lösning.", "Att bygga mer är ingen lösning."),
        ("att nämnden ska laga bryggan", "Nämnden ska laga bryggan."),
        ("Även om bryggan är gammal ska den lagas.", "Även om bryggan är gammal ska den lagas."),
        ("Vi vill det.", "Vi vill det."),
        ("Vilka bryggor kan lagas?", "Vilka bryggor kan lagas?"),
    ],
)
def test_what_is_claimed(sentence: str, claim: str) -> None:
    """Marks, openers and 'vi vill att' are dropped; a refusal keeps its words, and so does what would be too short."""
    assert claim_of(sentence, load()) == claim
