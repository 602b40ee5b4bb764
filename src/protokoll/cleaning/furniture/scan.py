"""Which lines at the edges of pages are furniture."""

import re
from collections import Counter as Tally
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from protokoll.cleaning.furniture.counters import Counter, find_counters, letters
from protokoll.cleaning.furniture.edges import Edge, find_edges
from protokoll.cleaning.furniture.lines import Line, opens_item
from protokoll.cleaning.furniture.phrases import Grade, Phrases
from protokoll.cleaning.furniture.repeats import find_repeats
from protokoll.cleaning.furniture.titles import find_title_lines, is_title_block

__all__ = ["Found", "find_lines"]

_FEW = 2
"""With so many edges, or fewer, nothing can repeat, and the words alone must tell."""
_WEIGHT = {Grade.OTHER: 0, Grade.NAME: 1, Grade.WORD: 1, Grade.HEAD: 2, Grade.ALWAYS: 2}
_DIGIT = re.compile(r"\d")
_TELLING = 2
"""The words of a run must weigh so much: a name or a word that headings use weighs one, a phrase of heads two."""
_OFTEN = 3


class Found(NamedTuple):
    """What the search for furniture found."""

    lines: dict[int, int]
    """The index of each line that goes, and that of the edge that it belongs to; -1 for none."""
    unmarked: set[int]
    """The edges at which the text shows no page end."""


def find_lines(lines: Sequence[Line], phrases: Phrases) -> Found:
    r"""Return the lines that are heads or feet of pages.

    >>> from protokoll.cleaning.furniture.lines import split_lines
    >>> from protokoll.cleaning.furniture.phrases import phrases
    >>> from protokoll.grammar import load
    >>> text = "§ 4\nMotionen avslås.\nJusterandes sign\n\fProtokoll 2 (3)\n§ 5\nVal\n\fProtokoll 3 (3)\n§ 6\nVal"
    >>> sorted(find_lines(split_lines(text), phrases(load())).lines)
    [2, 3, 6]
    """
    counters = find_counters(lines, phrases.grammar)
    edges = find_edges(lines, counters, phrases)
    repeats = find_repeats(lines, edges, phrases)
    title = bool(edges) and is_title_block(lines, edges[0], phrases)
    few = sum(1 for edge in edges[title:] if edge.first < edge.last) <= _FEW
    found: dict[int, int] = {}
    kept: set[int] = set()
    feeds = any(line.feed for line in lines)
    unmarked = {
        place
        for place, edge in enumerate(edges)
        if not edge.has_feed(lines) and (not feeds or any(index in counters for index in range(edge.first, edge.last)))
    }
    for place, edge in enumerate(edges):
        scan = _Scan(lines, counters, phrases, repeats, few)
        if place == 0 and title:
            indices = [index for index in scan.sides(edge)[1] if scan.is_plain(index)] + scan.running_titles(edge)
            unmarked.discard(place)
            kept = set(range(edge.below)) - set(indices)
        else:
            indices = [index for side in scan.sides(edge) for index in side]
            indices += find_title_lines(lines, indices, counters, phrases) if few else []
        found |= dict.fromkeys(indices, place)
    found |= {index: found.get(index, -1) for index in phrases.find_chrome(line.text for line in lines)}
    found |= dict.fromkeys((index for index in _again(lines, found, phrases) if index not in kept), -1)
    return Found(found, unmarked)


class _Scan(NamedTuple):
    """The search at one edge."""

    lines: Sequence[Line]
    counters: Mapping[int, Counter]
    phrases: Phrases
    repeats: Sequence[set[str]]
    few: bool

    def sides(self, edge: Edge) -> tuple[list[int], list[int], list[int]]:
        """Return the lines that go above, in and below the marks."""
        above, marks, below = edge.sides
        return self._outwards(above, 0), list(self._inside(marks)), self._outwards(below, 2)

    def is_plain(self, index: int) -> bool:
        """Tell whether a line says nothing but the number of the page, or is a foot."""
        counter = self.counters.get(index)
        return not counter.rest if counter else self.phrases.is_foot(self.lines[index].text)

    def running_titles(self, edge: Edge) -> list[int]:
        """Return the lines around the marks that repeat on other pages and are no words of a title block."""
        return [
            index
            for index in range(edge.above, edge.below)
            if any(letters(self.lines[index].text) in side for side in self.repeats)
            and self.phrases.grade(self.lines[index].text) is Grade.OTHER
        ]

    def _inside(self, indices: range) -> Iterator[int]:
        for index in indices:
            if index in self.counters or self._repeats(index, 1):
                yield index
                continue
            text = self.lines[index].text
            grade = self.phrases.grade(text)
            name = grade is Grade.NAME and (self.few or (not _DIGIT.search(text) and self._in_head(index)))
            if name or grade > Grade.NAME:
                yield index

    def _in_head(self, index: int) -> bool:
        """Tell whether a name stands between words of heads and feet or empty lines."""
        above = self._gap(index - 1, index) > 1 or self.phrases.grade(self.lines[index - 1].text) > Grade.NAME
        return above and (
            self._gap(index, index + 1) > 1 or self.phrases.grade(self.lines[index + 1].text) > Grade.NAME
        )

    def _outwards(self, indices: range, side: int) -> list[int]:
        """Return the furniture of one side: what repeats there, and a run of telling lines beside the edge."""
        taken: list[int] = []
        names: set[str] = set()
        run: list[tuple[int, Grade]] = []
        beside = True
        for index in indices:
            text = self.lines[index].text
            if beside and side == 2 and self.phrases.is_continued(text):
                taken.append(index)
                continue
            if opens_item(text):
                # Beyond the head of a § its title and diary number stand, which repeat in form.
                break
            grade = self.phrases.grade(text)
            if (beside or grade) and (key := letters(text)) in self.repeats[side] and key not in names:
                names.add(key)
                taken.append(index)
            elif not (beside and grade):
                beside = False
            if beside:
                run.append((index, grade))
        return taken + [index for index in self._telling(run) if index not in taken]

    def _repeats(self, index: int, side: int) -> bool:
        return letters(self.lines[index].text) in self.repeats[side]

    def _telling(self, run: Sequence[tuple[int, Grade]]) -> list[int]:
        """Return the lines of a run that its own words tell of, in a text with too few pages for repetition."""
        if (
            not self.few
            or sum(_WEIGHT[grade] for _, grade in run) < _TELLING
            or max(grade for _, grade in run) < Grade.WORD
        ):
            return []
        while run[-1][1] <= Grade.NAME and not self._joined(run):
            run = run[:-1]
        return [index for index, _ in run]

    def _joined(self, run: Sequence[tuple[int, Grade]]) -> bool:
        """Tell whether the name at the outer end of a run belongs to it: no empty line between, but one beyond."""
        if len(run) < 2:
            return False
        (inner, _), (outer, _) = run[-2:]
        return (
            self._gap(min(inner, outer), max(inner, outer))
            < 2
            <= self._gap(min(outer, 2 * outer - inner), max(outer, 2 * outer - inner))
        )

    def _gap(self, upper: int, lower: int) -> int:
        """Return how many characters stand between two lines: with more than one there is an empty line."""
        return self.lines[lower].start - self.lines[upper].end if upper >= 0 and lower < len(self.lines) else 2


def _again(lines: Sequence[Line], found: Mapping[int, int], phrases: Phrases) -> Iterator[int]:
    """Yield lines far from any edge that repeat, to the letter, a line that went from many pages.

    In tables a reader may print the head of a page after its cells.
    """
    times = Tally(lines[index].text for index in found)
    telling = {
        text
        for text, count in times.items()
        if count >= _OFTEN
        and len(text) > 9
        and letters(text) != text
        and phrases.grade(text) is not Grade.WORD
        and (len(text.split()) > 2 or _DIGIT.search(text))
    }
    if telling:
        for index, line in enumerate(lines):
            if index not in found and line.text in telling:
                yield index
