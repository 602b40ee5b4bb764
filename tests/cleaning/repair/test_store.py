"""The language data is small, opens at once, and knows its words."""

from importlib.resources import files
from zlib import crc32

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


def test_the_end_of_a_longer_word_is_no_word() -> None:
    """The byte before the end of 'åldrar' looks like the head of a word of five letters."""
    store = open_store()
    assert store.knows("åldrar")
    assert not store.knows("ldrar")


def test_pairs_cost_the_same_one_by_one_and_together() -> None:
    """The costs of many pairs at once are those of each."""
    import numpy as np

    store = open_store()
    pairs = ["att den", "kommunen har", "har får", "zz qq"]
    codes = np.array([crc32(each.encode()) for each in pairs], np.uint32)
    assert store.pairs.costs(codes).tolist() == [store.pairs.cost(each) for each in pairs]


@pytest.mark.parametrize("word", ["nämnd", "ö", "förvaltningen"])
def test_the_quick_test_of_skeletons_misses_no_word(word: str) -> None:
    """What a word has for its skeleton is never said to be none, and the commonest word there costs no more."""
    store, code = open_store(), crc32(skeleton(word).encode())
    assert store.skeletons.may_have(code)
    assert store.skeletons.may_cost(code) <= store.cost(word)
