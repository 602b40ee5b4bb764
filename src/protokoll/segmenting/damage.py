"""Texts whose letters were misread, and not mended: told by what Swedish has and has not."""

import re
from functools import lru_cache

__all__ = ["is_damaged"]

_SAMPLE = 30_000
_SHORTEST = 200
# Every twentieth letter of Swedish is å, ä or ö; é is met in one word of a thousand.
_FEWEST_RINGS = 0.012
_MOST_ACUTES = 0.004
# A digit among the letters of a word: "6kad", "4ndé", "kvalls6ppet".
_DIGIT_INSIDE = re.compile(r"[0-9](?:(?<=[a-zåäö].)(?=[a-zåäö])|(?<!\w.)(?<=[46])(?=[a-zåäö]{3}))")
_LETTERS = "abcdefghijklmnopqrstuvwxyzåäöé"
_MOST_DIGITS_INSIDE = 0.0004
# One or two may be the name of a room or a model.
_FEW_DIGITS_INSIDE = 2


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
    inside = sum(1 for _ in _DIGIT_INSIDE.finditer(sample))
    return inside > max(_FEW_DIGITS_INSIDE, letters * _MOST_DIGITS_INSIDE)
