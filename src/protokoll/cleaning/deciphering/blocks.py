"""Where a text is in an unknown alphabet: paragraphs of letters that carry no meaning."""

import re
from collections.abc import Iterator

from protokoll.cleaning.deciphering.evidence import is_known
from protokoll.cleaning.repair.unreadable import unreadable_spans
from protokoll.model.text import Span

__all__ = ["BLANKS", "cipher_blocks", "is_spaced"]

BLANKS = " \t\n\r"
"""Other control characters may be letters of the font."""
_END = re.compile(r"\n[ \t\r]*\n\s*?|\f")
_HALF = 0.5
_WORD = re.compile(r"[a-zåäöéü]{4,}")
_KNOWN = 0.2
_LONG = 20
"""Words are shorter on average; longer pieces between blanks are whole lines, whose blanks are signs, too."""


def cipher_blocks(text: str) -> Iterator[Span]:
    r"""Yield the paragraphs of a source text of which at least half is unreadable.

    >>> garbage = "UKPQcHRQGIGJcO GHK NKcKPQRG Jzz KRNNRb IccfNRNG UVWX YZKjh fRNGP " * 8
    >>> [span.start for span in cipher_blocks("Kommunstyrelsen beslutar\n\n" + garbage)]
    [26]
    """
    unreadable = unreadable_spans(text)
    if not unreadable:
        return
    start = 0
    for end, after in [*((match.start(), match.end()) for match in _END.finditer(text)), (len(text), len(text))]:
        while unreadable and unreadable[0].end <= start:
            unreadable.pop(0)
        within = sum(max(0, min(end, span.end) - max(start, span.start)) for span in unreadable if span.start < end)
        if end > start and within >= _HALF * (end - start) and not _has_words(text[start:end]):
            yield Span(start, end)
        start = after


def _has_words(text: str) -> bool:
    """Tell whether words stand here as they are: a readable paragraph beside an unreadable one stays as it is."""
    words = _WORD.findall(text.lower())
    return sum(map(is_known, words)) > _KNOWN * len(words)


def is_spaced(signs: str) -> bool:
    """Tell whether the blanks of a text in an unknown alphabet lie between words, and not only between lines.

    >>> is_spaced("JXQGI UVODJHW Sn"), is_spaced("JXQGIxUVODJHWxSnxIXOOPlNWLJHxEHVOXWDUxDWW IXOOPlNWLJHxEHVOXWDUxDWWx")
    (True, False)
    """
    pieces = signs.split()
    return sum(map(len, pieces)) < _LONG * len(pieces)
