"""What a capitalised word in a list can be besides a name."""

from functools import lru_cache
from typing import Literal

from protokoll.grammar import Grammar, fold

__all__ = [
    "is_abbreviation",
    "is_given_name",
    "is_label",
    "is_municipality",
    "is_organisation",
    "is_particle",
    "is_pointer",
    "is_title",
]


def is_title(word: str, grammar: Grammar) -> bool:
    """Tell whether a word is the title of an official.

    >>> from protokoll.grammar import load
    >>> is_title("Ekonomichef", load()), is_title("Ek", load())
    (True, False)
    """
    words, endings = _titles(grammar)
    return word in words or fold(word).endswith(endings)


def is_organisation(word: str, grammar: Grammar, *, by: Literal["word", "ending"] | None = None) -> bool:
    """Tell whether a word makes a run of capitals the name of a place, a firm or a day.

    Args:
        word: the word.
        grammar: the wordings.
        by: go by whole words only, or by endings only.

    >>> from protokoll.grammar import load
    >>> is_organisation("Lärarförbundet", load()), is_organisation("KOMMUN", load())
    (True, True)
    """
    words, endings = _organisations(grammar)
    known = by != "ending" and (word in words or word.capitalize() in words)
    surname = word[-2:].lower() == "én"  # Salén is no hall
    return known or (by != "word" and not surname and fold(word).endswith(endings))


def is_label(word: str, grammar: Grammar) -> bool:
    """Tell whether a word is a label of a front page by itself.

    >>> from protokoll.grammar import load
    >>> is_label("Beslutande", load())
    True
    """
    return fold(word) in _labels(grammar)


def is_given_name(word: str, grammar: Grammar) -> bool:
    """Tell whether a word is a common given name, or a double one that begins with one.

    >>> from protokoll.grammar import load
    >>> is_given_name("Ann-Britt", load()), is_given_name("Ask", load())
    (True, False)
    """
    return word.split("-", 1)[0] in _given_names(grammar)


def is_municipality(word: str, grammar: Grammar) -> bool:
    """Tell whether a word is the name of a municipality: the place before the first person of a list.

    >>> from protokoll.grammar import load
    >>> is_municipality("Torsby", load())
    True
    """
    return word in _municipalities(grammar)


def is_particle(word: str, grammar: Grammar) -> bool:
    """Tell whether a word is a small word within a name.

    >>> from protokoll.grammar import load
    >>> is_particle("von", load()), is_particle("ordförande", load())
    (True, False)
    """
    return word in _particles(grammar)


def is_pointer(word: str, grammar: Grammar) -> bool:
    """Tell whether a word opens a pointer to a list elsewhere: 'Se nästa sida'.

    >>> from protokoll.grammar import load
    >>> is_pointer("Se", load()), is_pointer("Ek", load())
    (True, False)
    """
    return fold(word) in _pointers(grammar)


def is_abbreviation(letters: str, grammar: Grammar) -> bool:
    """Tell whether letters after a name are no party: 'KS', 'AU', 'AB'.

    >>> from protokoll.grammar import load
    >>> is_abbreviation("KS", load()), is_abbreviation("KIP", load())
    (True, False)
    """
    return fold(letters) in _abbreviations(grammar)


@lru_cache(maxsize=8)
def _titles(grammar: Grammar) -> tuple[frozenset[str], tuple[str, ...]]:
    table = grammar.words["attendance"]["officials"]
    return frozenset(table["words"]), tuple(fold(each) for each in table["endings"])


@lru_cache(maxsize=8)
def _labels(grammar: Grammar) -> frozenset[str]:
    table = grammar.words["attendance"]
    heads = {fold(word) for word in table["columns"]["words"]}
    return (
        frozenset(fold(phrase) for every in table["labels"].values() for phrase in every if " " not in phrase) | heads
    )


@lru_cache(maxsize=8)
def _organisations(grammar: Grammar) -> tuple[frozenset[str], tuple[str, ...]]:
    table = grammar.words["attendance"]["organisations"]
    return frozenset(table["words"]), tuple(fold(each) for each in table["endings"])


@lru_cache(maxsize=8)
def _abbreviations(grammar: Grammar) -> frozenset[str]:
    return frozenset(fold(each) for each in grammar.words["actors"]["brackets"]["words"])


@lru_cache(maxsize=8)
def _given_names(grammar: Grammar) -> frozenset[str]:
    return frozenset(grammar.words["given_names"]["names"])


@lru_cache(maxsize=8)
def _particles(grammar: Grammar) -> frozenset[str]:
    return frozenset(grammar.words["actors"]["particles"]["words"])


@lru_cache(maxsize=8)
def _pointers(grammar: Grammar) -> frozenset[str]:
    words = grammar.words["attendance"]["pointers"]["words"]
    return frozenset(fold(phrase.split()[0]) for phrase in words if " " in phrase)


@lru_cache(maxsize=8)
def _municipalities(grammar: Grammar) -> frozenset[str]:
    return frozenset(grammar.words["municipalities"]["names"])
