"""A decision that is only told: 'Till justerare utses Eva Ek (V).', 'Informationen noteras.'."""

import re
from collections.abc import Iterator
from functools import lru_cache

from protokoll.grammar import Grammar
from protokoll.model.document import Decision, Point
from protokoll.model.text import CleanText, Passage, Span
from protokoll.parsing.outcomes import outcome_of
from protokoll.parsing.points import find_points
from protokoll.parsing.sentences import sentences

__all__ = ["find_told", "is_told"]

# What says when the minutes are verified belongs to who is chosen to do it.
_VERIFICATION = re.compile(r"(?:Justeringen|Protokollet\s+justeras|Justering\s+(?:sker|äger))\b", re.IGNORECASE)
# What a vote is on, and that it was demanded, decides nothing.
_COUNTER = re.compile(r"kontraproposition|motförslag|(?:votering|omröstning)\s+begär", re.IGNORECASE)


def find_told(text: CleanText, place: Span, body: Passage | None, grammar: Grammar) -> Decision | None:
    """Return the decision that the sentences of a block tell without a heading and without 'beslutar', or None.

    Sentences in which somebody only asks for something are no decision.
    """
    points = tuple(_points(text, place, grammar))
    if not points:
        return None
    span = Span(points[0].span.start, points[-1].span.end)
    return Decision(body, outcome_of(points, "", grammar), points, None, None, None, span, points[0].page)


def is_told(sentence: str, grammar: Grammar) -> bool:
    """Tell whether a sentence tells what was decided.

    >>> from protokoll.grammar import load
    >>> is_told("Till justerare utses Eva Ek (V).", load()), is_told("Eva Ek föreslår att Bo Ask utses.", load())
    (True, False)
    """
    if _COUNTER.search(sentence):
        return False
    return _told(grammar).search(sentence) is not None and not grammar.pattern("outcomes", "asked").search(sentence)


def _points(text: CleanText, place: Span, grammar: Grammar) -> Iterator[Point]:
    told = False
    for span in sentences(text.text, place.start, place.end):
        sentence = span.of(text.text)
        if is_told(sentence, grammar) or (told and _VERIFICATION.match(sentence)):
            told = True
            yield from find_points(text, span.start, span.end, grammar)


@lru_cache(maxsize=8)
def _told(grammar: Grammar) -> re.Pattern[str]:
    """Passives tell by themselves, other verbs only after the name of a body."""
    passives, deeds = ("|".join(map(re.escape, grammar.phrases("outcomes", name))) for name in ("told", "deeds"))
    deciding = r"\w*(?:fullmäktige|nämnden?|styrelsen|utskottet)"
    # "Med 11 ja-röster mot 2 beslutar kommunstyrelsen att …".
    inverted = rf"beslutar\ {deciding}(?:\ (?:därmed|således|alltså))?\ (?:att|enligt|i\ enlighet)"
    words = rf"\b(?:{passives}|{deciding}\s+(?:har\s+)?(?:{deeds})|{inverted})\b"
    return re.compile(words.replace(r"\ ", r"\s+"), re.IGNORECASE)
