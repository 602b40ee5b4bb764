"""What a position is about, in a form in which the same question is found again in other words."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from protokoll.model.position import Position
from protokoll.positions.keywords import weightless
from protokoll.positions.language import open_language
from protokoll.positions.matters import is_act, subject_of
from protokoll.positions.terms import words_in

__all__ = ["Question", "containment", "likeness", "meanings", "projection", "question_of", "root"]

_COMMON = 2.2
"""Words that are less rare than this tell nothing of the question."""
_PART, _ROOT, _VERB, _TITLE, _TOPIC = 0.55, 0.45, 0.7, 0.5, 0.5
_CAP = 9.5
_FEWEST_LETTERS = 2
_ROOTS: tuple[str, ...] = (
    "ering",
    "ation",
    "ition",
    "tion",
    "ande",
    "ende",
    "else",
    "are",
    "het",
    "ning",
    "ing",
    "eri",
    "lig",
    "ig",
    "era",
)
_ROOTS += ("ad", "a", "e")
_ROOT_LETTERS = 4


class Question(NamedTuple):
    """The words of a position by weight, and the matter that they belong to."""

    weights: dict[str, float]
    """Base forms, parts of compounds and roots, each with its weight; the sum of the squares is 1."""
    names: frozenset[str]
    """Proper names inside the text."""
    matters: frozenset[str]
    """The diary numbers of the matter."""
    subject: frozenset[str]
    """The base forms of the subject of the matter."""
    topic: str | None


def question_of(position: Position) -> Question:
    """Return what a position is about.

    An act is about the subject of its matter: its own words tell only what is done with it ('avslå motionen').
    """
    return _question(position.claim, position.title or "", is_act(position), position.diary_numbers, position.topic)


@lru_cache(maxsize=200_000)
def _question(claim: str, title: str, act: bool, numbers: tuple[str, ...], topic: str | None) -> Question:
    found: dict[str, float] = {}
    names = set()
    for word in words_in(claim):
        _add(found, word.base, 1.0)
        if word.name and word.base not in weightless():
            names.add(word.base)
    subject = words_in(subject_of(title)) if title else ()
    if act:
        for word in subject:
            _add(found, word.base, 1.0)
    if topic:
        for word in words_in(topic):
            _add(found, word.base, _TOPIC)
    total = sum(weight * weight for weight in found.values()) ** 0.5 or 1.0
    weights = {key: weight / total for key, weight in found.items()}
    content = frozenset(word.base for word in subject if word.base not in weightless() and _weight(word.base) > 0)
    return Question(weights, frozenset(names), frozenset(numbers), content, topic)


def _add(found: dict[str, float], base: str, factor: float) -> None:
    for key, weight in _features(base):
        found[key] = max(found.get(key, 0.0), factor * weight)


@lru_cache(maxsize=100_000)
def _features(base: str) -> tuple[tuple[str, float], ...]:
    """Return the word, its root, and the parts of a compound with their roots, each with its weight."""
    if base in weightless() or len(base) < _FEWEST_LETTERS:
        return ()
    weight = _weight(base)
    if weight <= 0:
        return ()
    found = {base: weight}
    found.setdefault("~" + root(base), _ROOT * weight)
    for part in open_language().parts(base):
        if part not in weightless() and (weight := _weight(part)) > 0:
            found.setdefault(part, _PART * weight)
            found.setdefault("~" + root(part), _PART * _ROOT * weight)
    return tuple(found.items())


def _weight(base: str) -> float:
    language = open_language()
    rarity = min(language.rarity(base), _CAP) - _COMMON
    return rarity * (1.0 if language.noun(base) > 0.4 else _VERB)


@lru_cache(maxsize=100_000)
def root(base: str) -> str:
    """Return what a word has in common with the words made from it.

    >>> root("ledsagning"), root("ledsagare"), root("tiggeri"), root("tigga")
    ('ledsag', 'ledsag', 'tigg', 'tigg')
    """
    ending = next((each for each in _ROOTS if base.endswith(each) and len(base) - len(each) >= _ROOT_LETTERS), "")
    return base.removesuffix(ending)


def likeness(one: Question, other: Question) -> float:
    """Return how alike the words of two questions are, from 0 to 1."""
    short, long = sorted((one.weights, other.weights), key=len)
    return sum(weight * long[key] for key, weight in short.items() if key in long)


def containment(one: Question, other: Question) -> float:
    """Return how much of the words of the shorter question are in the longer one, from 0 to 1."""
    short, long = sorted((one.weights, other.weights), key=len)
    shared = sum(min(weight, long[key]) for key, weight in short.items() if key in long)
    return shared / (min(sum(short.values()), sum(long.values())) or 1.0)


def meanings(questions: Sequence[Question]) -> Any:
    """Return a row of length 1 for each question: the weighted mean of what its words are near in meaning."""
    import numpy as np

    language = open_language()
    table = language.vectors()
    rows = np.zeros((len(questions), language.dimensions), dtype=np.float32)
    for place, question in enumerate(questions):
        known = [(row, weight) for key, weight in question.weights.items() if (row := language.row(key)) is not None]
        if known:
            at, weights = zip(*known, strict=True)
            rows[place] = np.asarray(weights, dtype=np.float32) @ table[list(at)]
    return _normal(rows)


def _normal(rows: Any) -> Any:
    import numpy as np

    long = np.linalg.norm(rows, axis=1, keepdims=True)
    return rows / np.maximum(long, 1e-9)


def projection(questions: Iterable[Question], dimensions: int) -> Any:
    """Return the words of each question folded into few numbers, so that alike words give alike rows."""
    import zlib

    import numpy as np

    @lru_cache(maxsize=200_000)
    def place_of(key: str) -> tuple[int, float]:
        code = zlib.crc32(key.encode())
        return code % dimensions, 1.0 if code & 0x10000 else -1.0

    found = list(questions)
    rows = np.zeros((len(found), dimensions), dtype=np.float32)
    for at, question in enumerate(found):
        for key, weight in question.weights.items():
            place, sign = place_of(key)
            rows[at, place] += sign * weight
    return _normal(rows)
