"""A list of persons as tokens: names, parties, offices, and the words between them."""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from protokoll.grammar import Grammar, fold, words_pattern
from protokoll.model.document import Role
from protokoll.model.text import Span
from protokoll.parsing.actors import party_of
from protokoll.parsing.rosters.names import Word, find_words

__all__ = ["Token", "TokenKind", "read_tokens"]


class TokenKind(StrEnum):
    """What a token is in a list of persons."""

    NAME = "name"
    SINGLE = "single"
    """One capitalised word: half of a name, or none."""
    PARTY = "party"
    GROUP = "group"
    """The name of a party on a line of its own, over its members."""
    ROLE = "role"
    SERVES = "serves"
    SERVED = "served"
    BUT = "but"
    ABSENT = "absent"
    TITLE = "title"
    STAR = "star"
    COMMA = "comma"
    GAP = "gap"
    BREAK = "break"
    TEXT = "text"


class Token(NamedTuple):
    """A token, by offsets in the clean text."""

    kind: TokenKind
    start: int
    end: int
    value: str | None = None
    """The name in reading form, the code of the party, or the value of the role."""


_BRACKET = re.compile(r"\(\s*([^()\n]{1,60}?)\s*\)|(?<=\s)\(?([A-Za-zÅÄÖåäö!]{1,5})\)|\(([A-Za-zÅÄÖåäö!]{1,3})(?=[\s,])")
_PLAIN = re.compile(
    r"(?P<break>\s*\n\s*)|(?P<gap>[ \t]{2,}|\t)|(?P<comma>[,;])|(?P<star>\*)|(?P<space>\s)|(?P<text>[\w§]+|\S)"
)
_PLAIN_KINDS = {
    "break": TokenKind.BREAK,
    "gap": TokenKind.GAP,
    "comma": TokenKind.COMMA,
    "star": TokenKind.STAR,
    "text": TokenKind.TEXT,
}
_ALL = re.compile(r"(?:båda|bägge|samtliga|alla)\s+(?:för\s+)?", re.IGNORECASE)
_CODE_SHAPE = re.compile(r"[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,4}!?")
_ENDS = (TokenKind.BREAK, TokenKind.GAP, TokenKind.COMMA)


class _Phrases(NamedTuple):
    """The phrases that mean something in a list, as one expression, and what each means."""

    pattern: re.Pattern[str]
    meanings: dict[str, tuple[TokenKind, str | None]]
    no_parties: frozenset[str]
    independents: frozenset[str]


def read_tokens(words: str, spans: tuple[Span, ...], grammar: Grammar, *, officials: bool) -> list[Token]:
    """Return the tokens of a list.

    Args:
        words: the clean text.
        spans: the parts of the list.
        grammar: the wordings.
        officials: True for a list of officials, in which letters after a name are seldom a party.
    """
    tokens: list[Token] = []
    for span in spans:
        tokens.append(Token(TokenKind.BREAK, span.start, span.start))
        tokens += _scan(words, span, grammar, officials=officials)
    return tokens


def _scan(words: str, span: Span, grammar: Grammar, *, officials: bool) -> Iterator[Token]:
    phrases = _phrases(grammar)
    bracketed = any(
        _bracket(match, grammar, officials=True).kind is TokenKind.PARTY
        for match in _BRACKET.finditer(words, span.start, span.end)
    )
    at, before = span.start, TokenKind.BREAK
    while at < span.end:
        for token in _next(words, at, span.end, before, (grammar, phrases, bracketed, officials)):
            if token.kind is not TokenKind.TEXT or token.end > token.start:
                yield token
                before = token.kind
            at = token.end
