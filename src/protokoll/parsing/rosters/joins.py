"""Names in two pieces: broken over two lines, or with the surname first."""

from protokoll.grammar import Grammar
from protokoll.parsing.actors import party_of
from protokoll.parsing.rosters.entry import Entry
from protokoll.parsing.rosters.tokens import Token, TokenKind
from protokoll.parsing.rosters.vocabulary import is_given_name

__all__ = ["inverted", "mended", "with_given_names_first"]

_FEWEST_TURNED = 3


def mended(tokens: list[Token], grammar: Grammar) -> list[Token]:
    """Join a name that was broken over two lines, 'Eva⏎Ek (S)': its party stands after the second.

    >>> from protokoll.grammar import load
    >>> kinds = TokenKind.SINGLE, TokenKind.BREAK, TokenKind.SINGLE, TokenKind.PARTY
    >>> tokens = [Token(kind, at, at + 1, word) for at, (kind, word) in enumerate(zip(kinds, ("Eva", "", "Ek", "S")))]
    >>> [token.value for token in mended(tokens, load())]
    ['Eva Ek', 'S']
    """
    mended: list[Token] = []
    for index, token in enumerate(tokens):
        after = tokens[index + 1].kind if index + 1 < len(tokens) else TokenKind.BREAK
        first = mended[-2] if len(mended) > 1 and mended[-1].kind is TokenKind.BREAK else None
        if first and after is TokenKind.PARTY and _are_halves(first, token, grammar):
            mended[-2:] = [Token(TokenKind.NAME, first.start, token.end, f"{first.value} {token.value}")]
        else:
            mended.append(token)
    return mended


def _are_halves(first: Token, second: Token, grammar: Grammar) -> bool:
    if second.kind is TokenKind.SINGLE:
        named = first.kind in (TokenKind.SINGLE, TokenKind.NAME)
        return named and not party_of(second.value, grammar) and not party_of(first.value, grammar)
    if first.kind is not TokenKind.SINGLE or second.kind is not TokenKind.NAME:
        return False
    return is_given_name(first.value, grammar) and not is_given_name(second.value.split()[0], grammar)


def inverted(tokens: list[Token]) -> list[Token]:
    """Turn 'Ek, Eva' into 'Eva Ek' in a list whose lines begin so.

    >>> kinds = TokenKind.BREAK, TokenKind.SINGLE, TokenKind.COMMA, TokenKind.SINGLE
    >>> tokens = [Token(kind, at, at + 1, word) for at, (kind, word) in enumerate(zip(kinds, ("", "Ek", ",", "Eva")))]
    >>> [token.value for token in inverted(tokens)]
    ['', 'Eva Ek']
    """
    places = [
        index
        for index in range(1, len(tokens) - 2)
        if tokens[index - 1].kind is TokenKind.BREAK
        and tokens[index + 1].kind is TokenKind.COMMA
        and tokens[index].kind in (TokenKind.SINGLE, TokenKind.NAME)
        and tokens[index + 2].kind in (TokenKind.SINGLE, TokenKind.NAME)
    ]
    singles = sum(tokens[index].kind is TokenKind.SINGLE for index in places)
    if singles * 2 <= len(places):
        return tokens
    turned = list(tokens)
    for index in reversed(places):
        last, first = tokens[index], tokens[index + 2]
        turned[index : index + 3] = [Token(TokenKind.NAME, last.start, first.end, f"{first.value} {last.value}")]
    return turned


def with_given_names_first(entries: list[Entry], grammar: Grammar) -> list[Entry]:
    """Turn 'Ek Eva' into 'Eva Ek' where a front page prints most of its names so; the entries are changed.

    >>> from protokoll.grammar import load
    >>> from protokoll.parsing.rosters.labels import LabelKind
    >>> names = ("Ek Eva", "Ask Bo", "Alm Erik", "Lind Marianne")
    >>> entries = [Entry(name, LabelKind.MEMBERS, 0, 6, 0, "S", True) for name in names]
    >>> [entry.name for entry in with_given_names_first(entries, load())]
    ['Eva Ek', 'Bo Ask', 'Erik Alm', 'Marianne Lind']
    """
    ends = [(words[0], words[-1]) for entry in entries if entry.placed and len(words := entry.name.split()) > 1]
    given = [(is_given_name(first, grammar), is_given_name(last, grammar)) for first, last in ends]
    last_only, first_only = given.count((False, True)), given.count((True, False))
    if last_only < _FEWEST_TURNED or last_only < 3 * first_only:
        return entries
    for entry in entries:
        words = entry.name.split()
        turned = not is_given_name(words[0], grammar) and is_given_name(words[-1], grammar)
        if entry.placed or entry.serves_for or turned:
            entry.name = _turned(entry.name, grammar)
            entry.serves_for = _turned(entry.serves_for, grammar) if entry.serves_for else None
    return entries


def _turned(name: str, grammar: Grammar) -> str:
    words = name.split()
    if len(words) < 2 or (is_given_name(words[0], grammar) and not is_given_name(words[-1], grammar)):
        return name
    size = 2 if words[0].islower() and len(words) > 2 else 1
    given = [is_given_name(word, grammar) for word in words]
    if given[-1] and len(words) > 2 and not any(given[:-1]):
        size = len(words) - 1  # 'Ek Alm Eva': a surname of two words
    return " ".join([*words[size:], *words[:size]])
