"""Which stretches of a text that has its å, ä and ö are full of other misreadings: `Projeldledare`, `f<irvaring`."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from protokoll.cleaning.repair.channel import open_confusions
from protokoll.cleaning.repair.lines import common_words
from protokoll.cleaning.repair.misreadings import DOUBLE, misreading
from protokoll.cleaning.repair.neighbours import frequent_words
from protokoll.cleaning.repair.sound import is_sound
from protokoll.cleaning.repair.store import open_store, skeleton
from protokoll.model.text import Span

__all__ = ["noisy_spans"]

_SIZE = 3000
"""A text is judged page by page, or in pieces of about this many characters."""
_SAMPLE = 3
"""One line of this many is looked at before the whole page is."""
_TESTED = 6
"""So many unknown words of the sample are looked at closely."""
# Within a line: what stands at its start or end may be the half of a word.
_WORD = re.compile(r"(?<![\w@./\\\n-])[a-zåäö]{4,30}(?![\w@/\\\n-]|\.\w)")
# What no healthy word holds: a sign or a figure between letters in lower case.
_IMPOSSIBLE = re.compile(r"[<>!{}|\\013568](?<=[a-zåäö].)[a-zåäö]{3}")
_BESIDE = frozenset('<>/="@._-0123456789\\')
_SWEDISH = (" och ", " att ", " som ", " för ", " till ", " är ", " på ", " av ")
_NAMED = re.compile(r"(?<![\w@./\\\n-])[A-ZÅÄÖ][a-zåäö]{9,30}(?![\w@/\\\n-]|\.\w)")
# A stop inside a sentence, after a word too long for an abbreviation.
_STOPPED = re.compile(
    r"\. (?<=[a-zåäö]{7}\. )(?=(?:och|som|men|samt|vilk|eller|utan|varav|eftersom|inklusive|liksom)\w*\b)"
)
# A lone l, which is I or i.
_STROKES = ("\nl ", ". l ", "a l ", "r l ", "t l ", "n l ")
_STOPS = 2
_SHORT = 400
_RARELY = 250
"""Swedish has one of its commonest words in fewer characters than this."""
_LONG = 6
"""In a text of more pages than this chance makes one or the other page look noisy."""
_STRANGE = 0.003
"""Unknown words by the letter."""
_MANY = 0.15
"""Of the words that are in no list, so many are almost another word where a page is noisy; one in fifty elsewhere."""
_LEAST = 3
"""So many signs of noise make a page noisy by itself; a healthy page in thirty has one, one in two hundred two."""
_FEWEST = 2
_EVERYWHERE = 2.0
_OFTEN = 0.75
"""Where all pages of a text have so many signs of noise each, those without any are noisy, too; and those with one."""
_LONGEST = 40
_RARE = 11.5
"""What a word costs that is rare."""


class _Page(NamedTuple):
    """A page, and how many signs of noise it has: words that are almost words, and what no healthy word holds."""

    span: Span
    signs: int
    unknown: int
    odd: Sequence[tuple[int, str]]
    """Its words that hold what no healthy word does, with their places."""


def noisy_spans(text: str) -> list[Span]:
    """Return the stretches of a Swedish text where many words are almost, but not quite, words.

    >>> noisy_spans("Kommunstyrelsen beslutar att godkänna rapporten. " * 20)
    []
    >>> text = "Projeldledare för f<irvaringen är nämndens förvaltare, som ftireslår att bygga och att f<irbättra. "
    >>> noisy_spans(text * 2)
    [Span(start=0, end=198)]
    """
    if "ä" not in text and "ö" not in text:
        return []
    pages = _all_looked_at(text)
    mean = sum(page.signs for page in pages) / len(pages)
    total = sum(page.signs for page in pages)
    spans: list[Span] = []
    for page in pages:
        if _is_noisy(page, mean if total >= _LEAST else 0.0, _LEAST if len(pages) > _LONG else _FEWEST):
            if spans and spans[-1].end == page.span.start:
                spans[-1] = Span(spans[-1].start, page.span.end)
            else:
                spans.append(page.span)
        else:
            spans += _odd_lines(text, page)
    return spans


def _is_noisy(page: _Page, mean: float, least: int) -> bool:
    if mean >= _EVERYWHERE or (mean >= _OFTEN and page.signs):
        return True
    return page.signs >= max(least, _MANY * page.unknown)


def _odd_lines(text: str, page: _Page) -> Iterator[Span]:
    """Yield the lines with a word that holds what no healthy word does, and that is plainly another."""
    span, last = page.span, page.span.start
    for at, word in page.odd:
        if at >= last and misreading(word.lower()):
            end = text.find("\n", at, span.end)
            start, last = max(last, text.rfind("\n", last, at) + 1), end if end >= 0 else span.end
            yield Span(start, last)


def _odd_words(text: str, span: Span) -> Iterator[tuple[int, str]]:
    """Yield the words that hold a sign or a figure between letters in lower case, with their places."""
    for match in _IMPOSSIBLE.finditer(text, span.start, span.end):
        start, end = match.span()
        while start > span.start and text[start - 1].isalpha():
            start -= 1
        while end < span.end and text[end].isalpha():
            end += 1
        if _BESIDE.isdisjoint(text[max(0, start - 1) : start] + text[end : end + 1]) and end - start <= _LONGEST:
            yield start, text[start:end]


def _pieces(text: str) -> Iterator[Span]:
    start, size = 0, len(text)
    while start < size:
        end = min(size, start + _SIZE)
        page = text.find("\f", start, end)
        if page >= 0:
            end = page + 1
        elif end < size:
            end = max(text.rfind("\n", start, end), text.rfind(" ", start, end), start) + 1
            end = end if end > start + 1 else min(size, start + _SIZE)
        yield Span(start, end)
        start = end


def _all_looked_at(text: str) -> list[_Page]:
    """Return the pages of a text; in a long one every other page is looked at only beside one that has something."""
    spans, pages = list(_pieces(text)), list[_Page]()
    for at, span in enumerate(spans):
        odd = list(_odd_words(text, span))
        if at % 2 and len(spans) > _LONG and not pages[-1].signs:
            pages.append(_Page(span, 0, 0, odd))
        else:
            pages.append(_looked_at(text, span, odd, sampled=len(spans) > _LONG))
    return pages


def _looked_at(text: str, span: Span, odd: Sequence[tuple[int, str]], *, sampled: bool) -> _Page:
    """Return a page with its signs of noise; in a long text all of it is read only where a sample has one."""
    page = span.of(text)
    if len(page) > _SHORT and not _is_swedish(page):
        return _Page(span, 0, 0, odd)
    whole = len(_worn_forms().intersection(page.split()))
    stops = len(_STOPPED.findall(page))
    if " l " in page or "\nl " in page:
        stops += sum(map(page.count, _STROKES))
    if sampled and not whole and not stops and not _is_strange(page, odd):
        return _Page(span, 0, 0, odd)
    unknown = _unknown(page if sampled else page.replace("-\n", "-").replace("\n", " "))
    telling = sum(kind != DOUBLE for kind in _misreadings([*unknown, *_unknown_names(page)], odd))
    return _Page(span, telling + whole + min(stops, _STOPS), len(unknown), odd)


def _is_strange(page: str, odd: Sequence[tuple[int, str]]) -> bool:
    """Tell whether a sample of a page has many unknown words, or one that is almost a word."""
    lines = page.splitlines()
    sample = "\n".join(lines[::_SAMPLE]) if len(lines) > 2 * _SAMPLE else page
    unknown = _unknown(sample)
    if len(unknown) > _STRANGE * len(sample):
        return True
    return bool(_misreadings(unknown[:: len(unknown) // _TESTED + 1], odd))


def _is_swedish(piece: str) -> bool:
    least, found = len(piece) / _RARELY, 0
    for word in _SWEDISH:
        found += piece.count(word)
        if found >= least:
            return True
    return False


@cache
def _worn_forms() -> frozenset[str]:
    """Return the rare words that frequent words of worn print are read as whole: `alt` for *att*, `til` for *till*."""
    store = open_store()
    read_as = open_confusions()["words_swe"]
    costs = {
        seen: next((each.cost for each in store.bucket(skeleton(seen)) if each.text == seen), _RARE) for seen in read_as
    }
    return frozenset(seen for seen, cost in costs.items() if cost >= _RARE)


def _misreadings(unknown: Iterable[str], odd: Iterable[tuple[int, str]]) -> list[str]:
    """Return the misreadings of unknown words; what no healthy word holds counts twice."""
    found = [kind for word in unknown if (kind := misreading(word))]
    for _, word in odd:
        if kind := misreading(word.lower()):
            found += [kind, f"{kind} {word}"]
    return found


def _unknown(text: str) -> list[str]:
    """Return the words in lower case that are in no list, in the order of the alphabet."""
    inner, edges = set[str](), []
    for line in text.split("\n"):
        first, _, rest = line.partition(" ")
        rest, _, last = rest.rpartition(" ")
        edges += [first, last, "\n"] if last else [first, "\n"]
        inner.update(rest.split(" "))
    # What stands between blanks is known as it is; only the rest, and the ends of lines, need a closer look.
    left = " ".join([*(inner - _known()), "", *edges[:-1]]).replace(" \n ", "\n")
    return sorted(word for word in set(_WORD.findall(left)) - _known() if not is_sound(word))


@cache
def _known() -> frozenset[str]:
    return common_words() | frequent_words()


def _unknown_names(text: str) -> list[str]:
    """Return in lower case the words with a capital that are in no list."""
    knows = open_store().knows
    return sorted(word for word in {each.lower() for each in _NAMED.findall(text)} if not knows(word))
