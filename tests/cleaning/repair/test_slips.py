"""Two misreadings in one word."""

from protokoll.cleaning.repair.slips import Slips
from protokoll.cleaning.repair.store import open_store
from protokoll.cleaning.repair.worn import find_worn
from protokoll.model.text import Span

NOISE = [("rn", "m", 3.0), ("tn", "m", 5.0), ("l", "i", 6.0), ("tt", "n", 5.0)]


def test_both_places_are_set_right() -> None:
    """A word with two misreadings is found, with the cost of both."""
    assert dict(Slips(open_store(), NOISE).twice("kosmadema"))["kostnaderna"] == 8.0


def test_one_place_twice_is_no_pair() -> None:
    """What stands in one place only was misread once."""
    assert Slips(open_store(), [("rn", "m", 3.0)]).twice("bamen") == ()


def test_a_dear_pair_is_not_looked_for() -> None:
    """Two rare misreadings together are none."""
    assert Slips(open_store(), [("rn", "m", 9.0), ("tn", "m", 9.0)]).twice("kosmadema") == ()


def test_worn_words_with_two_misreadings_come_back() -> None:
    """The mender of worn print reads such a word."""
    text = "Nämnden ansåg att kosmadema för f<irvaringen är höga och att utrednmgen ska kompletteras. " * 2
    found = {each.seen: each.text for each in find_worn(text, spans=[Span(0, len(text))]) if each.applied}
    assert found["kosmadema"] == "kostnaderna"
