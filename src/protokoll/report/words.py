"""The words for positions, in Swedish and English; `words.toml` is the table."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files

from protokoll.export.labels import Labels, load_labels

__all__ = ["Words", "load_words"]


class Words(Labels):
    """The words of one language, those of the documents included."""

    def number(self, key: str, number: int) -> str:
        """Return the phrase called `key` for a number of things.

        >>> load_words("sv").number("documents", 1), load_words("sv").number("documents", 2)
        ('1 handling', '2 handlingar')
        """
        return self.phrase(f"{key}_1" if number == 1 else key, count=f"{number:,}".replace(",", "\u00a0"))

    def caveat(self, key: str) -> str:
        """Return what a caveat says; one without words is given as it is, and what follows a colon is kept.

        >>> load_words("sv").caveat("second_hand"), load_words("sv").caveat("new_kind")
        ('i andra hand', 'new kind')
        >>> load_words("sv").caveat("split:2-1-0")
        'partiet röstade delat (2-1-0)'
        """
        name, _, more = key.partition(":")
        told = self.words["caveat"].get(name, name.replace("_", " "))
        return f"{told} ({more})" if more else told


@lru_cache(maxsize=2)
def load_words(language: str) -> Words:
    """Return the words of a language, `sv` or `en`; KeyError if there is no such language.

    >>> from protokoll.model.position import Relation
    >>> load_words("sv").of(Relation.NOT_FOUND_LATER)
    'inte funnet senare'
    """
    table = tomllib.loads((files("protokoll.report") / "words.toml").read_text("utf-8"))
    words = {group: dict(entries) for group, entries in load_labels(language).words.items()}
    for group, entries in table.items():
        words.setdefault(group, {}).update({key: each[language] for key, each in entries.items()})
    return Words(language, words)
