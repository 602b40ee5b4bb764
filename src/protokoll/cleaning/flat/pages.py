"""The pages of a text in which every page is one line, and the words that head each of them."""

import re
from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from protokoll.grammar import Grammar
from protokoll.model.text import Span

__all__ = ["FlatPage", "find_flat_pages"]

_LINE = re.compile(r"[^\s][^\n\f]*")
_TOKEN = re.compile(r"\S+")
_COUNTER = re.compile(r"\(?(\d{1,3})(?:[(\[/]\d{1,3}[)\]]?)?\)?$")
# "KS", "Ks", "§", "Dnr:" at the end of what pages share open the number of an item.
_OPENS_NUMBER = re.compile(r"(?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,3}|§+|(?:[Dd]nr|DNR|Diarie\w+)[.:]*)$")
_LONG = 250
_WIDE = 130
_LABELS = 5
_WITHIN = 8_000
_SHARE = 0.6
_HEAD_TOKENS = 16
_HEAD_ROOM = 240
_FOOT_ROOM = 200


class FlatPage(NamedTuple):
    """A page that is one line."""

    span: Span
    head_end: int
    """Where the words end that head every page; the start of the page where there are none."""
    foot: int
    """Where the words begin that close every page; the end of the page where there are none."""


def find_flat_pages(text: str, grammar: Grammar) -> list[FlatPage]:
    r"""Return the pages of a text that has one line a page, from its front page on; none of any other text.

    >>> from protokoll.grammar import load
    >>> front = "Plats och tid Salen Beslutande Eva Ek Utses att justera Bo Ask Sekreterare Åsa Lo Ordförande Eva Ek "
    >>> words = front + "Anslag " * 30 + "\nAlmby kommun Protokoll 2 KS 7 Val\nAlmby kommun Protokoll 3 KS 8 Bad\n"
    >>> [words[page.head_end : page.span.end] for page in find_flat_pages(words, load())[1:]]
    ['KS 7 Val', 'KS 8 Bad']
    """
    front = _front(text, grammar)
    if front is None:
        return []
    lines = [Span(*match.span()) for match in _LINE.finditer(text, front)]
    whole = sum(line.end - line.start for line in lines)
    if sum(line.end - line.start for line in lines if line.end - line.start >= _WIDE) < _SHARE * whole:
        return []
    heads = _heads(text, lines)
    foot = _feet(grammar)
    return [
        FlatPage(line, head, _foot(text, line, foot)) if index else FlatPage(line, line.start, line.end)
        for index, (line, head) in enumerate(zip(lines, heads, strict=True))
    ]


def _front(text: str, grammar: Grammar) -> int | None:
    """Return where the line begins that was the front page."""
    labels = grammar.pattern("flat", "front")
    for match in _LINE.finditer(text, 0, _WITHIN):
        if match.end() - match.start() >= _LONG or match.end() == _WITHIN:
            found = {
                each.lower() for each in labels.findall(text, match.start(), min(len(text), match.start() + 4_000))
            }
            return match.start() if len(found) >= _LABELS else None
    return None


def _heads(text: str, lines: list[Span]) -> list[int]:
    """Return where the words end that open all pages but the first: the same words, or the number of the page."""
    tokens = [
        [
            (match, _class(match[0], index + 1))
            for match in _TOKEN.finditer(text, line.start, min(line.end, line.start + _HEAD_ROOM))
        ]
        for index, line in enumerate(lines)
    ]
    shared: list[str] = []
    alive = list(range(1, len(lines)))
    enough = max(2, round(_SHARE * len(alive)))
    for place in range(_HEAD_TOKENS):
        counts = Counter(tokens[page][place][1] for page in alive if len(tokens[page]) > place)
        common, times = counts.most_common(1)[0] if counts else ("", 0)
        if times < enough:
            break
        shared.append(common)
        alive = [page for page in alive if len(tokens[page]) > place and tokens[page][place][1] == common]
    while shared and _OPENS_NUMBER.match(shared[-1]):
        shared.pop()
    return [_shared_end(each, shared, line.start) for each, line in zip(tokens, lines, strict=True)]


def _shared_end(tokens: list[tuple[re.Match[str], str]], shared: list[str], start: int) -> int:
    end, stop = start, start
    for place, (match, kind) in enumerate(tokens):
        if place == len(shared) or kind != shared[place]:
            break
        end = match.end() + 1
        stop = min(end, match.endpos)
    return stop


def _class(token: str, page: int) -> str:
    """Return what a word of a head is compared by: itself, or that it is the number of its page."""
    counter = _COUNTER.match(token)
    return "#" if counter and int(counter[1]) == page else token


def _foot(text: str, line: Span, feet: re.Pattern[str]) -> int:
    match = feet.search(text, max(line.start, line.end - _FOOT_ROOM), line.end)
    return match.start() if match else line.end


@lru_cache(maxsize=8)
def _feet(grammar: Grammar) -> re.Pattern[str]:
    phrases = [phrase for phrase in grammar.phrases("furniture", "always") if "{" not in phrase]
    return re.compile("|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True)))
