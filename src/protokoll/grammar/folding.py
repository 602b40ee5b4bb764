"""One form for words that differ only in case, spacing or accents."""

import re
from collections.abc import Iterable
from functools import lru_cache

__all__ = ["fold", "words_of", "words_pattern"]

_LETTERS = tuple(zip("åäöéáàâãæøóòôõèêëüúùûíìîï", "aaoeaaaaaoooooeeeuuuuiiii", strict=True))
_MARKS = ".,:;–—-_*•\xa0/"

_WORD = re.compile(r"[\w-]+")


@lru_cache(maxsize=8192)
def fold(words: str) -> str:
    """Return `words` in the form in which phrases are compared.

    Case, accents, closing marks and runs of white space do not count, so that a phrase in a table and
    the same phrase in a damaged text agree.

    >>> fold("Förvaltningens  förslag till beslut:")
    'forvaltningens forslag till beslut'
    """
    folded = words.lower()
    # Chained replacements are several times as fast as str.translate on a whole page.
    for letter, plain in _LETTERS:
        folded = folded.replace(letter, plain)
    for mark in _MARKS:
        folded = folded.replace(mark, " ")
    return " ".join(folded.split())


@lru_cache(maxsize=256)
def words_of(words: str) -> frozenset[str]:
    """Return the words in lower case, each once; a hyphen does not part a word.

    >>> sorted(words_of("Ja-röst för Evas förslag."))
    ['evas', 'för', 'förslag', 'ja-röst']
    """
    return frozenset(_WORD.findall(words.lower()))


def words_pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    r"""Return an expression for any of `phrases` as whole words, whatever their case and spacing.

    `…` in a phrase stands for words in between, within the sentence. The longest phrase is tried first.

    >>> words_pattern(["reserverar sig", "anse … besvarad"]).findall("… reserverar\nsig. Att anse motionen besvarad")
    ['reserverar\nsig', 'anse motionen besvarad']
    """
    by_letter: dict[str, list[str]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        by_letter.setdefault(phrase[0].lower(), []).append(_expression(phrase[1:]))
    # A set of letters at the very front lets `re` skip to where a phrase may begin: several times as fast.
    letters = re.escape("".join(dict.fromkeys(f"{letter}{letter.upper()}" for letter in by_letter)))
    phrases_of = "|".join(
        rf"(?<={re.escape(letter)})(?:{'|'.join(alternatives)})" for letter, alternatives in by_letter.items()
    )
    return re.compile(rf"[{letters}](?<!\w.)(?i:{phrases_of})(?!\w)")


def _expression(phrase: str) -> str:
    words = (r"[^.]{1,120}?" if word == "…" else re.escape(word) for word in phrase.split(" "))
    return r"\s+".join(words).replace(r"\s+[^.]{1,120}?\s+", r"\s[^.]{1,120}?\s")
