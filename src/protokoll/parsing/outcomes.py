"""What a decision did with the matter, read from its points."""

import re
from functools import lru_cache

from protokoll.grammar import Grammar, words_pattern
from protokoll.model.document import Outcome, Point

__all__ = ["outcome_of", "says_outcome"]


def outcome_of(points: tuple[Point, ...], title: str, grammar: Grammar) -> Outcome | None:
    """Return what `points` do to the matter named in `title`; None where no words tell.

    What happens to the matter itself weighs most: a motion that is rejected is rejected, whatever else is
    decided beside it. Noting counts only where nothing else is done.
    """
    substance = [point for point in points if not point.procedural] or list(points)
    found = [_of_words(point.text, grammar) for point in substance]
    known = [outcome for outcome in found if outcome]
    first = known[0] if known else None
    if first in (Outcome.WITHDRAW, Outcome.DEFER, Outcome.REMIT):
        return first
    for point, outcome in zip(substance, found, strict=True):
        if outcome in (Outcome.REJECT, Outcome.ANSWER) and _names_matter(point.text, grammar):
            return outcome
    if found and found[0] is Outcome.ELECT:
        return Outcome.ELECT
    if Outcome.ELECT in known and re.match(r"(?i)(?:val|valärenden|valberedning|fyllnadsval)", title):
        return Outcome.ELECT
    ranked = (Outcome.AMEND, Outcome.APPROVE, Outcome.ELECT, Outcome.ANSWER, Outcome.REJECT)
    return next((outcome for outcome in ranked if outcome in known), first)


def says_outcome(words: str, grammar: Grammar) -> bool:
    """Tell whether `words` hold a verb of deciding.

    >>> from protokoll.grammar import load
    >>> says_outcome("Motionen avslås.", load()), says_outcome("Följande skrivelser har kommit in.", load())
    (True, False)
    """
    return _of_words(words, grammar) is not None


def _of_words(words: str, grammar: Grammar) -> Outcome | None:
    for outcome, pattern in _patterns(grammar):
        if pattern.search(words):
            return outcome
    return None


def _names_matter(words: str, grammar: Grammar) -> bool:
    head = " ".join(words.lower().split())[:90]
    return any(matter in head for matter in grammar.phrases("outcomes", "matters"))


@lru_cache(maxsize=8)
def _patterns(grammar: Grammar) -> tuple[tuple[Outcome, re.Pattern[str]], ...]:
    return tuple(
        (Outcome.APPROVE if name == "fulfil" else Outcome(name), words_pattern(phrases))
        for name in grammar.phrases("outcomes", "order")
        if (phrases := grammar.phrases("outcomes", name))
    )
