"""How sure it is that two positions are on one question, and what speaks for it."""

from collections.abc import Iterator
from math import exp
from typing import NamedTuple

from protokoll.positions.questions import (
    Matter,
    Question,
    containment,
    likeness,
    shared_topics,
    shared_words,
    topic_words,
)

__all__ = ["Link", "is_beside", "weighed"]

# Fitted on the pairs of `benchmarks/positions/pairs.toml` that are not held out.
_WORDS, _WITHIN, _MEANING, _NAMES, _TOPIC, _MATTER, _BIAS = 3.0, 3.1, 3.4, 1.1, 2.1, 3.0, -6.4
_SURE = 0.5
_MATTER_MEANING = 0.25
_SAME_PAPER, _OTHER_MATTER = 0.7, 1.5
_SAYS_LITTLE, _LITTLE = 8.0, 1.5


class Link(NamedTuple):
    """Two positions on what looks like the same question."""

    before: int
    """The place of the earlier position among those given."""
    after: int
    weight: float
    """How sure it is that the question is the same, from 0 to 1."""
    weak: bool
    likeness: float
    """How alike the words are, from 0 to 1."""
    meaning: float
    """How near they are in meaning, from -1 to 1."""
    named: int
    """How many names both have."""
    only_topic: bool
    """True where they share no words but those of a topic."""
    texts: tuple[str, str]
    """The part of the earlier and of the later position that are alike."""
    reasons: tuple[str, ...]


def weighed(questions: tuple[Question, Question], places: tuple[int, int], meaning: float, doubt: float) -> Link:
    """Return the link of two questions, with how sure it is and why.

    Args:
        questions: the earlier and the later one.
        places: the places of their positions.
        meaning: how near they are in meaning.
        doubt: how much likelier a link must be among so many.
    """
    early, late = questions
    words = likeness(early, late)
    names = early.names & late.names
    score = _BIAS - doubt + _WORDS * words + _WITHIN * containment(early, late) + _MEANING * meaning
    score += _NAMES * min(2, len(names)) + _TOPIC * shared_topics(early, late)
    if min(early.said, late.said) < _SAYS_LITTLE:
        score -= _LITTLE
    if words > 0 or meaning > _MATTER_MEANING:
        score += _of_matters(early.matter, late.matter)
    weight = 1 / (1 + exp(-score))
    reasons = tuple(_reasons(early, late, words, meaning))
    return Link(
        *places,
        round(weight, 3),
        weight < _SURE,
        words,
        meaning,
        len(names),
        _only_topic(early, late),
        (early.text, late.text),
        reasons,
    )


def _only_topic(early: Question, late: Question) -> bool:
    """Tell whether all that two questions share is the name of a topic, and one of them says more."""
    shared = {key for key in early.weights if key in late.weights and not key.startswith(("~", "="))}
    topics = topic_words()
    return shared <= topics and not (early.weights.keys() <= shared and late.weights.keys() <= shared)


def _of_matters(early: Matter, late: Matter) -> float:
    """Return what it adds to a link that two positions stand in one matter, or in matters of one title."""
    if early.act and late.act and early.years and late.years and early.years.isdisjoint(late.years):
        return -_MATTER
    if _is_one(early, late):
        return _MATTER if early.act and late.act else _SAME_PAPER
    # What a party says, and an act on another matter, may have no more in common than the topic.
    return -_OTHER_MATTER if early.act is not late.act else 0.0


def _is_one(early: Matter, late: Matter) -> bool:
    return bool(early.numbers & late.numbers) or (bool(early.subject) and early.subject == late.subject)


def is_beside(early: Matter, late: Matter) -> bool:
    """Tell whether one of two acts says nothing, on another matter than the other's."""
    return (early.silent or late.silent) and not _is_one(early, late)


def _reasons(early: Question, late: Question, words: float, meaning: float) -> Iterator[str]:
    """Yield why two questions look the same, a clause each."""
    if numbers := sorted(early.matter.numbers & late.matter.numbers):
        yield f"the same diary number: {', '.join(numbers)}"
    if early.matter.subject and early.matter.subject == late.matter.subject:
        yield "matters with the same title"
    if names := sorted(early.names & late.names):
        yield f"both name {', '.join(names)}"
    shared = {key: early.weights[key] * late.weights[key] for key in shared_words(early, late)}
    told = [key for key in sorted(shared, key=lambda key: -shared[key]) if not key.startswith(("~", "="))][:5]
    if told:
        yield f"words in common: {', '.join(told)} (likeness {words:.2f})"
    elif roots := sorted(key[1:] + "…" for key in shared if key.startswith("~")):
        yield f"related words: {', '.join(roots[:3])} (likeness {words:.2f})"
    if ideas := sorted(key[1:] for key in shared if key.startswith("=")):
        yield f"one idea, perhaps in other words: {', '.join(ideas[:3])}"
    if early.topic and early.topic == late.topic:
        yield f"the same topic: {early.topic}"
    if meaning >= 0.5:
        yield f"near in meaning ({meaning:.2f})"
