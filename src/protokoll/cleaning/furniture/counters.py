"""Page counters: `22 (74)`, `Sida 3 (3)`, `Sid 311`, `1[25]`, `Sidan 1 av 2`, `2(42)`."""

import re
from collections import Counter as Tally
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from protokoll.cleaning.furniture.lines import Line
from protokoll.grammar import Grammar

__all__ = ["Counter", "find_column_numbers", "find_counters", "letters", "read_counter"]

# What every counter has; most lines have nothing of it.
_HINT = re.compile(r"\d[ ]?[(\[]|\d[ ]av[ ]\d|^[^\W\d_]+[.:]?(?:[ ]nr)?[ ]?\d{1,4}\b")
_LETTERS = re.compile(r"[^\W\d_]+")
_ENDS = frozenset("0123456789)]")
# A number in the last column, or alone.
_LAST = re.compile(r"(?:^|[ ]{3}|\t)(\d{1,4})$")
_BARE = re.compile(r"[-–— ]*(\d{1,4})[-–— ]*")
_STEPS = 3
"""On so many pages at least, bare numbers keep step with the pages."""
_LONG = 120
"""A line with more characters than this is no head."""


class Counter(NamedTuple):
    """What a page counter says."""

    number: int
    total: int | None
    rest: str = ""
    """What else the line holds."""


@lru_cache(maxsize=8)
def _shape(grammar: Grammar) -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, grammar.phrases("furniture", "page_words")), key=len, reverse=True))
    return re.compile(
        rf"(?<![\w/:.,-])(?:(?P<word>(?:{words})\b)\.?:?[ ]*)?(?P<number>\d{{1,4}})"
        r"(?:[ ]*(?:\([ ]*(?P<round>\d{1,4})[ ]*\)|\[[ ]*(?P<square>\d{1,4})[ ]*\])"
        r"|[ ]+av[ ]+(?P<of>\d{1,4})\b|[ ]*/[ ]*(?P<slash>\d{1,4})\b)?"
        r"(?![\w:-])",
        re.IGNORECASE,
    )


@lru_cache(maxsize=16_384)
def letters(text: str) -> str:
    """Return the letters of a line as words in lower case, what its repetitions have in common; of a date, the date.

    >>> letters("Sammanträdesdatum: 2024-03-21")
    'sammanträdesdatum'
    """
    return " ".join(_LETTERS.findall(text.lower())) or text


@lru_cache(maxsize=4096)  # cells of tables and heads of pages are read again and again
def read_counter(text: str, grammar: Grammar) -> Counter | None:
    """Return the page counter in a line, or None where it holds none.

    >>> from protokoll.grammar import load
    >>> read_counter("Sida 36 (45)", load())
    Counter(number=36, total=45, rest='')
    >>> read_counter("Protokoll 2 (64) Diarienummer KS 2017/0996", load()).rest
    'Protokoll Diarienummer KS 2017/0996'
    """
    if len(text) > _LONG or not _HINT.search(text):
        return None
    for match in _shape(grammar).finditer(text):
        printed = match["round"] or match["square"] or match["of"] or match["slash"]
        # A bare number, or two with a stroke between them, counts pages only after a word that says so.
        if not match["word"] and (not printed or match["slash"]):
            continue
        number, total = int(match["number"]), int(printed) if printed else None
        if 0 < number <= (total or number):
            rest = f"{text[: match.start()]} {text[match.end() :].strip(' .')}"
            return Counter(number, total, " ".join(rest.split()))
    return None


def find_counters(lines: Sequence[Line], grammar: Grammar) -> dict[int, Counter]:
    r"""Return the page counters among `lines`, by the index of the line.

    A counter that shares its line with other words is one only if the same words stand beside another counter
    with a higher number; a sentence that ends in '3 (4)' is none.

    >>> from protokoll.cleaning.furniture.lines import split_lines
    >>> from protokoll.grammar import load
    >>> find_counters(split_lines("Protokoll 1 (2)\nBeslut enligt 3 (4)\nProtokoll 2 (2)"), load()).keys()
    dict_keys([0, 2])
    """
    found: dict[int, Counter] = {}
    for index, line in enumerate(lines):
        text = line.text
        # Most numbers alone on a line are cells of tables; a counter has a word or a bracket.
        if (
            (text[-1] in _ENDS or text[0] in _ENDS)
            and (" " in text or text[-1] in ")]")
            and (counter := read_counter(text, grammar))
        ):
            found[index] = counter
    for index in _cells(lines, found):
        del found[index]
    shared: dict[tuple[str, int | None], list[int]] = defaultdict(list)
    for index, counter in found.items():
        if counter.rest:
            shared[_key(counter.rest), counter.total].append(index)
    found |= _bare_numbers(lines) | find_column_numbers(lines, grammar)
    for indices in shared.values():
        numbers = [found[index].number for index in indices]
        if len(set(numbers)) < 2 or numbers != sorted(numbers):
            for index in indices:
                found.pop(index, None)
    return found


def _cells(lines: Sequence[Line], found: Mapping[int, Counter]) -> set[int]:
    """Return counters right below each other that do not count on, as in a table: '3 (9)', '6 (9)'."""
    cells: set[int] = set()
    for index, counter in found.items():
        above = found.get(index - 1)
        if (
            above is None
            or lines[index].feed
            or not (lines[index].text[0] in _ENDS and lines[index - 1].text[0] in _ENDS)
        ):
            continue
        if (above.number + 1, above.total) != (counter.number, counter.total):
            cells |= {index - 1, index}
    return cells


def _bare_numbers(lines: Sequence[Line]) -> dict[int, Counter]:
    """Return lines that hold only a number, beside page ends, where the numbers keep step with the pages."""
    page = 0
    places: list[tuple[int, int, int]] = []
    for index in [*(index for index, line in enumerate(lines) if line.feed), len(lines)]:
        if index and (match := _BARE.fullmatch(lines[index - 1].text)):
            places.append((index - 1, int(match[1]), page))
        if index < len(lines):
            page += lines[index].feed
            if match := _BARE.fullmatch(lines[index].text):
                places.append((index, int(match[1]), page))
    steps = Tally(number - page for _, number, page in places)
    step, times = steps.most_common(1)[0] if steps else (0, 0)
    if times < _STEPS or 2 * times < page:
        return {}
    return {index: Counter(number, None) for index, number, page in places if number - page == step}


def find_column_numbers(lines: Sequence[Line], grammar: Grammar) -> dict[int, Counter]:
    r"""Return bare numbers that end a line, just below a line that ends in the word for page, as in a head of columns.

    >>> from protokoll.cleaning.furniture.lines import split_lines
    >>> from protokoll.grammar import load
    >>> find_column_numbers(split_lines("Protokoll      Blad\nSammanträdesdatum      15"), load())
    {1: Counter(number=15, total=None, rest='Sammanträdesdatum')}
    """
    words = tuple(grammar.phrases("furniture", "page_words"))
    found: dict[int, Counter] = {}
    for index, line in enumerate(lines):
        if not line.text.endswith(words):
            continue
        for below in range(index + 1, min(index + 3, len(lines))):
            match = _LAST.search(lines[below].text)
            if match:
                found[below] = Counter(int(match[1]), None, lines[below].text[: match.start()].strip())
                break
    return found


def _key(rest: str) -> str:
    """Return what the words beside a counter have in common from page to page: their letters, or a date."""
    key = letters(rest)
    return re.sub(r"\d+", "0", rest) if key == rest else key
