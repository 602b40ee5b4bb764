"""Where each § of a protocol begins."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from protokoll.segmenting.unsigned import Bare, find_bare_run, find_lost

__all__ = ["ItemHead", "find_item_heads"]

# "§ 11", "§11", "§ 63/20", "KS § 45", "§§ 63-64", "SN § 13 Dnr 5/20", "§ 12. Val", "§ 16 forts."; the sign
# stands first on its line, perhaps after the letters of the body. A law ("§ 13, till Higab", "5 kap 50 §
# kommunallagen") is no head.
_HEAD = re.compile(
    r"""^[ \t]*(?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,5}[ \t]*(?:(?:19|20)\d\d[ ]?/[ ]?)?)?§+[ \t]*
        (?P<number>\d{1,4}(?:[ \t]?[/:][ \t]?(?:\d{4}|\d{1,3}))?(?:[ \t]?[-–][ \t]?\d{1,4})?[a-z]?)
        (?P<rest>(?:[ \t]|\.?$|\.(?=[ \t]+[A-ZÅÄÖ]))[^\n]*)$""",
    re.VERBOSE | re.MULTILINE,
)
# "Paragraf 71", perhaps with the diary number beside it: some write the word and no sign.
_WORD = re.compile(
    r"^[ \t]*(?:Paragraf|PARAGRAF)[ \t]+(?P<number>\d{1,4})(?P<rest>[ \t]*(?:$|(?i:dnr|diarien|ärenden)[^\n]*$))",
    re.MULTILINE,
)
_CONTINUED = re.compile(r"^\s*\(?forts", re.IGNORECASE)
# What follows the number in a head: nothing, a title (capital or quote, also after a dash), a diary number, a bracket.
_FOLLOWS = re.compile(r"^\s*(?:$|[–-]\s+(?-i:[A-ZÅÄÖ])|[A-ZÅÄÖ\"”“(]|\d[\d./:-]+\S*|dnr|nr\b|forts)", re.IGNORECASE)
_LOWER = re.compile(r"^\s*(?!dnr|nr\b|forts)[a-zåäö,.;)]")
# A line of a table of contents ends in leaders and a page number.
_CONTENTS = re.compile(r"(?:\.{3,}|…|\s{3,}|\t)\s*\d{1,4}\s*$")
_LEADERS = re.compile(r"(?:\.[ ]?){3,}\s*\d{1,4}\s*$")
# The front page names the range of its §§: "Paragrafer⏎⏎§§ 23–27".
_LABEL = re.compile(r"(?:^|\n)[ \t]*(?:justerade\s+)?paragraf(?:er|erna|nr)?[ \t]*:?\s*$", re.IGNORECASE)
# "Ärende 14   KS/2021:877", "Dnr 5/20": the line over the number of an item.
_ABOVE = re.compile(
    r"[ \t]*(?:Ärende[ \t]+\d{1,3}\b[^\n]{0,40}|(?:Dnr|Diarien(?:umme)?r|Ärenden(?:umme)?r)\b[^\n]{2,50})\n",
    re.IGNORECASE,
)
_DENSE = 220
_FEW = 2
_WIDE = 8


class ItemHead(NamedTuple):
    """The head line of an item: its number as printed and where it stands."""

    number: str
    start: int
    number_start: int
    number_end: int
    end: int

    @property
    def order(self) -> int:
        """The number by which items follow each other."""
        return int(re.match(r"\d+", self.number)[0])  # type: ignore[index]


@lru_cache(maxsize=1)
def find_item_heads(text: str) -> tuple[ItemHead, ...]:
    r"""Return the heads of the §§ in `text`, in order.

    A § sign before a number is a head when it opens a line, no law or earlier decision is meant, and the
    number carries on the run of numbers. The run of a table of contents is left out.

    >>> [head.number for head in find_item_heads("§ 1\nVal\n\n§ 2 Dnr 5/20\nSe 5 kap\n§ 50 kommunallagen.")]
    ['1', '2']
    """
    heads = [head for match in _signs(text) if (head := _head(text, match))]
    if not heads:
        heads = [head for match in _WORD.finditer(text) if (head := _head(text, match))]
    run = _longest_run(_without_contents(text, _of_one_body(text, heads)))
    if len(run) < _FEW:
        bare = find_bare_run(text)
        return tuple(map(_unsigned, bare)) if len(bare) > len(run) else tuple(run)
    return tuple(_lifted(text, list(_completed(text, run))))


def _of_one_body(text: str, heads: list[ItemHead]) -> list[ItemHead]:
    """Leave out heads with the letters of another body: 'Ks § 305' under § 190 tells of the matter's way there."""
    letters = [text[head.start : head.number_start].strip(" \t§").casefold() for head in heads]
    counts = Counter(letters)
    if len(counts) < _FEW:
        return heads
    usual = max(counts, key=lambda each: (counts[each], -letters.index(each)))
    if counts[usual] * 5 < len(heads) * 3 and not (len(heads) == _FEW and not letters[0]):
        return heads
    strange = {each for each in counts if each and each != usual}
    return [head for head, each in zip(heads, letters, strict=True) if each not in strange]


def _lifted(text: str, run: list[ItemHead]) -> list[ItemHead]:
    """Let items begin at the line over their number, in records that print 'Ärende 14   Dnr 5/20' there."""
    starts = [_line_above(text, head.start) for head in run]
    if sum(start is not None for start in starts) * 2 <= len(run):
        return run
    return [head if start is None else head._replace(start=start) for head, start in zip(run, starts, strict=True)]


def _line_above(text: str, start: int) -> int | None:
    begin = text.rfind("\n", 0, max(0, start - 1)) + 1
    opens = begin == 0 or text[max(0, begin - 2) : begin] == "\n\n"
    return begin if opens and begin < start and _ABOVE.match(text, begin, start) else None


def _unsigned(bare: Bare) -> ItemHead:
    return ItemHead(*bare)


def _completed(text: str, run: list[ItemHead]) -> Iterator[ItemHead]:
    """Yield a run with the heads that stand in its gaps without their sign."""
    for head, after in pairwise(run):
        yield head
        reach = re.search(r"[-–](\d+)$", head.number)
        first = (int(reach[1]) if reach else head.order) + 1
        if first < after.order:
            yield from map(_unsigned, find_lost(text, head.end, after.start, first, after.order - 1))
    yield from run[-1:]


def _signs(text: str) -> Iterator[re.Match[str]]:
    """Yield the lines that open with a § and a number."""
    sign = text.find("§")
    while sign >= 0:
        match = _HEAD.match(text, text.rfind("\n", 0, sign) + 1)
        if match:
            yield match
        sign = text.find("§", match.end() if match else sign + 1)


def _head(text: str, match: re.Match[str]) -> ItemHead | None:
    rest = match["rest"].removeprefix(".")
    if _LEADERS.search(rest):
        return None
    if rest.strip(" .\t") and (_CONTINUED.match(rest) or _LOWER.match(rest) or not _FOLLOWS.match(rest)):
        return None
    above = text[max(0, match.start() - 120) : match.start()]
    if _LABEL.search(above):
        return None
    if above and not above.endswith("\n\n"):
        last = above.rstrip("\n").rsplit("\n", 1)[-1].rstrip()
        # A reference broken over two lines: "… den 21 februari 2024,⏎§ 150".
        if last.endswith((",", " och", " kap", " kap.", " samt", "(", " enligt", " i", " under")) or re.search(
            r"\d{4}$", last
        ):
            return None
    number = re.sub(r"\s", "", match["number"])
    if not rest.strip() and _is_wide(number):
        return None
    return ItemHead(number, match.start(), match.start("number"), match.end("number"), match.end())


def _is_wide(number: str) -> bool:
    """Tell whether '55-80' is the range of a whole meeting, as its public notice prints it, and not of some §§."""
    first, _, last = number.replace("–", "-").partition("-")
    return last.isdigit() and first.isdigit() and int(last) - int(first) >= _WIDE


def _without_contents(text: str, heads: list[ItemHead]) -> list[ItemHead]:
    """Drop heads that stand in a table of contents: dense, and met again later."""
    last = {head.number: index for index, head in enumerate(heads)}
    kept = []
    for index, head in enumerate(heads):
        again = last[head.number] > index
        follower = heads[index + 1].start if index + 1 < len(heads) else len(text)
        if again and (follower - head.start < _DENSE or _CONTENTS.search(text, head.start, head.end)):
            continue
        kept.append(head)
    return kept


def _longest_run(heads: list[ItemHead]) -> list[ItemHead]:
    """Keep the longest rising run of numbers (patience sorting): strays are references, not heads."""
    tails: list[int] = []
    tail_orders: list[int] = []
    before: list[int] = []
    for index, head in enumerate(heads):
        place = bisect_right(tail_orders, head.order)
        before.append(tails[place - 1] if place else -1)
        if place == len(tails):
            tails.append(index)
            tail_orders.append(head.order)
        else:
            tails[place], tail_orders[place] = index, head.order
    run, index = [], tails[-1] if tails else -1
    while index >= 0:
        run.append(heads[index])
        index = before[index]
    return run[::-1]
