"""What a word tells of a question: itself, the parts of a compound and their roots, each with its weight."""

from functools import lru_cache

from protokoll.grammar import load
from protokoll.positions.keywords import is_body, weightless
from protokoll.positions.language import open_language
from protokoll.positions.terms import bases_of, words_in

__all__ = ["actors", "features", "root", "weight_of", "wording"]

_COMMON = 2.2
"""Words that are less rare than this tell nothing of the question."""
_PART, _ROOT, _VERB, _ACTOR = 0.55, 0.45, 0.7, 0.35
_CAP = 9.5
_FEWEST_LETTERS = 2
_ROOT_LETTERS = 4


@lru_cache(maxsize=100_000)
def features(base: str) -> tuple[tuple[str, float], ...]:
    """Return the word, its root, and the parts of a compound with their roots, each with its weight."""
    if base in weightless() or len(base) < _FEWEST_LETTERS or is_body(base):
        return ()
    weight = weight_of(base)
    if weight <= 0:
        return ()
    found = {base: weight}
    if base in _ways():
        return ((base, weight),)
    found.setdefault("~" + root(base), _ROOT * weight)
    for part in open_language().parts(base):
        if part not in weightless() and (weight := weight_of(part)) > 0:
            found.setdefault(part, _PART * weight)
            found.setdefault("~" + root(part), _PART * _ROOT * weight)
    return tuple(found.items())


def weight_of(base: str) -> float:
    """Return how much a word tells of a question: rare nouns most; 0 or less where it tells nothing."""
    language = open_language()
    rarity = min(language.rarity(base), _CAP) - _COMMON
    return rarity * (1.0 if language.noun(base) > 0.4 else _VERB) * (_ACTOR if base in actors() else 1.0)


@lru_cache(1)
def _ways() -> frozenset[str]:
    """Return the verbs for what is to become of something ('öka', 'fortsätta'): they tell little of what it is."""
    table = load().words["changes"]["direction"]
    return frozenset(word for words in (table["up"], table["down"]) for word in words if " " not in word)


@lru_cache(1)
def actors() -> frozenset[str]:
    """Return the words for those who do things: they tell little of the question."""
    return frozenset(base for word in load().words["changes"]["actors"]["words"] for base in bases_of(word))


@lru_cache(maxsize=100_000)
def root(base: str) -> str:
    """Return what a word has in common with the words made from it.

    >>> root("ledsagning"), root("ledsagare"), root("tiggeri"), root("tigga")
    ('ledsag', 'ledsag', 'tigg', 'tigg')
    """
    ending = next((each for each in _made_by() if base.endswith(each) and len(base) - len(each) >= _ROOT_LETTERS), "")
    return base.removesuffix(ending)


@lru_cache(1)
def _made_by() -> tuple[str, ...]:
    return tuple(load().words["compounds"]["derivations"])


def wording(one: str, other: str) -> float:
    """Return how alike the words of two whole texts are, from 0 to 1.

    >>> wording("Badhuset ska öppnas.", "Öppna badhuset!") > 0.9 > wording("Badhuset ska öppnas.", "Bygg en bro.")
    True
    """
    first, second = _told(one), _told(other)
    long = sum(weight * weight for weight in first.values()) * sum(weight * weight for weight in second.values())
    return sum(weight * second[key] for key, weight in first.items() if key in second) / (long**0.5 or 1.0)


@lru_cache(maxsize=50_000)
def _told(text: str) -> dict[str, float]:
    found: dict[str, float] = {}
    for word in words_in(text):
        for key, weight in features(word.base):
            found[key] = max(found.get(key, 0.0), weight)
    return found
