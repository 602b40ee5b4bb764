"""The words of a text that tell what it is about, each in its base form."""

import re
from functools import lru_cache
from typing import NamedTuple

from protokoll.positions.language import open_language

__all__ = ["Word", "bases_of", "words_in"]

_WORD = re.compile(r"[^\W\d_][\w]*(?:[-\u2010\u2011][\w]+)*")


class Word(NamedTuple):
    """One word of a text."""

    base: str
    """Its base form, in lower case."""
    name: bool
    """True where it has a capital letter inside a sentence, or opens one and is no known word: a name."""


def words_in(text: str) -> tuple[Word, ...]:
    """Return the words of a text in order, in their base forms.

    >>> [word.base for word in words_in("Resurserna till Origo ska öka.")]
    ['resurs', 'till', 'origo', 'ska', 'öka']
    """
    language = open_language()
    found = []
    opens = True
    end = 0
    for match in _WORD.finditer(text):
        between = text[end : match.start()]
        opens = opens or (not between.isspace() and any(mark in between for mark in ".:!?\u2013\u2022\n"))
        word, end = match[0], match.end()
        base = language.base(word.lower())
        found.append(Word(base, word[0].isupper() and not (opens and language.knows(base))))
        opens = False
    return tuple(found)


@lru_cache(maxsize=4096)
def bases_of(phrase: str) -> tuple[str, ...]:
    """Return the base forms of the words of a phrase.

    >>> bases_of("säljer sex")
    ('sälja', 'sex')
    """
    return tuple(word.base for word in words_in(phrase))
