"""What single lines of heads and feet say, by the tables of the grammar."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import IntEnum
from functools import cached_property, lru_cache
from itertools import product
from typing import NamedTuple

from msgspec import Struct

from protokoll.cleaning.furniture.counters import read_counter
from protokoll.cleaning.furniture.templates import DATE, expression_for, find_places, misreadings
from protokoll.grammar import Grammar, fold
from protokoll.model.outline import BlockKind

__all__ = ["Grade", "Phrases", "phrases"]

_LONG = 120
_WIDE = 70
"""No phrase is longer than this."""
_PREFIX = 4
_MEMORY = 10_000
"""So many lines are remembered."""
_GAP = re.compile(r"[ ]{2,}|\t|[ ]*\|[ ]*")
_FILLER = re.compile(r"[\s.:,_|…/–-]+")


class Grade(IntEnum):
    """How surely a line is furniture, from its words alone."""

    OTHER = 0
    """Nothing says so."""
    NAME = 1
    """A body, a municipality or a date, which may stand in a record as well."""
    WORD = 2
    """A word that heads use, but headings too: `Protokoll`, `Yttrande`."""
    HEAD = 3
    """The words of a head: `Sammanträdesdatum 2024-03-21`."""
    ALWAYS = 4
    """Nothing but furniture reads like this: `Justerandes sign`."""


class Phrases(Struct, frozen=True, dict=True, eq=False):
    """The phrases of furniture for one grammar, ready to be compared with lines."""

    grammar: Grammar

    def grade(self, text: str) -> Grade:
        """Return how surely a line is furniture.

        >>> from protokoll.grammar import load
        >>> phrases(load()).grade("ÄLVINGE KOMMUN    Sammanträdesprotokoll    Sida 2 (10)").name
        'HEAD'
        """
        grade = self._grades.get(text)
        if grade is None:
            if len(self._grades) > _MEMORY:
                self._grades.clear()
            grade = self._grades[text] = self._grade(text)
        return grade

    def _grade(self, text: str) -> Grade:
        if len(text) > _LONG:
            return Grade.OTHER
        if self.find_clues((text,)) and self.is_foot(text):
            return Grade.ALWAYS
        if text[-1] in ".,;:?!" or text[0].islower():
            return Grade.OTHER
        cells = [cell for cell in _GAP.split(text) if cell]
        # A number in a column of its own is that of the page or of the §.
        grades = [grade for cell in cells if len(cells) < 2 or not cell.isdigit() for grade in self._cell(cell)]
        if not grades or Grade.OTHER in grades:
            return Grade.OTHER
        if len(grades) > 1 and max(grades) == Grade.WORD:
            return Grade.HEAD
        return max(grades)

    def is_foot(self, text: str) -> bool:
        """Tell whether a line holds nothing but the words of a foot, and at least one that only feet have.

        >>> from protokoll.grammar import load
        >>> phrases(load()).is_foot("Justerandes sign ........ Utdragsbestyrkande")
        True
        >>> phrases(load()).is_foot("Justerare")
        False
        """
        rest, found = self._shapes.always.subn(" ", text)
        if not found:
            return len(self._shapes.address.findall(text)) > 2 and not _FILLER.sub(
                "", self._shapes.address.sub("", text)
            )
        return not _FILLER.sub("", self._shapes.beside.sub(" ", rest))

    def is_continued(self, text: str) -> bool:
        """Tell whether a line says that a § goes on from the page before.

        >>> from protokoll.grammar import load
        >>> phrases(load()).is_continued("Ks § 143, forts.")
        True
        """
        return "ort" in text and "§" in text and self._shapes.continued.fullmatch(_GAP.split(text)[0]) is not None

    def heading(self, text: str) -> BlockKind | None:
        """Return what a heading of the closed list, alone on its line, opens; None for any other line.

        >>> from protokoll.grammar import load
        >>> phrases(load()).heading("Skickas till:").value
        'recipients'
        """
        if len(text) > _LONG // 2 or not text[0].isupper() or text[-1] in ".,;":
            return None
        return self.grammar.headings.get(fold(text))

    def find_clues(self, texts: Iterable[str]) -> list[int]:
        """Return quickly the indices of lines that can be feet, or heads by their own words; most lines cannot.

        >>> from protokoll.grammar import load
        >>> phrases(load()).find_clues(["Motionen avslås.", "Justerandes sign"])
        [1]
        """
        prefixes = self._shapes.prefixes
        return [
            index
            for index, text in enumerate(texts)
            if text[:_PREFIX].lower() in prefixes or text[0] in "._|" or "rotokoll" in text
        ]

    def find_chrome(self, texts: Iterable[str]) -> list[int]:
        """Return the indices of lines that a web site prints around a record.

        >>> from protokoll.grammar import load
        >>> phrases(load()).find_chrome(["Läs mer...", "Beslut"])
        [0]
        """
        openings, chrome = self._shapes.openings, self._shapes.chrome
        return [index for index, text in enumerate(texts) if text[:3] in openings and chrome.fullmatch(text)]

    def _cell(self, cell: str) -> list[Grade]:
        """Return the grades of the phrases that a cell is made of; `OTHER` at the first that is none."""
        grades: list[Grade] = []
        position = 0
        if len(cell) > _WIDE:
            return [Grade.OTHER]
        while position < len(cell):
            match = self._shapes.head.match(cell, position)
            counter = None if match else read_counter(cell[position:], self.grammar)
            if counter and not counter.rest:
                return [*grades, Grade.HEAD]
            if not match or not match.group():
                return [Grade.OTHER]
            grades.append(
                Grade.NAME if match.lastgroup == "name" else Grade.HEAD if match.lastgroup == "head" else Grade.WORD
            )
            position = match.end()
        return grades

    @cached_property
    def _grades(self) -> dict[str, Grade]:
        return {}

    @cached_property
    def _shapes(self) -> _Shapes:
        return _make_shapes(self.grammar)


class _Shapes(NamedTuple):
    """The expressions of one grammar."""

    prefixes: frozenset[str]
    """The first letters of each phrase that says enough by itself, as printed and as misread."""
    always: re.Pattern[str]
    beside: re.Pattern[str]
    """What stands beside the words of a foot."""
    address: re.Pattern[str]
    continued: re.Pattern[str]
    openings: frozenset[str]
    """The first letters of chrome."""
    chrome: re.Pattern[str]
    head: re.Pattern[str]
    """One phrase of a head: with a place filled in (`head`), a bare word (`word`), or a name or date alone (`name`)."""


def _make_shapes(grammar: Grammar) -> _Shapes:
    table, places = grammar.words["furniture"], find_places(grammar)
    # A diary number stands below the head of its § as well.
    filled = [phrase for phrase in table["heads"] if "{" in phrase and "{diary}" not in phrase]
    bare = [phrase for phrase in table["heads"] if phrase not in filled]
    names = "|".join(places[name] for name in ("date", "municipality", "body", "diary"))
    head = f"(?P<head>{expression_for(filled, places)})|(?P<word>{expression_for(bare, places)})|(?P<name>{names})"
    return _Shapes(
        prefixes=frozenset(
            "".join(letters)
            for phrase in [*table["always"], *table["address"], *filled]
            for letters in product(*map(misreadings, phrase.lower()[:_PREFIX]))
        ),
        always=_alone(expression_for(table["always"], places)),
        beside=_alone(f"{expression_for(table['with_always'], places)}|{DATE}"),
        address=_alone(expression_for(table["address"], places)),
        continued=re.compile(rf"(?:{expression_for(table['continued'], places)})[.:]?", re.IGNORECASE),
        openings=frozenset(phrase[:3] for phrase in table["chrome"]),
        chrome=re.compile(expression_for(table["chrome"], places)),
        head=re.compile(rf"(?:{head})[.:]?(?:[ ]+|$)", re.IGNORECASE),
    )


def _alone(words: str) -> re.Pattern[str]:
    """Return an expression for `words` that are not part of longer words."""
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=8)
def phrases(grammar: Grammar) -> Phrases:
    """Return the phrases of furniture for `grammar`."""
    return Phrases(grammar)
