"""What four letters of Swedish cost in a row: tells a reading that makes sense from one that does not."""

from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from numpy import float32
    from numpy.typing import NDArray

__all__ = ["ALPHABET", "DIGIT", "LETTERS", "LIKELY", "SCALE", "classes_of", "open_letters"]

ALPHABET = ' abcdefghijklmnopqrstuvwxyzåäöéü.,-:()/"0'
"""The classes of signs that are told apart; all figures are one, as no statistics can tell a 3 from a 7."""
LETTERS = "".join(filter(str.isalpha, ALPHABET))
DIGIT = ALPHABET.index("0")
LIKELY = tuple(map(ALPHABET.index, ' eatrnsildomkgväfuhpåöbcj.,y-x0:()/"zwqéü'))
"""The classes, the most frequent first."""
SCALE = 8
"""Costs (negative natural logarithms) are kept as whole numbers of eighths in one byte."""

_SAME = {"0": "123456789", "-": "–—−", '"': "”“’'»«", ",": ";", ".": "?!"}
_CLASS = {letter: at for at, letter in enumerate(ALPHABET)} | {
    other: ALPHABET.index(one) for one, others in _SAME.items() for other in others
}


def classes_of(text: str) -> list[int]:
    """Return the class of each sign of a text, case aside; signs of no class are left out.

    >>> classes_of("Åå 1§7")
    [27, 27, 0, 40, 40]
    """
    return [_CLASS[sign] for sign in text.lower() if sign in _CLASS]


@lru_cache(1)
def open_letters() -> "NDArray[float32]":
    """Return the cost of each four classes in a row, each after the three before it, as one flat array.

    >>> costs, size = open_letters(), len(ALPHABET)
    >>> a, b, c, d = classes_of("kommunen")[4:]
    >>> float(costs[((a * size + b) * size + c) * size + d]) < 2
    True
    """
    import lzma

    import numpy as np

    packed = (files("protokoll.cleaning.deciphering") / "data" / "letters.bin").read_bytes()
    return np.frombuffer(lzma.decompress(packed), np.uint8).astype(np.float32) / np.float32(SCALE)
