"""Which stretches of a text that has its å, ä and ö are full of other misreadings: `Projeldledare`, `f<irvaring`."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from protokoll.cleaning.repair.lines import common_words
from protokoll.cleaning.repair.misreadings import DOUBLE, misreading
from protokoll.cleaning.repair.neighbours import frequent_words
from protokoll.cleaning.repair.sound import is_sound
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
_SHORT = 400
_RARELY = 250
"""Swedish has one of its commonest words in fewer characters than this."""
_LEAST = 3
_FEWEST = 2
_LONG = 6
"""In a text of more pages than this chance makes one or the other page look noisy."""
_STRANGE = 0.003
"""Unknown words by the letter."""
_MANY = 0.15
"""Of the words that are in no list, so many are almost another word where a page is noisy; one in fifty elsewhere."""
_SOME = 0.1
_LONGEST = 40


class _Piece(NamedTuple):
    """A page: how many unknown words of its sample were looked at, and by which misreadings some are almost words."""

    span: Span
    tested: int
    misread: list[str]
    strange: bool
    """Whether it has so many unknown words that all of it must be looked at."""
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
    pieces = _all_sampled(text)
    tested, misread = sum(each.tested for each in pieces), [kind for each in pieces for kind in each.misread]
    whole = _is_noise(misread, tested, _LEAST, _SOME)
    least = _LEAST + 1 if len(pieces) > _LONG else _FEWEST
    spans: list[Span] = []
    for piece in pieces:
        if (whole and piece.misread) or ((piece.misread or piece.strange) and _is_noisy(text, piece, least)):
            if spans and spans[-1].end == piece.span.start:
                spans[-1] = Span(spans[-1].start, piece.span.end)
            else:
                spans.append(piece.span)
        else:
            spans += _odd_lines(text, piece)
    return spans


def _odd_lines(text: str, piece: _Piece) -> Iterator[Span]:
    """Yield the lines with a word that holds what no healthy word does, and that is plainly another."""
    span, last = piece.span, piece.span.start
    for at, word in piece.odd:
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


def _all_sampled(text: str) -> list[_Piece]:
    """Return the pages of a text; in a long one every other page is looked at only beside one that has something."""
    spans, pieces = list(_pieces(text)), list[_Piece]()
    for at, span in enumerate(spans):
        odd = list(_odd_words(text, span))
        if at % 2 and len(spans) > _LONG and not (pieces[-1].misread or pieces[-1].strange):
            pieces.append(_Piece(span, 0, [], strange=False, odd=odd))
        else:
            pieces.append(_sampled(text, span, odd))
    return pieces


def _sampled(text: str, span: Span, odd: Sequence[tuple[int, str]]) -> _Piece:
    piece = span.of(text)
    if len(piece) > _SHORT and not _is_swedish(piece):
        return _Piece(span, 0, [], strange=False, odd=odd)
    lines = piece.splitlines()
    sample = "\n".join(lines[::_SAMPLE]) if len(lines) > 2 * _SAMPLE else piece
    unknown = _unknown(sample)
    tested = unknown[:: len(unknown) // _TESTED + 1]
    strange = len(unknown) > _STRANGE * len(sample)
    return _Piece(span, len(tested), _misreadings(tested, odd), strange, odd)


def _is_swedish(piece: str) -> bool:
    least, found = len(piece) / _RARELY, 0
    for word in _SWEDISH:
        found += piece.count(word)
        if found >= least:
            return True
    return False


def _is_noisy(text: str, piece: _Piece, least: int) -> bool:
    unknown = _unknown(piece.span.of(text))
    return _is_noise(_misreadings(unknown, piece.odd), len(unknown), least, _MANY)


def _is_noise(misread: Sequence[str], tested: int, least: int, share: float) -> bool:
    """Tell whether there are enough misreadings; letters that were lost beside their like are a fault of a font."""
    telling = sum(kind != DOUBLE for kind in misread)
    return telling >= max(least, share * tested)


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
