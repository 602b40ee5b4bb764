"""Checksums of words put together, for many at once: the keys of the language data."""

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy import ndarray

    Numbers = ndarray[Any, Any]

__all__ = ["LONGEST", "checksums", "joined"]

_POLYNOMIAL = 0xEDB88320
LONGEST = 256
"""What is put behind has fewer bytes than this."""


def joined(first: "Numbers", second: "Numbers", lengths: "Numbers") -> "Numbers":
    """Return the checksums (`zlib.crc32`) of texts put together, from those of their parts.

    Args:
        first: the checksums of what stands before.
        second: those of what stands behind.
        lengths: how many bytes stand behind.

    >>> import numpy as np
    >>> from zlib import crc32
    >>> whole = joined(*(np.array([each], np.uint32) for each in (crc32(b"barn "), crc32("får".encode()), 4)))
    >>> int(whole[0]) == crc32("barn får".encode())
    True
    """
    table, row = _table(), lengths * 1024
    moved = table[row + (first & 255)] ^ table[row + (256 + (first >> 8 & 255))]
    moved ^= table[row + (512 + (first >> 16 & 255))] ^ table[row + (768 + (first >> 24))]
    moved ^= second
    return moved  # type: ignore[no-any-return]


@cache
def _steps() -> "Numbers":
    """Return what one more byte does to each value of the last byte of a checksum."""
    import numpy as np

    steps = np.arange(256, dtype=np.uint32)
    for _ in range(8):
        steps = np.where(steps & 1, steps >> 1 ^ np.uint32(_POLYNOMIAL), steps >> 1)
    return steps


@cache
def _table() -> "Numbers":
    """Return what so many bytes do to each of the four bytes of a checksum before them."""
    import numpy as np

    steps, rows = _steps(), [np.arange(256, dtype=np.uint32) << np.uint32(shift) for shift in (0, 8, 16, 24)]
    moved = [np.concatenate(rows)]
    for _ in range(LONGEST - 1):
        moved.append(moved[-1] >> 8 ^ steps[moved[-1] & 255])
    return np.concatenate(moved)


def checksums(data: "Numbers", starts: "Numbers", lengths: "Numbers") -> "Numbers":
    """Return the checksums of many stretches of bytes.

    >>> import numpy as np
    >>> from zlib import crc32
    >>> found = checksums(np.frombuffer(b"nmnd skl", np.uint8), np.array([0, 5]), np.array([4, 3]))
    >>> found.tolist() == [crc32(b"nmnd"), crc32(b"skl")]
    True
    """
    import numpy as np

    order = np.argsort(-lengths.astype(np.int64), kind="stable")
    starts, ordered, steps = starts[order], -lengths.astype(np.int64)[order], _steps()
    found = np.full(len(starts), 0xFFFFFFFF, np.uint32)
    for at in range(int(-ordered[0]) if len(ordered) else 0):
        longer = int(np.searchsorted(ordered, -at, "left"))
        part = found[:longer]
        found[:longer] = part >> 8 ^ steps[(part ^ data[starts[:longer] + at]) & 255]
    result = np.empty_like(found)
    result[order] = ~found
    return result
