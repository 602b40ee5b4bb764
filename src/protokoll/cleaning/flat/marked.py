"""Texts whose pages are marked by lines '(1)', '(2)' and whose paragraphs are one line each, headings within them."""

import re
from collections.abc import Iterator

from protokoll.model.text import Span

__all__ = ["find_marked_heads", "find_marks"]

_MARK = re.compile(r"^\((?P<number>\d{1,3})\)[ \t]*$", re.MULTILINE)
_HEAD = re.compile(
    r"^(?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,5}\s)?§\s?(?P<number>\d{1,4})(?:/\d{2,4})?"
    r"(?=[ \t]*$|[ \t]+(?:[Dd]nr|DNR|Diarie))[^\n]*\n+"
    r"(?P<line>[A-ZÅÄÖ\"”][^\n]+)",
    re.MULTILINE,
)
_FEWEST = 2


def find_marks(text: str) -> list[Span]:
    r"""Return the lines that mark where pages begin, where they count from 1.

    >>> find_marks("(1)\nAlmby\n(2)\nVal")
    [Span(start=0, end=3), Span(start=10, end=13)]
    """
    marks: list[Span] = []
    for match in _MARK.finditer(text):
        if int(match["number"]) == len(marks) + 1:
            marks.append(Span(*match.span()))
    return marks if len(marks) >= _FEWEST else []


def find_marked_heads(text: str, start: int) -> Iterator[tuple[Span, Span]]:
    r"""Yield the first line below the number of each item, and the item from there on.

    >>> words = "KF § 7 DNR: 2\n\nVal av ombud Beslut Eva Ek väljs.\n"
    >>> [line.of(words) for line, _ in find_marked_heads(words, 0)]
    ['Val av ombud Beslut Eva Ek väljs.']
    """
    heads = list(_HEAD.finditer(text, start))
    ends = [*(match.start() for match in heads[1:]), len(text)]
    for match, end in zip(heads, ends, strict=False):
        yield Span(*match.span("line")), Span(match.start("line"), end)
