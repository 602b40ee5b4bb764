"""Which words of a list are names, which are letters of a party, and which are titles."""

from itertools import pairwise

from protokoll.grammar import Grammar
from protokoll.parsing.actors import party_of
from protokoll.parsing.rosters.joins import inverted, mended
from protokoll.parsing.rosters.letters import Reading, Run, column_ahead, is_acronym, is_firm, party_at
from protokoll.parsing.rosters.tokens import Token, TokenKind
from protokoll.parsing.rosters.vocabulary import (
    is_given_name,
    is_label,
    is_municipality,
    is_organisation,
    is_particle,
    is_pointer,
    is_title,
)

__all__ = ["with_names"]

_BETWEEN = ("FÖR", "OCH", "SAMT", "MED", "AV")  # in lists printed in capitals
_ENDS = (TokenKind.BREAK, TokenKind.GAP, TokenKind.COMMA)
_LONGEST_NAME = 5
_LONGEST_CODE = 5
_FEWEST_BEHIND = 3
_USUAL = 2  # words of a name
_SHORTEST_CROWD = 3  # words; a longer run may be several persons


def with_names(tokens: list[Token], grammar: Grammar, *, officials: bool) -> list[Token]:
    """Return `tokens` with words joined to names, and with letters and titles told from them.

    Args:
        tokens: what `scan` gave.
        grammar: the wordings.
        officials: True for a list of officials, in which letters after a name are seldom a party.

    >>> from protokoll.grammar import load
    >>> from protokoll.model.text import Span
    >>> from protokoll.parsing.rosters.tokens import scan
    >>> words = "Ekonomichef Eva af Ek, Bo Ask, s"
    >>> tokens = with_names(scan(words, [Span(0, len(words))], load()), load(), officials=False)
    >>> [token.value for token in tokens if token.kind in ("name", "party", "title")]
    ['Ekonomichef', 'Eva af Ek', 'Bo Ask', 'S']
    """
    brackets = sum(token.kind is TokenKind.PARTY and token.value[:1] != "?" for token in tokens)
    bare = sum(token.kind is TokenKind.WORD and token.value in grammar.party_codes.values() for token in tokens)
    first = next((each for each in tokens if each.kind is TokenKind.PARTY or _opens_list(each, grammar)), None)
    leading = first is not None and _leads(tokens, first, grammar)
    behind = sum(
        before.kind is TokenKind.COMMA and token.kind is TokenKind.WORD and token.value in grammar.party_codes.values()
        for before, token in pairwise(tokens)
    )
    reading = Reading(grammar, brackets > 0 and brackets >= bare, officials, leading, behind >= _FEWEST_BEHIND)
    read: list[Token] = []
    index = 0
    while index < len(tokens):
        stop = _run_end(tokens, index, grammar)
        before = read[-1].kind if read else TokenKind.BREAK
        after = tokens[max(stop, index + 1)].kind if max(stop, index + 1) < len(tokens) else TokenKind.BREAK
        if stop > index:
            read += _parts(Run(tokens[index:stop], before, after), reading)
        else:
            read.append(_plain(tokens[index], before, after, reading))
        index = max(stop, index + 1)
    return inverted(mended(read, grammar))


def _opens_list(token: Token, grammar: Grammar) -> bool:
    return token.kind is not TokenKind.BREAK and not is_label(token.value, grammar)


def _leads(tokens: list[Token], first: Token, grammar: Grammar) -> bool:
    """Tell whether letters of a party stand before each name; those of the first may be of a party unknown here."""
    if not first.value[:1].isupper() or len(first.value) > _LONGEST_CODE or first.kind is not TokenKind.WORD:
        return False
    if not first.value.isupper() and grammar.party_codes.get(first.value.lower()) != first.value.upper():
        return False
    bare = sum(token.kind is TokenKind.WORD and token.value in grammar.party_codes.values() for token in tokens)
    brackets = any(token.kind is TokenKind.PARTY for token in tokens)
    return first.value.lower() in grammar.party_codes or (bare > 1 and not brackets)


def _run_end(tokens: list[Token], index: int, grammar: Grammar) -> int:
    """Return where a run of capitalised words ends that begins at `index`; `index` itself where none does."""
    stop = index
    while stop < len(tokens) and tokens[stop].kind is TokenKind.WORD:
        token = tokens[stop]
        if stop > index and (
            token.start - tokens[stop - 1].end > 1
            or (tokens[stop - 1].value[-1] == "-" and not token.value[0].isupper())
            or (tokens[stop - 1].value[-1] in ".!" and len(tokens[stop - 1].value) > 2)
        ):
            break
        after = tokens[stop + 1] if stop + 1 < len(tokens) else token
        leads = after.kind is TokenKind.WORD and (after.value[0].isupper() or is_particle(after.value, grammar))
        particle = leads and is_particle(token.value.lower(), grammar)
        joins = token.value[0].isupper() and token.value not in _BETWEEN
        if token.value[-1] == "." and len(token.value) > _LONGEST_CODE and _is_joined(token, after):
            break  # 'Samhällsbyggn.chef'
        if not joins and not particle and not _is_joined_particle(token.value, grammar):
            break
        stop += 1
    return stop


def _is_joined(token: Token, after: Token) -> bool:
    return after.kind is TokenKind.WORD and after.start == token.end


def _is_joined_particle(word: str, grammar: Grammar) -> bool:
    """Tell 'al-Hashimi' from a word in small letters."""
    particle, mark, name = word.partition("-")
    return bool(mark) and name[:1].isupper() and is_particle(particle, grammar)


def _plain(token: Token, before: TokenKind, after: TokenKind, reading: Reading) -> Token:
    """Tell a lower-case word: letters of a party after a comma, a title, or nothing in particular."""
    if token.kind is not TokenKind.WORD:
        return token
    code = party_of(token.value, reading.grammar) if token.value.islower() else None
    lone = before in (TokenKind.GAP, TokenKind.NAME, TokenKind.ROLE) and after in (
        *_ENDS,
        TokenKind.ROLE,
        TokenKind.SERVES,
    )
    if code and (before is TokenKind.COMMA or (lone and not (before is TokenKind.NAME and reading.bracketed))):
        return token._replace(kind=TokenKind.PARTY, value=code)
    return token._replace(kind=TokenKind.TITLE if is_title(token.value, reading.grammar) else TokenKind.TEXT)


def _parts(run: Run, reading: Reading) -> list[Token]:
    """Cut a run of capitalised words at titles and at letters of a party; what is left are names."""
    ahead = column_ahead(run, reading)
    parts: list[Token] = list(ahead)
    name: list[Token] = []
    for place, token in enumerate(run.tokens):
        if place < len(ahead):
            continue
        last = place == len(run.tokens) - 1
        party = party_at(run, place, len(name), reading)
        if party is not None:
            cut = token._replace(kind=TokenKind.PARTY, value=party)
        elif is_title(token.value, reading.grammar):
            cut = token._replace(kind=TokenKind.TITLE)
        elif _is_no_name(run, place, reading.grammar) or (last and token.value[-1] == "-"):
            cut = token._replace(kind=TokenKind.TEXT)
        else:
            name.append(token)
            continue
        if name and is_firm(token, reading.grammar):
            size = _USUAL if len(name) > _USUAL and is_given_name(name[0].value, reading.grammar) else 0
            cut, name = cut._replace(start=name[size].start), name[:size]  # 'Eva Ek Bostäder AB'
        before = parts[-1].kind if parts else run.before
        parts += [*_named(name, before, cut.kind, reading), cut] if name else [cut]
        name = []
    return [*parts, *_named(name, parts[-1].kind if parts else run.before, run.after, reading)] if name else parts


def _is_no_name(run: Run, place: int, grammar: Grammar) -> bool:
    """Tell letters of an office, a label, and the 'Se' of 'Eva Ek Se vidare sidan 2'."""
    token = run.tokens[place]
    points = 0 < place == len(run.tokens) - 1 and run.after is TokenKind.WORD and is_pointer(token.value, grammar)
    letters = is_acronym(run, token) and not is_given_name(token.value, grammar)
    return points or letters or is_label(token.value, grammar)


def _named(tokens: list[Token], before: TokenKind, after: TokenKind, reading: Reading) -> list[Token]:
    """Return the names in words without anything in between; a given name tells where the next person begins.

    Four words that no party follows are two persons, if the first word is a given name and the second is none.
    """
    grammar = reading.grammar
    words = [token.value if len(token.value) <= 2 else token.value.rstrip(".!") for token in tokens]
    words = [_cased(word, grammar) for word in words]
    given = [is_given_name(word, grammar) for word in words]
    start = 0
    if len(words) > 2 and not given[0]:
        follows = reading.officials and before in (TokenKind.TITLE, TokenKind.COMMA)
        # The office or firm of the person before: 'Enhetschef Miljö Eva Ek', 'chef Gatuavdelningen Bo Ask'.
        start = int(is_organisation(words[0], grammar, by="ending") or (given[1] and follows))
        start = start or int(given[1] and before is TokenKind.COMMA and is_municipality(words[0], grammar))
        if before is TokenKind.TEXT and True in given:
            start = given.index(True)  # 'chef för Intern Service Eva Ek', 'punkt H Eva Ek'
    cuts = [start]
    for place in range(start + 2, len(words) - 1):
        if len(words) - start > _SHORTEST_CROWD and given[place] and place - cuts[-1] > 1:
            cuts.append(place)
    for left, right in zip(list(cuts), [*cuts[1:], len(words)], strict=True):
        parted = right == len(words) and after is TokenKind.PARTY and before is not TokenKind.TEXT
        small = any(word[0].islower() for word in words[left:right])
        usual = right - left > _USUAL and given[left] and not given[left + 1] and len(words[left + 1].rstrip(".")) > 1
        if usual and right - left == 2 * _USUAL and not (parted or small):
            cuts.append(left + _USUAL)
        elif usual and right - left > 2 * _USUAL and words[left + _USUAL + 1][0].islower():
            cuts.append(left + _USUAL)  # 'Eva Ek Liv von Alm'
    cuts.sort()
    stops = [*cuts[1:], len(words)]
    return [_joined(tokens[left:right], words[left:right], grammar) for left, right in zip(cuts, stops, strict=True)]


def _cased(word: str, grammar: Grammar) -> str:
    """Return 'EVA' as 'Eva'; initials that are used as a name keep their letters."""
    capitals = word.isupper() and word[1:].replace("-", "").isalpha() and not is_given_name(word, grammar)
    return word.title() if capitals else word


def _joined(tokens: list[Token], words: list[str], grammar: Grammar) -> Token:
    given = is_given_name(words[0], grammar)  # then only a whole word tells of a firm: 'Peter Ekgården' is a person
    kind = TokenKind.NAME if 2 <= len(words) <= _LONGEST_NAME else TokenKind.TEXT
    if len(words) == 1:
        kind = TokenKind.SINGLE
    party = len(words) == 1 and party_of(words[0], grammar)
    if words[-1].endswith("-") or (
        not party and any(is_organisation(word, grammar, by="word" if given else None) for word in words)
    ):
        kind = TokenKind.TEXT
    end = tokens[-1].start + len(words[-1])
    return Token(kind, tokens[0].start, end, " ".join(words).replace("- ", "-"))
