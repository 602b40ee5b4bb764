"""The parts that Swedish names are made of, and what a name without its marks is by them."""

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import product
from typing import Any, NamedTuple

__all__ = ["PLAIN", "Parts", "keys_of", "parts_of", "restored"]

# A sign that is in no name: a figure or &, or é elsewhere than in 'Norén', 'Tuvér', 'Rydéus', 'André'.
_ODD = re.compile(r"[\d&]|é(?!n?s?$|rs?$|us$|ns?$)|i(?=i)")
_RINGS = re.compile(r"[åäö]")
_LOOKS = {"é": "oa", "6": "o", "4": "a", "&": "a", "0": "o", "8": "a"}
_ONE_O = (("6é", "o"), ("oé", "o"), ("6o", "o"), ("o6", "o"))
_ONE_A = (("ii", "a"), ("ia", "a"), ("aé", "a"))
_MOST = 16
PLAIN = str.maketrans("åäö", "aao")


class Parts(NamedTuple):
    """Names and their parts by what is left of them without marks."""

    healthy: frozenset[str]
    """Given names that have no marks."""
    given: Mapping[str, str]
    endings: Mapping[str, str]
    beginnings: Mapping[str, str]
    longest: int


def restored(seen: str, parts: Parts) -> str:
    """Return a word of a name with the marks of its parts, or as it is.

    >>> from protokoll.grammar import load
    >>> [restored(word, parts_of(load().words)) for word in ("Ake", "Osterstrém", "Lundstroms", "Jonas", "Fors")]
    ['Åke', 'Österström', 'Lundströms', 'Jonas', 'Fors']
    """
    odd = _ODD.search(seen.lower()) is not None or "bick" in seen
    for key in keys_of(seen.lower()):
        for ending in ("", "s") if key.endswith("s") else ("",):
            bare = key[: len(key) - len(ending)]
            told = _told(bare, parts, odd=odd)
            if told is not None:
                whole = told + ending
                return whole.upper() if seen.isupper() else whole[0].upper() + whole[1:]
    return seen


def _told(bare: str, parts: Parts, *, odd: bool) -> str | None:
    """Return the name of which nothing but the marks is lost, by its beginning and its ending."""
    whole = parts.given.get(bare) or (parts.given.get(f"?{bare}") if odd else None)
    if whole is not None or bare in parts.healthy:
        return whole
    told = bare
    for size in range(min(len(bare), parts.longest), 1, -1):
        tail = parts.endings.get(bare[-size:]) or (parts.endings.get(f"?{bare[-size:]}") if odd else None)
        if tail is not None:
            told = told[: len(told) - size] + tail
            break
    for size in range(min(len(bare), parts.longest), 1, -1):
        head = parts.beginnings.get(bare[:size])
        if head is not None:
            told = head + told[size:]
            break
    return told if _RINGS.search(told) else None


def keys_of(seen: str) -> tuple[str, ...]:
    """Return what a word may be without marks, the likeliest first."""
    plain = seen.translate(PLAIN)
    shapes = dict.fromkeys([plain.replace(*pair) for pair in _ONE_O if pair[0] in plain])
    shapes |= dict.fromkeys([plain, *(plain.replace(*pair) for pair in _ONE_A)])
    if "i" in plain[1:]:
        shapes |= dict.fromkeys([plain.replace("bick", "back")])
    keys: dict[str, None] = {}
    for shape in shapes:
        choices = [_LOOKS.get(letter, letter) for letter in shape]
        for letters in product(*choices):
            keys["".join(letters)] = None
            if len(keys) >= _MOST:
                return tuple(keys)
    return tuple(keys)


def parts_of(words: Mapping[str, Any]) -> Parts:
    """Return the names and parts of names that the grammar has.

    >>> from protokoll.grammar import load
    >>> parts_of(load().words).given["hakan"]
    'håkan'
    """
    tables = {"names": words["given_names"]["names"], **words["name_parts"]}
    return _parts(tuple((table, tuple(each)) for table, each in tables.items()))


@lru_cache(maxsize=8)
def _parts(tables: tuple[tuple[str, tuple[str, ...]], ...]) -> Parts:
    by_table = dict(tables)

    def plain(table: str) -> dict[str, str]:
        firm = {each.lower().translate(PLAIN): each.lower() for each in by_table.get(table, ())}
        odd = {f"?{each.lower().translate(PLAIN)}": each.lower() for each in by_table.get(f"{table}_odd", ())}
        return odd | firm

    given, endings, beginnings = plain("given"), plain("endings"), plain("beginnings")
    healthy = frozenset(map(str.lower, by_table.get("names", ()))) - given.keys()
    return Parts(healthy, given, endings, beginnings, max(map(len, (*endings, *beginnings))))
