"""Heads of §§ that lost their sign: '45 Gatubelysning', 'Sn 13 Val', '$ 46 Bygglov'."""

import re
from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["Bare", "find_bare_run", "find_lost"]

# A number that opens a line, perhaps after the letters of the body or a misread sign, and a title on the line.
_BARE = re.compile(
    r"""^[ \t]*(?:(?!(?i:sid|nr|dnr|kap|bil|kl|ja|nej|punkt|den|org|tel|tab|fig|box)\b)
            [A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,4}[ \t]+)?
        (?:[$&][ \t]*|S[ \t]+)?(?P<number>[1-9]\d{0,3})(?:/\d{2,4})?(?=[ \t]+["”“]?[A-ZÅÄÖ])
        (?P<rest>[ \t]+[^\n]{3,}?)[ \t]*$""",
    re.VERBOSE | re.MULTILINE,
)
# "12 Ekgatan" opens an address, "3 Socialdemokraterna 14 %" a table row, "7 Mars 2016" a date.
_NO_TITLE = re.compile(
    r"\s(?:\d+\s*%|\d{4}\s*$)|^\s+(?:Januari|Februari|Mars|April|Maj|Juni|Juli|Augusti|September|Oktober|November|December)\b"
    r"|(?:\.[ ]?){4,}|\s\d{1,3}\s*$"
)
# Under the head of an item somebody decides.
_DECIDES = re.compile(
    r"""^[ \t]*(?:[A-ZÅÄÖ][\wåäö ,-]{2,50}s[ ])?[Bb]eslut(?:et)?[ \t]*:?[ \t]*(?:$|(?<=:)[^\n]|[ ]{3,}\S)
      | ^[ \t]*BESLUT\b | ^[ \t]*[A-ZÅÄÖ][\wåäö ,-]*(?:nämnden|fullmäktige|styrelsen|utskottet)
            [ ]+(?:beslut(?:ar|ade)|beslöt)\b""",
    re.VERBOSE | re.MULTILINE,
)
_FEWEST = 3
_MOST_LOST = 12


class Bare(NamedTuple):
    """A line that may be the head of an item, by its number."""

    number: str
    start: int
    number_start: int
    number_end: int
    end: int


def find_lost(text: str, start: int, end: int, first: int, last: int) -> Iterator[Bare]:
    r"""Yield the heads numbered from `first` to `last` that stand without their sign between `start` and `end`.

    >>> [bare.number for bare in find_lost("§ 4 Val\nEva Ek väljs.\n5 Taxor\nBeslut\n\n§ 6 Bad", 8, 40, 5, 5)]
    ['5']
    """
    if last - first >= _MOST_LOST:
        return
    wanted = first
    for bare in _bare(text, start, end):
        if int(bare.number) == wanted:
            yield bare
            wanted += 1
            if wanted > last:
                return


def find_bare_run(text: str) -> list[Bare]:
    r"""Return the heads of a record that prints no sign at all: numbers that rise by one, a decision under most.

    >>> words = "".join(f"{number} Ärende om skolan\n\nBeslut\nPlanen antas.\n\n" for number in (7, 8, 9))
    >>> [bare.number for bare in find_bare_run(words)]
    ['7', '8', '9']
    """
    lines = list(_bare(text, 0, len(text)))
    if not lines:
        return []
    ends = [*(line.start for line in lines[1:]), len(text)]
    deciding = {line.start: bool(_DECIDES.search(text, line.end, end)) for line, end in zip(lines, ends, strict=True)}
    # The longest run that rises by one, each from the last place where its number before was met.
    runs: dict[int, list[Bare]] = {}
    best: list[Bare] = []
    for line in lines:
        order = int(line.number)
        before = runs.pop(order - 1, None)
        run = [line]
        if before:
            before.append(line)
            run = before
        elif order in runs and len(runs[order]) > 1 and not deciding[line.start]:
            continue
        runs[order] = run
        best = max(best, run, key=lambda each: sum(deciding[one.start] for one in each))
    decided = sum(deciding[one.start] for one in best)
    enough = decided == len(best) > 1 if len(best) < _FEWEST else decided * 3 >= len(best) * 2
    return best if enough else []


def _bare(text: str, start: int, end: int) -> Iterator[Bare]:
    for match in _BARE.finditer(text, start, end):
        if not _NO_TITLE.search(match["rest"]):
            yield Bare(match["number"], match.start(), match.start("number"), match.end("number"), match.end())
