"""The compiled language data: words by skeleton, and word pairs, mapped into memory and read where needed."""

import mmap
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from math import log
from pathlib import Path
from typing import Any
from zlib import crc32

from msgspec import Struct

from protokoll.cleaning.repair.kept import Kept
from protokoll.cleaning.repair.tables import SCALE, Costs, Skeletons

__all__ = ["LOOSE", "SCALE", "Store", "Word", "open_store", "runs_of", "skeleton"]

LOOSE = "aoåäöédi&4681{}|"
"""Letters that take part in the confusions of å, ä and ö: the skeleton of a word leaves them out."""

_BARE = {ord(letter): None for letter in LOOSE}
_SPLIT = str.maketrans({chr(code): " " for code in range(33, 383) if chr(code) not in LOOSE})
_MAGIC = b"PKRS1"
_INDEX = {letter: index for index, letter in enumerate(" abcdefghijklmnopqrstuvwxyzåäöéü")}
_OTHER = len(_INDEX)
_SIZE = _OTHER + 1
_BUCKETS = 12_000
_ABSENT = 99.0
_LEADS = 0xC3
"""The first byte of å, ä and ö."""


def skeleton(word: str) -> str:
    """Return the letters of a lower-case word that the confusions of å, ä and ö leave alone.

    >>> skeleton("nämnd"), skeleton("ndmnd")
    ('nmn', 'nmn')
    """
    return word.translate(_BARE)


def runs_of(word: str) -> tuple[str, ...]:
    """Return the loose letters before, between and after the letters of the skeleton.

    >>> runs_of("nämnd"), runs_of("ndmnd")
    (('', 'ä', '', 'd'), ('', 'd', '', 'd'))
    """
    return tuple(word.translate(_SPLIT).split(" "))


class Word(Struct, frozen=True, gc=False):
    """One word form; costs are negative logarithms of probabilities."""

    text: str
    cost: float
    """Of the word by itself."""
    case: int
    """0 not known, 1 lower, 2 capital first, 3 both, 4 capitals."""
    prefix: float
    """Of the form as the first part of a compound; 99 where it is none."""
    head: float
    """Of the form as the last part of a compound; 99 where it is none."""
    backoff: float
    """Of the step from this word to a word never seen after it."""
    runs: tuple[str, ...]


class Store:
    """The words and word pairs of one data file. Nothing is read before it is asked for."""

    def __init__(self, path: Path) -> None:
        import msgspec

        with path.open("rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        if self._map[: len(_MAGIC)] != _MAGIC:
            raise ValueError(f"{path} is no language data")
        size = int.from_bytes(self._map[5:9], "little")
        self.header: dict[str, Any] = msgspec.msgpack.decode(self._map[9 : 9 + size])
        self._decode = msgspec.msgpack.Decoder(list[Any]).decode
        view = memoryview(self._map)
        part = {name: view[at : at + long] for name, (at, long) in self.header["parts"].items()}
        self._slots = part["slots"].cast("I")
        self._buckets, self._start = part["buckets"], self.header["parts"]["buckets"][0]
        self.pairs, self.triples = (Costs(part[f"{kind}prints"], part[f"{kind}values"]) for kind in ("", "t"))
        self._letters = bytes(part["letters"])
        self._size = len(self._slots)
        self._skeletons: Skeletons | None = None
        self.bucket = Kept(self._bucket, _BUCKETS).__getitem__

    @property
    def skeletons(self) -> Skeletons:
        """A quick test of which skeletons words have."""
        if self._skeletons is None:
            self._skeletons = Skeletons(self._slots, self._buckets)
        return self._skeletons

    def spelling(self, word: str) -> float:
        """Return the cost of a word letter by letter, each after the two before it."""
        first = second = total = 0
        for letter in (*word, " "):
            third = _INDEX.get(letter, _OTHER)
            total += self._letters[(first * _SIZE + second) * _SIZE + third]
            first, second = second, third
        return total / SCALE

    def knows(self, word: str) -> bool:
        """Tell whether a lower-case word is listed, without reading what is said of it."""
        return self.cost(word) < _ABSENT

    def cost(self, word: str) -> float:
        """Return the cost of a lower-case word by itself, or 99 where it is not listed."""
        start, end = self._place(skeleton(word))
        if not end:
            return _ABSENT
        code = word.encode()
        head = bytes((0xA0 | len(code),)) if len(code) < 32 else bytes((0xD9, len(code)))
        at = self._map.find(head + code, start, end)
        if self._map[at - 1] == _LEADS:  # a letter of a longer word may look like the head of one: 'åldrar'
            return next((each.cost for each in self.bucket(skeleton(word)) if each.text == word), _ABSENT)
        # After the word stand two bytes that announce five numbers, of which the first is its cost.
        return _COSTS[self._map[at + len(head) + len(code) + 2]] if at >= 0 else _ABSENT

    def _place(self, key: str) -> tuple[int, int]:
        """Return where the words with this skeleton are kept."""
        code, buckets = key.encode("latin-1", "replace"), self._buckets
        slot = crc32(code) % self._size
        while start := self._slots[slot]:
            end = start + 1 + buckets[start]
            if self._map[self._start + start + 1 : self._start + end] == code:
                at = self._start + end + 4
                return at, at + int.from_bytes(buckets[end : end + 4], "little")
            slot = (slot + 1) % self._size
        return 0, 0

    def _bucket(self, key: str) -> Sequence[Word]:
        """Return the words with this skeleton, the most frequent first."""
        start, end = self._place(key)
        found = self._decode(self._map[start:end]) if end else ()
        return [_word(found[i], found[i + 1]) for i in range(0, len(found), 2)]

    def pair(self, first: str, second: str) -> float:
        """Return the cost of `second` after `first`, or -1 where the pair is not known."""
        return self.pairs.cost(f"{first} {second}")


_COSTS = tuple(byte / SCALE for byte in range(256))
_PARTS = (*_COSTS[:255], 99.0)


def _word(text: str, numbers: bytes) -> Word:
    cost, case, prefix, head, backoff = numbers
    return Word(text, _COSTS[cost], case, _PARTS[prefix], _PARTS[head], _COSTS[backoff], runs_of(text))


@lru_cache(1)
def open_store() -> Store:
    """Return the language data that comes with the package; opened once."""
    return Store(Path(str(files("protokoll.cleaning.repair") / "data" / "swedish.bin")))


def quantised(probability: float) -> int:
    """Return the byte that stands for a probability.

    >>> quantised(1.0), quantised(0.001)
    (0, 83)
    """
    return min(254, max(0, round(-log(probability) * SCALE)))
