"""Columns that were read one after the other: all names, then all parties, or what each of them was."""

from protokoll.model.document import Role
from protokoll.parsing.rosters.tokens import Token, TokenKind

__all__ = ["with_columns", "with_seats"]

_BETWEEN = (TokenKind.BREAK, TokenKind.GAP, TokenKind.COMMA)
_NAMED = (TokenKind.NAME, TokenKind.SINGLE)
_FEWEST_AHEAD = 3  # parties in a row before their names; fewer can be slips
_FEWEST_PARTS = 3
_FEWEST_SEATS = 2
_STARTS = (TokenKind.ROLE, TokenKind.SERVES)


def with_columns(tokens: list[Token], *, serving: bool = False) -> list[Token]:
    """Return `tokens` with each column as one token, its cells joined by a bar.

    A column of parties that stands before as many names is dealt out to them.

    Args:
        tokens: the list, words joined to names.
        serving: True for a list of those who serve, behind which the holders of their seats may follow in a column.

    >>> party = Token(TokenKind.PARTY, 0, 3, "S")
    >>> name, line = Token(TokenKind.NAME, 0, 6, "Eva Ek"), Token(TokenKind.BREAK, 0, 1)
    >>> [token.value for token in with_columns([name, line, name, line, party, line, party])][-1]
    'S|S'
    """
    kept: list[Token] = []
    marks = (place for place, token in enumerate(tokens) if token.kind in (TokenKind.NAME, TokenKind.PARTY))
    first = next(marks, 0)
    seats_at = next((place for place, token in enumerate(tokens) if token.kind is TokenKind.SERVES), 0)
    index = 0
    while index < len(tokens):
        ahead = _ahead(tokens, index, first)
        parties = _run(tokens, index)
        cells, stop = _parts(tokens, index) if tokens[index].kind in _STARTS else ([], index)
        cells, stop = (_seats(tokens, index) if serving and index == seats_at else None) or (cells, stop)
        seats = sum(cell[:1] == ">" for cell in cells)
        if ahead:
            kept += ahead[0]
            index = ahead[1]
        elif len(parties) > 1:
            kept.append(_column([tokens[place] for place in parties]))
            index = parties[-1] + 1
        elif seats >= _FEWEST_SEATS or (len(cells) >= _FEWEST_PARTS and any(cells)):
            kept.append(Token(TokenKind.PARTS, tokens[index].start, tokens[stop - 1].end, "|".join(cells)))
            index = stop
        else:
            kept.append(tokens[index])
            index += 1
    return kept


def _column(cells: list[Token]) -> Token:
    return Token(TokenKind.COLUMN, cells[0].start, cells[-1].end, "|".join(cell.value for cell in cells))


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


def _ahead(tokens: list[Token], index: int, first: int) -> tuple[list[Token], int] | None:
    """Return names with the parties of a column that stood before them, and the place after; None where it fits not."""
    if tokens[index].kind is not TokenKind.PARTY:
        return None
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


def _parts(tokens: list[Token], index: int) -> tuple[list[str], int]:
    """Return the cells of a column of offices, titles and seats that begins at `index`, and the place after it.

    The cell of a seat is its holder behind a '>'; nobody who was there stands in between.
    """
    cells: list[str] = []
    at, stop = index, index
    while at < len(tokens):
        token = tokens[at]
        if token.kind is TokenKind.SERVES and at + 1 < len(tokens) and tokens[at + 1].kind in _NAMED:
            cells.append(f">{tokens[at + 1].value}")
            at += 2
            at += at < len(tokens) and tokens[at].kind is TokenKind.PARTY
        elif token.kind in (TokenKind.ROLE, TokenKind.TITLE):
            cells.append(token.value if token.kind is TokenKind.ROLE else "")
            at += 1
        elif token.kind in _BETWEEN or (cells and token.value[:1].isdigit()):
            at += 1
            continue
        else:
            break
        stop = at
    if at < len(tokens) and tokens[at].kind in _NAMED and cells and cells[-1][:1] != ">":
        return [], index  # 'ordförande Eva Ek': an office that leads its holder
    return cells, stop


def _seats(tokens: list[Token], index: int) -> tuple[list[str], int] | None:
    """Return the holders behind one 'ersätter' where they are as many as the persons before it, and the place after."""
    if tokens[index].kind is not TokenKind.SERVES:
        return None
    before = sum(token.kind is TokenKind.NAME for token in tokens[:index])
    cells: list[str] = []
    at = index + 1
    while at < len(tokens) and tokens[at].kind in (TokenKind.NAME, TokenKind.PARTY, *_BETWEEN):
        if tokens[at].kind is TokenKind.NAME:
            cells.append(f">{tokens[at].value}")
        at += 1
    return (cells, at) if len(cells) == before >= _FEWEST_PARTS else None


def with_seats(words: str, tokens: list[Token]) -> list[Token]:
    """Read 'Eva Ek (L) tjg Bo Ask (KD)', two names on a line, as the one who serves and the holder of the seat.

    >>> kinds = TokenKind.NAME, TokenKind.ROLE, TokenKind.NAME
    >>> values = "Eva Ek", "serving_substitute", "Bo Ask"
    >>> places = (0, 6), (7, 10), (11, 17)
    >>> tokens = [Token(kind, *place, value) for kind, place, value in zip(kinds, places, values, strict=True)]
    >>> [token.kind.value for token in with_seats("Eva Ek tjg Bo Ask", tokens)]
    ['name', 'serves', 'name']
    """
    read = list(tokens)
    line: list[int] = []
    for index in range(len(tokens) + 1):
        if index < len(tokens) and tokens[index].kind is not TokenKind.BREAK:
            line.append(index)
            continue
        names = [each for each in line if tokens[each].kind in _NAMED]
        roles = [each for each in line if tokens[each].kind is TokenKind.ROLE]
        if len(names) == 2 and len(roles) == 1 and names[0] < roles[0] == names[1] - 1:
            role = tokens[roles[0]]
            if role.value == Role.SERVING_SUBSTITUTE and words[role.start] in "tT":
                read[roles[0]] = role._replace(kind=TokenKind.SERVES)
        line = []
    return read
