"""What a position is about, in a form in which the same question is found again in other words."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from protokoll.grammar import load
from protokoll.model.position import Position
from protokoll.positions.keywords import is_body, weightless
from protokoll.positions.language import open_language
from protokoll.positions.matters import subject_of, years_in
from protokoll.positions.sides import is_of_matter
from protokoll.positions.terms import bases_of, words_in
from protokoll.positions.topic_list import Topics, general_topics

__all__ = [
    "Matter",
    "Question",
    "containment",
    "likeness",
    "meanings",
    "projection",
    "questions_of",
    "root",
    "shared_topics",
    "topic_words",
]

_COMMON = 2.2
"""Words that are less rare than this tell nothing of the question."""
_PART, _ROOT, _VERB, _ACTOR = 0.55, 0.45, 0.7, 0.35
_TOPIC, _OWN_TOPIC, _KIN = 0.35, 4.0, 0.35
_CAP = 9.5
_FEWEST_LETTERS = 2
_CONTEXT, _IDEA = 0.6, 0.6
_LONG, _SHORT, _ENOUGH = 110, 30, 12.0
# Where one demand ends and the next begins.
_BETWEEN = re.compile(r"(?<=[.;:!?])\s+|\s+samt\s+|,?\s+och\s+(?:att\s+)?|,\s+(?:att|vilket|liksom)\s+|\n")
_ROOT_LETTERS = 4


class Question(NamedTuple):
    """The words of a position by weight, and the matter that they belong to."""

    text: str
    """The words of the position, or the part of them, that the question was read from."""
    weights: dict[str, float]
    """Base forms, parts of compounds and roots, each with its weight; the sum of the squares is 1."""
    said: float
    """How much the words say by themselves; little for 'så bör också ske'."""
    names: frozenset[str]
    """Proper names inside the text."""
    topics: dict[str, float]
    """The topics that its words tell, the one that it was given among them, by weight; the sum of the squares is 1."""
    topic: str | None
    matter: "Matter"


class Matter(NamedTuple):
    """The matter that a position belongs to."""

    act: bool
    """True where the position is an act, or says no more than one, and so is about the matter itself."""
    numbers: frozenset[str]
    """Its diary numbers."""
    subject: frozenset[str]
    """The base forms of what it is about."""
    years: frozenset[str]
    """The years in its title: the budget of one year is not that of another."""


def questions_of(position: Position) -> tuple[Question, ...]:
    """Return what a position is about: the whole, and each part of a long one by itself.

    An act is about the subject of its matter: its own words tell only what is done with it ('avslå motionen').
    """
    subject = subject_of(position.title or "")
    content = frozenset(
        base for base in bases_of(subject) if base not in weightless() and base not in _actors() and _weight(base) > 0
    )
    years = years_in(position.title or "")
    matter = Matter(is_of_matter(position), frozenset(position.diary_numbers), content, years)
    texts = [position.claim, *(_parts_of(position.claim) if len(position.claim) > _LONG else ())]
    told = _Beside(subject if matter.act else "", position.context or "")
    found = [_question(text, told, position.topic, matter) for text in texts]
    return tuple(each for place, each in enumerate(found) if place == 0 or each.said >= _ENOUGH)


@lru_cache(1)
def topic_words() -> frozenset[str]:
    """Return the words of the names of the general topics, with the parts of compounds."""
    names = [base for name in general_topics().names for base in bases_of(name)]
    return frozenset(key for base in names for key, _ in _features(base) if not key.startswith("~"))


@lru_cache(1)
def _ideas() -> Topics:
    """Return the ideas that different words tell."""
    return Topics(load().words["ideas"]["ideas"])


@lru_cache(1)
def _kin() -> dict[str, frozenset[str]]:
    """Return the topics that are near each topic."""
    found: dict[str, set[str]] = {}
    for group in load().words["topics"]["kin"]["groups"]:
        for name in group:
            found.setdefault(name, set()).update(each for each in group if each != name)
    return {name: frozenset(others) for name, others in found.items()}


def _parts_of(claim: str) -> list[str]:
    """Return the sentences of a claim, and the clauses of a long sentence."""
    parts = [part for part in _BETWEEN.split(claim) if len(part) > _SHORT]
    return parts if len(parts) > 1 else []


class _Beside(NamedTuple):
    """What tells of a position besides its own words."""

    subject: str
    """What its matter is about, where it is about the matter."""
    context: str
    """The sentence that it points back to."""


@lru_cache(maxsize=200_000)
def _question(claim: str, beside: _Beside, topic: str | None, matter: Matter) -> Question:
    found: dict[str, float] = {}
    words, about = words_in(claim), words_in(beside.subject)
    names = frozenset(word.base for word in words if word.name and _features(word.base))
    for word in (*words, *about):
        _add(found, word.base, 1.0)
    for word in words_in(beside.context):
        _add(found, word.base, _CONTEXT)
    said = sum(found.values())
    for word in words_in(topic or ""):
        _add(found, word.base, _TOPIC)
    for part, share in ((words, 1.0), (words_in(beside.context), _CONTEXT), (about, 1.0)):
        for name, weight in _ideas().weigh(part).items():
            found["=" + name] = max(found.get("=" + name, 0.0), share * _IDEA * min(weight, _CAP))
    topics = general_topics().weigh((*about, *words))
    if topic:
        topics[topic] = topics.get(topic, 0.0) + _OWN_TOPIC
    for name, weight in list(topics.items()):
        for near in _kin().get(name, ()):
            topics[near] = max(topics.get(near, 0.0), _KIN * weight)
    return Question(claim, _of_length_one(found), said, names, _of_length_one(topics), topic, matter)


def _of_length_one(weights: dict[str, float]) -> dict[str, float]:
    total = sum(weight * weight for weight in weights.values()) ** 0.5 or 1.0
    return {key: weight / total for key, weight in weights.items()}


def _add(found: dict[str, float], base: str, factor: float) -> None:
    for key, weight in _features(base):
        found[key] = max(found.get(key, 0.0), factor * weight)


@lru_cache(maxsize=100_000)
def _features(base: str) -> tuple[tuple[str, float], ...]:
    """Return the word, its root, and the parts of a compound with their roots, each with its weight."""
    if base in weightless() or len(base) < _FEWEST_LETTERS or is_body(base):
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
    return rarity * (1.0 if language.noun(base) > 0.4 else _VERB) * (_ACTOR if base in _actors() else 1.0)


@lru_cache(1)
def _actors() -> frozenset[str]:
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


def likeness(one: Question, other: Question) -> float:
    """Return how alike the words of two questions are, from 0 to 1."""
    short, long = sorted((one.weights, other.weights), key=len)
    return sum(weight * long[key] for key, weight in short.items() if key in long)


def containment(one: Question, other: Question) -> float:
    """Return how much of the words of the shorter question are in the longer one, from 0 to 1."""
    short, long = sorted((one.weights, other.weights), key=len)
    shared = sum(min(weight, long[key]) for key, weight in short.items() if key in long)
    return shared / (min(sum(short.values()), sum(long.values())) or 1.0)


def shared_topics(one: Question, other: Question) -> float:
    """Return how much two questions are about the same topics, from 0 to 1."""
    return sum(weight * other.topics[name] for name, weight in one.topics.items() if name in other.topics)


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
