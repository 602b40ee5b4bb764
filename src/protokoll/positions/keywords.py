"""The one word that tells most of what a text is about: a rare noun, known from its use in running text."""

from collections.abc import Sequence
from functools import lru_cache

from protokoll.grammar import load
from protokoll.positions.language import open_language
from protokoll.positions.terms import Word, bases_of

__all__ = ["is_body", "keyword_of", "weightless"]

_NOUN = 0.68
_COMMON, _RARE = 5.0, 11.5
_FEWEST_LETTERS = 4


def keyword_of(words: Sequence[Word]) -> str | None:
    """Return the noun that tells most of what a text is about, in its base form, or None.

    >>> from protokoll.positions.terms import words_in
    >>> keyword_of(words_in("Kommunen ska ta bort de gamla hängbjörkarna vid kanalen."))
    'kanal'
    """
    rarity = open_language().rarity
    found: dict[str, float] = {}
    for word in words:
        if not word.name and _may_name(word.base):
            found[word.base] = found.get(word.base, 0.0) + min(rarity(word.base), _RARE)
    return max(found, key=lambda base: (found[base], base), default=None)


@lru_cache(maxsize=50_000)
def _may_name(base: str) -> bool:
    """Tell whether a word may name a topic: a rare noun that is known, and no body."""
    language = open_language()
    return (
        len(base) >= _FEWEST_LETTERS
        and base.replace("-", "").isalpha()
        and base not in weightless()
        and not is_body(base)
        and not base.endswith(tuple(load().words["compounds"]["adjectives"]))
        and (language.knows(base) or bool(language.parts(base)))
        and language.rarity(base) >= _COMMON
        and language.noun(base) >= _NOUN
    )


def is_body(base: str) -> bool:
    """Tell whether a word is the name of a body or an office, in any form: 'kommunstyrelsens', 'trafiknämnd'.

    >>> is_body("kommunstyrelsens"), is_body("simhall")
    (True, False)
    """
    return base.endswith(_body_endings())


@lru_cache(1)
def _body_endings() -> tuple[str, ...]:
    bodies = load().words["changes"]["actors"]["bodies"]
    return tuple(body + ending for body in bodies for ending in ("", "n", "ns", "en", "ens", "et", "ets", "s"))


@lru_cache(1)
def weightless() -> frozenset[str]:
    """Return the words that tell nothing of what a position is about: bodies, verbs of demand, forms of decisions."""
    words = load().words["topics"]["weightless"]["words"]
    return frozenset(base for word in words for base in bases_of(word))
