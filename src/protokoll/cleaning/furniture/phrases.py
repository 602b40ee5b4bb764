"""What single lines of heads and feet say, by the tables of the grammar."""

import re
from enum import IntEnum
from functools import cached_property, lru_cache
from itertools import product

from msgspec import Struct

from protokoll.cleaning.furniture.counters import read_counter
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
_FILLER = re.compile(r"[\s._|…/–-]+")
# Letters as tesseract without a Swedish model reads them.
_MISREAD = {"å": "[åa4d&]", "ä": "[äaéid]", "ö": "[öo6éG]"}
_MONTHS = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
_DATE = rf"(?:den[ ])?(?:\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}[ ](?:{_MONTHS})[ ]\d{{4}}|\d{{1,2}}[./]\d{{1,2}}[ ./]\d{{2,4}})"


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
        if self.has_clue(text) and self.is_foot(text):
            return Grade.ALWAYS
        if text[-1] in ".,;:?!" or text[0].islower():
            return Grade.OTHER
        grades = [grade for cell in _GAP.split(text) if cell for grade in self._cell(cell)]
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
        rest, found = self._always.subn(" ", text)
        if not found:
            return len(self._address.findall(text)) > 2 and not _FILLER.sub("", self._address.sub("", text))
        return not _FILLER.sub("", self._beside.sub(" ", rest))

    def heading(self, text: str) -> BlockKind | None:
        """Return what a heading of the closed list, alone on its line, opens; None for any other line.

        >>> from protokoll.grammar import load
        >>> phrases(load()).heading("Skickas till:").value
        'recipients'
        """
        if len(text) > _LONG // 2 or not text[0].isupper() or text[-1] in ".,;":
            return None
        return self.grammar.headings.get(fold(text))

    def has_clue(self, text: str) -> bool:
        """Tell quickly whether a line can be a foot, or a head by its own words; most lines cannot.

        >>> from protokoll.grammar import load
        >>> phrases(load()).has_clue("Motionen avslås.")
        False
        """
        return text[:_PREFIX].lower() in self._prefixes or text[0] in "._|" or "rotokoll" in text

    def _cell(self, cell: str) -> list[Grade]:
        """Return the grades of the phrases that a cell is made of; `OTHER` at the first that is none."""
        grades: list[Grade] = []
        position = 0
        if len(cell) > _WIDE:
            return [Grade.OTHER]
        while position < len(cell):
            match = self._head.match(cell, position)
            counter = None if match else read_counter(cell[position:], self.grammar)
            if counter and counter.whole:
                return [*grades, Grade.HEAD]
            if not match or not match.group():
                return [Grade.OTHER]
            grades.append(Grade.NAME if match.lastgroup == "name" else Grade.HEAD if match.lastgroup == "head" else Grade.WORD)
            position = match.end()
        return grades

    @cached_property
    def _grades(self) -> dict[str, Grade]:
        return {}

    @cached_property
    def _prefixes(self) -> set[str]:
        """The first letters of each phrase that says enough by itself, as printed and as misread."""
        table = self.grammar.words["furniture"]
        full = [*table["always"], *table["address"], *(phrase for phrase in table["heads"] if "{" in phrase)]
        found = set()
        for phrase in full:
            choices = [_MISREAD.get(letter, letter).strip("[]") for letter in phrase.lower()[:_PREFIX]]
            found |= {"".join(letters) for letters in product(*choices)}
        return found

    @cached_property
    def _always(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{self._any('always')})(?!\w)", re.IGNORECASE)

    @cached_property
    def _beside(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{self._any('with_always')})(?!\w)|{_DATE}", re.IGNORECASE)

    @cached_property
    def _address(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{self._any('address')})(?!\w)", re.IGNORECASE)

    @cached_property
    def _head(self) -> re.Pattern[str]:
        """One phrase of a head: with a place filled in (`head`), a bare word (`word`), or only a name or date (`name`)."""
        phrases = self.grammar.phrases("furniture", "heads")
        filled = self._alternatives(phrase for phrase in phrases if "{" in phrase)
        bare = self._alternatives(phrase for phrase in phrases if "{" not in phrase)
        name = "|".join((self._places["date"], self._places["municipality"], self._places["body"]))
        return re.compile(rf"(?:(?P<head>{filled})|(?P<word>{bare})|(?P<name>{name}))[.:]?(?:[ ]+|$)", re.IGNORECASE)

    def _any(self, entry: str) -> str:
        return self._alternatives(self.grammar.phrases("furniture", entry))

    def _alternatives(self, phrases: object) -> str:
        """Return an expression for any of `phrases`, the longest first."""
        return "|".join(self._expression(phrase) for phrase in sorted(phrases, key=len, reverse=True))  # type: ignore[call-overload]

    def _expression(self, phrase: str) -> str:
        pieces = re.split(r"\{(\w+)\}", phrase)
        words = ("".join(_MISREAD.get(letter, re.escape(letter)) for letter in piece) for piece in pieces[::2])
        places = [*(self._places[name] for name in pieces[1::2]), ""]
        return "".join(word + place for word, place in zip(words, places, strict=True)).replace(r"\ ", "[ ]*:?[ ]+")

    @cached_property
    def _places(self) -> dict[str, str]:
        bodies, towns = self.grammar.phrases("bodies", "deciding"), self.grammar.phrases("furniture", "municipality")
        body = "|".join(sorted(map(re.escape, bodies), key=len, reverse=True))
        town = "|".join(map(re.escape, towns))
        opener = "|".join(re.escape(each) for each in self.grammar.phrases("bodies", "openers") if each.endswith("för"))
        return {
            "date": _DATE,
            "number": r"\d{1,4}",
            "diary": r"(?:(?-i:[A-ZÅÄÖ]){1,6}[ -]?)?[\d.]+[-/:][\d/:. -]*\d",
            "code": r"[\dA-Fa-f]{4,}[-\dA-Fa-f]{4,}",
            "abbreviation": r"(?-i:[A-ZÅÄÖ])\w{1,5}",
            "municipality": rf"(?:(?-i:[A-ZÅÄÖ])[\w-]+[ ](?:{town})\b|Region[ ](?-i:[A-ZÅÄÖ])[\w-]+)",
            "body": rf"(?:(?:{opener})[ ]\w[\w, -]{{2,40}}"
            rf"|(?:(?-i:[A-ZÅÄÖ])[\w-]*[ ](?:[\w,&-]+[ ]){{0,5}})?[\w-]*(?:{body})\b(?:[ ](?-i:[A-ZÅÄÖ])[\w-]+)?)",
        }


@lru_cache(maxsize=8)
def phrases(grammar: Grammar) -> Phrases:
    """Return the phrases of furniture for `grammar`."""
    return Phrases(grammar)
