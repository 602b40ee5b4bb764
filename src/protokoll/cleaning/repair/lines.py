"""Which lines of a text were read with a model that has no å, ä and ö, line by line."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from protokoll.model.text import Span

__all__ = ["common_words", "damaged_lines", "leans_foreign"]

_SWEDISH = re.compile(r"[åäöÅÄÖ]")
# Letters of other languages, which a model without å, ä and ö does not have either.
_FOREIGN = re.compile(r"[æøßłőűčšžřěůþðñãõÆØÐÞ]")
_WORD = re.compile(r"[^\W_]+(?:&[^\W_]*)?|[^\W\d_]?&[^\W\d_]?")
# A letter that Tesseract puts for å, ä or ö, where Swedish never has it: within a lower-case word.
_MARK = re.compile(r"(?<![\w.,-])[a-z]+[éG6&4][a-z]|(?<![\w.,-])[64][a-z]{2}")
_MAY_BE_MARK = re.compile(r"[éG6&4]")
_ADDRESS = re.compile(r"\S{0,80}[@/_]\S*|\S{1,80}\.(?:pdf|docx?|xlsx?|se|com)\b")
_MAY_BE_ADDRESS = re.compile(r"[@/_]|\.[a-z]")
_HEALTHY, _DAMAGED, _OTHER = range(3)
_SWITCH = 5.0
_HINDER = 18.0
_MARK_WORTH = 3.0
_RARE = (15.0, 14.5, 13.8)
_LEAST = 9.0
_RUNNING = 4
"""A line of running text has so many words in lower case; a head, a name or a row of a table has fewer."""
_LONG = 1500
"""A line of more characters is judged piece by piece."""
_NOTHING = (0.0, 0.0, 0.0)


def damaged_lines(text: str) -> list[Span]:
    """Return the stretches of whole lines that lack the marks over å, ä and ö.

    A line with å, ä or ö was not read by a model without them, and holds the lines beside it back. A text without
    any such line costs little more than the search for these letters.

    >>> damaged_lines("Nämnden föreslår att motionen avslås.")
    []
    >>> damaged_lines("Namnden foreslar att fullmaktige avslar motionen fér att det &r for dyrt pa sikt.")
    [Span(start=0, end=81)]
    """
    lines = _lines(text)
    if _most(lines) < _LEAST:
        return []
    known = {line: _scores(line) if len(line) > 2 else _NOTHING for line in set(lines)}
    scores = [known[line] for line in lines]
    states = _likeliest(scores)
    spans, at, start, worth = [], 0, -1, 0.0
    for line, state, score in zip(lines, states, scores, strict=True):
        if state == _DAMAGED:
            start = at if start < 0 else start
            worth += score[_HEALTHY] - score[_DAMAGED]
        elif start >= 0:
            spans += [Span(start, at)] if worth >= _LEAST else []
            start, worth = -1, 0.0
        at += len(line)
    if start >= 0 and worth >= _LEAST:
        spans.append(Span(start, at))
    return spans


def _lines(text: str) -> list[str]:
    """Return the lines; of one that holds a whole page, pieces: one letter must not tell for all of it."""
    lines = text.splitlines(keepends=True)
    if max(map(len, lines), default=0) <= _LONG:
        return lines
    return [piece for line in lines for piece in _pieces(line)]


def _pieces(line: str) -> Iterator[str]:
    start = 0
    while len(line) - start > _LONG:
        end = line.rfind(" ", start, start + _LONG) + 1 or start + _LONG
        yield line[start:end]
        start = end
    yield line[start:]


def leans_foreign(text: str) -> bool:
    """Tell whether the running lines of a stretch are rather of another language than Swedish without its marks.

    >>> leans_foreign("The council of the city and its members decided to go on"), leans_foreign("Eva Strom, C: Ja")
    (True, False)
    """
    running = [line for line in text.splitlines() if sum(map(str.islower, line.split())) >= _RUNNING]
    return sum(damaged - other for _, damaged, other in map(_scores, running)) > _LEAST


def _most(lines: Sequence[str]) -> float:
    """Return the most that any stretch of lines is worth as damaged: no more than this can be found."""
    worth = {line: _worth(line) if len(line) > 2 else 0.0 for line in set(lines)}
    here = most = 0.0
    for line in lines:
        here += worth[line]
        if here > most:
            most = here
        elif here < 0:
            here = 0.0
    return most


def _worth(line: str) -> float:
    """Return how much dearer the line is as healthy than as damaged."""
    if not line.isascii() and _SWEDISH.search(line):
        return -_HINDER
    if not line.isascii() and _FOREIGN.search(line):
        return -_HINDER / 2
    if ".pdf" in line or ".doc" in line:
        return 0.0
    marks = len(_MARK.findall(line)) * _MARK_WORTH if _MAY_BE_MARK.search(line) else 0.0
    return sum(map(_differences().__getitem__, _words(line))) / 10 + marks


def _words(line: str) -> list[str]:
    return _WORD.findall(_ADDRESS.sub(" ", line) if _MAY_BE_ADDRESS.search(line) else line)


class _Differences(dict[str, float]):
    """How much dearer words are in a healthy line than in a damaged one, in tenths, as they are printed."""

    def __missing__(self, printed: str) -> float:
        worth = self.get(printed.lower())
        if worth is None:
            return 10 * (_RARE[0] - _RARE[1]) if printed.islower() else 0.0
        self[printed] = worth
        return worth


@cache
def _differences() -> _Differences:
    return _Differences({word: healthy - damaged for word, (healthy, damaged, _) in _table().items()})


@cache
def _table() -> dict[str, tuple[int, int, int]]:
    import json

    path = files("protokoll.cleaning.repair") / "data" / "lines.json"
    found: dict[str, tuple[int, int, int]] = json.loads(path.read_text(encoding="utf-8"))
    return found


def _scores(line: str) -> tuple[float, float, float]:
    """Return what the line costs as healthy, as damaged and as another language."""
    if _SWEDISH.search(line):
        return (0.0, _HINDER, _HINDER / 2)
    if not line.isascii() and _FOREIGN.search(line):
        return (_HINDER / 2, _HINDER, 0.0)
    if ".pdf" in line or ".doc" in line:
        return (0.0, 0.0, 0.0)
    healthy = damaged = other = 0.0
    table = _table()
    for printed in _words(line):
        word = printed.lower()
        costs = table.get(word)
        if costs is not None:
            healthy += costs[0]
            damaged += costs[1]
            other += costs[2]
        elif printed.islower():
            healthy += 10 * _RARE[0]
            damaged += 10 * _RARE[1]
            other += 10 * _RARE[2]
    marks = len(_MARK.findall(line)) * _MARK_WORTH
    return (healthy / 10 + marks, damaged / 10, other / 10 + marks)


def _likeliest(scores: Sequence[tuple[float, float, float]]) -> list[int]:
    """Return the cheapest run of states, where each change of state has its price.

    A line that says nothing goes with the next one that does.
    """
    telling = [at for at, score in enumerate(scores) if score != _NOTHING]
    if not telling:
        return [_HEALTHY] * len(scores)
    total = list(scores[telling[0]])
    steps = []
    for now in (scores[at] for at in telling[1:]):
        least = min(total)
        best, most = total.index(least), least + _SWITCH
        steps.append([state if total[state] <= most else best for state in range(3)])
        total = [min(old, most) + new for old, new in zip(total, now, strict=True)]
    state = min(range(3), key=total.__getitem__)
    states = [state]
    for step in reversed(steps):
        state = step[state]
        states.append(state)
    found = dict(zip(telling, states[::-1], strict=True))
    state = states[0]
    for at in range(len(scores) - 1, -1, -1):
        state = found[at] = found.get(at, state)
    return [found[at] for at in range(len(scores))]


@cache
def common_words() -> frozenset[str]:
    """Return the words that make up most of any text, in Swedish, damaged or not, and in ten other languages.

    >>> "och" in common_words(), "the" in common_words()
    (True, True)
    """
    return frozenset(word for word in _table() if len(word) > 1)
