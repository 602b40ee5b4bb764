"""The heads of items whose § was misread: told by the run of their numbers, from the surest to those beside them."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

__all__ = ["chained_heads", "find_heads"]

# At the start of a line: perhaps the short name of a body, a sign, perhaps glued to a number, and what follows it.
_HEAD = re.compile(
    r"^[ \t\f]*(?P<body>(?:[A-ZÅÄÖ]{2,5}|[A-ZÅÄÖ][a-zåäö]{0,3}[fnsu])(?: |(?=\$)))?"
    r"(?P<sign>\$S|S\$|\$5(?= )|[$&£]{2}|[8$S&£§53])(?P<gap> ?)(?P<number>\d{1,4})"
    r"(?P<year>/\d{2,4}\b)?(?P<stop>\.(?![^\s]))?(?![\d.,:/%-])(?P<rest>[^\n]*)",
    re.MULTILINE,
)
_DIARY = re.compile(r"^\s+(?:[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{0,5}[ -]?)?\d{2,4}[/-]\d|^\s+\d{4}/\d\d")
_LAST_DIARY = re.compile(r"[A-ZÅÄÖ]{2,5}[ -]?\d{4}[./:-]\d{1,5}\)?\s*$")
# "Paragrafer 88-92" on the front page.
_FIRST_LAST = re.compile(r"(?i:\bparagraf(?:er|erna)?)\W{0,5}(?P<first>\d{1,4})\s?[-–]\s?(?P<last>\d{1,4})\b")
_NEAR = 2
_RUN = 3
_TOO_MANY = 2000
"""No body comes to so many items in a year: what looks like it has a figure for its sign."""


def find_heads(text: str) -> list[re.Match[str]]:
    r"""Return the lines that may be heads of items, each with its sign as read.

    >>> [head["number"] for head in find_heads("KS 8 12\nUpprop\nKS 813 Dnr 2014/7\n8 barn och 12 vuxna")]
    ['12', '13']
    """
    return list(_HEAD.finditer(text))


def chained_heads(text: str, heads: Sequence[re.Match[str]], starts: tuple[str, ...]) -> list[re.Match[str]]:
    r"""Return the heads whose number goes on from the head before or to the one after, or that an item follows.

    Args:
        text: the whole text, whose front page may tell the first and the last number.
        heads: the lines that may be heads, in order.
        starts: words with which an item begins.

    >>> heads = find_heads("KS 8 12\nUpprop\nKS 813 Dnr 2014/7\n")
    >>> [head["number"] for head in chained_heads("", heads, ("dnr",))]
    ['12', '13']
    """
    told = _FIRST_LAST.search(text)
    printed = range(int(told["first"]), int(told["last"]) + 1) if told else range(0)
    found: list[re.Match[str]] = []
    for body in dict.fromkeys(map(_body, heads)):
        found += _chained([head for head in heads if _body(head) == body], printed, starts)
    return sorted((head for head in found if head["sign"] != "§"), key=re.Match.start)


def _body(head: re.Match[str]) -> str:
    return (head["body"] or "").strip()


def _chained(heads: list[re.Match[str]], printed: range, starts: tuple[str, ...]) -> list[re.Match[str]]:
    """Return those of the heads with one body's name, or with none, that go with one another."""
    heads = [head for head in heads if _is_titled(head) or _opens_item(head, starts) or _is_no_figure(head)]
    numbers = [int(head["number"]) for head in heads]
    sure = set(_sure(heads, numbers, starts))
    sure |= {at for at, head in enumerate(heads) if numbers[at] in printed and _is_bare(head, starts)}
    for order in (range(len(heads)), range(len(heads) - 1, -1, -1)):
        for at in order:
            near = [beside for beside in (at - order.step, at - 2 * order.step) if beside in sure]
            steps = [(numbers[at] - numbers[beside]) * order.step for beside in near]
            if at not in sure and any(_goes_on(heads[at], step, starts) for step in steps):
                sure.add(at)
    return [heads[at] for at in sorted(sure)]


def _sure(heads: Sequence[re.Match[str]], numbers: Sequence[int], starts: tuple[str, ...]) -> Iterator[int]:
    glued = set(_glued(heads, numbers))
    for at, head in enumerate(heads):
        near = [beside for beside in (at - 1, at + 1, at - 2, at + 2) if 0 <= beside < len(heads)]
        steps = [(numbers[beside] - numbers[at]) * (1 if beside > at else -1) for beside in near]
        gapped = len(near) > 1 and all(heads[beside]["gap"] for beside in near[:2]) and steps[:2] == [1, 1]
        if head["sign"] == "§":
            yield at
        elif head["sign"] in {"5", "3"} and not head["body"]:
            if _opens_item(head, starts):
                yield at
        elif not head["gap"] and head["sign"] in {"8", "S", "5", "3"} and at not in glued and not gapped:
            continue
        elif _is_sure(head) or _opens_item(head, starts) or (_is_titled(head) and _has_near(steps)):
            yield at


def _has_near(steps: Sequence[int]) -> bool:
    return any(1 <= step <= _NEAR for step in steps)


def _is_sure(head: re.Match[str]) -> bool:
    """Tell whether a head needs no other beside it: a diary number follows, or the sign is no figure."""
    if head["sign"][-1] in "&£" and _is_titled(head):
        return True
    if head["body"] is not None and _is_no_figure(head):
        return True
    if head["body"] is not None and head["gap"] and _LAST_DIARY.search(head["rest"]):
        return True
    return _DIARY.match(head["rest"]) is not None


def _goes_on(head: re.Match[str], step: int, starts: tuple[str, ...]) -> bool:
    """Tell whether a head goes on from the sure one beside it, so many numbers on."""
    if head["gap"]:
        return 1 <= step <= _NEAR and (_is_titled(head) or _opens_item(head, starts))
    return step == 1 and (_is_bare(head, starts) or _is_no_figure(head))


def _is_no_figure(head: re.Match[str]) -> bool:
    return any(mark in head["sign"] for mark in "$&£")


def _is_titled(head: re.Match[str]) -> bool:
    rest = head["rest"].strip()
    return not rest or rest[0].isupper() or _DIARY.match(head["rest"]) is not None


def _is_bare(head: re.Match[str], starts: tuple[str, ...]) -> bool:
    """Tell whether nothing but a diary number stands after the number."""
    return not head["rest"].strip() or _opens_item(head, starts) or _DIARY.match(head["rest"]) is not None


def _opens_item(head: re.Match[str], starts: tuple[str, ...]) -> bool:
    """Tell whether the words of an item's head follow; å and ä are easily taken for each other."""
    return head["rest"].strip().lower().replace("å", "ä").startswith(starts)


def _glued(heads: Sequence[re.Match[str]], numbers: Sequence[int]) -> Iterator[int]:
    """Yield the places of heads like 89, 810, 811: a run that goes on only without its first figure."""
    start = 0
    for at in range(1, len(heads) + 1):
        if at < len(heads) and numbers[at] - numbers[at - 1] == 1:
            continue
        run = heads[start:at]
        whole = [int(head["sign"] + head["number"]) for head in run if head["sign"] in {"8", "5", "3"}]
        jumps = any(second - first != 1 for first, second in pairwise(whole))
        told = len(whole) == len(run) and min(whole) >= _TOO_MANY and not any(head["rest"].strip() for head in run)
        named = run[0]["body"] is not None or {head["sign"] for head in run} == {"S"}
        if len(run) >= (2 if named or told else _RUN) and (told or jumps or len(whole) < len(run)):
            yield from range(start, at)
        start = at
