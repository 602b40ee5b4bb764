"""The words for positions, in Swedish and English; `words.toml` is the table."""

from __future__ import annotations

import re
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

    def reason(self, said: str) -> str:
        """Return a reason of `compare` in this language; one that is not known is given as it is.

        >>> load_words("sv").reason("the same diary number: KS 2024/17")
        'samma diarienummer: KS 2024/17'
        """
        for pattern, key in _reasons():
            if match := pattern.fullmatch(said):
                kinds = self.words["basis"]
                blanks = {name: kinds.get(value, value) for name, value in match.groupdict().items()}
                return self.words["reason"][key].format(**blanks)
        return said


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


@lru_cache(maxsize=1)
def _reasons() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return an expression for each English reason, with the key of its words."""
    blank = re.compile(r"\\{(\w+)\\}")
    english = load_words("en").words["reason"]
    return tuple((re.compile(blank.sub(r"(?P<\1>.+)", re.escape(said))), key) for key, said in english.items())
