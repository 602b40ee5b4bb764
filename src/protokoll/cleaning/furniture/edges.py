"""Where pages meet: page ends, counters, and lines that only heads and feet have."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from protokoll.cleaning.furniture.counters import Counter
from protokoll.cleaning.furniture.lines import Line
from protokoll.cleaning.furniture.phrases import Grade, Phrases

__all__ = ["Edge", "find_edges"]

_APART = 4
"""Marks with at most so many lines between them belong to one edge."""
_REACH = 8
"""A head or foot is looked for in so many lines on each side of an edge."""
_MARK = 4
_MOST = 40
_SAME = 4
_DIGIT = re.compile(r"\d")


class Edge(NamedTuple):
    """A place where two pages meet, as indices of lines."""

    first: int
    """The first line of the marks; equal to `last` for a page end without any."""
    last: int
    """The line after the marks."""
    above: int
    """The first line that may belong to the foot of the page before."""
    below: int
    """The line after the last one that may belong to the head of the page after."""

    @property
    def sides(self) -> tuple[range, range, range]:
        """The lines above, in and below the marks, each from the edge outwards."""
        return range(self.first - 1, self.above - 1, -1), range(self.first, self.last), range(self.last, self.below)

    def has_feed(self, lines: Sequence[Line]) -> bool:
        """Tell whether the text shows a page end at this edge."""
        return any(line.feed for line in lines[self.first : self.last + 1])


def find_edges(lines: Sequence[Line], counters: Mapping[int, Counter], phrases: Phrases) -> list[Edge]:
    r"""Return the places where pages meet, in order.

    >>> from protokoll.cleaning.furniture.lines import split_lines
    >>> from protokoll.cleaning.furniture.phrases import phrases
    >>> from protokoll.grammar import load
    >>> [edge.first for edge in find_edges(split_lines("Motionen avslås.\n\f§ 2"), {}, phrases(load()))]
    [1]
    """
    spans: list[list[int]] = []
    kinds: list[set[str]] = []
    for start, end, kind in _marks(lines, counters, phrases):
        # One edge has one page end and one counter; the next counter belongs to the next page.
        if spans and start - spans[-1][1] <= _APART and (kind == "head" or kind not in kinds[-1]):
            spans[-1][1] = max(end, spans[-1][1])
            kinds[-1].add(kind)
        else:
            spans.append([start, end])
            kinds.append({kind})
    edges = []
    for place, (first, last) in enumerate(spans):
        before = spans[place - 1][1] if place else 0
        after = spans[place + 1][0] if place + 1 < len(spans) else len(lines)
        # Of the lines between two edges the head of the page may have two parts in three, its foot the rest.
        above = _reach(lines, range(first - 1, _parted(before, first) if place else -1, -1))
        below = _reach(lines, range(last, _parted(last, after) + 1 if place + 1 < len(spans) else after))
        edges.append(Edge(first, last, first - above, last + below))
    return edges


def _parted(last: int, first: int) -> int:
    """Return the last line that may belong to the head, of those between two edges."""
    return last + 2 * (first - last) // 3 - 1


def _reach(lines: Sequence[Line], indices: range) -> int:
    """Return how many lines outwards a head or foot may stand; the lone marks of list items do not count."""
    far = 0
    for count, index in enumerate(indices, 1):
        far += len(lines[index].text) > _MARK
        if far >= _REACH or count >= _MOST:
            return count
    return len(indices)


def _marks(lines: Sequence[Line], counters: Mapping[int, Counter], phrases: Phrases) -> list[tuple[int, int, str]]:
    marks = [(index, index, "feed") for index, line in enumerate(lines) if line.feed]
    marks += [(index, index + 1, "counter") for index in counters]
    marks += [(index, index + 1, "head") for index in _heads(lines, phrases) - counters.keys()]
    return sorted(marks)


def _heads(lines: Sequence[Line], phrases: Phrases) -> set[int]:
    """Return the lines that are furniture by their words: feet, and heads of two lines that say different things.

    "Protokoll från socialnämnden" below "Protokoll 2024-03-21" is a list of papers.
    """
    found, previous = set(), -9
    seen: dict[str, list[int]] = {}
    for index in phrases.find_clues([line.text for line in lines]):
        text = lines[index].text
        grade = phrases.grade(text)
        if grade is Grade.ALWAYS:
            found.add(index)
        elif grade is Grade.HEAD:
            if _DIGIT.search(text) and text.count(" ") > 1:
                seen.setdefault(text, []).append(index)
            if previous == index - 1 and lines[previous].text[:_SAME] != text[:_SAME]:
                found |= {previous, index}
            previous = index
    return found | {index for indices in seen.values() if len(indices) > 2 for index in indices}
