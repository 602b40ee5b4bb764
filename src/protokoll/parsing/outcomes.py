"""What a decision did with the matter, read from its points."""

import re
from functools import lru_cache

from protokoll.grammar import Grammar
from protokoll.model.document import Outcome, Point

__all__ = ["outcome_of"]


def outcome_of(points: tuple[Point, ...], title: str, grammar: Grammar) -> Outcome | None:
    """Return what `points` do to the matter named in `title`; None where no words tell.

    What happens to the matter itself weighs most: a motion that is rejected is rejected, whatever else is
    decided beside it. Noting counts only where nothing else is done.
    """
    substance = [point for point in points if not point.procedural] or list(points)
    found = [_of_words(point.text, grammar) for point in substance]
    known = [outcome for outcome in found if outcome]
    for outcome in (Outcome.WITHDRAW, Outcome.DEFER, Outcome.REMIT):
        if known and known[0] is outcome:
            return outcome
    for point, outcome in zip(substance, found, strict=True):
        if outcome in (Outcome.REJECT, Outcome.ANSWER) and _names_matter(point.text, grammar):
            return outcome
    if found and found[0] is Outcome.ELECT:
        return Outcome.ELECT
    if Outcome.ELECT in known and re.match(r"(?i)(?:val|valärenden|valberedning|fyllnadsval)", title):
        return Outcome.ELECT
    for outcome in (Outcome.AMEND, Outcome.APPROVE, Outcome.ELECT, Outcome.ANSWER, Outcome.REJECT):
        if outcome in known:
            return outcome
    return known[0] if known else None


def _of_words(words: str, grammar: Grammar) -> Outcome | None:
    said = f" {' '.join(words.lower().split())} "
    for outcome, pattern in _patterns(grammar):
        if pattern.search(said):
            return outcome
    return None


def _names_matter(words: str, grammar: Grammar) -> bool:
    head = " ".join(words.lower().split())[:90]
    return any(matter in head for matter in grammar.phrases("outcomes", "matters"))


@lru_cache(maxsize=8)
def _patterns(grammar: Grammar) -> tuple[tuple[Outcome, re.Pattern[str]], ...]:
    patterns = []
    for name in grammar.phrases("outcomes", "order"):
        phrases = grammar.phrases("outcomes", name)
        if phrases:
            alternatives = "|".join(re.escape(each.strip()).replace("…", r"[^.]{1,120}?") for each in phrases)
            patterns.append((Outcome(name), re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)")))
    return tuple(patterns)
