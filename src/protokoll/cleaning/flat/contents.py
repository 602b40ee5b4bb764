"""The titles that a list of contents gives to the numbers of items."""

import re

__all__ = ["listed_titles"]

_TITLE = r"(?<![\d:/.-])(?:§\s?)?{number}(?:/\d{{2,4}})?[ \n]+(?=[\"”A-ZÅÄÖ0-9])"
# Leaders and the number of a page, and the letters of the next number.
_TAIL = re.compile(r"(?:[\s.…]+\d{1,3}(?:\s?[-–]\s?\d{1,3})?)?[\s.…]*(?:(?<=\s)[A-ZÅÄÖ][A-Za-zåäö]{0,4}\s?)?§?\s*$")
_LONGEST = 300
_SHARE = 0.5


def listed_titles(front: str, numbers: list[int]) -> dict[int, str]:
    """Return the titles by number that are listed before the first item, if at least half of the numbers are.

    >>> listed_titles("Innehåll 7 Val av justerare 3 8 Budget 2012 4 9 Bad 5", [7, 8, 9])
    {7: 'Val av justerare', 8: 'Budget 2012', 9: 'Bad'}
    """
    places: list[tuple[int, int, int]] = []
    at = 0
    for number in numbers:
        match = re.compile(_TITLE.format(number=number)).search(front, at)
        if match and (not places or match.start() - places[-1][2] < _LONGEST * (number - places[-1][0])):
            places.append((number, match.start(), match.end()))
            at = match.end()
    if len(places) < _SHARE * len(numbers) or len(places) < 2:
        return {}
    ends = [*(start for _, start, _ in places[1:]), len(front)]
    found = {}
    for (number, _, begin), end in zip(places, ends, strict=True):
        title = " ".join(_TAIL.sub("", front[begin : min(end, begin + _LONGEST)], count=1).split())
        if title:
            found[number] = title
    return found
