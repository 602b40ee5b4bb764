"""From the words of a passage in reading form back to the words as printed, place by place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache

from protokoll.model.text import Passage, Span

__all__ = ["Alignment", "narrow"]

_WORD = re.compile(r"\S+")
_AHEAD = 80
"""How many printed words may stand between two words of the text: the head and the foot of a page."""
_SKIPPED = 8
"""How many words of the text may be without a like word in print: mended ones."""


class Alignment:
    """A passage, its words in reading form tied to its words as printed."""

    def __init__(self, passage: Passage) -> None:
        """Tie the words of `passage`."""
        self.passage = passage
        self._words = [match.span() for match in _WORD.finditer(passage.text)]
        self._starts = [start for start, _ in self._words]
        printed = [match.span() for match in _WORD.finditer(passage.printed)]
        self._places = _tie(passage, self._words, printed)

    def narrow(self, start: int, end: int) -> Passage:
        """Return the passage of the words from `start` to `end`, counted in the reading form.

        A span that begins or ends inside a word takes in the whole word where the printed word differs.
        """
        text = self.passage.text[start:end]
        start, end = start + len(text) - len(text.lstrip()), start + len(text.rstrip())
        first = max(0, bisect_right(self._starts, start) - 1)
        last = max(first, bisect_left(self._starts, end) - 1)
        begin, stop = self._places[first][0], self._places[last][1]
        if self._same(first):
            begin += start - self._words[first][0]
        if self._same(last):
            stop = self._places[last][0] + end - self._words[last][0]
        printed = self.passage.printed
        return Passage(
            text=self.passage.text[start:end],
            span=Span(self.passage.span.start + begin, self.passage.span.start + stop),
            page=self.passage.page + printed.count("\f", 0, begin),
            printed=printed[begin:stop],
        )

    def gap(self, at: int) -> str:
        """Return what is printed between the word that ends at `at` in the reading form and the next word."""
        word = bisect_left(self._starts, at)
        if not 0 < word < len(self._places):
            return ""
        return self.passage.printed[self._places[word - 1][1] : self._places[word][0]]

    def _same(self, word: int) -> bool:
        """Tell whether a word is printed as it reads."""
        return Span(*self._places[word]).of(self.passage.printed) == Span(*self._words[word]).of(self.passage.text)


def narrow(passage: Passage, start: int, end: int) -> Passage:
    r"""Return the passage of the words from `start` to `end` of `passage.text`, with their own place, page and print.

    >>> whole = Passage("Vi vill mer. Nu räcker det.", Span(10, 38), 4, "Vi vill\nmer.\fNu räc-\nker det.")
    >>> narrow(whole, 13, 27)
    Passage(text='Nu räcker det.', span=Span(start=23, end=39), page=5, printed='Nu räc-\nker det.')
    """
    return _alignment(passage).narrow(start, end)


@lru_cache(maxsize=8)
def _alignment(passage: Passage) -> Alignment:
    return Alignment(passage)


def _tie(passage: Passage, words: list[tuple[int, int]], printed: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return for each word of the text where it stands in print."""
    read = [passage.text[start:end] for start, end in words]
    seen = [passage.printed[start:end] for start, end in printed]
    if read == seen:
        return printed
    places: list[tuple[int, int]] = []
    at = 0
    while len(places) < len(read):
        index = len(places)
        taken = _taken(read[index], seen, at)
        if taken:
            places.append((printed[at][0], printed[at + taken - 1][1]))
            at += taken
            continue
        skipped, passed = _meeting(read, seen, index, at)
        places += _spread(printed, at, passed, skipped)
        at += passed
    return places


def _taken(word: str, seen: list[str], at: int) -> int:
    """Return how many printed words from `at` on make up `word`: none, one, or two and three broken at line ends."""
    joined = ""
    for count, piece in enumerate(seen[at : at + 3], 1):
        if word in (joined + piece, joined.rstrip("-\u00ad\u2010") + piece):
            return count
        joined = joined.rstrip("\u00ad\u2010") + piece
    return 0


def _meeting(read: list[str], seen: list[str], index: int, at: int) -> tuple[int, int]:
    """Return how many words of the text, and of the print, to pass until the two agree again."""
    for passed in range(_AHEAD):
        for skipped in range(min(_SKIPPED, len(read) - index)):
            wanted = read[index + skipped : index + skipped + 2]
            if skipped + passed and seen[at + passed : at + passed + len(wanted)] == wanted:
                return skipped, passed
    return 1, 1


def _spread(printed: list[tuple[int, int]], at: int, passed: int, words: int) -> list[tuple[int, int]]:
    """Share `passed` printed words among `words` words of the text."""
    if not printed:
        return [(0, 0)] * words
    places = []
    for index in range(words):
        first = min(at + index * passed // words, len(printed) - 1)
        last = min(max(first, at + (index + 1) * passed // words - 1), len(printed) - 1)
        places.append((printed[first][0], printed[last][1]))
    return places
