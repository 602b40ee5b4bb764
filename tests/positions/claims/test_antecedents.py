"""What a sentence points back to."""

import pytest

from protokoll import parse_file
from protokoll.grammar import load
from protokoll.positions.claims import find_claims
from protokoll.positions.claims.antecedents import Antecedents

_FIRST = "Förra året öppnade staden skolgårdarna på kvällen."


@pytest.mark.parametrize(
    "sentence",
    ["Det är bra att detta nu är verklighet.", "Sådana försök bör göras.", "Så bör ske även nu.", "Den bör utökas."],
)
def test_points_back(sentence: str) -> None:
    """A pronoun brings the sentence before it along."""
    before = Antecedents(load())
    before.of(_FIRST)
    assert before.of(sentence) == _FIRST


@pytest.mark.parametrize("sentence", ["Skolgården ska öppnas.", "Vi vill att den som väntar får en plats."])
def test_stands_by_itself(sentence: str) -> None:
    """A sentence without such a word stands by itself."""
    before = Antecedents(load())
    before.of(_FIRST)
    assert before.of(sentence) is None


def test_a_heading_ends_it() -> None:
    """Nothing points back over a heading."""
    before = Antecedents(load())
    before.of(_FIRST)
    before.forget()
    assert before.of("Detta bör fortsätta.") is None


def test_the_claim_is_left_as_it_is() -> None:
    """The sentence before it is told beside the claim; the quote is the exact sentence."""
    text = f"Motion om skolgårdar\n\nMotion av Eva Ek (V)\n\n{_FIRST} Det är bra att detta fortsätter.\n\n"
    text += "Förslag till beslut\n1. Att utreda egna kök.\n2. Att redovisa vad det kostar.\n"
    claim, *_ = find_claims(parse_file("m.txt", data=text.encode(), force=True))
    assert claim.quote == "Det är bra att detta fortsätter."
    assert claim.context == _FIRST
