"""A list of persons as tokens: words, parties, offices, and what ties a substitute to a seat."""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from protokoll.grammar import Grammar, fold, words_pattern
from protokoll.model.document import Role
from protokoll.model.text import Span
from protokoll.parsing.actors import party_of

__all__ = ["Token", "TokenKind", "scan"]


class TokenKind(StrEnum):
    """What a token is in a list of persons."""

    NAME = "name"
    SINGLE = "single"
    """One capitalised word: half of a name, or none."""
    PARTY = "party"
    COLUMN = "column"
    """The parties of a whole column, with a bar between them."""
    PARTS = "parts"
    """What each person was, with a bar between them: an office, nothing for a title, '>' and the holder of a seat."""
    ROLE = "role"
    SERVES = "serves"
    """'ersätter', 'tjg ers för': the seat's holder follows."""
    SERVED = "served"
    """'ersätts av': who takes the seat follows."""
    BUT = "but"
    ABSENT = "absent"
    TITLE = "title"
    STAR = "star"
    COMMA = "comma"
    GAP = "gap"
    BREAK = "break"
    WORD = "word"
    TEXT = "text"


class Token(NamedTuple):
    """A token, by offsets in the clean text."""

    kind: TokenKind
    start: int
    end: int
    value: str = ""
    """The words as printed; of a party the code, empty for a member without party; of an office the role."""


_BRACKET = r"""(?P<bracket>\([ \t]*[^()\n]{1,60}?[ \t]*\)   # (S) · (s, ordf) · (§§ 1–4)
      | (?<=[ \t])[A-Za-zÅÄÖåäö!]{1,5}\)                    # S) – the first half got lost
      | \([A-Za-zÅÄÖåäö!]{1,3}(?=[ \t,]|$))                 # (S – the second half got lost
"""
# The heads of columns of crosses, in a row over the names.
_HEADINGS = r"""(?P<heading>(?i:närv\w*\.?[ \t]+(?:ej[ \t]+)?frånv\w*\.?
      | (?:tjg|tjänstg\w*)\.?[ \t]+(?:ej|icke|inte)[ \t]+(?:tjg|tjänstg\w*)\b\.?(?:[ \t]+(?:ja|nej|avst\w*))*))"""
_PLAIN = r"""(?P<break>[ \t\f]*\n\s*) | (?P<gap>[ \t]{2,}|\t) | (?P<space>\s) | (?P<comma>[,;]) | (?P<star>\*)
      | (?P<word>[^\W\d_](?:[\w'’´&-]*\w)?[!.-]?) | (?P<text>[\w§:.–-]+|\S)"""
_ALL = re.compile(r"(?:båda|bägge|samtliga|alla)\s+(?:för\s+)?", re.IGNORECASE)
_CODE = re.compile(r"[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,4}!?|[a-zåäö]{2,4}")
_HOLDER = r"(?P<name>[A-ZÅÄÖ][\w'-]+(?:[ ][A-ZÅÄÖ][\w'-]+){1,2})"
_FEWEST_SMALL = 2
_PARTS = re.compile(r"\s*[,;/]\s*|(?<=^\w)\s+(?=ordf|vice|\d:)|(?<=^\w\w)\s+(?=ordf|vice|\d:)")


class _Words(NamedTuple):
    pattern: re.Pattern[str]
    roles: dict[str, Role]
    independents: frozenset[str]
    no_parties: frozenset[str]
    parties: tuple[str, ...]
    """Endings of the names of local parties."""
    absent: frozenset[str]
    seat: re.Pattern[str]
    """What opens a bracket that names the holder of a seat."""


def scan(words: str, spans: Iterable[Span], grammar: Grammar) -> list[Token]:
    """Return the tokens of a list; each part of it begins with a break.

    >>> from protokoll.grammar import load
    >>> words = "Eva Ek (S), ordf"
    >>> [(token.kind.value, token.value) for token in scan(words, [Span(0, 16)], load())][1:]
    [('word', 'Eva'), ('word', 'Ek'), ('party', 'S'), ('comma', ','), ('role', 'chair')]
    """
    tokens: list[Token] = []
    table = _words(grammar)
    for span in spans:
        tokens.append(Token(TokenKind.BREAK, span.start, span.start))
        start = span.end - len(span.of(words).lstrip(" \t"))
        for match in table.pattern.finditer(words, start, span.end):
            kind = match.lastgroup or "text"
            if kind == "bracket":
                tokens += _bracket(words, match, table, grammar)
            elif kind == "role":
                tokens.append(Token(TokenKind.ROLE, *match.span(), table.roles[fold(match[0])].value))
            elif kind == "heading":
                tokens.append(Token(TokenKind.BREAK, *match.span(), match[0]))
            elif match[0] in ("x", "X"):
                tokens.append(Token(TokenKind.GAP, *match.span()))  # a cross in a column
            elif kind != "space":
                tokens.append(Token(TokenKind(kind), *match.span(), match[0]))
    return _without_small_letters(words, tokens)


def _without_small_letters(words: str, tokens: list[Token]) -> list[Token]:
    """Take letters like '(fv)' for a party only where parties are printed in small letters: '(s)', '(kd)'."""
    brackets = [token for token in tokens if token.kind is TokenKind.PARTY and token.value]
    if not any(token.value[1:].islower() and token.value[0] == "?" for token in brackets):
        return tokens
    known = [token for token in brackets if token.value[0] != "?"]
    small = sum(words[token.start : token.end].islower() for token in known)
    if small >= _FEWEST_SMALL and small * 2 > len(known):
        return tokens
    return [
        token._replace(kind=TokenKind.TEXT)
        if token.kind is TokenKind.PARTY and token.value[:1] == "?" and token.value[1:].islower()
        else token
        for token in tokens
    ]


def _bracket(words: str, match: re.Match[str], table: _Words, grammar: Grammar) -> Iterator[Token]:
    """Read a bracket: a party, an office, both, or a note."""
    start, end = match.span()
    inner = match[0].strip("() \t")
    known = False
    seat = table.seat.match(words, start + 1, end - 1)
    if seat:
        # "Eva Ek, S (ersättare Bo Ask, MP)"
        yield Token(TokenKind.SERVES, seat.start(), seat.start("name"))
        yield Token(TokenKind.NAME, *seat.span("name"), seat["name"])
        return
    for part in _PARTS.split(inner):
        label = _ALL.sub("", part).strip(" .").removesuffix("-gruppen")
        role = table.roles.get(fold(part))
        if fold(label) in table.independents or label in ("-", "--", "–"):
            yield Token(TokenKind.PARTY, start, end, "")
        elif party := party_of(label, grammar):
            yield Token(TokenKind.PARTY, start, end, party)
        elif role:
            yield Token(TokenKind.ROLE, start, end, role.value)
        elif fold(part) in table.absent:
            yield Token(TokenKind.ABSENT, start, end, part)
        elif not known and _may_be_party(label, table):
            yield Token(TokenKind.PARTY, start, end, f"?{label}")
        else:
            yield Token(TokenKind.TEXT, start, end, part)
        known = True


def _may_be_party(label: str, table: _Words) -> bool:
    """Tell the letters or the name of a party that is not known here."""
    if label.isalpha() and label[0].isupper() and label.lower().endswith(table.parties):
        return True
    return _CODE.fullmatch(label) is not None and fold(label) not in table.no_parties


@lru_cache(maxsize=8)
def _words(grammar: Grammar) -> _Words:
    actors, table = grammar.words["actors"], grammar.words["attendance"]
    roles = {
        fold(phrase): Role(role) for role, every in actors["titles"].items() for phrase in every if role != "other"
    }
    roles |= {fold(phrase): Role.SERVING_SUBSTITUTE for phrase in table["service"]["beside"]}
    not_serving = [*table["service"]["substitute"], *table["service"]["not_serving"]]
    roles |= {fold(phrase): Role.SUBSTITUTE for phrase in not_serving}
    roles |= {fold(phrase): Role.VICE_CHAIR for phrase in table["service"]["vice_chair"]}
    titled = [phrase for role, every in actors["titles"].items() if role != "other" for phrase in every]
    groups = (
        ("serves", table["service"]["for"]),
        ("served", table["service"]["by"]),
        ("but", table["absence"]["but"]),
        ("absent", table["absence"]["beside"]),
        (
            "role",
            [*titled, *table["service"]["vice_chair"], *table["service"]["beside"], *not_serving],
        ),
    )
    phrases = "|".join(f"(?P<{name}>(?i:{words_pattern(every).pattern}))" for name, every in groups)
    return _Words(
        pattern=re.compile(f"{_BRACKET}|{_HEADINGS}|{phrases}|{_PLAIN}", re.VERBOSE),
        roles=roles,
        independents=frozenset(map(fold, actors["independents"]["words"])),
        no_parties=frozenset(map(fold, actors["brackets"]["words"])),
        parties=tuple(table["local"]["endings"]),
        absent=frozenset(map(fold, table["absence"]["beside"])),
        seat=re.compile(
            rf"\s*(?i:{words_pattern([*table['service']['for'], *table['service']['substitute']]).pattern})\s+{_HOLDER}"
        ),
    )
