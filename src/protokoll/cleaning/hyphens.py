"""Rule `hyphens`: words that were broken at the end of a line."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from protokoll.grammar import Grammar
from protokoll.model.text import Edit, Span

__all__ = ["join_hyphens"]

# A hyphen after a word at the end of a line, and the word that goes on over the line or page end; over an empty
# line only in lower case, and in digits only after a digit or capital, unless they open a list item.
_END = re.compile(
    r"-(?<=\w-)(?P<gap>[ ]*\n(?:\f?\n(?=[a-zåäö]))?)"
    r"(?P<rest>(?P<second>[^\W\d_]\w*|(?<=[\dA-ZÅÄÖ]-\n)\d+(?![.)]\s))\S*)(?P<blank>[ ]?)"
)
_BROKEN = re.compile(r"\w+-[ ]*\n(?:\f?\n)?\w+")
_INSIDE = re.compile(r"-(?<=[^\W\d_]-)(?P<second>[^\W\d_]{2,})(?![\w-])")
_FIRST = re.compile(r"(?<![\w-])[^\W\d_]{2,}$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LAST = re.compile(r"\w+$")
_MANY = 200
_LONGEST = 60
"""No word is longer than this."""


class _Hyphen(NamedTuple):
    """A hyphen between two parts of a word."""

    first: str
    second: str
    match: re.Match[str]


def join_hyphens(text: str, grammar: Grammar) -> Iterator[Edit]:
    """Propose to make words whole again: without the hyphen where it only breaks the word, with it where it belongs to it.

    What the same text has elsewhere decides; where it has neither form, capitals and short first elements keep
    their hyphen. The line then ends after the whole word. A hyphen before 'och' or 'eller' stays as it is. Inside a
    line a hyphen goes only if the text has the word without it, and not both of its parts as words.

    >>> from protokoll.cleaning.replaying import apply
    >>> from protokoll.grammar import load
    >>> text = "en utom-\\nordentlig EU-\\nmedborgare i barn-\\noch ungdomsvården"
    >>> apply(text, join_hyphens(text, load()))
    'en utomordentlig\\nEU-medborgare\\ni barn- och\\nungdomsvården'
    """
    broken = [_Hyphen(_tail(text, match.start(), _LAST), match["second"], match) for match in _END.finditer(text)]
    inside = [_Hyphen(_tail(text, match.start(), _FIRST), match["second"], match) for match in _INSIDE.finditer(text)]
    counts = _count(text, broken, inside)
    table = grammar.words["hyphens"]
    conjunctions, elements = frozenset(table["conjunctions"]), frozenset(table["first_elements"])
    for word in broken:
        suspended = word.second.lower() in conjunctions
        keeps = suspended or _keeps_hyphen(word.first, word.second, counts, elements)
        yield from _closed(word.match, keeps=keeps, suspended=suspended)
        counts[f"{word.first}{'-' * keeps}{word.second}".lower()] += not suspended
    for word in inside:
        first, second = word.first, word.second
        if first and second.islower() and first[1:].islower() and first.lower() not in elements and second not in conjunctions:
            joined, hyphened = counts[(first + second).lower()], counts[f"{first}-{second}".lower()]
            free = counts[first.lower()] and counts[second]
            if joined > 1 and joined > hyphened and not free:
                yield Edit(Span(word.match.start(), word.match.start("second")), "")


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


def _closed(match: re.Match[str], *, keeps: bool, suspended: bool) -> Iterator[Edit]:
    """Yield the edits that put a whole word on its first line and end the line after it."""
    yield Edit(Span(match.start() + keeps, match.end("gap")), " " if suspended else "")
    if match["blank"]:
        end = "\n\f\n" if "\f" in match["gap"] else "\n"
        yield Edit(Span(match.start("blank"), match.end("blank")), end)
