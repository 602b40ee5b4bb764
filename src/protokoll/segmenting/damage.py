"""Texts whose letters were misread: tell them, and match their lines all the same."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TypeVar

__all__ = ["is_damaged", "nearest"]

_T = TypeVar("_T")
_SAMPLE = 30_000
_SHORTEST = 200
# Every twentieth letter of Swedish is å, ä or ö; é is met in one word of a thousand.
_FEWEST_RINGS = 0.012
_MOST_ACUTES = 0.004
# A digit among the letters of a word: "6kad", "4ndé", "kvalls6ppet".
_DIGIT_INSIDE = re.compile(r"[0-9](?:(?<=[a-zåäö].)(?=[a-zåäö])|(?<!\w.)(?<=[46])(?=[a-zåäö]{3}))")
_LETTERS = "abcdefghijklmnopqrstuvwxyzåäöé"
_MOST_DIGITS_INSIDE = 0.0004


@lru_cache(maxsize=1)
def is_damaged(words: str) -> bool:
    """Tell whether a Swedish text looks misread: å, ä and ö lost, é or digits in their place.

    >>> is_damaged("Forvaltningen foreslar att namnden godkanner tjansteutlatandet. " * 5)
    True
    >>> is_damaged("Förvaltningen föreslår att nämnden godkänner tjänsteutlåtandet. " * 5)
    False
    """
    sample = words[:_SAMPLE].lower()
    letters = sum(map(sample.count, _LETTERS))
    if letters < _SHORTEST:
        return False
    rings = sum(sample.count(letter) for letter in "åäö")
    if rings < letters * _FEWEST_RINGS or sample.count("é") > letters * _MOST_ACUTES:
        return True
    return sum(1 for _ in _DIGIT_INSIDE.finditer(sample)) > letters * _MOST_DIGITS_INSIDE


def nearest(folded: str, phrases: Mapping[str, _T]) -> _T | None:
    """Return what `phrases` has for the phrase that `folded` was misread from, or None.

    One letter in six may differ, so that short phrases must agree to the letter.

    >>> nearest("forvaltninqens ferslag till beslut", {"forvaltningens forslag till beslut": 1})
    1
    >>> nearest("besked", {"beslut": 1}) is None
    True
    """
    from rapidfuzz import process
    from rapidfuzz.distance import Levenshtein

    allowed = len(folded) // 6
    if not allowed:
        return phrases.get(folded)
    best = process.extractOne(folded, phrases.keys(), scorer=Levenshtein.distance, score_cutoff=allowed)
    return phrases[best[0]] if best else None
