"""What a decision did with the matter, read from its points."""

import re
from functools import lru_cache
from typing import NamedTuple

from protokoll.grammar import Grammar, words_of, words_pattern
from protokoll.model.document import Outcome, Point

__all__ = ["outcome_of", "says_outcome"]

# Tables for words that outweigh or yield to others of the same outcome.
_SPECIAL = {
    "fulfil": Outcome.APPROVE,
    "refuse": Outcome.REJECT,
    "release": Outcome.APPROVE,
    "answered": Outcome.ANSWER,
    "ask": Outcome.APPROVE,
    "hand_over": Outcome.REMIT,
}
# Something is to be done: a clause, or a verb in the passive that no table knows ("avvecklas", "höjs", "ges namnet").
_DONE = re.compile(
    r"att\s|^\w*(?:kommunen|styrelsen|nämnden|fullmäktige|kontoret|förvaltningen|bolaget|chefen)\s+[a-zåäö]{3,}(?:ar|er)\b"
    r"|\b(?:ges|[a-zåäö]{3,}as|[a-zåäö]{2,}(?:[jkpvglbm]|ll|nn|dr|är|yr|ör)s)\b",
    re.IGNORECASE,
)
_VACANCY = re.compile(r"(?:val|valärenden|valberedning|fyllnadsval)", re.IGNORECASE)
# "Nämnden beslutar att notera …": what is done stands behind it.
_BESIDE = re.compile(
    r"^[^.:;]{0,90}?\b(?:beslutar|beslutade|beslöt|besluta)\s+(?:(?:för\s+egen\s+del|således|därmed|enhälligt)\s+)?(?:att\s+|följande:?\s+)?(?=\S)"
)
_WORD = re.compile(r"[\w-]+")


class _Vocabulary(NamedTuple):
    """The words of one outcome: single ones, and phrases behind the words that they are made of."""

    outcome: Outcome
    words: frozenset[str]
    phrases: tuple[tuple[frozenset[str], re.Pattern[str]], ...]
    telling: frozenset[str]
    """The longest word of each phrase: without any of them there is no phrase."""


def outcome_of(points: tuple[Point, ...], title: str, grammar: Grammar) -> Outcome | None:
    """Return what `points` do to the matter named in `title`; None where no words tell.

    What happens to the matter itself weighs most: a motion that is rejected is rejected, whatever else is
    decided beside it. Noting counts only where nothing else is done.
    """
    substance = [point for point in points if not point.procedural] or list(points)
    found = [_of_words(point.text, grammar) for point in substance]
    known = [outcome for outcome in found if outcome]
    first = known[0] if known else None
    if first in (Outcome.DEFER, Outcome.REMIT) or set(known) == {Outcome.WITHDRAW}:
        return first
    if _in_part(substance, found, grammar):
        return Outcome.AMEND
    for point, outcome in zip(substance, found, strict=True):
        if outcome in (Outcome.REJECT, Outcome.ANSWER, Outcome.AMEND) and _names_matter(point.text, grammar):
            return outcome
    if found and found[0] is Outcome.ELECT:
        return Outcome.ELECT
    if Outcome.ELECT in known and (_VACANCY.match(title) or _only_releases(substance, found, grammar)):
        return Outcome.ELECT
    if not known:
        return Outcome.APPROVE if any(_DONE.search(point.text) for point in substance) else None
    if first is Outcome.WITHDRAW:
        first = next(outcome for outcome in known if outcome is not Outcome.WITHDRAW)
    ranked = (Outcome.AMEND, Outcome.APPROVE, Outcome.ELECT, Outcome.ANSWER, Outcome.REJECT)
    return next((outcome for outcome in ranked if outcome in known), first)


def _in_part(points: list[Point], found: list[Outcome | None], grammar: Grammar) -> bool:
    """Tell whether parts of an initiative are granted and others are not: 'Motionens första att-sats bifalls.'."""
    parts = grammar.pattern("outcomes", "parts")
    fates = {outcome for point, outcome in zip(points, found, strict=True) if outcome and parts.search(point.text)}
    return Outcome.APPROVE in fates and not fates.isdisjoint((Outcome.REJECT, Outcome.ANSWER))


def _only_releases(points: list[Point], found: list[Outcome | None], grammar: Grammar) -> bool:
    """Tell whether those who are not elected in these points are only relieved of what they were elected to."""
    release = grammar.pattern("outcomes", "release")
    return all(
        outcome in (None, Outcome.ELECT) or release.search(point.text)
        for point, outcome in zip(points, found, strict=True)
    )


def says_outcome(words: str, grammar: Grammar) -> bool:
    """Tell whether `words` hold a verb of deciding.

    >>> from protokoll.grammar import load
    >>> says_outcome("Motionen avslås.", load()), says_outcome("Följande skrivelser har kommit in.", load())
    (True, False)
    """
    return _of_words(words, grammar) is not None


@lru_cache(maxsize=4096)
def _of_words(words: str, grammar: Grammar) -> Outcome | None:
    said = words.lower()
    return _of_said(_BESIDE.sub("", said), grammar) or _of_said(said, grammar)


def _of_said(said: str, grammar: Grammar) -> Outcome | None:
    tokens = frozenset(_WORD.findall(said))
    for vocabulary in _vocabularies(grammar):
        if not vocabulary.words.isdisjoint(tokens):
            return vocabulary.outcome
        if vocabulary.telling.isdisjoint(tokens):
            continue
        if any(bag <= tokens and pattern.search(said) for bag, pattern in vocabulary.phrases):
            return vocabulary.outcome
    return None


def _names_matter(words: str, grammar: Grammar) -> bool:
    head = " ".join(words.lower().split())[:90]
    return any(matter in head for matter in grammar.phrases("outcomes", "matters"))


@lru_cache(maxsize=8)
def _vocabularies(grammar: Grammar) -> tuple[_Vocabulary, ...]:
    """Single words are looked up as a set; only phrases all of whose words are met are searched for."""
    return tuple(_vocabulary(name, grammar.phrases("outcomes", name)) for name in grammar.phrases("outcomes", "order"))


def _vocabulary(name: str, said: tuple[str, ...]) -> _Vocabulary:
    phrases = [phrase for phrase in said if not _WORD.fullmatch(phrase)]
    return _Vocabulary(
        outcome=_SPECIAL.get(name) or Outcome(name),
        words=frozenset(said).difference(phrases),
        phrases=tuple((words_of(phrase), words_pattern([phrase])) for phrase in phrases),
        telling=frozenset(max(words_of(phrase), key=len, default="") for phrase in phrases),
    )
