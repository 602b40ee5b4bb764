"""How likely each candidate is, by the words beside it: sums over all readings of a run of words."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from protokoll.cleaning.repair.candidate import Candidate
from protokoll.cleaning.repair.lattice import Lattice
from protokoll.cleaning.repair.store import Store

if TYPE_CHECKING:
    from numpy import ndarray

    Numbers = ndarray[Any, Any]

__all__ = ["decode"]

_WORTH = 1e-3
"""A candidate less likely than this by pairs of words is not weighed again by threes."""
_AT_ONCE = 4096

Nodes = Sequence[Sequence[Candidate]]


class _Run(NamedTuple):
    """A run of words with more than one candidate, with the words around it that are weighed with it."""

    first: int
    start: int
    end: int
    last: int


def decode(nodes: Nodes, store: Store) -> list[list[float]]:
    """Return for each node the probability of each of its candidates.

    First by pairs of words; what is then still open is weighed by threes. A node with one candidate
    separates what is before from what is after it, so that the cost is linear. All the runs of a text are weighed
    side by side, step by step.
    """
    lattice = Lattice(nodes, store)
    _by_pairs(lattice, len(nodes))
    kept = lattice.kept(_WORTH)
    (_by_threes if len(nodes) > 2 else _by_pairs)(kept, len(nodes))
    lattice.refine(kept, _WORTH)
    return lattice.lists(nodes)


def _by_pairs(lattice: Lattice, size: int) -> None:
    for runs in _portions(lattice.runs(), around=1, size=size):
        _weigh_pairs(lattice, runs)


def _by_threes(lattice: Lattice, size: int) -> None:
    for runs in _portions(lattice.runs(), around=2, size=size):
        _weigh_threes(lattice, runs)


def _portions(runs: Sequence[tuple[int, int]], around: int, size: int) -> Iterator[list[_Run]]:
    """Yield the runs in portions that bound the memory, the longest run of each first."""
    portion: list[_Run] = []
    filled = 0
    for start, end in runs:
        run = _Run(max(0, start - around), start, end, min(size, end + around))
        if portion and filled + run.last - run.first > _AT_ONCE:
            yield sorted(portion, key=_length, reverse=True)
            portion, filled = [], 0
        portion.append(run)
        filled += run.last - run.first
    if portion:
        yield sorted(portion, key=_length, reverse=True)


def _length(run: _Run) -> int:
    return run.last - run.first


def _weigh_pairs(lattice: Lattice, runs: Sequence[_Run]) -> None:
    import numpy as np

    first = np.array([run.first for run in runs])
    lengths = np.array([_length(run) for run in runs])
    tables, places = lattice.pairs(first, lengths - 1)
    forward = [_normal(lattice.alone(first))]
    for at in range(1, int(lengths[0])):
        many = int(np.count_nonzero(lengths > at))
        step = tables[places[first[:many] + at - 1]]
        forward.append(_normal(np.matmul(forward[-1][:many, None, :], step)[:, 0]))
    back = lattice.present(first + lengths - 1)
    for at in range(int(lengths[0]) - 1, -1, -1):
        many = int(np.count_nonzero(lengths > at + 1))
        if many:
            step = tables[places[first[:many] + at]]
            back[:many] = _normal(np.matmul(step, back[:many, :, None])[:, :, 0])
        _write(lattice, runs, at, _normal(forward[at] * back[: len(forward[at])]))


def _weigh_threes(lattice: Lattice, runs: Sequence[_Run]) -> None:
    """The same with two words before each: the states are pairs of candidates."""
    import numpy as np

    first = np.array([run.first for run in runs])
    lengths = np.array([_length(run) for run in runs])
    tables, places = lattice.triples(first, lengths - 2)
    forward = [lattice.begun(first)]
    for at in range(1, int(lengths[0]) - 1):
        many = int(np.count_nonzero(lengths > at + 1))
        step = tables[places[first[:many] + at - 1]]
        forward.append(_scaled(np.einsum("nij,nijk->njk", forward[-1][:many], step)))
    back = np.ones_like(forward[0])
    for at in range(int(lengths[0]) - 2, -1, -1):
        many = int(np.count_nonzero(lengths > at + 2))
        if many:
            step = tables[places[first[:many] + at]]
            back[:many] = _scaled(np.einsum("njk,nijk->nij", back[:many], step))
        both = forward[at] * back[: len(forward[at])]
        last = both[many:]
        _write(lattice, runs[many : len(both)], at + 1, _normal(last.sum(1)))
        _write(lattice, runs, at, _normal(both.sum(2)))


def _write(lattice: Lattice, runs: Sequence[_Run], at: int, chances: "Numbers") -> None:
    """Write down what was found of one node of each run, if it belongs to the run and does not only stand beside it."""
    import numpy as np

    nodes = np.array([run.first + at for run in runs[: len(chances)]], np.int64)
    inside = np.array([run.start <= run.first + at < run.end for run in runs[: len(chances)]], bool)
    lattice.found(nodes[inside], chances[inside])


def _scaled(states: "Numbers") -> "Numbers":
    total = states.sum((1, 2), keepdims=True)
    total[total == 0] = 1.0
    return states / total  # type: ignore[no-any-return]


def _normal(values: "Numbers") -> "Numbers":
    total = values.sum(1, keepdims=True)
    total[total == 0] = 1.0
    return values / total  # type: ignore[no-any-return]
