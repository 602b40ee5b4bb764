"""Which party is which: renames, names by date, local parties, and what a user may have meant."""

import re
from functools import lru_cache

from msgspec import Struct

from protokoll.grammar import Grammar, fold, load

__all__ = ["Naming", "find_party", "identity", "names_of", "near_parties", "parties_named", "same_party"]

_LETTERS = re.compile(r"(?<![\w-])[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,3}!?(?![\w-])")
_NEAR = 60.0  # of 100: 'Moderatarna' is near enough to 'Moderaterna', 'Xyz' to nothing.
_MOST = 3


class Naming(Struct, frozen=True):
    """What a party was called in a span of time."""

    code: str
    name: str
    first: str | None
    """The first day or year of the name; None where it is not known or does not matter."""
    until: str | None
    """The first day or year after it; None for a name still in use."""


@lru_cache(maxsize=1024)
def identity(code: str, municipality: str | None = None, grammar: Grammar | None = None) -> str:
    """Return the code by which a party is known today; a local one bears the name of its municipality.

    Letters are no proof: 'PP' in Nynäshamn is not Piratpartiet, and two local parties of two municipalities are never
    the same party, whatever their letters.

    >>> identity("FP"), identity("vpk"), identity("NL", "Nacka"), identity("PP", "Nynäshamn")
    ('L', 'V', 'NL (Nacka)', 'PP (Nynäshamn)')
    """
    national = load()
    words = (grammar or national).words
    known = national.party_codes.get(code.lower(), code)
    local = any(
        each["code"].lower() == code.lower() and each["municipality"] == municipality
        for each in words["namings"]["local"]
    )
    if municipality and (local or known.lower() not in national.party_codes):
        return f"{code} ({municipality})"
    return str(words["parties"].get(known, {}).get("now", known))


def same_party(one: str, other: str, municipality: str | None = None) -> bool:
    """Tell whether two codes are the same party, by whatever name.

    >>> same_party("FP", "L"), same_party("KDS", "KD"), same_party("L", "LL")
    (True, True, False)
    """
    return identity(one, municipality) == identity(other, municipality)


def names_of(party: str, first: str | None = None, last: str | None = None) -> tuple[Naming, ...]:
    """Return what a party was called from `first` to `last`, both included, the oldest name first.

    More than one name tells that the party was renamed in the period. A party that has had one name has one entry
    without dates; an unknown one none.

    Args:
        party: a code of today or of old.
        first: an ISO day or a year; None for all times.
        last: the same; None for the day of `first`, or for all times.

    >>> [(each.code, each.name) for each in names_of("L", "2014", "2016")]
    [('FP', 'Folkpartiet liberalerna'), ('L', 'Liberalerna')]
    >>> names_of("FP", "2023-05-02")[0].code, names_of("S")[0].name
    ('L', 'Socialdemokraterna')
    """
    today = identity(party)
    grammar = load()
    namings = tuple(
        Naming(each["code"], each["name"], each.get("from"), each.get("to"))
        for each in grammar.words["namings"]["naming"]
        if identity(each["code"]) == today
    )
    if not namings:
        return tuple(Naming(each.code, each.names[0], None, None) for each in grammar.parties if each.code == today)
    end = last or first
    return tuple(
        each
        for each in namings
        if (end is None or each.first is None or each.first <= _last_day(end))
        and (first is None or each.until is None or first < each.until)
    )


def _last_day(date: str) -> str:
    """Return a date that no day of a year, month or day comes after: '2016' → '2016-99'."""
    return f"{date}-99"


def find_party(words: str, grammar: Grammar | None = None) -> str | None:
    """Return the code for what a user calls a party: letters, name, genitive, in any case; None if there is none.

    >>> find_party("fp"), find_party("Moderaternas"), find_party("Vänstern"), find_party("Okänd")
    ('FP', 'M', 'V', None)
    """
    table = grammar or load()
    bare = words.strip().strip("()")
    return table.party_codes.get(bare.lower()) or table.party_names.get(fold(bare)) or _namings().get(fold(bare))


@lru_cache(maxsize=4096)
def parties_named(words: str, grammar: Grammar) -> frozenset[str]:
    """Return the parties that `words` name, by letters or by name.

    >>> sorted(parties_named("yrkande från M, L och Vänsterpartiet den 8 maj", load()))
    ['L', 'M', 'V']
    """
    codes = {grammar.party_codes.get(each.lower()) for each in _LETTERS.findall(words)}
    said = f" {fold(words)} "
    codes |= {code for name, code in grammar.party_names.items() if f" {name} " in said}
    return frozenset(code for code in codes if code)


def near_parties(words: str, among: tuple[str, ...] = (), grammar: Grammar | None = None) -> tuple[str, ...]:
    """Return the codes that a user may have meant, the likeliest first.

    Args:
        words: what is no party.
        among: codes that occur in the records at hand; they may be local parties.
        grammar: the wordings of the municipality.

    >>> near_parties("Moderatarna")[0], near_parties("Xyzzy")
    ('M', ())
    """
    from rapidfuzz import fuzz, process

    table = grammar or load()
    codes = {**{code.lower(): code for code in among}, **table.party_codes}
    choices = {**table.party_names, **{fold(code): code for code in codes.values()}}
    found = process.extract(fold(words), list(choices), scorer=fuzz.ratio, limit=10, score_cutoff=_NEAR)
    return tuple(dict.fromkeys(choices[choice] for choice, _, _ in found))[:_MOST]


@lru_cache(maxsize=1)
def _namings() -> dict[str, str]:
    return {fold(each["name"]): each["code"] for each in load().words["namings"]["naming"]}
