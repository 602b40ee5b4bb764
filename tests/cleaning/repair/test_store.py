"""The language data is small, opens at once, and knows its words."""

from importlib.resources import files

import pytest

from protokoll.cleaning.repair.store import open_store, skeleton


def test_the_data_fits_the_wheel() -> None:
    """Twenty megabytes is the most that the wheel may carry."""
    folder = files("protokoll.cleaning.repair") / "data"
    sizes = [len(each.read_bytes()) for each in folder.iterdir() if each.is_file()]
    assert 1_000_000 < sum(sizes) < 20_000_000


@pytest.mark.parametrize("word", ["nämnden", "år", "fullmäktige", "bör"])
def test_common_words_are_found_by_their_skeleton(word: str) -> None:
    """A word and its damaged forms share one bucket."""
    assert word in [each.text for each in open_store().bucket(skeleton(word))]


def test_pairs_tell_the_likelier_word() -> None:
    """After *kommer att* a verb is likelier than a noun."""
    store = open_store()
    assert 0 <= store.pair("för", "att") < store.pair("för", "från") or store.pair("för", "från") < 0
