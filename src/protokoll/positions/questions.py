"""What a position is about, in a form in which the same question is found again in other words."""

import re
from functools import lru_cache
from typing import NamedTuple

from protokoll.grammar import load
from protokoll.model.position import Position, Stance
from protokoll.positions.features import actors, features, weight_of
from protokoll.positions.keywords import weightless
from protokoll.positions.matters import subject_of, years_in
from protokoll.positions.sides import is_of_matter
from protokoll.positions.terms import Word, bases_of, words_in
from protokoll.positions.topic_list import Topics, general_topics

__all__ = [
    "Matter",
    "Question",
    "containment",
    "likeness",
    "questions_of",
    "shared_topics",
    "shared_words",
    "topic_words",
]

_TOPIC, _OWN_TOPIC, _KIN = 0.35, 4.0, 0.35
_CAP = 9.5
_NOTHING_SAID = frozenset([Stance.DEFER, Stance.ABSTAIN])
_CONTEXT, _IDEA = 0.6, 0.6
_BRIEF = 80
_LONG, _SHORT, _ENOUGH = 110, 30, 12.0
# Where one demand ends and the next begins.
_BETWEEN = re.compile(r"(?<=[.;:!?])\s+|\s+samt\s+|,?\s+och\s+(?:att\s+)?|,\s+(?:att|vilket|liksom)\s+|\n")


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
    lent: frozenset[str] = frozenset()
    """Words that are only in the name of its topic: they meet the words of another, not its topic once more."""


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
    silent: bool = False
    """True for an act that says nothing of the question: to put it off, to stay out of it, to hand in a paper."""


def questions_of(position: Position) -> tuple[Question, ...]:
    """Return what a position is about: the whole, and each part of a long one by itself.

    An act is about the subject of its matter: its own words tell only what is done with it ('avslå motionen').
    """
    subject = subject_of(position.title or "")
    content = frozenset(
        base for base in bases_of(subject) if base not in weightless() and base not in actors() and weight_of(base) > 0
    )
    years = years_in(position.title or "")
    act = is_of_matter(position)
    silent = position.stance in _NOTHING_SAID or (act and position.stance is Stance.NONE)
    matter = Matter(act or silent, frozenset(position.diary_numbers), content, years, silent)
    texts = [position.claim, *(_parts_of(position.claim) if len(position.claim) > _LONG else ())]
    home = frozenset(bases_of(position.municipality or ""))
    told = _Beside(subject if matter.act else "", position.context or "", home)
    found = [_question(text, told, position.topic, matter) for text in texts]
    return tuple(each for place, each in enumerate(found) if place == 0 or each.said >= _ENOUGH)


@lru_cache(1)
def topic_words() -> frozenset[str]:
    """Return the words of the names of the general topics, with the parts of compounds."""
    names = [base for name in general_topics().names for base in bases_of(name)]
    return frozenset(key for base in names for key, _ in features(base) if not key.startswith("~"))


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
    home: frozenset[str]
    """The municipality, in base forms: everything that is said there is about it."""


@lru_cache(maxsize=200_000)
def _question(claim: str, beside: _Beside, topic: str | None, matter: Matter) -> Question:
    found: dict[str, float] = {}
    words, about = (_without(beside.home, text) for text in ("" if matter.silent else claim, beside.subject))
    if matter.act:
        # The names in an act are of those who proposed it.
        words = [word for word in words if not word.name]
    names = frozenset(word.base for word in words if word.name and features(word.base))
    for word in (*words, *about):
        _add(found, word.base, 1.0)
    # A short claim that points back is all about what it points to.
    context = _CONTEXT if len(claim) > _BRIEF else 1.0
    for word in words_in(beside.context):
        _add(found, word.base, context)
    for part, share in ((words, 1.0), (words_in(beside.context), context), (about, 1.0)):
        for name, weight in _ideas().weigh(part).items():
            found["=" + name] = max(found.get("=" + name, 0.0), share * _IDEA * min(weight, _CAP))
    said, own = sum(found.values()), frozenset(found)
    for word in words_in(topic or ""):
        _add(found, word.base, _TOPIC)
    topics = general_topics().weigh((*about, *words))
    if topic:
        topics[topic] = topics.get(topic, 0.0) + _OWN_TOPIC
    for name, weight in list(topics.items()):
        for near in _kin().get(name, ()):
            topics[near] = max(topics.get(near, 0.0), _KIN * weight)
    lent = frozenset(found) - own
    return Question(claim, _of_length_one(found), said, names, _of_length_one(topics), topic, matter, lent)


def _without(home: frozenset[str], text: str) -> list[Word]:
    """Return the words of a text but for the name of the municipality and its people."""
    return [word for word in words_in(text) if not (home and word.base.startswith(tuple(home)))]


def _of_length_one(weights: dict[str, float]) -> dict[str, float]:
    total = sum(weight * weight for weight in weights.values()) ** 0.5 or 1.0
    return {key: weight / total for key, weight in weights.items()}


def _add(found: dict[str, float], base: str, factor: float) -> None:
    for key, weight in features(base):
        found[key] = max(found.get(key, 0.0), factor * weight)


def shared_words(one: Question, other: Question) -> list[str]:
    """Return the words that two questions have in common; a word that the topic lends to both is none."""
    short, long = sorted((one.weights, other.weights), key=len)
    both = one.lent & other.lent
    return [key for key in short if key in long and key not in both]


def likeness(one: Question, other: Question) -> float:
    """Return how alike the words of two questions are, from 0 to 1."""
    return sum(one.weights[key] * other.weights[key] for key in shared_words(one, other))


def containment(one: Question, other: Question) -> float:
    """Return how much of the words of the shorter question are in the longer one, from 0 to 1."""
    shared = sum(min(one.weights[key], other.weights[key]) for key in shared_words(one, other))
    return shared / (min(sum(one.weights.values()), sum(other.weights.values())) or 1.0)


def shared_topics(one: Question, other: Question) -> float:
    """Return how much two questions are about the same topics, from 0 to 1."""
    return sum(weight * other.topics[name] for name, weight in one.topics.items() if name in other.topics)
