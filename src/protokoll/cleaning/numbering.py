"""The number of each page, from the counters printed on some of them."""

import re
from bisect import bisect_left
from collections import Counter as Tally
from collections.abc import Sequence

from protokoll.cleaning.furniture.counters import Counter

__all__ = ["number_pages"]

_BARE = re.compile(r"^(\d{1,4})\b|\b(\d{1,4})$")
_TRUST = 0.8
"""So large a part of the counters must rise with the pages."""
_STEPS = 3


def number_pages(printed: Sequence[tuple[int, str, Counter | None]], pages: int) -> list[int]:
    """Return the numbers of all pages.

    Args:
        printed: the lines of heads and feet: the page they stand on, counted from 0, their words and their counter.
        pages: how many pages there are.

    >>> number_pages([(1, "Sida 36 (45)", Counter(36, 45, True))], 3)
    [35, 36, 37]
    >>> number_pages([], 3)
    [1, 2, 3]
    """
    known: dict[int, int] = {}
    for page, _, counter in printed:
        if counter:
            known.setdefault(page, counter.number)
    known = _rising(known) or _in_step([(page, words) for page, words, _ in printed])
    first = min(known, default=0)
    number = known.get(first, first + 1) - first
    if number < 1:
        known, number = {}, 1
    numbers = []
    for page in range(pages):
        number = known.get(page, number)
        numbers.append(number)
        number += 1
    return numbers


def _rising(known: dict[int, int]) -> dict[int, int]:
    """Return the longest run of counters that rise from page to page, if it is nearly all of them."""
    tails: list[int] = []
    ends: list[int] = []
    before: dict[int, int] = {}
    for page, number in sorted(known.items()):
        place = bisect_left(tails, number)
        if place:
            before[page] = ends[place - 1]
        tails[place : place + 1], ends[place : place + 1] = [number], [page]
    run, last = {}, ends[-1] if ends else None
    while last is not None:
        run[last] = known[last]
        last = before.get(last)
    return run if len(run) >= _TRUST * len(known) else {}


def _in_step(printed: Sequence[tuple[int, str]]) -> dict[int, int]:
    """Return bare numbers at the end of a head ('Årsredogörelse 2024   3') that keep step with the pages."""
    found = [(page, int(match[1] or match[2])) for page, words in printed for match in _BARE.finditer(words)]
    steps = Tally(number - page for page, number in found)
    step, times = steps.most_common(1)[0] if steps else (0, 0)
    if times < _STEPS or 2 * times < len({page for page, _ in found}):
        return {}
    return {page: number for page, number in found if number - page == step}
