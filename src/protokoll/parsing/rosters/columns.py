"""Columns that were read one after the other: all names, then all parties, or what each of them was."""

from protokoll.parsing.rosters.tokens import Token, TokenKind

__all__ = ["with_columns"]

_BETWEEN = (TokenKind.BREAK, TokenKind.GAP, TokenKind.COMMA)
_NAMED = (TokenKind.NAME, TokenKind.SINGLE)
_FEWEST_AHEAD = 3  # parties in a row before their names; fewer can be slips
_FEWEST_ROLES = 3
_FEWEST_HOLDERS = 2


def with_columns(tokens: list[Token]) -> list[Token]:
    """Return `tokens` with each column as one token, its cells joined by a bar.

    A column of parties that stands before as many names is dealt out to them.

    >>> party = Token(TokenKind.PARTY, 0, 3, "S")
    >>> name, line = Token(TokenKind.NAME, 0, 6, "Eva Ek"), Token(TokenKind.BREAK, 0, 1)
    >>> [token.value for token in with_columns([name, line, name, line, party, line, party])][-1]
    'S|S'
    """
    kept: list[Token] = []
    index = 0
    while index < len(tokens):
        ahead = _ahead(tokens, index)
        parties = _run(tokens, index)
        roles = _roles(tokens, index)
        holders = _holders(tokens, index)
        if ahead:
            kept += ahead[0]
            index = ahead[1]
        elif len(parties) > 1:
            kept.append(_column(TokenKind.COLUMN, [tokens[place] for place in parties]))
            index = parties[-1] + 1
        elif len(roles) >= _FEWEST_ROLES:
            kept.append(_column(TokenKind.ROLES, [tokens[place] for place in roles]))
            index = roles[-1] + 1
        elif len(holders) >= _FEWEST_HOLDERS:
            _drop_heads(kept)
            kept.append(_column(TokenKind.HOLDERS, [tokens[place] for place in holders]))
            index = holders[-1] + 1
        else:
            kept.append(tokens[index])
            index += 1
    return kept


def _column(kind: TokenKind, cells: list[Token]) -> Token:
    values = ("" if cell.kind is TokenKind.TITLE else cell.value for cell in cells)
    return Token(kind, cells[0].start, cells[-1].end, "|".join(values))


def _drop_heads(kept: list[Token]) -> None:
    """Take away the office of another row, printed in the same column: 'Ordförande Justerare Tjänstgör för Eva Ek'."""
    place = len(kept)
    while place and kept[place - 1].kind in (TokenKind.ROLE, TokenKind.TEXT, TokenKind.SINGLE):
        place -= 1
    if any(token.kind is TokenKind.ROLE for token in kept[place:]):
        del kept[place:]


def _run(tokens: list[Token], index: int) -> list[int]:
    """Return the places of the parties that follow one another from `index`; one that leads a name is not of them."""
    places = _parties(tokens, index)
    if places and places[-1] + 1 < len(tokens) and tokens[places[-1] + 1].kind is TokenKind.NAME:
        places.pop()
    return places


def _parties(tokens: list[Token], index: int) -> list[int]:
    places: list[int] = []
    at = index
    while at < len(tokens) and (tokens[at].kind is TokenKind.PARTY or (places and tokens[at].kind in _BETWEEN)):
        if tokens[at].kind is TokenKind.PARTY:
            places.append(at)
        at += 1
    return places


def _ahead(tokens: list[Token], index: int) -> tuple[list[Token], int] | None:
    """Return names with the parties of a column that stood before them, and the place after; None where it fits not."""
    if tokens[index].kind is not TokenKind.PARTY:
        return None
    first = next(place for place, token in enumerate(tokens) if token.kind in (TokenKind.NAME, TokenKind.PARTY))
    leads = first < index and tokens[first].kind is TokenKind.PARTY  # a party before each name, here and above
    if index and tokens[index - 1].kind is TokenKind.NAME and not leads:
        return None
    places = _parties(tokens, index)
    names: list[int] = []
    at = places[-1] + 1
    while at < len(tokens) and (tokens[at].kind is TokenKind.NAME or tokens[at].kind in _BETWEEN):
        if tokens[at].kind is TokenKind.NAME:
            names.append(at)
        at += 1
    parted = at < len(tokens) and tokens[at].kind is TokenKind.PARTY
    if len(places) < _FEWEST_AHEAD or len(names) != len(places) or parted:
        return None
    pairs = zip(places, names, strict=True) if leads else zip(names, places, strict=True)
    return [tokens[place] for pair in pairs for place in pair], names[-1] + 1


def _roles(tokens: list[Token], index: int) -> list[int]:
    """Return the places of offices and titles that follow one another, with nobody in between."""
    if tokens[index].kind is not TokenKind.ROLE:
        return []
    places: list[int] = []
    at = index
    while at < len(tokens) and tokens[at].kind in (TokenKind.ROLE, TokenKind.TITLE, TokenKind.TEXT, *_BETWEEN):
        if tokens[at].kind in (TokenKind.ROLE, TokenKind.TITLE):
            places.append(at)
        elif tokens[at].kind is TokenKind.TEXT and not tokens[at].value[:1].isdigit():
            break
        at += 1
    if at < len(tokens) and places and tokens[at].kind in _NAMED:
        places.pop()  # 'ordförande Eva Ek': an office that leads its holder
    return places


def _holders(tokens: list[Token], index: int) -> list[int]:
    """Return the places of the seats' holders where 'tjänstgör för Eva Ek' follows upon 'tjänstgör för Bo Ask'."""
    places: list[int] = []
    at = index
    while at + 1 < len(tokens) and tokens[at].kind is TokenKind.SERVES and tokens[at + 1].kind in _NAMED:
        places.append(at + 1)
        at += 2
        while at < len(tokens) and (tokens[at].kind in (TokenKind.PARTY, *_BETWEEN) or tokens[at].value[:1].isdigit()):
            at += 1
    return places
