"""Shares and amounts that cannot be as they stand: told as doubts, never changed."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from protokoll.model.text import Doubt, Span

__all__ = ["impossible_figures"]

# A model without % reads figures in its place: '12 26 av', '(1,5 260)', 'ca 80 96 i'.
_LOST = (
    r" (?<=\d )(?:26|20|24|90|94|96|98|240|246|260|960|Zz)"
    r"(?=\)|[.,;](?!\d)|[ \n](?!\d)[a-zåäö])(?![ \n](?:%s)\b)"
)
_COUNT = re.compile(r"(?<![\w.,/§:-])\d{1,3}(?:,\d{1,2})?(?:-\d{1,3})?$")
_ROOM = 10
"""So many characters at most stand before what is read for the sign."""
_UNIT = r" (?<=[\dlIOoSB] )(?:procent|%s)\b"
_PERCENT = re.compile(r"%")
_MORE = re.compile(r"(?<![\w.,%])(?:\d{1,3}(?: \d{3})+|\d{4,})(?:,\d+)?$")
# Letters among the figures of a sum, and groups that are not of three.
_LETTERS = re.compile(r"(?<![\w.,])(?=[\d ]{0,12}[lIOoSB])(?=[lIOoSB ]{0,4}\d)[\dlIOoSB]{1,3}(?: [\dlIOoSB]{3}){0,3}$")
_GROUPS = re.compile(r"(?<![\w.,§])[1-9]\d{0,2}(?: \d{3})* (?:\d{4,5}|\d{1,2}) \d{3}$")
_BEFORE = 24
_FEWEST = 3


def impossible_figures(text: str, words: dict[str, Any], *, signs_lost: bool) -> Iterator[Doubt]:
    """Yield what stands for a share or a sum and can be none.

    Args:
        text: any text.
        words: the table `repair` of the grammar.
        signs_lost: whether the text lost its §, and so its %, too.

    >>> from protokoll.grammar import load
    >>> words = load().words["repair"]
    >>> text = "Andelen var 12 26 av alla, kostnaden 1O0 000 kronor och ökningen 12 240 %."
    >>> [(each.seen, each.evidence) for each in impossible_figures(text, words, signs_lost=True)]
    [('12 26', 'share'), ('1O0 000 kronor', 'sum'), ('12 240 %', 'share')]
    """
    lost = list(_lost_shares(text, words)) if signs_lost or text.count("%") <= 1 else []
    if not signs_lost and (len(lost) < _FEWEST or not any(text[each.end] == ")" for each in lost)):
        lost = []
    for span in lost:
        yield Doubt(span, span.of(text), ((span.of(text), 0.0),), "share")
    units = sorted(each.span() for pattern in (_unit(*words["units"]), _PERCENT) for each in pattern.finditer(text))
    for begin, end in units:
        share = text[begin:end].lstrip()[0] in "%p"
        stop = begin - (text[begin] == "%" and text[begin - 1 : begin] == " ")
        for pattern in (_MORE,) if share else (_LETTERS, _GROUPS):
            if found := pattern.search(text, max(0, stop - _BEFORE), stop):
                span = Span(found.start(), end)
                yield Doubt(span, span.of(text), ((span.of(text), 0.0),), "share" if share else "sum")


def _lost_shares(text: str, words: dict[str, Any]) -> Iterator[Span]:
    """Yield the shares that lost their sign: what is read for it is far rarer than a number, and looked for first."""
    for match in _lost(*words["units"], *words["counted"], *words["months"]).finditer(text):
        count = _COUNT.search(text, max(0, match.start() - _ROOM), match.start())
        if count:
            yield Span(count.start(), match.end())


@cache
def _lost(*counted: str) -> re.Pattern[str]:
    return re.compile(_LOST % "|".join(counted))


@cache
def _unit(*units: str) -> re.Pattern[str]:
    return re.compile(_UNIT % "|".join(units))
