"""The same question, found again among other positions: by matter, by words, by names and by meaning."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from math import log
from typing import Any, NamedTuple

from protokoll.model.position import Position
from protokoll.positions.nearness import meanings, projection
from protokoll.positions.questions import Question, questions_of
from protokoll.positions.weighing import Link, is_beside, weighed

__all__ = ["Link", "find_links"]

_NEIGHBOURS = 12
"""How many of the other side are looked at for each position."""
_FOLDED, _SHARE = 192, 0.7
_CELLS = 16_000_000
"""How many pairs are looked at in one step: it bounds the memory."""
_SHOWN = 0.2
_FLOOR, _FULL = 0.025, 22
"""The least of a link on the side that has fewer positions; the more of them, the more is there by chance."""
_FEW, _MANY, _FEW_FLOOR = 12, 3, 0.008
"""Beside a programme so short a paper is read whole: each of its positions shows the best there is, down to this."""
_NEXT_BEST, _NEXT_WEAK, _NEXT_OF_MANY = 0.6, 0.5, 0.15
"""A further link is shown where it is nearly as likely as the best one."""
_MOST, _MOST_WEAK = 3, 3
_USUAL, _CROWD = 50, 0.5
"""Among more positions than usual something alike is there by chance: a link must be likelier."""
_COMMON_TOPIC = 2.0
"""Where all are on one topic, that two are on it speaks for nothing."""
_Acts = dict[int, frozenset[str]]


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
    common = _common_topics((*before, *after))
    best: dict[tuple[int, int], Link] = {}
    for first, second in pairs:
        if is_beside(early.questions[first].matter, late.questions[second].matter):
            continue
        meaning = float(early.meanings[first] @ late.meanings[second])
        places = early.places[first], late.places[second]
        questions = early.questions[first], late.questions[second]
        share = common.get(questions[0].topic, 0.0) if questions[0].topic == questions[1].topic else 0.0
        link = weighed(questions, places, meaning, doubt + _COMMON_TOPIC * share)
        if link.weight >= _FEW_FLOOR and (places not in best or link.weight > best[places].weight):
            best[places] = link
    few, many = sorted((len(before), len(after)))
    short = few <= _FEW and many >= _MANY * few
    floor = min(_SHOWN, _FLOOR * max(1.0, few / _FULL))
    links = _one_of_a_matter(best.values(), (early.acts(), late.acts()))
    return _chosen(links, 0 if len(before) < len(after) else 1, floor, short)


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

    def acts(self) -> "_Acts":
        """Return the matter of each position that is an act on one, by its place."""
        pairs = zip(self.places, (each.matter for each in self.questions), strict=True)
        return {place: matter.numbers or matter.subject for place, matter in pairs if matter.act}


def _common_topics(positions: Sequence[Position]) -> dict[str | None, float]:
    """Return the topics that are no news among these positions, with the share that is on each, from 0 to 1."""
    counts = Counter(each.topic for each in positions if each.topic)
    total = len(positions) + _USUAL // 2
    return {topic: count / total for topic, count in counts.items() if count > _USUAL // 10}


def _one_of_a_matter(links: Iterable[Link], acts: tuple[_Acts, _Acts]) -> Iterator[Link]:
    """Yield the links, the surest first, but beside each position only the surest of the acts on one matter."""
    seen: set[object] = set()
    for link in sorted(links, key=lambda link: (-link.weight, link.before, link.after)):
        early, late = acts[0].get(link.before), acts[1].get(link.after)
        marks = {(0, link.before, late)} if late else set()
        marks |= {(1, link.after, early)} if early else set()
        if seen.isdisjoint(marks):
            seen |= marks
            yield link


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


def _chosen(links: Iterable[Link], fewer: int, floor: float, short: bool) -> tuple[Link, ...]:
    """Return for each position its best link and others that are nearly as sure.

    Args:
        links: all that may be shown, the surest first.
        fewer: 0 where the earlier positions are fewer, else 1; only they get a link that is little likely.
        floor: the least of these.
        short: True where they are very few.
    """
    taken: tuple[dict[int, list[float]], dict[int, list[float]]] = {}, {}
    found = []
    for link in links:
        lists = [side.setdefault(place, []) for side, place in zip(taken, link[:2], strict=True)]
        if link.weight >= _SHOWN:
            room = all(_has_room(weights, link.weight / _NEXT_BEST, _MOST) for weights in lists)
        elif link.weight < floor:
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
