"""Blanks that worn print lost or added; all text invented."""

import pytest

from protokoll.cleaning.repair.blanks import mend_torn_words
from protokoll.cleaning.repair.worn import find_worn
from protokoll.cleaning.replaying import apply
from protokoll.model.text import Span

WORN = "Projeldledaren för f<irvaringen är nämndens förvaltare, som ftireslår att bygga och att f<irbättra. "


@pytest.mark.parametrize(
    ("seen", "printed"),
    [
        ("förslag till kommun fullmäktige", "förslag till kommunfullmäktige"),
        ("Arbetsför medlingen yttrar sig", "Arbetsförmedlingen yttrar sig"),
    ],
)
def test_torn_words_are_put_together(seen: str, printed: str) -> None:
    """Where two pieces make one word and no two that go together, the blank goes."""
    assert apply(seen, mend_torn_words(seen, [Span(0, len(seen))])) == printed


@pytest.mark.parametrize(
    "text", ["en skild person", "för att sätta", "god kväll till alla", "beslut om skola i staden"]
)
def test_words_that_go_together_stay_apart(text: str) -> None:
    """Two words that are seen beside each other keep their blank, also where they would make a third."""
    assert list(mend_torn_words(text, [Span(0, len(text))])) == []


def test_words_that_run_together_are_parted() -> None:
    """A word that nobody knows is two where these go together."""
    text = WORN + "Nämnden beslutar attinte ändra avgiften pågrund av detta."
    found = {each.seen: each.text for each in find_worn(text) if each.applied}
    assert found.get("attinte") == "att inte"
