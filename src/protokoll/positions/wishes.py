"""How strongly something is wanted, and which way: what two positions on one question are weighed by."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from protokoll.grammar import load
from protokoll.model.position import Position, Stance
from protokoll.positions.language import open_language
from protokoll.positions.terms import bases_of, words_in

__all__ = ["Amount", "Wish", "wish_of"]

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
_ADVERB = 0.5
_NOUN = 0.55
_NEAR = 5
_NUMBER = re.compile(r"(?<![\w,.])(\d{1,3}(?:[ \u00a0]\d{3})+|\d+)(?:,(\d+))?[ \u00a0]?(%|[A-Za-zåäöÅÄÖ]+)?")
_TIMES = {"tkr": 1e3, "mnkr": 1e6, "mkr": 1e6, "miljon": 1e6, "miljoner": 1e6, "miljard": 1e9, "miljarder": 1e9}
_HOURS = {"timme": 1, "timmar": 1, "dag": 24, "dagar": 24, "vecka": 168, "veckor": 168}
_HOURS |= {"månad": 730, "månader": 730, "år": 8760}
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


class Amount(NamedTuple):
    """A number with what it counts."""

    value: float
    unit: str


class Wish(NamedTuple):
    """What is wanted, in a form in which two wishes can be compared."""

    sign: int
    """1 for, -1 against, 0 neither."""
    level: float
    """From 1 (to be studied) to 3 (must), with half a step for words that make it stronger or weaker."""
    study: bool
    """True where something is only to be studied."""
    directions: tuple[tuple[str, int], ...]
    """What is to be more (1) or less (-1), by its base form."""
    amounts: tuple[Amount, ...]


def wish_of(position: Position) -> Wish:
    """Return how strongly and which way a position wants what it wants.

    The stance of words of opposition ('säger nej till …') already says that they are against: their 'nej' is not
    counted again.
    """
    return _wish(position.claim, position.stance)


@lru_cache(maxsize=65536)
def _wish(claim: str, stance: Stance) -> Wish:
    bases = tuple(word.base for word in words_in(claim))
    sign = _SIGNS.get(stance, 0)
    if stance is not Stance.OPPOSE and _has("negation", "words", bases):
        sign = -sign
    study = _has("strength", "study", bases)
    level = _STUDY if study else next((value for name, value in _LEVELS if _has("strength", name, bases)), _UNSAID)
    level += _ADVERB * _has("strength", "more", bases) - _ADVERB * _has("strength", "less", bases)
    return Wish(sign, level, study, tuple(_directions(claim, bases)), tuple(_amounts(claim)))


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
    printed = [match.lower() for match in re.findall(r"[^\W\d_]\w*(?:[-\u2010\u2011]\w+)*", claim)]
    noun = open_language().noun
    found = []
    for entry, sign in (("up", 1), ("down", -1)):
        for start, end in _places("direction", entry, bases):
            passive = start < len(printed) and printed[start].endswith("s")
            after = [base for base in bases[end : end + _NEAR] if noun(base) >= _NOUN]
            before = [base for base in bases[max(0, start - _NEAR - 2) : start] if noun(base) >= _NOUN]
            chosen = before[-1:] if passive or not after else after[:1]
            found += [(base, sign) for base in chosen or after[:1]]
    return found


def _amounts(claim: str) -> list[Amount]:
    """Return the numbers of a claim, each in the smallest unit of its kind; years are no amounts."""
    units = {name: kind for kind, names in load().words["changes"]["units"].items() for name in names}
    found = []
    for match in _NUMBER.finditer(claim):
        value = float(re.sub(r"\D", "", match[1]) + "." + (match[2] or "0"))
        unit = (match[3] or "").lower()
        kind = units.get(unit, "")
        if not kind and (_FIRST_YEAR <= value < _LAST_YEAR or not match[3]):
            continue
        if kind == "time":
            value *= _HOURS.get(unit, 1)
        found.append(Amount(value * _TIMES.get(unit, 1.0), kind or open_language().base(unit)))
    return found
