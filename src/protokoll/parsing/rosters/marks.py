"""Crosses in the columns 'Närv' and 'Frånv' of a list."""

import re

__all__ = ["is_dashed", "is_marked_absent"]

_HEAD = re.compile(r"^[^\n]*?\b(?P<here>närv)\w*\.?[ \t|]+(?P<away>frånv)", re.IGNORECASE | re.MULTILINE)
_CROSS = re.compile(r"(?<=[ \t|])[xX×1/](?=[ \t|]|$)", re.MULTILINE)
# A row, or lines, of nothing but dashes.
_DASHES = re.compile(r"(?:\s+[-–](?=\s|$)){2,}(?!\s+[xX]\b)")
_DASHED = re.compile(r"[ \t]{2,}[-–][ \t]{2,}(?=[A-ZÅÄÖ])")
_ABOVE = 8_000  # letters above a line in which its table head stands
_ROW = 300  # letters of a row after the name
_NEAR = 5  # columns by which a cross may stand off


def is_dashed(words: str, end: int) -> bool:
    """Tell whether a lone dash stands in the next cell, and a name in the one after it.

    >>> is_dashed("Eva Ek, m      -      Bo Ask, m", 9)
    True
    """
    return _DASHED.match(words, end) is not None


def is_marked_absent(words: str, start: int, end: int) -> bool:
    r"""Tell whether the cross beside a name stands under 'Frånv', or whether there are only dashes.

    Args:
        words: the source text: cleaning evens out what stands before a line.
        start: where the name begins.
        end: where the words for name, party and office end.

    >>> words = "            Närv Frånv\nEva Ek  S     X\nBo Ask  M          X\n"
    >>> [is_marked_absent(words, words.index(name), words.index(name) + 6) for name in ("Eva Ek", "Bo Ask")]
    [False, True]
    """
    if _DASHES.match(words, end):
        return True
    stop = words.find("\n", end, end + _ROW)
    cross = _CROSS.search(words, end, stop if stop >= 0 else min(len(words), end + _ROW))
    heads = list(_HEAD.finditer(words, max(0, start - _ABOVE), start)) if cross else []
    if not cross or not heads:
        return False
    place = cross.start() - words.rfind("\n", 0, start) - 1
    here, away = (heads[-1].start(name) - heads[-1].start() for name in ("here", "away"))
    return here < away <= place + 1 and place - away <= _NEAR and here + _NEAR <= place + 1
