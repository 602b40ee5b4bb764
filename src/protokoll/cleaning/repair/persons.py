"""Persons whom a damaged text names again and again: a rare reading of a name follows the frequent one."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from protokoll.cleaning.repair.store import skeleton
from protokoll.model.text import Edit, Span

__all__ = ["same_persons"]

_WORD = r"[A-ZÅÄÖ][\w&]*(?:-[A-ZÅÄÖ]?[\w&]+)*"
_PERSON = re.compile(rf"\b(?P<name>{_WORD}(?: {_WORD}){{1,3}}) \((?P<party>[\wÅÄÖ]{{1,5}})\)")
_OFTEN, _RARELY = 3, 3
"""A name that stands so often is sure, and one that stands so many times as rarely may be a misreading of it."""
_LONG = 6
_SURE = 0.97


def same_persons(text: str, spans: Sequence[Span], knows: Callable[[str], bool]) -> Iterator[Edit]:
    """Propose to write a name as it stands far oftener with the same party, where one word of it differs in one letter.

    Args:
        text: the text, whose other words are mended already.
        spans: the damaged stretches.
        knows: tells what is a word or a name, and so no misreading.

    >>> text = "Eva Trygvadottir (S), " * 3 + "Eva Tryegvadottir (S)"
    >>> [(edit.span.of(text), edit.text) for edit in same_persons(text, [Span(0, 90)], frozenset().__contains__)]
    [('Tryegvadottir', 'Trygvadottir')]
    """
    found = [match for span in spans for match in _PERSON.finditer(text, span.start, span.end)]
    counts = Counter((match["name"], match["party"]) for match in found)
    often = [person for person, count in counts.items() if count >= _OFTEN]
    for match in found:
        count = counts[match["name"], match["party"]]
        others = {
            pair
            for name, party in often
            if party == match["party"] and counts[name, party] >= _RARELY * count
            for pair in _differing(match["name"], name)
        }
        if len(others) == 1:
            seen, name = others.pop()
            if not knows(seen.lower()):
                at = text.index(seen, match.start())
                yield Edit(Span(at, at + len(seen)), name, _SURE, "person")


def _differing(seen: str, name: str) -> Iterator[tuple[str, str]]:
    """Yield the one word in which two names differ by one letter."""
    from rapidfuzz.distance import Levenshtein

    one, other = seen.split(), name.split()
    pairs = [(a, b) for a, b in zip(one, other, strict=False) if a != b]
    if len(one) != len(other) or len(pairs) != 1 or len(pairs[0][0]) < _LONG:
        return
    # What differs in letters that stand for å, ä and ö is for the mender.
    if (
        skeleton(pairs[0][0].lower()) != skeleton(pairs[0][1].lower())
        and Levenshtein.distance(*pairs[0], score_cutoff=1) == 1
    ):
        yield pairs[0]
