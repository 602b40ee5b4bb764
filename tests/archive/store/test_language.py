"""What the search knows of Swedish, measured on words written by hand."""

import tomllib
from pathlib import Path

import pytest

from protokoll.archive.store.language.compounds import parts_of
from protokoll.archive.store.language.forms import MARK, STEM, extra_words, mark, terms_of
from protokoll.archive.store.language.lexicon import load_lexicon, load_words
from protokoll.archive.store.language.stems import stem

MATCHES = tomllib.loads(Path(__file__).with_name("matches.toml").read_text("utf-8"))
# What the search gets wrong among them: found though it should not be, and not found though it should.
WRONG = {
    ("lärare", "lära"),
    ("lön", "lönn"),
    ("plan", "planet"),
    ("lag", "lager"),
    ("råd", "rådig"),
}
MISSED = {
    ("skola", "förskolan"),
    ("avgift", "taxeavgifter"),
    ("tomt", "tomtkö"),
    ("industri", "basindustri"),
    ("snö", "snöskottning"),
    ("råd", "brottsförebygganderåd"),
    ("mat", "matlagning"),
    ("mat", "vegomat"),
    ("val", "fyllnadsval"),
}


def _is_found(query: str, word: str) -> bool:
    return not {word, *extra_words(word)}.isdisjoint(terms_of(query))


@pytest.mark.parametrize("query", MATCHES)
def test_words_are_found(query: str) -> None:
    """Each form and compound is found, but for those known to be missed."""
    missed = {(query, word) for word in MATCHES[query]["finds"] if not _is_found(query, word)}
    assert missed == {pair for pair in MISSED if pair[0] == query}


@pytest.mark.parametrize("query", MATCHES)
def test_other_words_are_not_found(query: str) -> None:
    """A word that only looks alike is not found, but for those known to be."""
    wrong = {(query, word) for word in MATCHES[query]["not"] if _is_found(query, word)}
    assert wrong == {pair for pair in WRONG if pair[0] == query}


def test_letters_are_kept_apart() -> None:
    """å, ä and ö are no a and o, and no diacritics of them."""
    assert not _is_found("val", "väl")
    assert not _is_found("rad", "råd")
    assert not _is_found("hor", "hör")


@pytest.mark.parametrize("word", ["2024", "17", "ks2024", "§", ""])
def test_what_is_no_word_has_no_stem(word: str) -> None:
    """Numbers stand in the index as they are."""
    assert not list(extra_words(word))


def test_extra_words_are_given_once() -> None:
    """However often a word occurs."""
    words = list(extra_words("Skolan skolan SKOLAN skolor"))
    assert words == [STEM + "skol"]


def test_marks_have_no_space_and_no_case() -> None:
    """A mark is one term of the index."""
    assert mark("body", "Barn- och utbildningsnämnden") == MARK + "bodybarnochutbildningsnämnden"
    assert mark("party", "KD") == mark("party", "kd")


def test_word_that_is_its_own_part_has_no_parts() -> None:
    """No part of a word is the word."""
    for word in sorted(load_lexicon().known)[::50]:
        assert word not in parts_of(word)


def test_stems_end() -> None:
    """Every word has a stem that is not longer than its singular form, whatever the word."""
    longest = max(map(len, load_words()["singular"].values()))
    for word in sorted(load_lexicon().known)[::50]:
        assert 0 < len(stem(word)) <= len(word) + longest
