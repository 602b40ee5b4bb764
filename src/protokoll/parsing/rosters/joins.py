"""Names in two pieces: broken over two lines, or with the surname first."""

from protokoll.parsing.rosters.tokens import Token, TokenKind

__all__ = ["inverted", "mended"]

# What a name broken over two lines can look like: 'Eva⏎Ek (S)', 'Eva Maria⏎Ek (S)'.
_HALVES = ((TokenKind.SINGLE, TokenKind.SINGLE), (TokenKind.NAME, TokenKind.SINGLE))


def mended(tokens: list[Token]) -> list[Token]:
    """Join a name that was broken over two lines: its party stands after the second."""
    mended: list[Token] = []
    for index, token in enumerate(tokens):
        after = tokens[index + 1].kind if index + 1 < len(tokens) else TokenKind.BREAK
        first = mended[-2] if len(mended) > 1 and mended[-1].kind is TokenKind.BREAK else None
        opens = len(mended) < 3 or mended[-3].kind in (TokenKind.BREAK, TokenKind.COMMA)
        halves = (first.kind, token.kind) if first and after is TokenKind.PARTY else None
        if first and (halves in _HALVES or (opens and halves == (TokenKind.SINGLE, TokenKind.NAME))):
            mended[-2:] = [Token(TokenKind.NAME, first.start, token.end, f"{first.value} {token.value}")]
        else:
            mended.append(token)
    return mended


def inverted(tokens: list[Token]) -> list[Token]:
    """Turn 'Ek, Eva' into 'Eva Ek' in a list whose lines begin so."""
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
