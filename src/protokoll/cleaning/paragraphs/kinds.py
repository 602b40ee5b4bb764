"""What two neighbouring lines are to each other, as far as their own words tell."""

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from protokoll.grammar import Grammar, fold

__all__ = ["Kind", "Words", "find_kind", "find_kinds", "is_item", "words"]

# "1. ", "12) ", "a) ", "bb. ", "(a) ", a bullet; one letter may be doubled ("åå."), two different ones are a word.
_ITEM = re.compile(r"\(?(?:\d{1,2}|([a-zåäö])\1{0,3})[.)]\s|[-–—•*·▪◦➢✓]\s|o\s")
_MARKER = re.compile(r"\(?(?:\d{1,3}|([a-zåäö])\1{0,3})[.)]|[-–—•*·▪◦➢✓o]")
# "§ 12 1339/22", "KS § 45", "§§ 63-64 Val av …"; what follows in lower case or after a comma is a sentence.
_SECTION = re.compile(r"(?:[A-ZÅÄÖ][A-Za-zåäö]{0,5}[ ]?)?§+[ ]?\d")
_REFERENCE = re.compile(r"§+[ ]?\d+[a-z]?(?:[-–]\d+)?[.,;)]?(?:[ ](?![Dd]nr|[Nn]r)[a-zåäö]|[,.;)]|$)")
_YEAR = re.compile(r"\d{4}(?:-\d\d-\d\d)?$")
# A small letter, but not that of an address.
_LOWER = re.compile(r"[(\"”’»]?[a-zåäöé](?!\S*@|ww\.|ttps?:)")
# A line in capitals is a heading, but not the letters of a few parties: "D, M, L och KD."
_CAPITALS = re.compile(r"[\W\d]*+(?:[^\W\d_]{2,}[^\w\n]*+)*?[^\W\d_]{5,}")
_HEADING = 60
"""No heading has more characters."""
_SHORTEST = 20
"""No line that goes on has fewer."""


class Kind(Enum):
    """What the words of two lines say about the end of the first."""

    APART = "apart"
    """The second does not go on with the first: one of them is an item, a heading, a column …"""
    SMALL = "small"
    """The first has no closing mark, the second begins with a small letter."""
    CAPITAL = "capital"
    """The first has no closing mark, the second begins with a capital letter, a digit or a bracket."""
    SENTENCE = "sentence"
    """The first ends a sentence."""


class Words(Struct, frozen=True, eq=False):
    """The words of one grammar that tell whether a line goes on."""

    headings: frozenset[str]
    openings: frozenset[str]
    """The first letters of headings, so that most lines need not be compared."""
    open_words: frozenset[str]
    abbreviations: frozenset[str]
    lead_ins: frozenset[str]
    elections: frozenset[str]

    def is_heading(self, line: str) -> bool:
        """Tell whether a line is a structural heading, alone on its line, or is set in capitals.

        >>> from protokoll.grammar import load
        >>> words(load()).is_heading("Propositionsordning")
        True
        """
        if len(line) > _HEADING or not line[0].isupper() or line[-1] in ".,;":
            return False
        return (line[:2].lower() in self.openings and fold(line) in self.headings) or (
            line.isupper() and _CAPITALS.match(line) is not None
        )

    def is_open(self, line: str) -> bool:
        """Tell whether a line ends in a word that ends no paragraph.

        >>> from protokoll.grammar import load
        >>> words(load()).is_open("Ordföranden ställer proposition på bifall och")
        True
        """
        return line[-1] in "-/" or line[line.rfind(" ") + 1 :].lower() in self.open_words

    def elects(self, line: str) -> bool:
        """Tell whether a line ends in a word after which the name of the elected stands."""
        return line[line.rfind(" ") + 1 :].lower() in self.elections

    def leads_in(self, line: str) -> bool:
        """Tell whether a list of points may follow on a line."""
        return line[line.rfind(" ") + 1 :].lower() in self.lead_ins

    def ends_sentence(self, line: str) -> bool:
        """Tell whether a line ends in a closing mark that is not that of an abbreviation.

        >>> from protokoll.grammar import load
        >>> words(load()).ends_sentence("enligt 5 kap."), words(load()).ends_sentence("avslås.”")
        (False, True)
        """
        bare = line.rstrip('"”’»)') or line
        return bare[-1] in ".:?!…" and bare[bare.rfind(" ") + 1 :].lower().lstrip('(”"') not in self.abbreviations


@lru_cache(maxsize=8)
def words(grammar: Grammar) -> Words:
    """Return the words of `grammar` that tell whether a line goes on."""
    table = grammar.words["paragraphs"]
    phrases = [phrase for kind in grammar.words["headings"].values() for phrase in kind]
    return Words(
        frozenset(grammar.headings),
        frozenset(opening for phrase in phrases for opening in (phrase[:2].lower(), fold(phrase[:2]))),
        frozenset(table["open_words"]),
        frozenset(table["abbreviations"]),
        frozenset(table["lead_ins"]),
        frozenset(table["elections"]),
    )


def find_kinds(lines: Sequence[str], words: Words) -> Iterator[Kind]:
    """Yield what each line and the next one are to each other.

    >>> from protokoll.grammar import load
    >>> lines = ["Kommunstyrelsen tillstyrker förslaget och", "avslår motionen.", "Handlingar"]
    >>> [kind.value for kind in find_kinds(lines, words(load()))]
    ['small', 'apart']
    """
    before = ""
    for above, below in pairwise(lines):
        yield find_kind(before, above, below, words) if len(above) >= _SHORTEST else Kind.APART
        before = above


def find_kind(before: str, above: str, below: str, words: Words) -> Kind:
    """Return what the line `above` and the one `below` are to each other; `before` is the line above both."""
    if len(above) < _SHORTEST or is_item(below) or _is_apart(above) or _is_apart(below):
        return Kind.APART
    if words.is_heading(above) or _is_head(before, above):
        return Kind.APART
    if words.ends_sentence(above):
        return Kind.APART if _opens_block(above, below, words) else Kind.SENTENCE
    if _LOWER.match(below):
        return Kind.SMALL
    return Kind.APART if _opens_block(above, below, words) else Kind.CAPITAL


def is_item(line: str) -> bool:
    """Tell whether a line opens a list item, or is the mark of one.

    >>> is_item("1. Motionen avslås."), is_item("a."), is_item("år. Det är")
    (True, True, False)
    """
    return not line[0].isupper() and (_ITEM.match(line) is not None or _is_marker(line))


def _opens_block(above: str, below: str, words: Words) -> bool:
    return words.is_heading(below) or _is_head(above, below)


def _is_head(above: str, line: str) -> bool:
    """Tell whether a line is the head of a §, not a reference that goes on from the line above."""
    if "§" not in line[:9] or _SECTION.match(line) is None:
        return False
    goes_on = above != "" and (above[-1] in ",(" or _YEAR.search(above) is not None)
    return not (goes_on and _REFERENCE.match(line))


def _is_marker(line: str) -> bool:
    return len(line) < 7 and _MARKER.fullmatch(line) is not None


def _is_apart(line: str) -> bool:
    """Tell whether a line stands for itself: columns, a ruled line, the mark of a list item."""
    if _is_marker(line):
        return True
    if "   " in line or "\t" in line or "...." in line or "……" in line or " | " in line:
        return True
    return not (line[0].isalnum() or line[-1].isalnum() or any(map(str.isalnum, line)))
