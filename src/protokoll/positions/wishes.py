"""How strongly something is wanted, and which way: what two positions on one question are weighed by."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from protokoll.grammar import load
from protokoll.model.position import Stance
from protokoll.positions.amounts import Amount, amounts_in
from protokoll.positions.language import open_language
from protokoll.positions.terms import bases_of

__all__ = ["Wish", "wish_of"]

_SIGNS = {
    Stance.FOR: 1,
    Stance.DEMAND: 1,
    Stance.SUPPORT: 1,
    Stance.AMEND: 1,
    Stance.AGAINST: -1,
    Stance.OPPOSE: -1,
}
_LEVELS = (("must", 3.0), ("should", 2.0))
_STUDY, _UNSAID = 1.0, 2.5
_MORE, _LESS = 0.5, 1.0
_NOUN, _COMMON = 0.55, 2.0
_NEAR, _FAR = 5, 9
_WORD = re.compile(r"[^\W\d_]\w*(?:[-\u2010\u2011]\w+)*")


class Wish(NamedTuple):
    """What is wanted, in a form in which two wishes can be compared."""

    stance: Stance
    sign: int
    """1 for, -1 against, 0 neither."""
    level: float
    """From 1 (to be studied) to 3 (must), with half a step for words that make it stronger or weaker."""
    study: bool
    """True where something is only to be studied."""
    directions: tuple[tuple[str, int], ...]
    """What is to be more (1) or less (-1), by its base form."""
    amounts: tuple[Amount, ...]


@lru_cache(maxsize=65536)
def wish_of(claim: str, stance: Stance) -> Wish:
    """Return how strongly and which way something is wanted.

    Args:
        claim: the words of a position, or the part of them that matters.
        stance: the stance of the position. Words of opposition ('säger nej till …') make the stance: their 'nej' is
            not counted again.

    >>> wish_of("Parkeringsavgifterna ska sänkas.", Stance.DEMAND).directions
    (('parkeringsavgift', -1),)
    """
    bases = bases_of(claim)
    sign = _SIGNS.get(stance, 0)
    if stance is not Stance.OPPOSE and _is_negated(bases):
        sign = -sign
    study = _has("strength", "study", bases)
    level = _STUDY if study else next((value for name, value in _LEVELS if _has("strength", name, bases)), _UNSAID)
    level += _MORE * _has("strength", "more", bases) - _LESS * _has("strength", "less", bases)
    return Wish(stance, sign, level, study, tuple(dict.fromkeys(_directions(claim, bases))), amounts_in(claim))


def _is_negated(bases: Sequence[str]) -> bool:
    """Tell whether the main clause is negated; 'ingen klass ska vara större än …' names a bound, it denies nothing."""
    opens = next((start for start, _ in _places("negation", "subordinators", bases) if start > 0), len(bases))
    main = bases[:opens]
    return _has("negation", "words", main) and not _has("negation", "bounds", main)


@lru_cache(maxsize=64)
def _phrases(table: str, entry: str) -> dict[str, list[tuple[str, ...]]]:
    """Return the phrases of an entry in base forms, by their first word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in load().words["changes"][table][entry]:
        bases = bases_of(phrase)
        found.setdefault(bases[0], []).append(bases) if bases else None
    return found


def _places(table: str, entry: str, bases: Sequence[str]) -> list[tuple[int, int]]:
    """Return where phrases of an entry stand among some words: the first, and the one after the last."""
    phrases = _phrases(table, entry)
    return [
        (place, place + len(phrase))
        for place, base in enumerate(bases)
        for phrase in phrases.get(base, ())
        if tuple(bases[place : place + len(phrase)]) == phrase
    ]


def _has(table: str, entry: str, bases: Sequence[str]) -> bool:
    return bool(_places(table, entry, bases))


def _directions(claim: str, bases: Sequence[str]) -> list[tuple[str, int]]:
    """Return what is to be more or less: the noun after the verb, or before it where the verb is passive or last."""
    printed = [word.lower() for word in _WORD.findall(claim)]
    found = []
    for entry, sign in (("up", 1), ("down", -1)):
        for start, end in _places("direction", entry, bases):
            passive = start < len(printed) and printed[start].endswith("s")
            after = _nouns(bases, end, end + _NEAR)
            before = _nouns(bases, max(0, start - _FAR), start)
            chosen = before if (passive and before) or not after else after
            found += [(base, sign) for base in chosen[:1]]
    return found


def _nouns(bases: Sequence[str], start: int, end: int) -> list[str]:
    """Return the nouns of a stretch in order, those after a preposition last."""
    noun, rarity = open_language().noun, open_language().rarity
    prepositions = load().words["changes"]["prepositions"]["words"]
    found: list[tuple[bool, str]] = []
    bound = False
    for base in bases[start:end]:
        if base in prepositions:
            bound = True
        elif noun(base) >= _NOUN and rarity(base) >= _COMMON:
            found.append((bound, base))
            bound = False
    return [base for late in (False, True) for bound, base in found if bound is late]
