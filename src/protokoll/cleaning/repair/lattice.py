"""The candidates of a run of words in columns, and how likely each is after those before it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any
from zlib import crc32

from protokoll.cleaning.repair.candidate import Candidate
from protokoll.cleaning.repair.checksums import joined
from protokoll.cleaning.repair.store import Store

if TYPE_CHECKING:
    from numpy import ndarray

    Numbers = ndarray[Any, Any]

__all__ = ["Lattice"]

_FARTHEST = 80.0
_BACKOFF = 0.2
_SURE = [1.0]


class _Columns:
    """What is known of each candidate of some sets of candidates, one set after the other."""

    def __init__(self, different: Sequence[Sequence[Candidate]], store: Store) -> None:
        import numpy as np

        self._pairs, self._triples = store.pairs, store.triples
        every = [each for node in different for each in node]
        texts = [each.text for each in every]
        written = [text.encode() for text in texts]
        self._misread = np.array([each.channel for each in every], np.float64)
        self._cost = np.array([each.cost for each in every], np.float64)
        self._backoff = np.array([each.backoff for each in every], np.float64)
        self._codes = np.array([crc32(each) for each in written], np.uint32)
        self._lengths = np.array([len(each) for each in written], np.int64)
        self._split = np.array([" " in text for text in texts], bool)
        space = np.full(len(every), crc32(b" "), np.uint32)
        self._tails = joined(self._codes, space, np.ones(len(every), np.int64))
        for at in np.flatnonzero(self._split):
            self._tails[at] = crc32(texts[at].rpartition(" ")[2].encode() + b" ")

    def alone(self, one: "Numbers") -> "Numbers":
        """Return what candidates cost by themselves."""
        return self._misread[one] + self._cost[one]

    def pair(self, one: "Numbers", two: "Numbers") -> "Numbers":
        """Return what candidates cost after others."""
        import numpy as np

        cost = self._pairs.costs(joined(self._tails[one], self._codes[two], self._lengths[two]))
        known = (cost >= 0) & ~self._split[two]
        return np.where(known, cost, self._backoff[one] + self._cost[two]) + self._misread[two]

    def triple(self, one: "Numbers", two: "Numbers", three: "Numbers") -> "Numbers":
        """Return what candidates cost after two others."""
        import numpy as np

        before = joined(self._tails[one], self._tails[two], self._lengths[two] + 1)
        cost = self._triples.costs(joined(before, self._codes[three], self._lengths[three]))
        known = (cost >= 0) & ~(self._split[one] | self._split[two] | self._split[three])
        return np.where(known, cost + self._misread[three], self.pair(two, three) + _BACKOFF)


class Lattice:
    """The nodes of a text, each a set of candidates; what is known of equal sets is kept once.

    Args:
        nodes: the candidates of each word.
        store: the language data.
    """

    def __init__(self, nodes: Sequence[Sequence[Candidate]], store: Store) -> None:
        import numpy as np

        kinds = {id(node): node for node in nodes}
        numbers = {key: at for at, key in enumerate(kinds)}
        self._columns = _Columns(list(kinds.values()), store)
        self._rows = np.array([numbers[id(node)] for node in nodes], np.int64)
        self._sizes = np.array([len(node) for node in kinds.values()], np.int64)
        self._width = int(self._sizes.max(initial=1))
        self._cells = np.concatenate(([0], np.cumsum(self._sizes)))[:-1, None] + np.arange(self._width)
        self._order = np.zeros((0, self._width), np.int64)
        self._chances = np.zeros((len(nodes), self._width))

    @property
    def _open(self) -> "Numbers":
        return self._sizes[self._rows] > 1

    def runs(self) -> list[tuple[int, int]]:
        """Return where nodes with more than one candidate begin and end."""
        import numpy as np

        edges = np.flatnonzero(np.diff(self._open.astype(np.int8), prepend=0, append=0))
        return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))

    def present(self, nodes: "Numbers") -> "Numbers":
        """Return 1 for each candidate of some nodes, and 0 beside them."""
        return self._there(self._rows[nodes]).astype("f8")

    def alone(self, nodes: "Numbers") -> "Numbers":
        """Return how likely the candidates of some nodes are by themselves."""
        rows = self._rows[nodes]
        return self._likely(rows, cost=self._columns.alone)

    def pairs(self, first: "Numbers", counts: "Numbers") -> tuple["Numbers", "Numbers"]:
        """Return tables of how likely each candidate is after each of the node before, and which one stands where.

        Args:
            first: the nodes where runs begin.
            counts: how many pairs there are in each.
        """
        before, after, places = self._different(first, counts, 2)
        return self._likely(before, after, cost=self._columns.pair), places

    def triples(self, first: "Numbers", counts: "Numbers") -> tuple["Numbers", "Numbers"]:
        """Return the same of each candidate after those of the two nodes before.

        Args:
            first: the nodes where runs begin.
            counts: how many triples there are in each.
        """
        *rows, places = self._different(first, counts, 3)
        return self._likely(*rows, cost=self._columns.triple), places

    def begun(self, nodes: "Numbers") -> "Numbers":
        """Return how likely the candidates of some nodes and of the nodes after them are together."""
        columns = self._columns
        return self._likely(
            self._rows[nodes],
            self._rows[nodes + 1],
            cost=lambda one, two: columns.alone(one) + columns.pair(one, two),
        )

    def found(self, nodes: "Numbers", chances: "Numbers") -> None:
        """Write down how likely the candidates of some nodes are."""
        self._chances[nodes] = chances

    def lists(self, nodes: Sequence[Sequence[Candidate]]) -> list[list[float]]:
        """Return how likely each candidate of each node is."""
        import numpy as np

        places = np.flatnonzero(self._open)
        result = [_SURE] * len(nodes)
        for at, chances in zip(places.tolist(), self._chances[places].tolist(), strict=True):
            result[at] = chances[: len(nodes[at])]
        return result

    def kept(self, worth: float) -> "Lattice":
        """Return the lattice without the candidates that are less likely than this."""
        import numpy as np

        kept = self._chances >= worth
        kept[~self._open, 0] = True
        marks = kept @ (1 << np.arange(self._width))
        different, rows = np.unique(self._rows << self._width | marks, return_inverse=True)
        bits = different[:, None] >> np.arange(self._width) & 1
        order = np.argsort(1 - bits, axis=1, kind="stable")
        lattice = object.__new__(Lattice)
        lattice._columns, lattice._rows, lattice._sizes = self._columns, rows, bits.sum(1)
        lattice._width = int(lattice._sizes.max(initial=1))
        lattice._order = order[:, : lattice._width]
        lattice._cells = self._cells[(different >> self._width)[:, None], lattice._order]
        lattice._chances = np.zeros((len(rows), lattice._width))
        return lattice

    def refine(self, lattice: "Lattice", worth: float) -> None:
        """Take over what a lattice with fewer candidates found; what was left out there keeps its share."""
        import numpy as np

        nodes = np.flatnonzero(lattice._open)
        rows = lattice._rows[nodes]
        old = self._chances[nodes]
        left = 1 - np.where(old < worth, old, 0.0).sum(1)
        at, place = lattice._there(rows).nonzero()
        self._chances[nodes[at], lattice._order[rows[at], place]] = lattice._chances[nodes[at], place] * left[at]

    def _there(self, rows: "Numbers") -> "Numbers":
        import numpy as np

        return np.arange(self._width) < self._sizes[rows][:, None]

    def _different(self, first: "Numbers", counts: "Numbers", size: int) -> list["Numbers"]:
        """Return the different runs of so many nodes, part by part, and for each node which of them it begins."""
        import numpy as np

        ends = np.cumsum(counts)
        nodes = np.repeat(first - ends + counts, counts) + np.arange(ends[-1])
        keys, many = self._rows[nodes], len(self._sizes)
        for at in range(1, size):
            keys = keys * many + self._rows[nodes + at]
        _, where, which = np.unique(keys, return_index=True, return_inverse=True)
        places = np.zeros(len(self._rows), np.int64)
        places[nodes] = which
        return [*(self._rows[nodes[where] + at] for at in range(size)), places]

    def _likely(self, *rows: "Numbers", cost: Callable[..., "Numbers"]) -> "Numbers":
        """Return how likely the candidates of some sets are together, at what they cost."""
        import numpy as np

        size, there = len(rows), np.ones((), bool)
        for at, part in enumerate(rows):
            there = there & self._there(part).reshape(-1, *(self._width if at == axis else 1 for axis in range(size)))
        where, *places = there.nonzero()
        cells = [self._cells[part[where], place] for part, place in zip(rows, places, strict=True)]
        likely = np.zeros(there.shape)
        likely[there] = np.exp(-np.minimum(_FARTHEST, cost(*cells)))
        return likely
