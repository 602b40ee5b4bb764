"""The words that a compound may be made of."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

__all__ = ["Lexicon", "load_lexicon", "load_words"]


class Lexicon(NamedTuple):
    """Words in lower case."""

    known: frozenset[str]
    """Words that stand by themselves."""
    first: frozenset[str]
    """What has been seen as the first part of compounds, with its linking letter: `arbets`."""
    last: frozenset[str]
    """What has been seen as the last part."""


@cache
def load_words() -> dict[str, Any]:
    """Return the tables of `words.toml`.

    >>> load_words()["singular"]["böcker"]
    'bok'
    """
    return tomllib.loads((files("protokoll.archive.store.language") / "words.toml").read_text("utf-8"))


@cache
def load_lexicon() -> Lexicon:
    """Return the words of `lexicon.txt`: on each line a word, and how it was seen.

    >>> "arbets" in load_lexicon().first
    True
    """
    text = (files("protokoll.archive.store.language") / "lexicon.txt").read_text("utf-8")
    known, first, last = set(), set(), set()
    for line in text.splitlines():
        word, _, seen = line.partition(" ")
        if "k" in seen or not seen:
            known.add(word)
        if "f" in seen:
            first.add(word)
        if "l" in seen:
            last.add(word)
    return Lexicon(frozenset(known), frozenset(first), frozenset(last))
