"""What a user asks for, as a full text query: words in any form, "phrases", prefix*, AND, OR, NOT, brackets."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from protokoll.archive.store.language.forms import WORD, mark, terms_of
from protokoll.archive.store.language.stems import stem
from protokoll.archive.store.texts import KINDS
from protokoll.errors import UsageError

__all__ = ["EVERYTHING", "Query", "parse_query"]

_TOKEN = re.compile(r'\s*(?:(?P<open>\()|(?P<close>\))|(?P<not>-)?(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s()"]+)))')
_OPERATORS = {"AND": "AND", "OCH": "AND", "OR": "OR", "ELLER": "OR", "NOT": "NOT", "INTE": "NOT"}
_HINT = 'write words, "phrases", prefix*, AND, OR, NOT and (brackets)'

EVERYTHING = " OR ".join(f'"{mark("kind", kind)}"' for kind in KINDS)
"""The query that every text answers."""


class Query(NamedTuple):
    """A query, for the index and for finding the hits in a text."""

    match: str
    """What FTS5 is given; empty where nothing is asked for."""
    stems: frozenset[str] = frozenset()
    """The stems of words that were asked for in any form."""
    phrases: tuple[tuple[str, ...], ...] = ()
    """The words of phrases, in lower case."""
    prefixes: tuple[str, ...] = ()


def parse_query(words: str) -> Query:
    """Return the query for what a user wrote.

    A word is found in any of its forms and as a part of compounds; in quotation marks it is found as it stands.

    Raises:
        UsageError: the words make no query.

    >>> sorted(parse_query('bostäder OR "ekonomiskt bistånd"').stems)
    ['bostad']
    >>> parse_query('hemlöshet AND')  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ...
    protokoll.errors.UsageError: a word is missing after AND; write words, "phrases", prefix*, AND, OR, NOT ...
    """
    return _Reader(words).read()


class _Reader:
    """Reads a query from left to right."""

    def __init__(self, words: str) -> None:
        if words.count('"') % 2:
            raise UsageError('a quotation mark is missing: "', hint=_HINT)
        self._tokens = list(_tokens(words))
        self._at = 0
        self._stems: set[str] = set()
        self._phrases: list[tuple[str, ...]] = []
        self._prefixes: list[str] = []
        self._wanted = True

    def read(self) -> Query:
        """Return the whole query."""
        match = self._either() if self._tokens else ""
        if self._at < len(self._tokens):
            raise UsageError("a bracket is closed that was not opened", hint=_HINT)
        return Query(match, frozenset(self._stems), tuple(self._phrases), tuple(self._prefixes))

    def _either(self) -> str:
        parts = [self._all()]
        while self._peek("OR"):
            self._at += 1
            parts.append(self._all("OR"))
        return parts[0] if len(parts) == 1 else f"({' OR '.join(parts)})"

    def _all(self, after: str = "") -> str:
        wanted: list[str] = []
        unwanted: list[str] = []
        while self._at < len(self._tokens) and not (self._peek("OR") or self._peek(")")):
            if self._peek("AND"):
                if not (wanted or unwanted):
                    raise UsageError("a word is missing before AND", hint=_HINT)
                self._at, after = self._at + 1, "AND"
                continue
            negated = self._peek("NOT")
            self._at += negated
            (unwanted if negated else wanted).append(self._one("NOT" if negated else after, wanted=not negated))
            after = ""
        if after or not (wanted or unwanted):
            raise UsageError(f"a word is missing after {after or 'OR'}" if after else "a word is missing", hint=_HINT)
        positive = " AND ".join(wanted) or EVERYTHING
        return f"(({positive}) NOT ({' OR '.join(unwanted)}))" if unwanted else f"({positive})"

    def _one(self, after: str, *, wanted: bool) -> str:
        if self._at >= len(self._tokens) or self._tokens[self._at][0] in ("AND", "OR", ")"):
            raise UsageError(f"a word is missing after {after}", hint=_HINT)
        kind, words = self._tokens[self._at]
        self._at += 1
        if kind == "(":
            before, self._wanted = self._wanted, self._wanted and wanted
            inner = self._either()
            self._wanted = before
            if not self._peek(")"):
                raise UsageError("a bracket is not closed", hint=_HINT)
            self._at += 1
            return inner
        readers: dict[str, Callable[[str], str]] = {"phrase": self._phrase, "prefix": self._prefix, "word": self._word}
        before, self._wanted = self._wanted, self._wanted and wanted
        found = readers[kind](words)
        self._wanted = before
        return found

    def _phrase(self, words: str) -> str:
        found = tuple(WORD.findall(words.lower()))
        if not found:
            raise UsageError("there is no word between the quotation marks", hint=_HINT)
        if self._wanted:
            self._phrases.append(found)
        return f'"{" ".join(found)}"'

    def _prefix(self, words: str) -> str:
        *first, last = WORD.findall(words.lower())
        if self._wanted:
            self._prefixes.append(last)
        return _and([f'"{each}"' for each in first] + [f'"{last}"*'])

    def _word(self, words: str) -> str:
        found = WORD.findall(words.lower())
        if self._wanted:
            self._stems.update(stem(each) for each in found if each.isalpha())
            self._phrases.extend((each,) for each in found if not each.isalpha())
        return _and(_any_form(each) if each.isalpha() else f'"{each}"' for each in found)

    def _peek(self, kind: str) -> bool:
        return self._at < len(self._tokens) and self._tokens[self._at][0] == kind


def _and(terms: Iterable[str]) -> str:
    return f"({' AND '.join(terms)})"


def _any_form(word: str) -> str:
    first, second = terms_of(word)
    return f'("{first}" OR "{second}")'


def _tokens(words: str) -> Iterable[tuple[str, str]]:
    """Yield kind and words of each token; what holds no letter or digit is passed over."""
    for match in _TOKEN.finditer(words):
        if match["open"] or match["close"]:
            yield (match["open"] or match["close"], "")
            continue
        if match["not"]:
            yield ("NOT", "")
        word = match["word"]
        if word is None:
            yield ("phrase", match["phrase"])
        elif word in _OPERATORS:
            yield (_OPERATORS[word], "")
        elif WORD.search(word):
            yield ("prefix" if word.endswith("*") else "word", word)
        else:
            raise UsageError(f"there is no word in {word!r}", hint=_HINT)
