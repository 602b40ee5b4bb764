"""The words for people, in Swedish and English; `labels.toml` is the table."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from enum import Enum
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

__all__ = ["LANGUAGES", "Labels", "load_labels"]

LANGUAGES = ("sv", "en")


class Labels(NamedTuple):
    """The words of one language."""

    language: str
    words: Mapping[str, Mapping[str, str]]
    """Group → key → words."""

    def of(self, member: Enum) -> str:
        """Return the word for a value of an enum of the model.

        >>> from protokoll.model.document import Action
        >>> load_labels("sv").of(Action.REMIT)
        'återremiss'
        """
        return self.words[_group(type(member).__name__)][str(member.value)]

    def heading(self, key: str) -> str:
        """Return the heading called `key`.

        >>> load_labels("sv").heading("attendance")
        'Närvaro'
        """
        return self.words["heading"][key]

    def phrase(self, key: str, **values: object) -> str:
        """Return the phrase called `key` with its blanks filled.

        >>> load_labels("sv").phrase("page", page=4)
        's. 4'
        """
        return self.words["phrase"][key].format(**values)


@lru_cache(maxsize=2)
def load_labels(language: str) -> Labels:
    """Return the words of a language, `sv` or `en`; KeyError if there is no such language.

    >>> load_labels("en").heading("decision")
    'Decision'
    """
    table = tomllib.loads((files("protokoll.export") / "labels.toml").read_text("utf-8"))
    return Labels(
        language,
        {group: {key: each[language] for key, each in entries.items()} for group, entries in table.items()},
    )


def _group(name: str) -> str:
    """StatementKind → statement_kind."""
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip("_")
