"""Words that print has not worn stay as they are, among words that it has."""

import pytest

from protokoll.cleaning.repair.sound import is_sound
from protokoll.cleaning.repair.worn import find_worn
from protokoll.model.text import Span

WORN = "Projeldledaren för f<irvaringen är nämndens förvaltare, som ftireslår att bygga och att f<irbättra. "


@pytest.mark.parametrize("word", ["lager", "begäres", "ställes", "antages", "godkännes", "utses"])
def test_words_and_older_passives_are_sound(word: str) -> None:
    """What a clerk of the eighties wrote is no misreading."""
    assert is_sound(word)


@pytest.mark.parametrize("word", ["projeldledare", "ftireslår", "fomes"])
def test_misread_words_are_not(word: str) -> None:
    """A word that nobody writes is not sound, also where it ends like a passive."""
    assert not is_sound(word)


@pytest.mark.parametrize(
    "healthy", ["I ärendet yttrar sig Claes Lager.", "Votering begäres.", "Proposition ställes på yrkandet."]
)
def test_healthy_words_beside_worn_ones_stay(healthy: str) -> None:
    """Neither a name that is also a word nor an older form is changed, however worn the page."""
    text = WORN * 2 + healthy
    found = find_worn(text, spans=[Span(0, len(text))])
    assert [each.text for each in found if each.applied and each.span.start < len(WORN)]
    assert not [each for each in found if each.applied and each.span.start >= 2 * len(WORN)]
