"""The same question, found again among other positions: by matter, by words, by names and by meaning."""

from collections.abc import Iterable, Iterator, Sequence
from math import exp, log
from typing import Any, NamedTuple

from protokoll.model.position import Position
from protokoll.positions.nearness import meanings, projection
from protokoll.positions.questions import (
    Matter,
    Question,
    containment,
    likeness,
    questions_of,
    shared_topics,
    topic_words,
)

__all__ = ["Link", "find_links"]

_NEIGHBOURS = 12
"""How many of the other side are looked at for each position."""
_FOLDED, _SHARE = 192, 0.7
_CELLS = 16_000_000
"""How many pairs are looked at in one step: it bounds the memory."""
# Fitted on the pairs of `benchmarks/positions/pairs.toml` that are not held out.
_WORDS, _WITHIN, _MEANING, _NAMES, _TOPIC, _MATTER, _BIAS = 3.0, 3.1, 3.4, 1.1, 2.1, 3.0, -6.4
_SHOWN, _SURE = 0.2, 0.5
_FLOOR = 0.025
"""The least of a link for a position that has no better one, on the side that has fewer positions."""
_FEW, _MANY, _FEW_FLOOR = 12, 3, 0.008
"""Beside a programme so short a paper is read whole: each of its positions shows the best there is, down to this."""
_NEXT_BEST, _NEXT_WEAK, _NEXT_OF_MANY = 0.6, 0.35, 0.15
"""A further link is shown where it is nearly as likely as the best one."""
_MOST, _MOST_WEAK = 3, 3
_USUAL, _CROWD = 50, 0.5
"""Among more positions than usual something alike is there by chance: a link must be likelier."""
_MATTER_MEANING = 0.25
_SAME_PAPER = 0.7
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


def find_links(before: Sequence[Position], after: Sequence[Position]) -> tuple[Link, ...]:
    """Return the pairs of an earlier and a later position that look to be on the same question.

    Args:
        before: the earlier positions of a party.
        after: the later ones.

    Returns:
        The links, the surest first; a position may have more than one.
    """
    if not before or not after:
        return ()
    early, late = _Side.of(before), _Side.of(after)
    pairs = set(_neighbours(early, late)) | set(_same_matter(early, late))
    doubt = _CROWD * log(max(len(before), len(after), _USUAL) / _USUAL)
    best: dict[tuple[int, int], Link] = {}
    for first, second in pairs:
        meaning = float(early.meanings[first] @ late.meanings[second])
        places = early.places[first], late.places[second]
        link = _scored((early.questions[first], late.questions[second]), places, meaning, doubt)
        if link.weight >= _FEW_FLOOR and (places not in best or link.weight > best[places].weight):
            best[places] = link
    few, many = sorted((len(before), len(after)))
    short = few <= _FEW and many >= _MANY * few
    return _chosen(best.values(), 0 if len(before) < len(after) else 1, short)


class _Side(NamedTuple):
    """The questions of one side: a position has one or more."""

    questions: list[Question]
    places: list[int]
    """The place of the position of each question."""
    meanings: Any

    @classmethod
    def of(cls, positions: Sequence[Position]) -> "_Side":
        found = [(question, place) for place, each in enumerate(positions) for question in questions_of(each)]
        questions = [question for question, _ in found]
        return cls(questions, [place for _, place in found], meanings(questions))


def _neighbours(early: _Side, late: _Side) -> Iterator[tuple[int, int]]:
    """Yield the likeliest pairs, without scoring each earlier position against each later one."""
    import numpy as np

    first = np.hstack([projection(early.questions, _FOLDED), _SHARE * early.meanings])
    second = np.hstack([projection(late.questions, _FOLDED), _SHARE * late.meanings])
    for rows, columns, turned in ((first, second, False), (second, first, True)):
        most = min(_NEIGHBOURS, len(columns))
        block = max(1, _CELLS // len(columns))
        for start in range(0, len(rows), block):
            near = rows[start : start + block] @ columns.T
            best = np.argpartition(-near, most - 1, axis=1)[:, :most]
            for at, others in enumerate(best.tolist(), start):
                yield from ((other, at) if turned else (at, other) for other in others)


def _same_matter(early: _Side, late: _Side) -> Iterator[tuple[int, int]]:
    """Yield the pairs with a diary number in common, as long as they are few."""
    places: dict[str, list[int]] = {}
    for at, question in enumerate(early.questions):
        for number in question.matter.numbers:
            places.setdefault(number, []).append(at)
    for at, question in enumerate(late.questions):
        for number in question.matter.numbers:
            yield from ((other, at) for other in places.get(number, ())[:_NEIGHBOURS])


def _scored(questions: tuple[Question, Question], places: tuple[int, int], meaning: float, doubt: float) -> Link:
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
    if early.numbers & late.numbers or (early.subject and early.subject == late.subject):
        return _MATTER if early.act and late.act else _SAME_PAPER
    return 0.0


def _reasons(early: Question, late: Question, words: float, meaning: float) -> Iterator[str]:
    """Yield why two questions look the same, a clause each."""
    if numbers := sorted(early.matter.numbers & late.matter.numbers):
        yield f"the same diary number: {', '.join(numbers)}"
    if early.matter.subject and early.matter.subject == late.matter.subject:
        yield "matters with the same title"
    if names := sorted(early.names & late.names):
        yield f"both name {', '.join(names)}"
    shared = {key: early.weights[key] * late.weights[key] for key in early.weights if key in late.weights}
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


def _chosen(links: Iterable[Link], fewer: int, short: bool) -> tuple[Link, ...]:
    """Return for each position its best link and others that are nearly as sure.

    Args:
        links: all that may be shown.
        fewer: 0 where the earlier positions are fewer, else 1; only they get a link that is little likely.
        short: True where they are very few.
    """
    ordered = sorted(links, key=lambda link: (-link.weight, link.before, link.after))
    taken: tuple[dict[int, list[float]], dict[int, list[float]]] = {}, {}
    found = []
    for link in ordered:
        lists = [side.setdefault(place, []) for side, place in zip(taken, link[:2], strict=True)]
        if link.weight >= _SHOWN:
            room = all(_has_room(weights, link.weight / _NEXT_BEST, _MOST) for weights in lists)
        elif link.weight < _FLOOR:
            room = short and not lists[fewer] and len(lists[1 - fewer]) < _MOST_WEAK
        else:
            room = _has_room(lists[fewer], link.weight / _NEXT_WEAK, _MOST_WEAK)
            room = room and _has_room(lists[1 - fewer], link.weight / _NEXT_OF_MANY, _MOST_WEAK)
        if room:
            for weights in lists:
                weights.append(link.weight)
            found.append(link)
    return tuple(found)


def _has_room(weights: Sequence[float], weight: float, most: int) -> bool:
    return not weights or (len(weights) < most and weight >= weights[0])
