"""The way back from a changed text to the text it was made from, through any number of passes."""

from bisect import bisect_right
from collections.abc import Iterable
from typing import Protocol

from msgspec import Struct

__all__ = ["Origins"]


class _Span(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class _Edit(Protocol):
    @property
    def span(self) -> _Span: ...
    @property
    def text(self) -> str: ...


class _Piece(Struct, frozen=True, gc=False):
    """A stretch of the new text: copied letter for letter, or put in the place of `start` to `end` of the source."""

    length: int
    start: int
    end: int
    copied: bool


class Origins:
    """Where each character of a text comes from, after passes of edits.

    The passes are composed once, so that each question is a single look-up however many passes there were.

    >>> from protokoll.model.text import Edit, Span
    >>> origins = Origins(8, [(Edit(Span(2, 4), ""),)])  # "bi-⏎fall" → "bifall"
    >>> origins.start(2), origins.end(2)
    (4, 2)
    """

    def __init__(self, length: int, passes: Iterable[Iterable[_Edit]]) -> None:
        pieces = [_Piece(length, 0, length, True)] if length else []
        for edits in passes:
            pieces = _edited(pieces, edits)
        self._pieces = pieces or [_Piece(0, 0, 0, True)]
        self._starts = []
        position = 0
        for piece in self._pieces:
            self._starts.append(position)
            position += piece.length
        self._length = position
        self._stops = [*self._starts[1:], position]
        # How far copied characters moved; None for what was put in.
        self._moves = [
            piece.start - start if piece.copied else None
            for piece, start in zip(self._pieces, self._starts, strict=True)
        ]
        self._put = [at for at, piece in enumerate(self._pieces) if not piece.copied]
        self._put_starts = [self._starts[at] for at in self._put]

    def start(self, position: int) -> int:
        """Return where the character at `position` begins in the source."""
        if position >= self._length:
            return self._pieces[-1].end
        at = bisect_right(self._starts, position) - 1
        moved = self._moves[at]
        return position + moved if moved is not None else self._pieces[at].start

    def end(self, position: int) -> int:
        """Return where the character before `position` ends in the source."""
        if position <= 0:
            return self._pieces[0].start
        at = bisect_right(self._starts, position - 1) - 1
        piece = self._pieces[at]
        return piece.start + position - self._starts[at] if piece.copied else piece.end

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """Return where the characters from `start` to `end` begin and end in the source; nothing has no end before."""
        if 0 < end <= self._length and start < end:
            at = bisect_right(self._starts, start) - 1
            moved = self._moves[at]
            if moved is not None and end <= self._stops[at]:  # most stretches were never touched
                return start + moved, end + moved
        begin, stop = self.start(start), self.end(end)
        return begin, max(begin, stop)

    def put_in(self, start: int, end: int) -> dict[int, int]:
        """Return the characters from `start` to `end` that were put in, each with the place of what it stands for."""
        found: dict[int, int] = {}
        for at in self._put[max(0, bisect_right(self._put_starts, start) - 1) : bisect_right(self._put_starts, end)]:
            piece, offset = self._pieces[at], self._starts[at]
            found |= dict.fromkeys(range(offset, offset + piece.length), piece.start)
        return found


def _edited(pieces: list[_Piece], edits: Iterable[_Edit]) -> list[_Piece]:
    """Apply edits, in rising order and in coordinates of the text that `pieces` make, to the pieces."""
    edited: list[_Piece] = []
    index = offset = position = 0
    for edit in edits:
        index, offset, position = _copy(pieces, (index, offset, position), edit.span.start, edited)
        taken: list[_Piece] = []
        index, offset, position = _copy(pieces, (index, offset, position), edit.span.end, taken)
        if edit.text:
            at = taken[0].start if taken else _place(pieces, index, offset)
            edited.append(_Piece(len(edit.text), at, taken[-1].end if taken else at, False))
    _copy(pieces, (index, offset, position), -1, edited)
    return edited


def _copy(pieces: list[_Piece], place: tuple[int, int, int], stop: int, target: list[_Piece]) -> tuple[int, int, int]:
    """Move pieces from `place` up to the position `stop` (-1 for the end) into `target`, cutting the last one."""
    index, offset, position = place
    while index < len(pieces) and (stop < 0 or position < stop):
        piece = pieces[index]
        left = piece.length - offset
        taken = left if stop < 0 else min(left, stop - position)
        if piece.copied:
            target.append(_Piece(taken, piece.start + offset, piece.start + offset + taken, True))
        else:
            target.append(_Piece(taken, piece.start, piece.end, False))
        position += taken
        index, offset = (index + 1, 0) if taken == left else (index, offset + taken)
    return index, offset, position


def _place(pieces: list[_Piece], index: int, offset: int) -> int:
    """Return the source position of an insertion that takes the place of nothing."""
    if index < len(pieces):
        piece = pieces[index]
        return piece.start + offset if piece.copied else piece.start
    return pieces[-1].end if pieces else 0
