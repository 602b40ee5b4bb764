"""The lines of one PDF page, with their places."""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from statistics import median
from typing import Any

from msgspec import Struct

from protokoll.sources.layout import in_reading_order
from protokoll.sources.lines import GAP, Line, as_text

__all__ = ["page_text"]

# pdfium puts U+FFFE for a hyphen at the end of a line, and drops the line break after it.
_PIECE = re.compile(r"([^\r\n\ufffe]*)(\ufffe|\r\n|\r|\n|$)")
_SPACE = re.compile(r"(?<=\S) +(?=\S)")
_LOOSE = 1.2  # times as wide as its letters are: a line that may have gaps
_WIDE = 3.5  # letters; a wider space stands between two cells and not between two words


class _Piece(Struct):
    """What pdfium gives as one line: a line, its direction, and where in the text of the page it begins."""

    line: Line
    quarter: int | None
    """The direction in quarter turns against the clock; None where it is askew."""
    first: int


def page_text(page: Any) -> str:
    """Return the text of a pypdfium2 page in reading order; empty where it has none.

    A hyphen at the end of a line stays; blocks stand apart by an empty line, cells of a row by three spaces.
    Turned text beside the main text (a note in the margin, a stamp) comes last.

    >>> import pypdfium2
    >>> page_text(pypdfium2.PdfDocument.new().new_page(595, 842))
    ''
    """
    pieces = _find_pieces(page.get_textpage())
    quarters = Counter(piece.quarter for piece in pieces)
    main = max(quarters, key=lambda quarter: quarters[quarter], default=0)
    upright = [piece.line for piece in pieces if piece.quarter == main]
    aside = [piece.line.text for piece in pieces if piece.quarter != main]
    parts = (as_text(in_reading_order(upright)), "\n".join(aside))
    return "\n\n".join(part for part in parts if part)


def _find_pieces(textpage: Any) -> list[_Piece]:
    """Return the lines that pdfium finds, in its order."""
    text = textpage.get_text_range()
    places = _Places(textpage, len(text))
    pieces: list[_Piece] = []
    for found in _PIECE.finditer(text):
        words = found[1] + ("-" if found[2] == "\ufffe" else "")
        if bare := words.strip():
            pieces.append(places.piece(bare, found.start() + words.index(bare[0])))
    _open_gaps(pieces, places)
    return pieces


def _open_gaps(pieces: Sequence[_Piece], places: _Places) -> None:
    """Widen the spaces between cells, which pdfium gives as one space each."""
    alike = defaultdict(list)
    for piece in pieces:
        alike[round(piece.line.height)].append(piece)
    for group in alike.values():
        letter = median(places.letter(piece) for piece in group[:: len(group) // 5 or 1])
        for piece in group:
            if piece.line.right - piece.line.left > _LOOSE * letter * len(piece.line.text):
                piece.line = places.with_gaps(piece, _WIDE * letter)


class _Places:
    """Where the letters of a page stand, asked of pdfium one by one: a few for each line are enough."""

    def __init__(self, textpage: Any, length: int) -> None:
        from pypdfium2 import raw

        self._raw, self._page, self._rect = raw, textpage, raw.FS_RECTF()
        self._even = textpage.count_chars() == length

    def piece(self, words: str, first: int) -> _Piece:
        """Return the line of `words`, whose first letter is the one at `first` in the text of the page."""
        quarter = self._quarter(first)
        one, other = self._box(first, quarter), self._box(first + len(words) - 1, quarter)
        box = min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])
        return _Piece(Line(words, *box), quarter, first)

    def letter(self, piece: _Piece) -> float:
        """Return how wide a letter is, on the average of the longest word of the line."""
        word = max(piece.line.text.split(), key=len)
        first = piece.first + piece.line.text.index(word)
        width = self._box(first + len(word) - 1, piece.quarter)[2] - self._box(first, piece.quarter)[0]
        return width / len(word)

    def with_gaps(self, piece: _Piece, wide: float) -> Line:
        """Return the line with `GAP` for each space that is wider than `wide`."""

        def gap(space: re.Match[str]) -> str:
            after = self._box(piece.first + space.end(), piece.quarter)
            before = self._box(piece.first + space.start() - 1, piece.quarter)
            return GAP if after[0] - before[2] > wide else space[0]

        line = piece.line
        return Line(_SPACE.sub(gap, line.text), line.left, line.bottom, line.right, line.top)

    def _index(self, position: int) -> int:
        return position if self._even else self._raw.FPDFText_GetCharIndexFromTextIndex(self._page, position)

    def _quarter(self, position: int) -> int | None:
        turns = self._raw.FPDFText_GetCharAngle(self._page, self._index(position)) / (math.pi / -2)
        return round(turns) % 4 if abs(turns - round(turns)) < 0.05 else None

    def _box(self, position: int, quarter: int | None) -> tuple[float, float, float, float]:
        """Return left, bottom, right and top of a letter, the page turned so that it stands upright."""
        rect = self._rect
        self._raw.FPDFText_GetLooseCharBox(self._page, self._index(position), ctypes.byref(rect))
        match quarter:
            case 1:
                return rect.bottom, -rect.right, rect.top, -rect.left
            case 2:
                return -rect.right, -rect.top, -rect.left, -rect.bottom
            case 3:
                return -rect.top, rect.left, -rect.bottom, rect.right
            case _:
                return rect.left, rect.bottom, rect.right, rect.top
