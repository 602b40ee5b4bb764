"""What stands between two lines, and what an empty line means."""

from collections.abc import Sequence, Set
from enum import Enum
from itertools import accumulate

__all__ = ["Gap", "read_blanks"]

_NEAR = 12
"""So many empty lines to each side tell what an empty line means here."""
_ENOUGH, _SHARE = 4, 0.3
"""So many of them, and so large a part, must stand inside a sentence."""
_WRAPPED = range(40, 130)
"""The length of a line that is set in a text of lines."""


class Gap(Enum):
    """What stands between two lines."""

    LINE = "line"
    BLANK = "blank"
    PAGE = "page"


def read_blanks(lines: Sequence[str], gaps: Sequence[Gap], inside: Set[int]) -> Sequence[Gap]:
    """Return `gaps` with empty lines taken for line ends where they follow every line, paragraphs or not.

    Args:
        lines: the lines of a text, without the empty ones.
        gaps: what stands between each line and the next.
        inside: the indices of the gaps over which a sentence goes on.

    >>> read_blanks(["I ett vidare perspektiv finns det flera som"] * 6, [Gap.BLANK] * 5, {0, 1, 2, 3, 4})[0].value
    'line'
    """
    if sum(1 for index in inside if gaps[index] is Gap.BLANK) < _ENOUGH:
        return gaps
    blanks = [index for index, gap in enumerate(gaps) if gap is Gap.BLANK]
    cut = [index in inside and len(lines[index]) in _WRAPPED for index in blanks]
    before = [0, *accumulate(cut)]
    read = list(gaps)
    for place, index in enumerate(blanks):
        start, end = max(0, place - _NEAR), min(len(blanks), place + _NEAR + 1)
        count = before[end] - before[start]
        if count >= _ENOUGH and count >= _SHARE * (end - start):
            read[index] = Gap.LINE
    return read
