"""Stops and commas that worn print mixes up, told by what follows them; all text invented."""

import pytest

from protokoll.cleaning.repair.stops import restore_stops
from protokoll.cleaning.replaying import apply
from protokoll.grammar import load
from protokoll.model.text import Span


def restored(text: str) -> str:
    """The text with its marks as the rule has them, all of it taken for noisy."""
    return apply(text, restore_stops(text, [Span(0, len(text))], load().words["repair"]))


@pytest.mark.parametrize(
    ("seen", "printed"),
    [
        ("godkänner rapporten. som är klar", "godkänner rapporten, som är klar"),
        ("i Ljungsäter. vilket kostar", "i Ljungsäter, vilket kostar"),
        ("bostadssökande (kön). varav hälften", "bostadssökande (kön), varav hälften"),
        ("ett bättre skydd, Det innebär mer", "ett bättre skydd. Det innebär mer"),
        ("ett bättre skydd; Genom avtalet", "ett bättre skydd. Genom avtalet"),
        ("syftet enligt. nämnden är gott", "syftet enligt nämnden är gott"),
    ],
)
def test_marks_follow_the_word_behind_them(seen: str, printed: str) -> None:
    """A small letter goes on, a capital that no name has begins, and after some words nothing ends."""
    assert restored(seen) == printed


@pytest.mark.parametrize(
    "text",
    [
        "yttrande av bitr. chefen och enl. beslut",
        "Närvarande var Eva Ek, Anders Lund och Bo Sten",
        "Vi var klara. vi gick hem",
        "rapporten godkänns.\natt uppdra åt nämnden",
        "Berit Ek, ordf, Ledamot",
        "se ljungsater.se. och läs",
    ],
)
def test_other_marks_stay(text: str) -> None:
    """Abbreviations, rolls of names, points of a list and sentences of a careless writer keep their marks."""
    assert restored(text) == text
