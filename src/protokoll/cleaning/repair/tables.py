"""Tables of checksums: what is known of pairs and triples of words, and which skeletons words have."""

from functools import cached_property
from typing import TYPE_CHECKING, Any
from zlib import crc32

from protokoll.cleaning.repair.checksums import checksums

if TYPE_CHECKING:
    from numpy import ndarray

    Numbers = ndarray[Any, Any]

__all__ = ["SCALE", "Costs", "Skeletons"]

SCALE = 12
"""Costs (negative logarithms) are kept as whole numbers of twelfths in one byte."""

_BITS = 23
_MASK = (1 << _BITS) - 1
_NONE = 255
_LIST_16, _TEXT_8 = 0xDC, 0xD9
"""How msgpack announces a list of more than fifteen, and a text of more than 31 bytes."""


class Costs:
    """The costs of runs of words, by their checksums: open addressing, with two bytes of proof in each slot."""

    def __init__(self, prints: memoryview, values: memoryview) -> None:
        self._prints, self._values, self._size = prints.cast("H"), values, len(prints) // 2

    @cached_property
    def _table(self) -> tuple["Numbers", "Numbers"]:
        import numpy as np

        return np.frombuffer(self._prints, np.uint16), np.frombuffer(self._values, np.uint8)

    def cost(self, words: str) -> float:
        """Return the cost of the last word after those before it, or -1 where they are not known together."""
        code = crc32(words.encode())
        slot, mark = code % self._size, (code >> 16) ^ (code & 0xFFFF) or 1
        while found := self._prints[slot]:
            if found == mark:
                return self._values[slot] / SCALE
            slot = (slot + 1) % self._size
        return -1.0

    def costs(self, codes: "Numbers") -> "Numbers":
        """Return the same for many checksums at once."""
        import numpy as np

        prints, values = self._table
        result = np.full(len(codes), -1.0)
        slots, marks = (codes % self._size).astype(np.int64), (codes >> 16) ^ (codes & 0xFFFF)
        marks[marks == 0] = 1
        sought = np.arange(len(codes))
        while len(sought):
            found = prints[slots]
            same = found == marks
            result[sought[same]] = values[slots[same]] / SCALE
            left = (found != 0) & ~same
            sought, marks, slots = sought[left], marks[left], (slots[left] + 1) % self._size
        return result


class Skeletons:
    """Tells at once of nearly every skeleton that no word has it, and of the others what the commonest word costs."""

    def __init__(self, slots: memoryview, buckets: memoryview) -> None:
        import numpy as np

        taken = np.frombuffer(slots, np.uint32)
        starts = taken[taken > 0].astype(np.int64)
        data = np.frombuffer(buckets, np.uint8)
        codes = checksums(data, starts + 1, data[starts]) & _MASK
        costs = data[_first_costs(data, starts)]
        order = np.argsort(-costs.astype(np.int16), kind="stable")  # of two with one checksum the lesser comes last
        least = np.full(1 << _BITS, _NONE, np.uint8)
        least[codes[order]] = costs[order]
        self._least = least.tobytes()

    def may_have(self, code: int) -> bool:
        """Tell whether there may be a word whose skeleton has this checksum; of those that have none, one in forty."""
        return self._least[code & _MASK] != _NONE

    def may_cost(self, code: int) -> float:
        """Return what the commonest word whose skeleton has this checksum costs at least."""
        return self._least[code & _MASK] / SCALE

    def may_have_each(self, codes: "Numbers") -> "Numbers":
        """Tell of many checksums at once whether there may be a word."""
        import numpy as np

        return np.frombuffer(self._least, np.uint8)[codes & np.uint32(_MASK)] != _NONE  # type: ignore[no-any-return]


def _first_costs(data: "Numbers", starts: "Numbers") -> "Numbers":
    """Return where the cost of the first word of each bucket stands: after its key, a mark of a list, and the word."""
    import numpy as np

    at = starts + 1 + data[starts] + 4
    at += np.where(data[at] == _LIST_16, 3, 1)
    long = data[at] == _TEXT_8
    at += np.where(long, 2 + data[at + 1], 1 + (data[at] & 31))
    return at + 2
