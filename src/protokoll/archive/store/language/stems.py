"""The stem of a word: what its forms have in common."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from protokoll.archive.store.language.lexicon import load_lexicon, load_words

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["stem"]

# bron, broar, sjöarna: forms of words too short for the stemmer.
_SHORT_FORM = re.compile(r"(.{2,3})(?:n|en|et|ar|arna)")
# skolans, biståndets: the genitive of a definite form.
_GENITIVE = re.compile(r"(?<=an|en|et|ön|ln|rn|na)s\Z")
# vattnet and vatten, tecknet and tecken.
_LOST_VOWEL = re.compile(r"(?<=[bcdfgjklmpqrstvxz])net\Z")
# cyklar and cykel, vintrar and vinter: the vowel before l and r comes and goes.
_FLEETING = re.compile(r"(?<=[bcdfghjkpqstvxz])e(?=[lr]\Z)")
# rummet and rum, programmet and program, mannen and man.
_DOUBLED = re.compile(r"(?<=rum|hem|ram|tam)m\Z|(?<=n)n\Z")
# What the stemmer takes for an ending: a participle, a plural.
_NOUN = re.compile(
    r"(nad|stad|grad|ktor|resultat|mandat|kandidat|apparat|format|ariat)(?:e[nr]|erna|en)?\Z|[ts]or(?:er|erna)?\Z"
)
_TAIL = 4
"""The fewest letters that are enough to know the last part of a compound by."""


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return the stem of a word in lower case; the forms of one word have one stem.

    The stemmer of Snowball does most of it. What it leaves is done here: other vowels in the plural, the definite
    singular (`skolan`, `biståndet`), and vowels that come and go.

    >>> [stem(word) for word in ("bostäderna", "bostad", "cyklar", "cykeln", "vattnet", "skolans")]
    ['bostad', 'bostad', 'cykl', 'cykl', 'vatt', 'skol']
    """
    word = _GENITIVE.sub("", word)
    plural = _plurals().search(word)
    if plural:
        word = word[: plural.start()] + load_words()["singular"][plural[1]]
    word = _indefinite(word)
    noun = _NOUN.search(word)
    if noun and noun[1]:
        return word[: noun.end(1)]
    if noun and not _is_known(f"{word[:-2]}a"):
        return word[: noun.start() + 3]
    found = _stemmer()(word)
    if found.endswith("ell") or len(found) < _TAIL:
        return found
    found = _FLEETING.sub("", found) if len(found) > _TAIL else found
    return _DOUBLED.sub("", found)


def _indefinite(word: str) -> str:
    """Return a noun without its definite ending where that gives a word that is known: skolan → skola."""
    short = _SHORT_FORM.fullmatch(word)
    if short and short[1] in _short():
        return short[1]
    if word.endswith("net") and _LOST_VOWEL.search(word) and _is_known(f"{word[:-3]}en"):
        return f"{word[:-3]}en"
    if word.endswith("et"):
        bare = _DOUBLED.sub("", word[:-2])
        return next((each for each in (word[:-1], word[:-2], bare) if _is_known(each) or each in _short()), word)
    if word.endswith("n") and word[-2:-1] in "aeolröyåi" and not word.endswith("en"):
        return word[:-1] if _is_known(word[:-1]) else word
    if word.endswith("t") and word[-2:-1] not in "aeiouyåäöts":
        return word[:-1] if _is_known(word[:-1]) else word
    return word


def _is_known(word: str) -> bool:
    """Tell whether a word is known, or ends in one that is, as the last part of a compound."""
    known = load_lexicon().known
    return any(word[at:] in known for at in range(max(len(word) - _TAIL + 1, 0)))


@cache
def _short() -> frozenset[str]:
    return frozenset(load_words()["parts"]["short"])


@cache
def _plurals() -> re.Pattern[str]:
    words = sorted(load_words()["singular"], key=len, reverse=True)
    return re.compile(rf"({'|'.join(words)})(?:na|nas|s)?\Z")


@cache
def _stemmer() -> Callable[[str], str]:
    from snowballstemmer import stemmer

    return stemmer("swedish").stemWord  # type: ignore[no-any-return]
