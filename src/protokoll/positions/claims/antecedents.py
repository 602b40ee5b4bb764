"""What a sentence points back to: 'det är bra att detta har hänt' says nothing without the sentence before it."""

from __future__ import annotations

import re
from functools import lru_cache

from protokoll.grammar import Grammar, words_pattern

__all__ = ["Antecedents"]

_LONGEST = 400


class Antecedents:
    """Remembers the last sentence of a text, for the next one that points back to it.

    >>> from protokoll.grammar import load
    >>> before = Antecedents(load())
    >>> before.of("Förra året prövade staden öppna skolgårdar.")
    >>> before.of("Det är bra att detta fortsätter.")
    'Förra året prövade staden öppna skolgårdar.'
    """

    def __init__(self, grammar: Grammar) -> None:
        """Begin with a text."""
        self._grammar = grammar
        self.forget()

    def forget(self) -> None:
        """Forget the last sentence: a heading stands here."""
        self._last: str | None = None

    def of(self, sentence: str) -> str | None:
        """Return the sentence that the next one points back to, or None where it points to none."""
        words = " ".join(sentence.split())
        found = self._last if any(each.search(words) for each in _pointers(self._grammar)) else None
        self._last = words[:_LONGEST]
        return found


@lru_cache(maxsize=8)
def _pointers(grammar: Grammar) -> tuple[re.Pattern[str], ...]:
    """Return what points back: pronouns anywhere, and others only where they open the sentence."""
    table = grammar.words["claims"]
    return (
        words_pattern(table["pointing_back"]),
        re.compile(rf"\A{words_pattern(table['opening_back']).pattern}"),
    )
