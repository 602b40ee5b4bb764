"""How wide the lines of a text are set, near each of its lines."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

__all__ = ["Width", "Widths"]

_CHUNK = 16
"""Lines are measured in chunks of so many; a chunk and its neighbours are near."""
_NARROW, _WIDE = 40, 130
"""Lines that are not set within these widths are no wrapped text."""
_BODY = 0.85
"""Lines that are set so much narrower than the text are titles or columns."""
_FULL = 0.8
_SHORT = 0.15
"""So many wrapped lines are shorter than the measure says: letters are not equally wide."""
_ENOUGH, _NEVER = 3, 1_000_000
"""From fewer lines nobody can tell what would have fitted."""
_OVER = 1.25
_FEW_OVER = 0.15
"""In wrapped text hardly any line is much longer than the width; else paragraphs stand on one line already."""


class Width(NamedTuple):
    """The measure of wrapped text; 0 where no text seems to be wrapped."""

    full: int
    """The length of a full line."""
    wraps: int
    """A line that would be so long with the first word of the next one was wrapped for want of room."""
    narrow: int
    """The length of a full line just here, which is less in titles and columns."""


_NONE = Width(0, 0, 0)


class Widths:
    """The width of a text near each of its lines.

    The full width is the second longest of the lines nearby that surely go on, as one may be longer by a mistake.

    >>> lines = ["a" * 30, "b" * 61, "c" * 63, "d" * 60, "e" * 24]
    >>> Widths(lines, {1: 70, 2: 69, 3: 72}).near(0)
    Width(full=61, wraps=69, narrow=61)
    """

    def __init__(self, lines: Sequence[str], reaches: Mapping[int, int]) -> None:
        """Take the lines, and for each that surely goes on in the next one its length with the first word of that."""
        self._lengths = list(map(len, lines))
        self._chunks: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for index, reach in reaches.items():
            if _NARROW <= len(lines[index]) <= _WIDE:
                self._chunks[index // _CHUNK].append((len(lines[index]), reach))
        self._body = _width([line for chunk in self._chunks.values() for line in chunk])
        self._known: dict[int, Width] = {}

    def near(self, index: int) -> Width:
        """Return the width of the text near a line."""
        place = index // _CHUNK
        width = self._known.get(place)
        if width is None:
            width = self._known[place] = self._measure(place)
        return width

    def _measure(self, place: int) -> Width:
        width = _width([line for near in (place - 1, place, place + 1) for line in self._chunks.get(near, ())])
        if not width.full:
            return _NONE
        lengths = self._lengths[max(0, place - 1) * _CHUNK : (place + 2) * _CHUNK]
        over = _OVER * width.full
        if sum(map(over.__lt__, lengths)) > max(1, _FEW_OVER * len(lengths)):
            return _NONE
        return width if width.full >= _BODY * self._body.full else self._body._replace(narrow=width.full)


def _width(lines: list[tuple[int, int]]) -> Width:
    """Return the width of some lines that surely go on, each with its length and its reach."""
    if not lines:
        return _NONE
    longest = sorted((length for length, _ in lines), reverse=True)
    full = longest[min(1, len(longest) - 1)]
    reaches = sorted(reach for _, reach in lines if reach >= _FULL * full)
    wraps = reaches[int(_SHORT * len(reaches))] if len(lines) >= _ENOUGH else _NEVER
    return Width(full, wraps, full)
