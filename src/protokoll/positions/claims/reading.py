"""What one sentence claims: the weights of the words found in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from protokoll.model.position import Basis, Stance
from protokoll.positions.claims.clauses import Clauses, Whose
from protokoll.positions.claims.cues import Cue

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens

__all__ = ["Reading", "read_sentence"]

# How much each kind of word weighs against the others in its sentence.
_HOLDER, _OPENER, _PRINCIPLE, _MODAL, _FAULT, _BETTERED, _VALUE, _STATE = 3.0, 2.8, 2.5, 2.0, 1.6, 1.5, 1.0, 0.5
_SIDE, _OPINION = 3.1, 0.9
_JUDGED = 2.2
"""Of 'det är olyckligt att', whatever is to be done by the words after it."""
_TROUBLES = 2
"""So many words of trouble, each by itself a bare fact, make a view."""
_NEAR = 4
"""A modal verb right before the words of a report is told too: 'ska enligt förslaget'."""
_WANTING = (Basis.PROPOSAL, Basis.RESERVATION, Basis.AUTHORSHIP, Basis.PROGRAMME)
# A sentence that opens so is about what was just said, or about doing something.
_POINTING = ("det", "detta", "att")
# What the denial of a phrase tells: 'det är inte fel att', 'inte rätt väg'.
_TURNED = {"fault": Stance.SUPPORT, "value": Stance.OPPOSE, "call": Stance.OPPOSE}
_TROUBLE = ("harm", "fault", "trouble", "state")
_DEMANDING = ("modal", "call", "bettered")


class Reading(Struct, frozen=True, order=True):
    """One way to take a sentence."""

    weight: float
    at: int
    """The token that tells it, negative: the earlier of two of the same weight is the greater."""
    stance: Stance
    kind: str


def read_sentence(tokens: Tokens, cues: Sequence[Cue], clauses: Clauses, basis: Basis) -> Reading | None:
    """Return what a sentence claims, or None where no word of it tells a claim.

    Args:
        tokens: the sentence.
        cues: the phrases found in it.
        clauses: its clauses.
        basis: the kind of text that it stands in.

    >>> from protokoll.grammar import load
    >>> from protokoll.positions.claims.language import pipeline
    >>> from protokoll.positions.claims.vocabulary import person_of, phrases_of, verbs_of
    >>> doc = pipeline()("Parken är fin, men vi vill ha fler träd.")
    >>> cues = phrases_of(load()).find(doc)
    >>> people = [each for cue in cues if (each := person_of(cue, frozenset()))]
    >>> read_sentence(doc[:], cues, Clauses(doc[:], people, verbs_of(load())), Basis.PROPOSAL).stance.value
    'demand'
    """
    readings = list(_readings(tokens, cues, clauses, basis))
    if clauses.opens_with_verb():
        readings.append(Reading(_OPENER, 0, Stance.DEMAND, "opener"))
    troubles = [cue.start - tokens.start for cue in cues if cue.kind == "trouble"]
    if len(troubles) >= _TROUBLES:
        readings.append(Reading(_STATE, -troubles[0], Stance.DESCRIBE, "state"))
    turn = _turn(tokens)
    later = [each for each in readings if turn is not None and -each.at > turn and each.weight >= _VALUE]
    return max(later or readings, default=None)


def _readings(tokens: Tokens, cues: Sequence[Cue], clauses: Clauses, basis: Basis) -> Iterator[Reading]:
    told = min((cue.end - tokens.start for cue in cues if cue.kind == "reported"), default=len(tokens) + _NEAR)
    troubled = any(cue.kind in _TROUBLE for cue in cues)
    blamed = clauses.names(Whose.RIVALS) or any(cue.kind == "blamed" for cue in cues)
    blamed = blamed or tokens[0].lower_ in _POINTING
    for cue in cues:
        start, end = cue.start - tokens.start, cue.end - tokens.start
        if (cue.kind in _DEMANDING and start > told - _NEAR) or clauses.is_waived(start, end):
            continue
        if cue.kind in ("wish", "backing", "refusal", "consent", "opinion"):
            found = _by_holder(cue.kind, start, end, clauses)
        else:
            found = None if clauses.is_bound(start) else _by_words(cue.kind, basis, blamed)
            if found and cue.kind in ("fault", "value") and tokens[end - 1].lower_ == "att":
                found = _JUDGED, found[1]
            if cue.kind == "effect" and not clauses.is_bound(start):
                found = _VALUE, Stance.OPPOSE if troubled else Stance.SUPPORT
            if found and cue.kind in _TURNED and clauses.is_denied(start, start if cue.kind == "fault" else end):
                found = found[0], _TURNED[cue.kind]
        if found:
            yield Reading(found[0], -start, found[1], "judged" if found[0] == _JUDGED else cue.kind)


def _by_words(kind: str, basis: Basis, blamed: bool) -> tuple[float, Stance] | None:
    """Weigh a phrase that tells a stance whoever its subject is."""
    match kind:
        case "modal" | "call":
            return _MODAL, Stance.DEMAND
        case "principle" | "vision":
            return _PRINCIPLE, Stance.SUPPORT
        case "bettered":
            return _BETTERED, Stance.DEMAND if basis in _WANTING else Stance.SUPPORT
        case "fault":
            return _FAULT, Stance.OPPOSE
        case "harm":
            return (_FAULT, Stance.OPPOSE) if blamed else (_STATE, Stance.DESCRIBE)
        case "value":
            return _VALUE, Stance.SUPPORT
        case "state":
            return _STATE, Stance.DESCRIBE
    return None


def _by_holder(kind: str, start: int, end: int, clauses: Clauses) -> tuple[float, Stance] | None:
    """Weigh a phrase of wanting, backing or refusal by whose it is: another's is no stance of the holder."""
    # "Vi kommer att avslå": the subject stands before the "att" of the infinitive.
    whose = clauses.subject(start - 1, start - 1) if clauses.is_after_att(start) else clauses.subject(start, end)
    if whose in (Whose.OTHERS, Whose.RIVALS):
        return None
    if kind == "opinion":
        denied = clauses.is_negated(start, end)
        return (_OPINION, Stance.OPPOSE if denied else Stance.SUPPORT) if whose is Whose.OWN else None
    if kind == "wish":
        return (_HOLDER, Stance.DEMAND) if whose is Whose.OWN else None
    free = start == 0 or kind == "consent" or clauses.names(Whose.OWN)
    if whose is Whose.UNKNOWN and (clauses.is_bound(start) or not free):
        return None
    backs = kind == "consent" or (kind == "backing" and not clauses.is_negated(start, end))
    return _SIDE if whose is Whose.OWN else _VALUE, Stance.SUPPORT if backs else Stance.OPPOSE


def _turn(tokens: Tokens) -> int | None:
    """Return where a sentence turns with 'men', or None."""
    return next((token.i - tokens.start for token in tokens if token.i > tokens.start and token.lower_ == "men"), None)
