"""Figures that were read as letters, where nothing but figures can stand: `l O mars`, `2OO4`, `I2 juni 2003`."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from protokoll.model.text import Edit, Span

__all__ = ["restore_figures"]

# One sign alone is the first only after 'den': before it, it may be *i*.
_DAY = re.compile(r"(?<![\w.,-])(?P<day>[lI|1] [Ool]|[23] [Oo]|[lI|1-3][lIOo|0-9]|[1-3][SB]|(?<=den[ \n])[l|])\.?$")
_BEFORE = 6
_YEAR = re.compile(r"(?<![\w.,:/-])(?:[lI|1]9|2[OoQ0])[OoQlI|SB0-9]{2}(?![\w/:-]|[.,]\d)")
_FIGURE = str.maketrans({"l": "1", "I": "1", "|": "1", "O": "0", "o": "0", "Q": "0", "S": "5", "B": "8"})
_LAST = 31
_YEARS = range(1900, 2100)
_SURE = 0.99


def restore_figures(text: str, spans: Sequence[Span], words: dict[str, Any]) -> Iterator[Edit]:
    """Propose to write figures for the letters of a day before a month, or of a year after it; no figure is changed.

    Args:
        text: the text; days are looked for in all of it.
        spans: the noisy stretches, in which years are looked for, too.
        words: the table `repair` of the grammar.

    >>> from protokoll.grammar import load
    >>> text = "Protokoll den l O mars 2OO4 och den 2l april"
    >>> [(edit.span.of(text), edit.text) for edit in restore_figures(text, [Span(0, 44)], load().words["repair"])]
    [('l O', '10'), ('2l', '21'), ('2OO4', '2004')]
    """
    for match in _days(text, words["months"]):
        figures = match["day"].replace(" ", "").translate(_FIGURE)
        if not match["day"].isdigit() and 1 <= int(figures) <= _LAST:
            yield Edit(Span(*match.span("day")), figures, _SURE, "figure")
    for span in spans:
        for match in _YEAR.finditer(text, span.start, span.end):
            figures = match.group().translate(_FIGURE)
            if not match.group().isdigit() and int(figures) in _YEARS:
                yield Edit(Span(*match.span()), figures, _SURE, "figure")


def _days(text: str, months: Sequence[str]) -> Iterator[re.Match[str]]:
    """Yield what stands for a day before the name of a month and has a letter at its end or its start."""
    for month in months:
        at = text.find(f" {month}")
        while at >= 0:
            match = _DAY.search(text, max(0, at - _BEFORE), at)
            if match and not text[at + 1 + len(month) : at + 2 + len(month)].isalpha():
                yield match
            at = text.find(f" {month}", at + 1)
