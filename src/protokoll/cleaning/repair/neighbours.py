"""What five words on each side say of words that differ in their marks only: a small model of neighbourhoods."""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple
from zlib import crc32

from protokoll.cleaning.repair.reading import Reading

if TYPE_CHECKING:
    from numpy import ndarray

__all__ = ["SIDE", "Neighbours", "frequent_words", "marks_of", "open_neighbours"]

SIDE = 5
"""How many words on each side are looked at."""
_WORTH = 1e-5
"""A candidate less likely than this by pairs and threes of words is not weighed again."""
_SHARE = 0.5
"""How much the model counts beside pairs and threes."""
_MOST = 0.9999
_BREAKS = frozenset(",()")


class _Open(NamedTuple):
    """A node whose candidates are weighed again: where it is, and which of them the model knows."""

    node: int
    place: int
    known: list[tuple[int, int]]
    """The number of the candidate in the node, and of its word in the model."""


class Neighbours:
    """The model: one layer over the words beside, and one vector for each word that may have been meant."""

    def __init__(self, table: dict[str, Any]) -> None:
        import numpy as np

        def matrix(name: str) -> "ndarray[Any, Any]":
            shape, step, data = table[name]
            return np.frombuffer(data, np.int8).reshape(shape).astype(np.float32) * np.float32(step)

        self._words = {word: at for at, word in enumerate(table["words"])}
        self._meant = {word: at for at, word in enumerate(table["meant"])}
        self._bias = np.array(table["bias"], np.float32)
        self._first, self._first_bias = matrix("first"), np.array(table["first_bias"], np.float32)
        self._second, self._second_bias = matrix("second"), np.array(table["second_bias"], np.float32)
        self._beside, self._endings, self._out = matrix("beside"), matrix("endings"), matrix("out")

    def weighed(self, text: str, reading: Reading) -> Reading:
        """Return the reading with the candidates weighed by all the words beside them.

        Args:
            text: the text that was read.
            reading: its pieces with their candidates, weighed by pairs and threes.
        """
        places, line = _line(text, reading)
        opens = [each for at in range(len(reading.nodes)) if (each := self._open(reading, at, places[at]))]
        if not opens:
            return reading
        hidden = self._hidden(line, [each.place for each in opens])
        chances = list(reading.chances)
        for each, vector in zip(opens, hidden, strict=True):
            chances[each.node] = self._again(reading, each, vector)
        return reading._replace(chances=chances)

    def _open(self, reading: Reading, at: int, place: int) -> _Open | None:
        if not reading.tokens[at].open or max(reading.chances[at]) > _MOST:
            return None
        known = [
            (number, self._meant[candidate.text])
            for number, (candidate, chance) in enumerate(zip(reading.nodes[at], reading.chances[at], strict=True))
            if chance > _WORTH and candidate.text in self._meant
        ]
        if len({marks_of(reading.nodes[at][number].text) for number, _ in known}) > 1:
            best = max(known, key=lambda pair: reading.chances[at][pair[0]])
            marks = marks_of(reading.nodes[at][best[0]].text)
            known = [pair for pair in known if marks_of(reading.nodes[at][pair[0]].text) == marks]
        return _Open(at, place, known) if len(known) > 1 else None

    def _hidden(self, line: Sequence[str], places: Sequence[int]) -> Any:
        import numpy as np

        unknown, memo = self._words["<unk>"], self._words
        words = np.array([memo.get(word, unknown) for word in line])
        endings = np.array([crc32(word[-4:].encode()) % len(self._endings) for word in line])
        sides = [*range(-SIDE, 0), *range(1, SIDE + 1)]
        around = np.array(places)[:, None] + np.array(sides)
        inputs = (self._beside[words[around]] + self._endings[endings[around]]).reshape(len(places), -1)
        hidden = np.maximum(inputs @ self._first + self._first_bias, 0)
        return hidden @ self._second + self._second_bias

    def _again(self, reading: Reading, each: _Open, vector: "ndarray[Any, Any]") -> list[float]:
        import numpy as np

        numbers = [number for number, _ in each.known]
        meant = [word for _, word in each.known]
        old = np.array([reading.chances[each.node][number] for number in numbers])
        misread = np.array([reading.nodes[each.node][number].channel for number in numbers])
        beside = self._out[meant] @ vector + self._bias[meant]
        score = (1 - _SHARE) * (np.log(old) + misread) + _SHARE * beside - misread
        new = np.exp(score - score.max())
        new *= old.sum() / new.sum()
        chances = list(reading.chances[each.node])
        for number, chance in zip(numbers, new, strict=True):
            chances[number] = float(chance)
        return chances


def marks_of(word: str) -> str:
    """Return a word without what å, ä, ö, a and o tell apart: words of one such form are weighed against each other.

    >>> marks_of("hår") == marks_of("här") == marks_of("hör")
    True
    """
    return word.translate(_VOWELS)


_VOWELS = str.maketrans("åäöao", "*****")


def _line(text: str, reading: Reading) -> tuple[list[int], list[str]]:
    """Return where each node stands in the line of words, and that line: words, marks, numbers."""
    line, places, end = ["<pad>"] * SIDE, [], 0
    for token, node, chances in zip(*reading, strict=True):
        if not _BREAKS.isdisjoint(text[end : token.start][:80]) and line[-1] != ",":
            line.append(",")
        end = token.end
        places.append(len(line))
        best = node[0] if len(node) == 1 else node[max(range(len(node)), key=chances.__getitem__)]
        line.append(best.text)
    return places, line + ["<pad>"] * SIDE


@cache
def open_neighbours() -> Neighbours:
    """Return the model that comes with the package; opened once."""
    return Neighbours(_table())


@cache
def frequent_words() -> frozenset[str]:
    """Return the thirty thousand commonest words of the texts that the model was learnt from.

    >>> "nämnden" in frequent_words()
    True
    """
    return frozenset(_table()["words"])


@cache
def _table() -> dict[str, Any]:
    import msgspec

    data = (files("protokoll.cleaning.repair") / "data" / "neighbours.bin").read_bytes()
    table: dict[str, Any] = msgspec.msgpack.decode(data)
    return table
