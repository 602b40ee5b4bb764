"""Words that differ in their marks only are told apart by the words around them."""

import pytest

from protokoll.cleaning.repair.mender import find_mendings
from protokoll.cleaning.repair.neighbours import frequent_words
from protokoll.model.text import Span

CASES = [
    ("Vi skall starka stodet till barn som har det svart hemma", {"starka": "stärka", "svart": "svårt"}),
    ("Det ar bra att fragan har tagits upp nu nar budgeten ska beslutas", {"ar": "är", "nar": "när"}),
    ("For tva ar sedan antog namnden en plan for hur skolan skall na sina mal", {"na": "nå", "mal": "mål"}),
]


@pytest.mark.parametrize(("text", "meant"), CASES)
def test_neighbours_tell_words_apart(text: str, meant: dict[str, str]) -> None:
    """Each word gets the marks that its neighbours ask for."""
    found = {each.seen: each.text for each in find_mendings(text, spans=[Span(0, len(text))])}
    assert {seen: found.get(seen) for seen in meant} == meant


def test_the_commonest_words_are_known() -> None:
    """The model comes with the words that it was learnt from."""
    assert {"och", "nämnden", "kommunstyrelsen"} <= frequent_words()
