"""Letters in a list that may be those of a party: which are, by what stands around them."""

from typing import NamedTuple

from protokoll.grammar import Grammar
from protokoll.parsing.rosters.tokens import Token, TokenKind
from protokoll.parsing.rosters.vocabulary import is_abbreviation, is_label, is_organisation

__all__ = ["Reading", "Run", "column_ahead", "is_acronym", "is_firm", "party_at"]

_ENDS = (TokenKind.BREAK, TokenKind.GAP, TokenKind.COMMA)
_LONGEST_CODE = 5
_FEWEST_CODES = 3


class Run(NamedTuple):
    """Capitalised words that stand together, and what is before and after them."""

    tokens: list[Token]
    before: TokenKind
    after: TokenKind


class Reading(NamedTuple):
    """What decides whether letters are a party: the habits of the list."""

    grammar: Grammar
    bracketed: bool
    officials: bool
    leading: bool
    """True where letters of a party stand before each name."""
    commas: bool
    """True where letters of a party stand behind each name and a comma."""


def party_at(run: Run, place: int, named: int, reading: Reading) -> str | None:
    """Return the party whose letters stand at `place` of a run, or None for a word or an initial.

    Args:
        run: the capitalised words.
        place: which of them.
        named: how many words of a name stand directly before.
        reading: the habits of the list.

    >>> from protokoll.grammar import load
    >>> words = [Token(TokenKind.WORD, 4 * place, 4 * place + 3, word) for place, word in enumerate(("Eva", "Ek", "S"))]
    >>> reading = Reading(load(), bracketed=False, officials=False, leading=False, commas=False)
    >>> party_at(Run(words, TokenKind.BREAK, TokenKind.BREAK), 2, 2, reading)
    'S'
    """
    label = run.tokens[place].value
    if not label[0].isupper() or len(label) > _LONGEST_CODE:
        return None
    code = reading.grammar.party_codes.get(label.lower())
    if code not in (label, label.upper()) and label != label.upper():
        return None
    last = place == len(run.tokens) - 1
    if len(run.tokens) == 1:
        stands = run.before in _ENDS or (run.after in _ENDS and run.before is TokenKind.NAME)
        stands = stands or (reading.leading and run.after is TokenKind.ROLE)  # 'S Ers. Eva Ek'
    elif last:
        stands = named > 1 and (run.after in _ENDS or not reading.bracketed) and run.after is not TokenKind.PARTY
    elif place == 0 or (named == 0 and is_label(run.tokens[place - 1].value, reading.grammar)):
        stands = len(run.tokens) > 2 and (
            run.before not in (TokenKind.TITLE, TokenKind.TEXT) or (reading.leading and run.before is TokenKind.TEXT)
        )
    else:
        stands = named > 1 and (len(label) > 1 or not reading.bracketed or reading.leading)
    if not stands:
        return None
    if code:
        return code
    behind = reading.commas and place == 0 and run.before is TokenKind.COMMA
    placed = (last and run.before in _ENDS) or (reading.leading and not last) or behind
    capitals = all(token.value.isupper() for token in run.tokens)
    unknown = len(label) > 1 and label.isupper() and not reading.officials and placed and (last or not capitals)
    unknown = unknown and (len(run.tokens) == 1 or not capitals)
    return f"?{label}" if unknown and not is_abbreviation(label, reading.grammar) else None


def is_acronym(run: Run, token: Token) -> bool:
    """Tell the letters of an office (HR, LSS) among words with small letters.

    >>> words = [Token(TokenKind.WORD, 0, 2, "HR"), Token(TokenKind.WORD, 3, 6, "Eva")]
    >>> [is_acronym(Run(words, TokenKind.BREAK, TokenKind.BREAK), word) for word in words]
    [True, False]
    """
    letters = token.value.rstrip(".")
    return (
        1 < len(letters) <= _LONGEST_CODE and letters.isupper() and any(not each.value.isupper() for each in run.tokens)
    )


def column_ahead(run: Run, reading: Reading) -> list[Token]:
    """Return the letters of parties that stand together before the names of a run: 'S M V Eva Ek Bo Ask Liv Alm'.

    >>> from protokoll.grammar import load
    >>> words = [Token(TokenKind.WORD, 4 * at, 4 * at + 3, word) for at, word in enumerate("S M V Eva Ek".split())]
    >>> reading = Reading(load(), bracketed=False, officials=False, leading=False, commas=False)
    >>> [token.value for token in column_ahead(Run(words, TokenKind.BREAK, TokenKind.BREAK), reading)]
    ['S', 'M', 'V']
    """
    codes = []
    for token in run.tokens:
        if not token.value.isupper() or len(token.value) > _LONGEST_CODE:
            break
        codes.append(token._replace(kind=TokenKind.PARTY, value=_code(token.value, reading.grammar)))
    known = sum(not code.value.startswith("?") for code in codes)
    return codes if known >= _FEWEST_CODES and len(codes) < len(run.tokens) else []


def _code(label: str, grammar: Grammar) -> str:
    return grammar.party_codes.get(label.lower(), f"?{label}")


def is_firm(token: Token, grammar: Grammar) -> bool:
    """Tell the 'AB' after the name of a firm.

    >>> from protokoll.grammar import load
    >>> is_firm(Token(TokenKind.WORD, 0, 2, "AB"), load())
    True
    """
    return (
        token.value.isupper() and len(token.value) <= _LONGEST_CODE and is_organisation(token.value, grammar, by="word")
    )
