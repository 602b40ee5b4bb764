"""Parties as minutes name them: by letters, by name, in the genitive, as groups."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from protokoll.grammar import Grammar, fold

__all__ = ["find_parties", "group_parties", "named_parties", "party_of"]

_GROUP_OPENS = re.compile(
    r"\b(?:ledamöterna|representanterna|gruppen|för|från)\s+[A-ZÅÄÖ]|\bi\s+[A-ZÅÄÖ][^.(]{0,40}-?grupp"
    r"|(?<!\()\b[A-ZÅÄÖ]\w{0,3}-(?:gruppen|ledamöterna)"
)
_GROUP_OF_PARTY = re.compile(r"\b[A-ZÅÄÖ]\w+(?:\s+samlingspartiets?)?\s+(?:\w*grupp(?:en)?|ledamöter|representanter)\b")
_GROUP_NAMED = re.compile(r"(?:\b[A-ZÅÄÖ]\w{0,3}-(?:,\s|\s+och\s+))*\b[A-ZÅÄÖ]\w{0,3}-(?:gruppen|ledamöterna)")
# "s- och v-ledamöterna".
_SMALL_GROUPS = re.compile(r"\s*(?:[a-zåäö]{1,3}-(?:,\s|\s+och\s+))*[a-zåäö]{1,3}-(?:ledamöterna|gruppen|gruppens)")
# "m och LVP", with small letters.
_CODE = re.compile(r"\b(?!och\b|samt\b)[A-Za-zÅÄÖåäö]{1,4}\b")
_ONLY_CODES = re.compile(r"\s*[A-Za-zÅÄÖåäö]{1,4}(?:(?:,|\s+och|\s+samt)\s+[A-Za-zÅÄÖåäö]{1,4})*\s*")


def party_of(label: str, grammar: Grammar) -> str | None:
    """Return the code for a printed label or name of a party, or None.

    >>> from protokoll.grammar import load
    >>> party_of("fp", load()), party_of("Moderaternas", load()), party_of("SOU", load())
    ('FP', 'M', None)
    """
    return grammar.party_codes.get(label.strip().lower()) or grammar.party_names.get(fold(label))


def find_parties(words: str, grammar: Grammar) -> Iterator[str]:
    """Yield the codes of the parties that `words` name outside brackets.

    >>> from protokoll.grammar import load
    >>> list(find_parties("Samtliga ledamöter för Moderaterna och L", load()))
    ['M', 'L']
    """
    codes = _code_pattern(grammar)
    for match in codes.finditer(words):
        code = party_of(match[0].removesuffix("-gruppen"), grammar)
        if code:
            yield code


def named_parties(words: str, grammar: Grammar) -> tuple[str, ...]:
    """Return the parties of a phrase that names no person, each once: groups and letters in small print too.

    >>> from protokoll.grammar import load
    >>> named_parties("s- och v-ledamöterna", load()), named_parties("m och c", load())
    (('S', 'V'), ('M', 'C'))
    """
    small = _SMALL_GROUPS.match(words)
    parties = dict.fromkeys(find_parties(small[0].upper() if small else words, grammar))
    if _ONLY_CODES.fullmatch(words):
        codes = [grammar.party_codes.get(code.lower()) for code in _CODE.findall(words)]
        if codes and all(codes):
            return tuple(dict.fromkeys(code for code in codes if code))
    return tuple(parties)


def group_parties(words: str, grammar: Grammar) -> tuple[str, ...]:
    """Return the parties of groups named beside persons, outside brackets: 'Eva Ek (V) och ledamöterna från MP'.

    >>> from protokoll.grammar import load
    >>> group_parties("Eva Ek (V) och ledamöterna från MP", load())
    ('MP',)
    """
    if not (_GROUP_OPENS.search(words) or _GROUP_OF_PARTY.search(words)):
        return ()
    bare = re.sub(r"\([^)]*\)", lambda match: " " * len(match[0]), words)
    said = [match[1] for match in re.finditer(r"\b(?:för|från|i)\s+((?:[^\s,]+(?:,\s|\soch\s|$)?)+)", bare)]
    said += [match[0] for match in chain(_GROUP_NAMED.finditer(bare), _GROUP_OF_PARTY.finditer(bare))]
    return tuple(party for each in said for party in find_parties(each, grammar))


@lru_cache(maxsize=8)
def _code_pattern(grammar: Grammar) -> re.Pattern[str]:
    codes, names = (
        "|".join(re.escape(each) for each in sorted(every, key=len, reverse=True))
        for every in (
            {label for party in grammar.parties for label in (party.code, *party.labels)},
            {name for party in grammar.parties for name in party.names},
        )
    )
    return re.compile(rf"(?<![\w(-])(?:(?i:{names})|{codes})s?(?:-gruppen)?(?![\w!:])")
