"""The same question, found again among other positions: by matter, by words, by names and by meaning."""

from collections.abc import Iterator, Sequence
from math import exp
from typing import Any, NamedTuple

from protokoll.model.position import Position
from protokoll.positions.questions import Question, containment, likeness, meanings, projection, question_of

__all__ = ["Link", "find_links"]

_NEIGHBOURS = 12
"""How many of the other side are looked at for each position."""
_FOLDED = 192
_BLOCK = 2000
# Fitted on the pairs of `benchmarks/positions/pairs.toml` that are not held out.
_WORDS, _WITHIN, _MEANING, _NAMES, _TOPIC, _MATTER, _BIAS = 3.7, 3.8, 4.6, 2.0, 1.5, 3.0, -6.9
_SHOWN, _SURE = 0.2, 0.5
_NEXT_BEST = 0.8
"""A further link is shown where it is nearly as likely as the best one."""
_MOST = 3
_MATTER_MEANING = 0.25


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
    early, late = [question_of(each) for each in before], [question_of(each) for each in after]
    meaning = _Meanings(meanings(early), meanings(late))
    pairs = set(_neighbours(early, late, meaning)) | set(_same_matter(early, late))
    scored = [_scored(early[i], late[j], i, j, meaning.of(i, j)) for i, j in pairs]
    return _chosen([link for link in scored if link.weight >= _SHOWN])


class _Meanings(NamedTuple):
    early: Any
    late: Any

    def of(self, before: int, after: int) -> float:
        return float(self.early[before] @ self.late[after])


def _neighbours(early: Sequence[Question], late: Sequence[Question], meaning: _Meanings) -> Iterator[tuple[int, int]]:
    """Yield the likeliest pairs, without scoring each earlier position against each later one."""
    import numpy as np

    first = np.hstack([projection(early, _FOLDED), 0.7 * meaning.early])
    second = np.hstack([projection(late, _FOLDED), 0.7 * meaning.late])
    for rows, columns, turned in ((first, second, False), (second, first, True)):
        most = min(_NEIGHBOURS, len(columns))
        for start in range(0, len(rows), _BLOCK):
            near = rows[start : start + _BLOCK] @ columns.T
            best = np.argpartition(-near, most - 1, axis=1)[:, :most]
            for at, others in enumerate(best.tolist(), start):
                yield from ((other, at) if turned else (at, other) for other in others)


def _same_matter(early: Sequence[Question], late: Sequence[Question]) -> Iterator[tuple[int, int]]:
    """Yield the pairs with a diary number in common, as long as they are few."""
    places: dict[str, list[int]] = {}
    for at, question in enumerate(early):
        for number in question.matters:
            places.setdefault(number, []).append(at)
    for at, question in enumerate(late):
        for number in question.matters:
            yield from ((other, at) for other in places.get(number, ())[:_NEIGHBOURS])


def _scored(early: Question, late: Question, before: int, after: int, meaning: float) -> Link:
    words = likeness(early, late)
    names = early.names & late.names
    topic = early.topic is not None and early.topic == late.topic
    matter = early.matters & late.matters
    title = bool(early.subject) and early.subject == late.subject
    score = _BIAS + _WORDS * words + _WITHIN * containment(early, late) + _MEANING * meaning
    score += _NAMES * min(2, len(names)) + _TOPIC * topic
    if (matter or title) and (words > 0 or meaning > _MATTER_MEANING):
        score += _MATTER
    weight = 1 / (1 + exp(-score))
    reasons = tuple(_reasons(early, late, words, meaning))
    return Link(before, after, round(weight, 3), weight < _SURE, words, reasons)


def _reasons(early: Question, late: Question, words: float, meaning: float) -> Iterator[str]:
    """Yield why two questions look the same, a clause each."""
    if numbers := sorted(early.matters & late.matters):
        yield f"the same diary number: {', '.join(numbers)}"
    if early.subject and early.subject == late.subject:
        yield "matters with the same title"
    if names := sorted(early.names & late.names):
        yield f"both name {', '.join(names)}"
    shared = {key: early.weights[key] * late.weights[key] for key in early.weights if key in late.weights}
    told = [key for key in sorted(shared, key=lambda key: -shared[key]) if not key.startswith("~")][:5]
    if told:
        yield f"words in common: {', '.join(told)} (likeness {words:.2f})"
    elif shared:
        yield f"related words: {', '.join(sorted(key[1:] + '…' for key in shared)[:3])} (likeness {words:.2f})"
    if early.topic and early.topic == late.topic:
        yield f"the same topic: {early.topic}"
    if meaning >= 0.5:
        yield f"near in meaning ({meaning:.2f})"


def _chosen(links: Sequence[Link]) -> tuple[Link, ...]:
    """Return for each position its best link, and others that are nearly as sure."""
    ordered = sorted(links, key=lambda link: (-link.weight, link.before, link.after))
    best_before: dict[int, list[float]] = {}
    best_after: dict[int, list[float]] = {}
    found = []
    for link in ordered:
        earlier, later = best_before.setdefault(link.before, []), best_after.setdefault(link.after, [])
        if all(_has_room(weights, link.weight) for weights in (earlier, later)):
            earlier.append(link.weight)
            later.append(link.weight)
            found.append(link)
    return tuple(found)


def _has_room(weights: Sequence[float], weight: float) -> bool:
    return not weights or (len(weights) < _MOST and weight >= _NEXT_BEST * weights[0])
