"""Who a coalition was, by municipality and day: 'den rödgröna majoriteten' is nobody in particular without both."""

import re
from functools import lru_cache
from typing import Any

from protokoll.grammar import Grammar, fold

__all__ = ["members_in", "members_of"]


def members_of(name: str, municipality: str | None, date: str | None, grammar: Grammar) -> tuple[str, ...]:
    """Return the codes of the parties that a coalition had, or nothing where that is not known.

    Args:
        name: the coalition as printed, with or without the genitive s.
        municipality: the municipality, without 'kommun' or 'stad'.
        date: the day, in ISO form; without it no coalition is known.
        grammar: the wordings; `coalitions.toml` and the profile hold the table.

    >>> from protokoll.grammar import load
    >>> members_of("Alliansen", "Almunda", "2012-03-01", load())
    ('M', 'C', 'FP', 'KD')
    >>> members_of("Alliansen", "Almunda", "2023-03-01", load())
    ()
    """
    said = fold(name)
    forms = {said, said.removesuffix("s")}
    for each in _known(municipality, date, grammar):
        if forms & {fold(printed) for printed in each["names"]}:
            return tuple(each["members"])
    return ()


def members_in(words: str, municipality: str | None, date: str | None, grammar: Grammar) -> tuple[str, ...]:
    """Return the parties of the coalition on whose behalf `words` say that somebody acts.

    >>> from protokoll.grammar import load
    >>> members_in("Eva Ek (M) för Alliansen", "Almunda", "2012-03-01", load())
    ('M', 'C', 'FP', 'KD')
    """
    said = fold(words)
    for each in _known(municipality, date, grammar):
        if any(_on_behalf(fold(printed)).search(said) for printed in each["names"]):
            return tuple(each["members"])
    return ()


def _known(municipality: str | None, date: str | None, grammar: Grammar) -> list[dict[str, Any]]:
    """Return the coalitions of a municipality on a day."""
    if date is None:
        return []
    return [
        each
        for each in grammar.words["coalitions"]["coalition"]
        if each.get("municipality", municipality) == municipality and each["from"] <= date < each["to"]
    ]


@lru_cache(maxsize=256)
def _on_behalf(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|\b(?:for|fran|i|inom)\s+){re.escape(name)}s?$")
