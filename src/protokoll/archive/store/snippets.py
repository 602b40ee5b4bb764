"""The hits of a query in a text, and the words around the first of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from protokoll.archive.store.language.compounds import parts_of
from protokoll.archive.store.language.stems import stem
from protokoll.archive.store.query import Query

__all__ = ["Snippet", "find_hits", "make_snippet"]

_BEFORE, _AFTER = 80, 160
_ENOUGH = 8
"""The hits that a snippet can show."""
_BEGIN, _SHORT = 3, 4
"""How many letters of a stem are looked for; of one so short only the first, for `stad` is `städer`."""


class Snippet(NamedTuple):
    """Some words of a text, with the hits among them."""

    text: str
    hits: tuple[tuple[int, int], ...]
    """Where in `text` the hits stand."""
    at: int
    """Where in the whole text the first hit stands; -1 where the text itself has none."""


def find_hits(text: str, query: Query) -> Iterator[tuple[int, int]]:
    """Yield where the words of a query stand in a text.

    >>> list(find_hits("Arbetet mot hemlösheten", Query("", frozenset(["hemlös"]))))
    [(12, 23)]
    """
    lower = text.lower()
    if len(lower) != len(text):  # a letter that grows in lower case: its place would be another
        lower = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    for match in _candidates(query).finditer(lower):
        if match["phrase"] or _is_meant(match[0], query):
            yield match.span()


@lru_cache(maxsize=32)
def _candidates(query: Query) -> re.Pattern[str]:
    """Return an expression for what may be a hit: to look at every word of a long text would take too long."""
    phrases = "|".join(r"[\W_]+".join(map(re.escape, phrase)) for phrase in query.phrases) or r"(?!)"
    # The first letters of a stem that every form and compound has, whatever its vowel in the plural.
    begins = {each[:_BEGIN] if len(each) > _SHORT else each[:1] for each in query.stems} | set(query.prefixes)
    begun = "|".join(map(re.escape, sorted(begins))) or r"(?!)"
    return re.compile(rf"(?<![^\W_])(?:(?P<phrase>{phrases})(?![^\W_])|[^\W_]*?(?:{begun})[^\W_]*)")


def _is_meant(word: str, query: Query) -> bool:
    if any(part.startswith(prefix) for prefix in query.prefixes for part in (word, *parts_of(word))):
        return True
    if not query.stems or not word.isalpha():
        return False
    return stem(word) in query.stems or any(stem(part) in query.stems for part in parts_of(word))


def make_snippet(text: str, query: Query) -> Snippet:
    """Return the words around the first hit, or the beginning of a text that has none itself.

    >>> make_snippet("Arbetet mot hemlösheten", Query("", frozenset(["hemlös"]))).hits
    ((12, 23),)
    """
    first = next(find_hits(text, query), None)
    at = first[0] if first else 0
    start, end = _at_word(text, at - _BEFORE), _at_word(text, at + _AFTER)
    words = text[start:end].strip()
    before, after = ("… " if start else ""), (" …" if end < len(text) else "")
    shown = f"{before}{' '.join(words.split())}{after}"
    hits = [hit for hit, _ in zip(find_hits(shown, query), range(_ENOUGH), strict=False)] if first else []
    return Snippet(shown, tuple(hits), at if first else -1)


def _at_word(text: str, at: int) -> int:
    """Return the nearest place from `at` on where a word begins, within the text."""
    if at <= 0:
        return 0
    if at >= len(text):
        return len(text)
    space = text.find(" ", at)
    return len(text) if space < 0 else space + 1
