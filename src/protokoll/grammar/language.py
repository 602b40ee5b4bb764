"""Which language a text is in, told by its commonest small words."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from protokoll.grammar.folding import fold
from protokoll.grammar.grammar import Grammar

__all__ = ["is_swedish", "match_language"]

_SLICE = 2_500  # characters from the start, the middle and the end
_FEWEST = 10  # words of a language that must be met
_SHARE = 0.05  # of all words; running text has two to five times as many
_LEAD = 3  # times as many as of Swedish: a Swedish record may have an annex in another language
_WORD = re.compile(r"[^\W\d_]+")
_LAST_LATIN = "\u024f"


def match_language(text: str, grammar: Grammar) -> str | None:
    """Return the English name of the language that `text` is in, or None where that cannot be told.

    A short text, a list of names, Latin: nothing can be told. Text in which å ä ö were misread is still Swedish.

    >>> from protokoll.grammar import load
    >>> match_language("Nämnden beslutar att inte bifalla motionen och att överlämna ärendet till styrelsen.", load())
    >>> match_language("Utvalget vedtar at saken ikke skal utsettes, og at den er til behandling. " * 5, load())
    'Norwegian'
    """
    sample = _sample(text)
    words = Counter(fold(sample).split())
    hits = {name: sum(words[word] for word in common & words.keys()) for name, common in _common(grammar).items()}
    # What was met in Latin letters settles the script, where so few letters may be others.
    if len(sample) - len(sample.encode("latin-1", "ignore")) > hits["Swedish"]:
        letters = _WORD.findall(sample)
        if _is_other_script(letters):
            return "another script than the Latin"
    best = max(hits, key=lambda name: hits[name])
    total = words.total()
    if hits[best] < max(_FEWEST, _SHARE * total):
        return None
    if best != "Swedish" and hits[best] < _LEAD * hits["Swedish"]:
        return None
    return best


def is_swedish(text: str, grammar: Grammar) -> bool:
    """Tell whether `text` may be Swedish: False only where it is plainly in another language.

    >>> from protokoll.grammar import load
    >>> is_swedish("Kallelse till Älvinge", load())
    True
    """
    return match_language(text, grammar) in (None, "Swedish")


def _sample(text: str) -> str:
    """Return the start, the middle and the end: a front page, or one long quotation, does not settle it."""
    if len(text) <= 3 * _SLICE:
        return text
    middle = len(text) // 2
    return f"{text[:_SLICE]} {text[middle : middle + _SLICE]} {text[-_SLICE:]}"


def _is_other_script(words: list[str]) -> bool:
    """Tell whether most words are not in Latin letters."""
    latin = sum(word[0] <= _LAST_LATIN for word in words)
    return len(words) >= _FEWEST and latin < 0.3 * len(words)


@lru_cache(maxsize=8)
def _common(grammar: Grammar) -> dict[str, frozenset[str]]:
    return {table["name"]: frozenset(map(fold, table["words"])) for table in grammar.words["languages"].values()}
