"""Words in which two misreadings met: `kosmadema` for *kostnaderna*."""

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple
from zlib import crc32

from protokoll.cleaning.repair.store import Store, skeleton

if TYPE_CHECKING:
    from numpy import ndarray

    Numbers = ndarray[Any, Any]

__all__ = ["Slips"]

_KEPT = 5_000
_MOST = 14.0
"""What two misreadings may cost together."""


class _Slip(NamedTuple):
    """One place where something else may have stood."""

    start: int
    end: int
    true: str
    cost: float


class Slips:
    """Finds what was changed in two places of a word, all pairs of misreadings at once; the latest are kept.

    Args:
        store: the language data.
        noise: misreadings, as (true, seen, cost).

    >>> from protokoll.cleaning.repair.store import open_store
    >>> Slips(open_store(), [("tn", "m", 5.0), ("rn", "m", 4.0)]).twice("kosmadema")
    (('kostnaderna', 9.0),)
    """

    def __init__(self, store: Store, noise: Sequence[tuple[str, str, float]]) -> None:
        self._store, self._noise = store, sorted(noise, key=lambda each: each[2])
        self.twice = lru_cache(_KEPT)(self._twice)

    def _twice(self, seen: str) -> tuple[tuple[str, float], ...]:
        """Return the texts that two misreadings turn into what is seen and that may be words, with the cost of both."""
        import numpy as np

        from protokoll.cleaning.repair.checksums import joined

        slips = self._places(seen)
        if len(slips) < 2:
            return ()
        starts, ends = np.array([each.start for each in slips]), np.array([each.end for each in slips])
        costs = np.array([each.cost for each in slips])
        first, second = np.nonzero((ends[:, None] <= starts) & (costs[:, None] + costs <= _MOST))
        heads = np.array([crc32(_bones(seen[: each.start] + each.true)) for each in slips], np.uint32)
        tails = [_bones(each.true + seen[each.end :]) for each in slips]
        middle, length = _middles(seen)
        codes = joined(heads[first], middle[ends[first], starts[second]], length[ends[first], starts[second]])
        behind = np.array([crc32(tail) for tail in tails], np.uint32), np.array([len(tail) for tail in tails])
        codes = joined(codes, behind[0][second], behind[1][second])
        may = np.nonzero(self._store.skeletons.may_have_each(codes))[0]
        pairs = [(slips[i], slips[j]) for i, j in zip(first[may].tolist(), second[may].tolist(), strict=True)]
        return tuple((_changed(seen, one, two), one.cost + two.cost) for one, two in pairs)

    def _places(self, seen: str) -> list[_Slip]:
        found = []
        for true, other, cost in self._noise:
            at = seen.find(other)
            while at >= 0:
                found.append(_Slip(at, at + len(other), true, cost))
                at = seen.find(other, at + 1)
        return found


def _changed(seen: str, one: _Slip, two: _Slip) -> str:
    return seen[: one.start] + one.true + seen[one.end : two.start] + two.true + seen[two.end :]


def _middles(seen: str) -> tuple["Numbers", "Numbers"]:
    """Return the checksum and the length of the skeleton of each stretch of a word, by its start and end."""
    import numpy as np

    size = len(seen) + 1
    codes, lengths = np.zeros((size, size), np.uint32), np.zeros((size, size), np.int64)
    for start in range(size):
        code = length = 0
        for end in range(start + 1, size):
            bone = _bones(seen[end - 1])
            code, length = crc32(bone, code), length + len(bone)
            codes[start, end], lengths[start, end] = code, length
    return codes, lengths


def _bones(text: str) -> bytes:
    return skeleton(text).encode("latin-1", "replace")
