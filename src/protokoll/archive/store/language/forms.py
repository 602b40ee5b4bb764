"""What stands in the index beside the words of a text: their stems, and the parts of compounds.

Stems begin with a sign that no text has, so that a word in quotation marks is never met by a stem. Parts of compounds
stand there as words too: so a plain full text query, from any program that reads SQLite, finds them as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from protokoll.archive.store.language.compounds import parts_of
from protokoll.archive.store.language.stems import stem

__all__ = ["MARK", "STEM", "WORD", "extra_words", "mark", "terms_of"]

STEM = "\ue000"
"""What a stem begins with in the index: a letter of private use, which no text has."""
MARK = "\ue001"
"""What a mark begins with: the kind, year, party and so on of a text."""
WORD = re.compile(r"[^\W_]+")
"""A word, as the index cuts them."""

_NO_LETTER = re.compile(r"[\W_]+")


def terms_of(word: str) -> tuple[str, str]:
    """Return the terms of the index of which any form of a word has one, alone or in a compound.

    A word that is its own stem stands there only once, as itself: that goes for most of the words of a text.

    >>> [term.replace(STEM, "~") for term in terms_of("Hemlösheten")]
    ['~hemlös', 'hemlös']
    """
    found = stem(word.lower())
    return STEM + found, found


def mark(name: str, value: object) -> str:
    """Return the term of the index for what a text has: `mark("body", "Social- och äldrenämnden")`.

    >>> mark("party", "Fi").removeprefix(MARK)
    'partyfi'
    """
    return MARK + _NO_LETTER.sub("", f"{name}{value}").lower()


def extra_words(text: str) -> Iterable[str]:
    """Return the terms for a text that are not its own words, each once.

    >>> [word.replace(STEM, "~") for word in extra_words("Hemlöshetsarbetet fortsätter")]
    ['~hemlöshetsarbet', '~hemlös', '~arbet', 'hemlöshet', 'arbetet', '~fortsät']
    """
    found: dict[str, None] = {}
    for word in dict.fromkeys(WORD.findall(text.lower())):
        found.update(_extra(word))
    return found


@lru_cache(maxsize=60_000)
def _extra(word: str) -> dict[str, None]:
    if not word.isalpha():
        return {}
    parts = parts_of(word)
    stems = (STEM + found for each in (word, *parts) if (found := stem(each)) != each)
    return dict.fromkeys([*stems, *parts])
