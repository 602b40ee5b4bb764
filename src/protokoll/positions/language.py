"""What is known of Swedish words: base forms, how rare they are, their parts and what they are near in meaning.

Learnt from running text by `scripts/learn-terms`; see `docs/topics.md` for how, and `data/NOTICE.md` for from what.
"""

from functools import lru_cache
from importlib.resources import files
from typing import Any

from protokoll.grammar import load

__all__ = ["Language", "open_language"]

_DATA = "language.bin"
_RARE = 12.5
"""The rarity of a word that was never met: about one paragraph in 270 000."""
_PART_RARITY = 10.2
"""A part of a compound is a word that is itself not rare, a short one still less."""
_SHORT_RARITY = {3: 7.5, 4: 9.5}
_COMPOUND, _PART = 7, 3
_NOUN = 0.5
_LONG = 9
_SELDOM, _UNKNOWN_NOUN = 8.5, 0.6
_JOINTS = (("s", ""), ("", ""), ("e", ""), ("", "a"), ("", "e"), ("o", "a"), ("u", "a"), ("s", "a"), ("s", "e"))
# Endings of a word that was never met, the longest first; what is left is the same for all its forms.
_ENDINGS: tuple[str, ...] = (
    "arnas",
    "ernas",
    "ornas",
    "arna",
    "erna",
    "orna",
    "enas",
    "ena",
    "ens",
    "ets",
    "ans",
    "en",
    "et",
    "an",
)
_ENDINGS += ("ar", "er", "or", "na", "as", "es", "n", "a", "e", "s")
_LEFT = 4


class Language:
    """The words of Swedish, with what running text tells of them.

    >>> swedish = open_language()
    >>> swedish.base("skolorna"), swedish.base("ledsagarservicen"), swedish.parts("hemlöshetsprogram")
    ('skola', 'ledsagarservice', ('hemlöshet', 'program'))
    """

    def __init__(self, data: dict[str, Any]) -> None:
        self._words: dict[str, int] = {word: place for place, word in enumerate(data["words"].split("\n"))}
        names = list(self._words)
        bases = memoryview(data["bases"]).cast("I")
        self._forms = {form: names[base] for form, base in zip(data["forms"].split("\n"), bases, strict=True)}
        self._rarity: bytes = data["rarity"]
        self._noun: bytes = data["noun"]
        self.dimensions: int = data["dimensions"]
        self._vectors: bytes = data["vectors"]
        compounds = load().words["compounds"]
        self._beginnings, self._ends = frozenset(compounds["beginnings"]), frozenset(compounds["ends"])
        self.base = lru_cache(100_000)(self._base)
        self.parts = lru_cache(100_000)(self._parts)

    def rarity(self, base: str) -> float:
        """Return how rare a word is: the negative logarithm of the share of paragraphs that have it.

        >>> swedish = open_language()
        >>> swedish.rarity("och") < swedish.rarity("skola") < swedish.rarity("hemlöshet")
        True
        """
        place = self._words.get(base)
        return _RARE if place is None else self._rarity[place] / 16

    def knows(self, base: str) -> bool:
        """Tell whether the word was met in running text."""
        return base in self._words

    def noun(self, base: str) -> float:
        """Return how much like a noun the word is used, from 0 to 1; a rare word takes after its last part."""
        place = self._words.get(base)
        own = _UNKNOWN_NOUN if place is None else self._noun[place] / 255
        if self.rarity(base) < _SELDOM:
            return own
        parts = self.parts(base)
        return max(own, self.noun(parts[-1])) if parts else own

    def row(self, base: str) -> int | None:
        """Return the row of the word in the table of vectors, or None."""
        place = self._words.get(base)
        return place if place is not None and place * self.dimensions < len(self._vectors) else None

    def vectors(self) -> Any:
        """Return the table of vectors, one row of small whole numbers for each of the most frequent words."""
        import numpy as np

        return np.frombuffer(self._vectors, dtype=np.int8).reshape(-1, self.dimensions)

    def _base(self, word: str) -> str:
        """Return the base form of a word in lower case; of a compound never met, that of its last part."""
        if word in self._words:
            return word
        if (base := self._forms.get(word)) is not None:
            return base
        head, hyphen, tail = word.rpartition("-")
        if hyphen and head and tail:
            return f"{head}-{self._base(tail)}"
        for start in range(_PART, len(word) - _PART):
            tail = word[start:]
            base = self._forms.get(tail, tail if tail in self._words else None)
            if base is None or len(tail) <= _PART or tail in self._ends or self.noun(base) < _NOUN:
                continue
            if self.rarity(base) < _PART_RARITY:
                return word[:start] + base
        ending = next((each for each in _ENDINGS if word.endswith(each) and len(word) - len(each) >= _LEFT), "")
        return word.removesuffix(ending)

    def _parts(self, base: str) -> tuple[str, ...]:
        """Return the base forms of the parts of a compound, or () where a word is none."""
        if "-" in base:
            return tuple(self._base(part) for part in base.split("-") if len(part) > 1)
        if len(base) < _COMPOUND:
            return ()
        found: tuple[float, tuple[str, ...]] = (2 * _PART_RARITY, ())
        for at in range(_PART, len(base) - _PART + 1):
            head = base[at:]
            if head in self._ends or not self._is_part(head):
                continue
            first = self._first(base[:at])
            if first is not None:
                # Long parts are seldom there by chance.
                cost = self.rarity(first) + self.rarity(head) - 0.3 * min(len(first), len(head))
                found = min(found, (cost, (first, head)))
        return tuple(part for each in found[1] for part in (len(each) > _LONG and self._parts(each)) or (each,))

    def _first(self, letters: str) -> str | None:
        """Return the word that the first part of a compound comes from."""
        if letters in self._beginnings:
            return None
        for joint, ending in _JOINTS:
            if letters.endswith(joint):
                word = letters.removesuffix(joint) + ending if joint else letters + ending
                if len(word) >= _PART and word not in self._beginnings and self._is_part(word):
                    return word
        return None

    def _is_part(self, word: str) -> bool:
        return word in self._words and self.rarity(word) < _SHORT_RARITY.get(len(word), _PART_RARITY)


@lru_cache(1)
def open_language() -> Language:
    """Return what is known of Swedish; the data is read once.

    >>> open_language().base("barnen")
    'barn'
    """
    import zlib

    import msgspec

    packed = (files("protokoll.positions") / "data" / _DATA).read_bytes()
    return Language(msgspec.msgpack.decode(zlib.decompress(packed)))
