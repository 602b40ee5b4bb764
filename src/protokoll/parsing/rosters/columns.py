"""Columns that were read one after the other: all names, then all parties."""

from protokoll.parsing.rosters.tokens import Token, TokenKind

__all__ = ["with_columns"]

_BETWEEN = (TokenKind.BREAK, TokenKind.GAP, TokenKind.COMMA)


def with_columns(tokens: list[Token]) -> list[Token]:
    """Return `tokens` with each run of parties that has no names in between as one token, parties joined by a bar.

    >>> party = Token(TokenKind.PARTY, 0, 3, "S")
    >>> name, line = Token(TokenKind.NAME, 0, 6, "Eva Ek"), Token(TokenKind.BREAK, 0, 1)
    >>> [token.value for token in with_columns([name, line, name, line, party, line, party])][-1]
    'S|S'
    """
    kept: list[Token] = []
    index = 0
    while index < len(tokens):
        run = _run(tokens, index)
        if len(run) > 1:
            parties = [tokens[place] for place in run]
            value = "|".join(party.value for party in parties)
            kept.append(Token(TokenKind.COLUMN, parties[0].start, parties[-1].end, value))
            index = run[-1] + 1
        else:
            kept.append(tokens[index])
            index += 1
    return kept


def _run(tokens: list[Token], index: int) -> list[int]:
    """Return the places of the parties that follow one another from `index`; one that leads a name is not of them."""
    places: list[int] = []
    at = index
    while at < len(tokens) and (tokens[at].kind is TokenKind.PARTY or (places and tokens[at].kind in _BETWEEN)):
        if tokens[at].kind is TokenKind.PARTY:
            places.append(at)
        at += 1
    if places and places[-1] + 1 < len(tokens) and tokens[places[-1] + 1].kind is TokenKind.NAME:
        places.pop()
    return places
