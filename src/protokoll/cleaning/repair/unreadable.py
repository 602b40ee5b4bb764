"""Text that carries no meaning: letters of a font without a map to Unicode, or labels of a drawing."""

import re
from collections.abc import Iterator
from unicodedata import normalize

from protokoll.cleaning.repair.lines import common_words
from protokoll.model.text import Span

__all__ = ["unreadable_spans"]

_SIZE = 700
"""Text is judged in pieces of about this many characters, cut at white space and page ends."""
_WORD = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]{2,}")
"""Other alphabets are not judged: their texts may mean much."""
_FEWEST = 12
"""A piece with fewer words than this is not judged."""
_COMMON = 0.2
"""Real text has at least this share of common words; tables and lists of names have less."""
_SPELLING = 3.5
"""What a letter costs after the two before it: 2.0–2.6 in Swedish, English or names, 3.5–6 in noise."""
_ODD = 0.05
"""Words without a vowel or with a capital inside are rarer than this in every language, and not in noise."""
_PARTICLES = (" och ", " att ", " som ", " för ", " den ", " det ", " till ", " med ", " från ", " ska ")
_ENOUGH = 4
_USUAL = str.maketrans("", "", ".,-–:;()/%§\"'”’_|*•…+=\n\t\r\f ")
_ODD_SIGN = re.compile(r"[^\w.,\-–:;()/%§\"'”’|*•…+=\n\t\r\f ]")
"""Signs of which tables, forms and lists are full; others are rare in every text that means something."""
_RARE, _KINDS = 0.15, 6
_LEAST = 80
_VOWEL = re.compile(r"[aeiouyæøœı]", re.IGNORECASE)


def unreadable_spans(text: str) -> list[Span]:
    """Return the stretches of a text that no reader of Swedish, or of any language, could read.

    >>> unreadable_spans("Kommunstyrelsen beslutar att godkänna rapporten. " * 8)
    []
    >>> len(unreadable_spans("UKPQcHRQGIGJcO GHK NKcKPQRG Jzz KRNNRb IccfNRNG UVWX YZKjh fRNGP " * 8))
    1
    """
    spans: list[Span] = []
    for start, end in _pieces(text):
        if _is_unreadable(text[start:end]):
            if spans and not text[spans[-1].end : start].strip():
                spans[-1] = Span(spans[-1].start, end)
            else:
                spans.append(Span(start, end))
    return spans


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    at, size = 0, len(text)
    while at < size:
        end = min(size, at + _SIZE)
        page = text.find("\f", at, end)
        if page > at:
            end = page
        elif end < size:
            while end < size and end < at + 2 * _SIZE and not text[end].isspace():
                end += 1
        yield at, end
        at = end + (end < size and text[end] == "\f")


def _is_unreadable(piece: str) -> bool:
    # Nearly every piece of Swedish passes here, at a tenth of the price of the words themselves.
    found = 0
    for particle in _PARTICLES:
        found += piece.count(particle)
        if found >= _ENOUGH:
            return False
    if _is_soup(piece):
        return True
    words = _WORD.findall(piece)
    if len(words) < _FEWEST:
        return False
    known = common_words()
    if sum(word.lower() in known for word in words) > _COMMON * len(words):
        return False
    if sum(map(_is_odd, words)) <= _ODD * len(words):
        return False
    # Loaded for text that looks like no language only.
    from protokoll.cleaning.repair.store import open_store

    store = open_store()
    letters = sum(len(word) + 1 for word in words)
    return sum(store.spelling(word.lower()) for word in words) > _SPELLING * letters


def _is_soup(piece: str) -> bool:
    """Tell whether many signs are neither letters, figures nor stops: a font's letters may be any code."""
    rare = _ODD_SIGN.findall(piece)
    if len(rare) < max(_KINDS, _RARE * _LEAST):
        return False
    signs = piece.translate(_USUAL)
    return len(signs) >= _LEAST and len(rare) >= _RARE * len(signs) and len(set(rare)) >= _KINDS


def _is_odd(word: str) -> bool:
    """Tell whether a word looks like no word of any language that is written in these letters."""
    if not _VOWEL.search(normalize("NFD", word)):
        return True
    return not word.isupper() and not word[1:].islower()
