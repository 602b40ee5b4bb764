"""Whose a verb is, and whether its clause stands on its own: told by the words around it."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from protokoll.grammar import Grammar
from protokoll.positions.claims.cues import Cue

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens

__all__ = ["Clauses", "Verbs", "Whose", "verbs"]

_PARTING = frozenset([",", ";", ":", "–", "-", "(", ")"])
_ADVERBS_BETWEEN = 3
_REACH = 3
"""The verb of a clause with 'som' stands within so many words."""


class Whose(StrEnum):
    """Who the subject of a verb is, seen from the holder of the text."""

    OWN = "own"
    OTHERS = "others"
    RIVALS = "rivals"
    UNKNOWN = "unknown"


class Small(Struct, frozen=True, eq=False):
    """The small words of `clauses.toml`, by what they do."""

    asking: frozenset[str]
    binding: frozenset[str]
    front: frozenset[str]
    joining: frozenset[str]
    negations: frozenset[str]
    no_denials: frozenset[str]
    objects: frozenset[str]
    adverbs: frozenset[str]
    anywhere: frozenset[str]
    free: frozenset[str]
    purpose: frozenset[str]
    leading_on: frozenset[str]
    even_so: frozenset[str]
    copulas: frozenset[str]
    need: frozenset[str]
    degree: frozenset[str]


class Verbs(Struct, frozen=True, eq=False):
    """The verbs of `verbs.toml`, by form."""

    infinitives: frozenset[str]
    openers: frozenset[str]
    """Infinitives and imperatives: what a bullet may begin with."""
    finite: frozenset[str]
    small: Small


def verbs(grammar: Grammar) -> Verbs:
    """Return the verbs of a grammar, with the present forms that follow from the infinitives.

    >>> from protokoll.grammar import load
    >>> known = verbs(load())
    >>> "minska" in known.openers, "inför" in known.openers, "minskar" in known.finite
    (True, True, True)
    """
    table = grammar.words["verbs"]
    infinitives = frozenset(table["infinitives"])
    present = {
        form
        for verb in infinitives
        if verb.endswith("a")
        for form in (f"{verb}r", f"{verb}s", f"{verb[:-1]}er", f"{verb[:-1]}s", f"{verb[:-1]}es", verb[:-1])
    }
    return Verbs(
        infinitives,
        infinitives | frozenset(table["imperatives"]),
        frozenset(table["finite"]) | (present - infinitives),
        Small(**{does: frozenset(words) for does, words in grammar.words["clauses"].items()}),
    )


class Clauses:
    """The clauses of one sentence."""

    def __init__(self, sentence: Tokens, people: Collection[Cue], known: Verbs) -> None:
        """Take a sentence, the cues in it that name somebody, and the verbs."""
        self._words = [token.text.lower() for token in sentence]
        self._known, self._small = known, known.small
        # A trained pipeline knows forms that the lists do not; without one these are empty.
        forms = [str(token.morph) for token in sentence]
        self._finite = [
            word in known.finite or "VerbForm=Fin" in form for word, form in zip(self._words, forms, strict=True)
        ]
        self._infinitive = [
            word in known.infinitives or "VerbForm=Inf" in form for word, form in zip(self._words, forms, strict=True)
        ]
        self._whose: dict[int, Whose] = {}
        for cue in people:
            for at in range(cue.start - sentence.start, cue.end - sentence.start):
                self._whose[at] = Whose(cue.kind)

    def subject(self, start: int, end: int) -> Whose:
        """Return whose verb stands at the words from `start` to `end` of the sentence."""
        objects = self._small.objects
        if any(self._whose.get(at) is Whose.OWN and self._words[at] not in objects for at in range(start, end)):
            return Whose.OWN
        if start and self._whose.get(start - 1) and self._words[start - 1] not in objects:
            return self._whose[start - 1]
        after = end + 1 if end < len(self._words) and self._words[end] in self._small.adverbs else end
        if after in self._whose and self._words[after] not in objects:
            return self._whose[after]
        begin = self._beginning(start)
        named = [self._whose[at] for at in range(start - 1, begin - 1, -1) if at in self._whose]
        if named:
            return named[0]
        if begin and self._words[begin - 1] in self._small.joining:
            return self.subject(begin - 1, begin - 1)
        return Whose.UNKNOWN

    def is_bound(self, at: int) -> bool:
        """Tell whether the finite verb at `at` stands in a clause that says what for, when or which."""
        if self._words[at] in self._small.anywhere:
            return False
        passed_verb = False
        free = self._words[at] in self._small.free
        for place in range(at - 1, -1, -1):
            word = self._words[place]
            if word in _PARTING:
                return False
            if (
                word == "som"
                and self._words[place + 1] not in self._small.degree
                and not passed_verb
                and at - place <= _REACH
            ):
                return not (free and self._words[place - 1] == ",") and not self._is_cleft(place)
            if (word in self._small.binding or word in self._small.asking) and not passed_verb:
                return (place > 0 or word not in self._small.front) and not (free and self._words[place - 1] == ",")
            if word == "att" and not passed_verb and not self._is_infinitive(place + 1):
                return place == 0 or self._words[place - 1] in self._small.purpose or self._is_told(place)
            passed_verb = passed_verb or self._finite[place]
        return False

    def is_main(self, at: int) -> bool:
        """Tell whether the verb at `at` is not in a clause with 'att' or 'som'."""
        begin = self._beginning(at)
        return begin == 0 or self._words[begin - 1] not in ("att", "som")

    def is_negated(self, start: int, end: int) -> bool:
        """Tell whether the verb at the words from `start` to `end` is denied."""
        return self._has_denial(start - 1, end + _ADVERBS_BETWEEN - 1)

    def is_waived(self, start: int, end: int) -> bool:
        """Tell whether the phrase says that something need not be: 'behöver inte'."""
        return self._words[start] in self._small.need and self.is_negated(start, end)

    def is_denied(self, start: int, end: int = 0) -> bool:
        """Tell whether a negation stands right before `start`, or after an 'är' there and before `end`."""
        last = end if self._words[start] in self._small.copulas else start
        return self._has_denial(start - 1, max(start, last))

    def _has_denial(self, start: int, end: int) -> bool:
        """Tell whether a negation stands between two places; 'inte minst' and 'inte bara' are none."""
        return any(
            self._words[at] in self._small.negations and self._small.no_denials.isdisjoint(self._words[at + 1 : at + 2])
            for at in range(max(0, start), min(end, len(self._words)))
        )

    def is_after_att(self, start: int) -> bool:
        """Tell whether 'att' stands right before `start`."""
        return start > 0 and self._words[start - 1] == "att"

    def opens_with_verb(self) -> bool:
        """Tell whether the sentence is a demand as in a list: it begins with an infinitive or imperative.

        What stands before a colon does not count ('Till alla nämnder: minska …'), nor a condition before a comma.
        """
        words = [word for word in self._words if word[0].isalpha() or word in ",:"]
        if not words:
            return False
        if words[0] == "att":
            return not any(self._finite) and len(words) > 1 and words[1] in self._known.openers
        if words[0] in self._known.openers:
            return True
        mark = "," if words[0] == "om" else ":"
        after = words[words.index(mark) + 1 :] if mark in words else []
        return bool(after) and after[0] in self._known.openers

    def names(self, whose: Whose) -> bool:
        """Tell whether somebody of that kind is named in the sentence."""
        return whose in self._whose.values()

    def _is_cleft(self, at: int) -> bool:
        """Tell whether the 'som' at `at` only says more of an 'är': 'detta är ett arbete som måste fortsätta'."""
        return not self._small.copulas.isdisjoint(self._words[max(0, at - _REACH) : at])

    def _is_told(self, at: int) -> bool:
        """Tell whether the 'att' at `at` comes after another's verb: 'planen visar att nämnderna ska'."""
        verb = at - 2 if self._words[at - 1] in self._small.leading_on and at > 1 else at - 1
        if not (self._finite[verb] or self._infinitive[verb]) or self._words[verb] in self._small.even_so:
            return False
        return not any(whose is Whose.OWN for place, whose in self._whose.items() if place < at)

    def _is_infinitive(self, at: int) -> bool:
        """Tell whether an infinitive stands at `at`, or after an adverb there."""
        return any(self._infinitive[at : at + 2])

    def _beginning(self, at: int) -> int:
        """Return where the clause begins in which the word `at` stands."""
        for place in range(at - 1, -1, -1):
            if self._words[place] in _PARTING or self._words[place] in ("att", "men", "som"):
                return place + 1
            if self._words[place] in self._small.joining and place + 1 == at and any(self._finite[:place]):
                return place + 1
        return 0
