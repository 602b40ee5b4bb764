"""Rule `hyphens`: words that were broken at the end of a line."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from protokoll.grammar import Grammar
from protokoll.model.text import Edit, Span

__all__ = ["join_hyphens"]

# A hyphen after a word at the end of a line, and the word that goes on over the line or page end; over an empty
# line only in lower case, and in digits only after a digit or capital, unless they open a list item.
_END = re.compile(
    r"-(?<=\w-)(?P<gap>[ ]*\n(?:\f?\n(?=[a-zåäö]))?)"
    r"(?P<rest>(?P<second>[^\W\d_]\w*|(?<=[\dA-ZÅÄÖ]-\n)\d+(?![.)]\s))(?:[^\s-]|-(?![ ]*\n))*)(?P<blank>[ ]?)"
)
_BROKEN = re.compile(r"\w+-[ ]*\n(?:\f?\n)?\w+")
_INSIDE = re.compile(r"-(?<=[^\W\d_]-)(?P<second>[^\W\d_]{2,})(?![\w-])")
_FIRST = re.compile(r"(?<![\w-])[^\W\d_]{2,}$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LAST = re.compile(r"\w+$")
_MANY = 200
_LONGEST = 60
"""No word is longer than this."""
_LONG_WORD = 8
_INDENT = 6
"""Before so many characters stands the mark of a list item, which keeps its line."""


class _Hyphen(NamedTuple):
    """A hyphen between two parts of a word."""

    first: str
    second: str
    match: re.Match[str]


def join_hyphens(text: str, grammar: Grammar) -> list[Edit]:
    r"""Propose to make broken words whole: without the hyphen where it only breaks the word, else with it.

    What the same text has elsewhere decides; where it has neither form, capitals and short first elements keep
    their hyphen. The whole word then opens the next line. A hyphen before 'och' or 'eller' stays as it is. Inside a
    line a hyphen goes only if the grammar or the text has the word without it, the text not both of its parts.

    >>> from protokoll.cleaning.replaying import apply
    >>> from protokoll.grammar import load
    >>> text = "har fått en utom-\nordentlig vård i barn-\noch ungdomsvården"
    >>> apply(text, join_hyphens(text, load()))
    'har fått en\nutomordentlig vård i barn- och\nungdomsvården'
    """
    broken = [_Hyphen(_tail(text, match.start(), _LAST), match["second"], match) for match in _END.finditer(text)]
    inside = [_Hyphen(_tail(text, match.start(), _FIRST), match["second"], match) for match in _INSIDE.finditer(text)]
    counts = _count(text, broken, inside)
    table = grammar.words["hyphens"]
    conjunctions, elements = frozenset(table["conjunctions"]), frozenset(table["first_elements"])
    edits: list[Edit] = []
    ends: set[int] = set()
    for word in broken:
        suspended = word.second.lower() in conjunctions
        keeps = suspended or _keeps_hyphen(word.first, word.second, counts, elements)
        edits.append(_closed(word, keeps=keeps, suspended=suspended))
        if end := _line_end(text, word, ends, suspended=suspended):
            ends.add(end.span.start)
            edits.append(end)
        counts[f"{word.first}{'-' * keeps}{word.second}".lower()] += not suspended
    for word in inside:
        plain = word.second.islower() and word.first[1:].islower() and word.second not in conjunctions
        if plain and word.first.lower() not in elements and _is_soft(word, counts, _vocabulary(grammar)):
            edits.append(Edit(Span(word.match.start(), word.match.start("second")), ""))
    return sorted(edits, key=lambda edit: edit.span)


def _is_soft(word: _Hyphen, counts: Counter[str], vocabulary: frozenset[str]) -> bool:
    """Tell whether a hyphen inside a line was left over from an older line end: 'Social-demokraterna'."""
    whole = (word.first + word.second).lower()
    printed = f"{word.first}-{word.second}".lower()
    joined, hyphened = counts[whole], counts[printed]
    if whole in vocabulary or whole.removesuffix("s") in vocabulary:
        return printed not in vocabulary and printed.removesuffix("s") not in vocabulary
    return joined > 1 and joined > hyphened and not (counts[word.first.lower()] and counts[word.second])


@lru_cache(maxsize=8)
def _vocabulary(grammar: Grammar) -> frozenset[str]:
    """Return the words of all tables of the grammar, which no clerk writes with a hyphen unless the table does."""
    tables: list[object] = [grammar.words]
    words: set[str] = set()
    while tables:
        table = tables.pop()
        if isinstance(table, Mapping):
            tables += table.values()
        elif isinstance(table, list):
            tables += table
        elif isinstance(table, str):
            words.update(_WORD.findall(table.lower()))
    return frozenset(word for word in words if len(word) >= _LONG_WORD)


def _tail(text: str, end: int, shape: re.Pattern[str]) -> str:
    """Return the part of a word that ends at `end`; nothing if it has another shape."""
    match = shape.search(text[max(0, end - _LONGEST) : end])
    return match.group() if match else ""


def _count(text: str, broken: Sequence[_Hyphen], inside: Sequence[_Hyphen]) -> Counter[str]:
    """Return how often each word stands whole in the text, if any of the words in question may."""
    lower = text.lower()
    joined = {(word.first + word.second).lower() for word in inside if word.first}
    if broken or len(joined) > _MANY or any(word in lower for word in joined):
        return Counter(_WORD.findall(_BROKEN.sub(" ", lower) if broken else lower))
    return Counter()


def _keeps_hyphen(first: str, second: str, counts: Counter[str], elements: frozenset[str]) -> bool:
    joined, hyphened = counts[(first + second).lower()], counts[f"{first}-{second}".lower()]
    if joined != hyphened:
        return hyphened > joined
    return (
        len(first) == 1
        or not second[0].islower()
        or not first[-1].isalpha()
        or any(letter.isupper() for letter in first[1:])
        or first.lower() in elements
    )


def _closed(word: _Hyphen, *, keeps: bool, suspended: bool) -> Edit:
    """Return the edit that closes up a broken word."""
    match, first = word.match, word.first
    # "till-" and "lägg" are "tillägg": of three equal consonants a whole word has two.
    thrice = not keeps and first[-2:-1] == first[-1:] == word.second[0]
    return Edit(Span(match.start() + keeps, match.end("gap") + thrice), " " if suspended else "")


def _line_end(text: str, word: _Hyphen, ends: Set[int], *, suspended: bool) -> Edit | None:
    """Return the edit that ends the line before the whole word, or after it where the line begins with it.

    Args:
        text: the whole text.
        word: the broken word.
        ends: the blanks that end a line already.
        suspended: the hyphen stands for a word that is left out.
    """
    match = word.match
    gap = "\n\f\n" if "\f" in match["gap"] else "\n"
    line = text.rfind("\n", 0, match.start()) + 1
    blank = text.rfind(" ", line, match.start())
    if blank in ends or not match["blank"]:
        # The rest of the word is all that stands on the second line: the paragraph ends with it.
        return None
    if blank - line >= _INDENT and text[blank - 1] != "-" and not suspended:
        return Edit(Span(blank, blank + 1), gap)
    if match["rest"][-1] not in ".:?!-":
        return Edit(Span(match.start("blank"), match.end("blank")), gap)
    return None
