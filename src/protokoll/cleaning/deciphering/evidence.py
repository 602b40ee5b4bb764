"""What the words of a reading say for each of its letters: would they be words with another letter in its place?"""

from collections import Counter, defaultdict
from functools import lru_cache
from itertools import groupby
from math import exp, log1p

from protokoll.cleaning.deciphering.letters import LETTERS
from protokoll.cleaning.deciphering.solving import Key

__all__ = ["chances", "is_known", "reread"]

_LETTER, _TOLD, _PER_SIGN, _PER_WORD = -2.84, 0.93, 0.25, 0.41
_STOP, _STOP_ODDS = -3.10, 0.64
"""Fitted to 5,300 signs of 66 written pages; what they are worth is measured by `benchmarks/repair/deciphering.py`."""
_BLANK = 4.0
"""A key whose words are known has the blank between them right."""
_CLEAR = 30.0

_UNKNOWN = 8.0
"""What it costs that a word is in no list, beside its letters."""
_JOINT = 4.5
_PART = 3
_MOST = 3.0
"""One word alone says no more than this, for or against a letter: names and rare words are met everywhere."""
_SHORT = 2
_ROUNDS = 3
_ENOUGH = 60
"""So many different words are asked of each sign."""


def chances(key: Key, signs: str) -> dict[str, float]:
    """Return for each sign the probability that it stands for its letter, by the letters beside it and by its words.

    Args:
        key: what the signs stand for.
        signs: the text in its signs, blanks between words as blanks or as signs.

    >>> signs = "nämnden avslår motionen om belysning av gångvägen"
    >>> found = chances(Key({sign: sign for sign in signs}, dict.fromkeys(signs, 20.0), 1.5), signs)
    >>> found["d"] > 0.9 > found["l"]
    True
    """
    within, counts = _words_of(key.letters, signs), Counter(signs)
    commonest = counts.most_common(1)[0][0]
    found = {}
    for sign, letter in key.letters.items():
        odds = key.odds[sign]
        if letter == " " and sign == commonest:
            logit = _BLANK
        elif not letter.isalpha():
            logit = _STOP + _STOP_ODDS * log1p(odds)
        else:
            words = within.get(sign, [])
            told = -max(_gains(key.letters, sign, words[:_ENOUGH]).values())
            logit = _LETTER + _TOLD * log1p(max(0.0, told)) + _PER_WORD * told / max(1, len(words))
            logit += _PER_SIGN * min(_CLEAR, odds / max(1, counts[sign]))
        found[sign] = 1 / (1 + exp(-logit))
    return found


def reread(letters: dict[str, str], signs: str) -> dict[str, str]:
    """Return the letters of signs, changed where that makes more words: short rows of letters allow *org* for *och*.

    >>> signs = "nämnden avslår motionen om belysning org återremitterar ärendet org förslaget" * 2
    >>> reread({sign: sign for sign in signs}, signs)["r"]
    'r'
    """
    letters = dict(letters)
    for _ in range(_ROUNDS):
        within = _words_of(letters, signs)
        changed = False
        for sign in sorted(within, key=lambda each: len(within[each])):
            words = within[sign][:_ENOUGH]
            gains = {other: gain for other, gain in _gains(letters, sign, words).items() if gain > _MOST}
            if gains:
                letters[sign], changed = max(gains, key=gains.__getitem__), True
        if not changed:
            break
    return letters


def _words_of(letters: dict[str, str], signs: str) -> dict[str, list[str]]:
    """Return the different words in which each sign stands, in signs."""
    stops = {sign for sign, letter in letters.items() if not letter.isalpha()}
    words = {"".join(word) for stop, word in groupby(signs, stops.__contains__) if not stop}
    within: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(words):
        if len(word) >= _SHORT:
            for sign in set(word):
                within[sign].append(word)
    return within


def _gains(letters: dict[str, str], sign: str, words: list[str]) -> dict[str, float]:
    """Return how much more like words these would be with each other letter for a sign (natural logarithm)."""
    read = ["".join(letters[each] if each != sign else "\0" for each in word) for word in words]
    costs = [_cost(word.replace("\0", letters[sign])) for word in read]
    return {
        other: sum(
            max(-_MOST, min(_MOST, cost - _cost(word.replace("\0", other))))
            for word, cost in zip(read, costs, strict=True)
        )
        for other in LETTERS
        if other != letters[sign]
    }


@lru_cache(100_000)
def _cost(word: str) -> float:
    from protokoll.cleaning.repair.store import open_store

    store = open_store()
    if (own := _listed(word)) is not None:
        return own
    parts = (
        first + last + _JOINT
        for cut in range(_PART, len(word) - _PART + 1)
        if (first := _listed(word[:cut])) is not None and (last := _listed(word[cut:])) is not None
    )
    return min([*parts, store.spelling(word) + _UNKNOWN])


@lru_cache(100_000)
def _listed(word: str) -> float | None:
    from protokoll.cleaning.repair.store import open_store, skeleton

    return next((each.cost for each in open_store().bucket(skeleton(word)) if each.text == word), None)


def is_known(word: str) -> bool:
    """Tell whether a word is listed or made of two words that are.

    >>> is_known("socialnämnden"), is_known("xqvtrw")
    (True, False)
    """
    if _listed(word) is not None:
        return True
    cuts = range(_PART, len(word) - _PART + 1)
    return any(_listed(word[:cut]) is not None and _listed(word[cut:]) is not None for cut in cuts)
