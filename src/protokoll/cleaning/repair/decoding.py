"""How likely each candidate is, by the words beside it: sums over all readings of a run of words."""

from collections.abc import Sequence
from itertools import pairwise
from math import exp

from protokoll.cleaning.repair.candidate import Candidate
from protokoll.cleaning.repair.store import Store

__all__ = ["decode"]

_FARTHEST = 80.0
_WORTH = 1e-3
"""A candidate less likely than this by pairs of words is not weighed again by threes."""
_BACKOFF = 0.2

Nodes = Sequence[Sequence[Candidate]]


def decode(nodes: Nodes, store: Store) -> list[list[float]]:
    """Return for each node the probability of each of its candidates.

    First by pairs of words; what is then still open is weighed by threes. A node with one candidate
    separates what is before from what is after it, so that the cost is linear.
    """
    result = [[1.0]] * len(nodes)
    for start, end in _open_runs(nodes):
        result[start:end] = _by_pairs(nodes, start, end, store)
    left = [
        node if len(node) == 1 else [each for each, p in zip(node, chances, strict=True) if p >= _WORTH]
        for node, chances in zip(nodes, result, strict=True)
    ]
    for start, end in _open_runs(left):
        for at, chances in enumerate(_by_threes(left, start, end, store), start):
            kept = iter(chances)
            lost = sum(old for old in result[at] if old < _WORTH)
            result[at] = [next(kept) * (1 - lost) if old >= _WORTH else old for old in result[at]]
    return result


def _open_runs(nodes: Nodes) -> list[tuple[int, int]]:
    runs, at = [], 0
    while at < len(nodes):
        if len(nodes[at]) == 1:
            at += 1
            continue
        start = at
        while at < len(nodes) and len(nodes[at]) > 1:
            at += 1
        runs.append((start, at))
    return runs


def _by_pairs(nodes: Nodes, start: int, end: int, store: Store) -> list[list[float]]:
    first = max(0, start - 1)
    run = nodes[first : end + 1]
    forward = [_normal([exp(-min(_FARTHEST, each.channel + each.cost)) for each in run[0]])]
    tables = []
    for before, after in pairwise(run):
        table = [[exp(-min(_FARTHEST, _pair(one, two, store))) for two in after] for one in before]
        tables.append(table)
        last = forward[-1]
        forward.append(
            _normal([sum(p * row[j] for p, row in zip(last, table, strict=True)) for j in range(len(after))])
        )
    back = [1.0] * len(run[-1])
    chances = [forward[-1]]
    for at in range(len(run) - 2, -1, -1):
        back = _normal([sum(p * q for p, q in zip(row, back, strict=True)) for row in tables[at]])
        chances.append(_normal([p * q for p, q in zip(forward[at], back, strict=True)]))
    chances.reverse()
    return chances[start - first : end - first]


def _by_threes(nodes: Nodes, start: int, end: int, store: Store) -> list[list[float]]:
    """The same with two words before each: the states are pairs of candidates."""
    first, last = max(0, start - 2), min(len(nodes), end + 2)
    run = nodes[first:last]
    if len(run) < 3:
        return _by_pairs(nodes, start, end, store)
    forward = [
        {
            (i, j): exp(-min(_FARTHEST, one.channel + one.cost + _pair(one, two, store)))
            for i, one in enumerate(run[0])
            for j, two in enumerate(run[1])
        }
    ]
    steps: list[list[tuple[int, int, int, float]]] = []
    for a, b, c in zip(run, run[1:], run[2:], strict=False):
        step = [
            (i, j, k, exp(-min(_FARTHEST, _three(one, two, three, store))))
            for j, two in enumerate(b)
            for k, three in enumerate(c)
            for i, one in enumerate(a)
        ]
        steps.append(step)
        states: dict[tuple[int, int], float] = {}
        for i, j, k, chance in step:
            states[j, k] = states.get((j, k), 0.0) + forward[-1][i, j] * chance
        forward.append(_scaled(states))
    back = dict.fromkeys(forward[-1], 1.0)
    chances: list[list[float]] = []
    for at in range(len(forward) - 1, -1, -1):
        both = {state: value * back[state] for state, value in forward[at].items()}
        if at == len(forward) - 1:
            chances.append(_margin(both, 1, len(run[at + 1])))
        chances.append(_margin(both, 0, len(run[at])))
        if at:
            earlier: dict[tuple[int, int], float] = {}
            for i, j, k, chance in steps[at - 1]:
                earlier[i, j] = earlier.get((i, j), 0.0) + chance * back[j, k]
            back = _scaled(earlier)
    chances.reverse()
    return chances[start - first : end - first]


def _pair(one: Candidate, two: Candidate, store: Store) -> float:
    """Return the cost of `two` after `one`, misread as it was."""
    before, after = one.text, two.text
    if " " in after:
        return one.backoff + two.cost + two.channel
    if " " in before:
        before = before.rpartition(" ")[2]
    cost = store.pair(before, after)
    return (cost if cost >= 0 else one.backoff + two.cost) + two.channel


def _three(one: Candidate, two: Candidate, three: Candidate, store: Store) -> float:
    if " " not in one.text + two.text + three.text:
        cost = store.triple(one.text, two.text, three.text)
        if cost >= 0:
            return cost + three.channel
    return _pair(two, three, store) + _BACKOFF


def _margin(states: dict[tuple[int, int], float], part: int, size: int) -> list[float]:
    sums = [0.0] * size
    for state, value in states.items():
        sums[state[part]] += value
    return _normal(sums)


def _scaled(states: dict[tuple[int, int], float]) -> dict[tuple[int, int], float]:
    total = sum(states.values()) or 1.0
    return {state: value / total for state, value in states.items()}


def _normal(values: list[float]) -> list[float]:
    total = sum(values)
    return [value / total for value in values] if total else [1.0 / len(values)] * len(values)
