"""A list of topics, each with the words that tell it, and how strongly a text tells each."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Any

from protokoll.grammar import load
from protokoll.positions.keywords import weightless
from protokoll.positions.language import open_language
from protokoll.positions.meaning import meaning_of
from protokoll.positions.terms import Word, bases_of

__all__ = ["Topics", "general_topics"]

_WORD, _RARITY, _MORE_WORDS, _PART, _FAINT = 4.0, 0.25, 1.0, 0.6, 0.25
"""What a listed word tells, with what its rarity and further words add; part of a compound, or faint, it tells less."""
_NEAR, _NEAREST = 0.55, 8.0


class Topics:
    """Names of topics, each with the words that tell it.

    >>> from protokoll.positions.terms import words_in
    >>> topics = Topics({"hemlöshet": ["hemlös", "bostad först"]})
    >>> list(topics.weigh(words_in("Bostad först ska utökas för hemlösa.")))
    ['hemlöshet']
    """

    def __init__(self, words: Mapping[str, Iterable[str]], faint: Iterable[str] = ()) -> None:
        self.names = tuple(words)
        self._single: dict[str, str] = {}
        self._phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._faint = frozenset(base for word in faint for base in bases_of(word))
        self._told: dict[str, list[str]] = {}
        for name, each in words.items():
            for phrase in (*each, name):
                bases = bases_of(phrase)
                self._told.setdefault(name, []).extend(bases)
                if len(bases) == 1:
                    self._single.setdefault(bases[0], name)
                elif bases:
                    self._phrases.setdefault(bases[0], []).append((bases, name))

    def weigh(self, words: Sequence[Word], fade: float = 1.0) -> dict[str, float]:
        """Return how strongly the words tell each topic that they tell at all.

        Args:
            words: the words of a text, in order.
            fade: what a word weighs against the one before it.
        """
        found: dict[str, float] = {}
        bases = [word.base for word in words]
        counted: set[str] = set()
        for place, base in enumerate(bases):
            for phrase, name in self._phrases.get(base, ()):
                if tuple(bases[place : place + len(phrase)]) == phrase and " ".join(phrase) not in counted:
                    counted.update((" ".join(phrase), *phrase))
                    found[name] = found.get(name, 0.0) + (self._long_weight(phrase)) * fade**place
            if base not in counted:
                counted.add(base)
                for name, weight in self._of_word(base):
                    found[name] = found.get(name, 0.0) + weight * fade**place
        return found

    def _long_weight(self, phrase: Sequence[str]) -> float:
        rarest = max(map(open_language().rarity, phrase))
        return _WORD + _RARITY * rarest + _MORE_WORDS * (len(phrase) - 1)

    def _weight(self, base: str) -> float:
        return (_WORD + _RARITY * open_language().rarity(base)) * (_FAINT if base in self._faint else 1.0)

    def near(self, words: Sequence[Word]) -> list[tuple[str, float]]:
        """Return the topics whose words are near in meaning to these, with a weight each."""
        meaning = meaning_of(Counter(word.base for word in words if word.base not in weightless()))
        if meaning is None:
            return []
        likeness = self._meanings @ meaning
        return [
            (self.names[at], _NEAREST * (float(likeness[at]) - _NEAR))
            for at in (likeness > _NEAR).nonzero()[0].tolist()
        ]

    @cached_property
    def _meanings(self) -> Any:
        import numpy as np

        rows = [meaning_of(Counter(self._told[name])) for name in self.names]
        nothing = np.zeros(open_language().dimensions, dtype=np.float32)
        return np.array([nothing if row is None else row for row in rows])

    @lru_cache(maxsize=50_000)  # noqa: B019 - a list of topics lives as long as the run
    def _of_word(self, base: str) -> tuple[tuple[str, float], ...]:
        """Return the topics that one word tells, by itself or by the parts that it is put together from."""
        if (name := self._single.get(base)) is not None:
            return ((name, self._weight(base)),)
        parts = open_language().parts(base)
        for part in (*parts, *_ends(base)):
            if (name := self._single.get(part)) is not None and part not in self._faint:
                return ((name, _PART * self._weight(part)),)
        return ()


def _ends(base: str) -> list[str]:
    """Return the beginnings and ends of a word that are long enough to be words, the longest first."""
    long = range(len(base) - 3, 5, -1)
    return [each for size in long for each in (base[-size:], base[:size])]


@lru_cache(1)
def general_topics() -> Topics:
    """Return the topics of municipal politics that come with the package.

    >>> "hemlöshet" in general_topics().names
    True
    """
    table = load().words["topics"]
    return Topics(table["topics"], table["faint"]["words"])
