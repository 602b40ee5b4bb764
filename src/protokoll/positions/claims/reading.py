"""What one sentence claims: the weights of the words found in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from protokoll.model.position import Basis, Stance
from protokoll.positions.claims.clauses import Clauses, Verbs, Whose
from protokoll.positions.claims.cues import Cue

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens

__all__ = ["Reading", "read_sentence"]

# How much each kind of word weighs against the others in its sentence.
_HOLDER, _OPENER, _PRINCIPLE, _MODAL, _FAULT, _BETTERED, _VALUE, _STATE = 3.0, 2.8, 2.5, 2.0, 1.6, 1.5, 1.0, 0.5
_WANTING = (Basis.PROPOSAL, Basis.RESERVATION, Basis.AUTHORSHIP, Basis.PROGRAMME)


class Reading(Struct, frozen=True, order=True):
    """One way to take a sentence."""

    weight: float
    at: int
    """The token that tells it, negative: the earlier of two of the same weight is the greater."""
    stance: Stance
    kind: str


def read_sentence(
    tokens: Tokens, cues: Sequence[Cue], known: Verbs, people: Sequence[Cue], basis: Basis
) -> Reading | None:
    """Return what a sentence claims, or None where no word of it tells a claim.

    Args:
        tokens: the sentence.
        cues: the phrases found in it.
        known: the verbs.
        people: the cues that name somebody, by whose they are.
        basis: the kind of text.
    """
    clauses = Clauses(tokens, people, known)
    readings = list(_readings(tokens, cues, clauses, basis))
    if clauses.opens_with_verb() and not tokens.text.rstrip().endswith("?"):
        readings.append(Reading(_OPENER, 0, Stance.DEMAND, "opener"))
    turn = _turn(tokens)
    later = [each for each in readings if turn is not None and -each.at > turn and each.weight >= _VALUE]
    return max(later or readings, default=None)


def _readings(tokens: Tokens, cues: Sequence[Cue], clauses: Clauses, basis: Basis) -> Iterator[Reading]:
    told = min((cue.end - tokens.start for cue in cues if cue.kind == "reported"), default=len(tokens))
    for cue in cues:
        start, end = cue.start - tokens.start, cue.end - tokens.start
        whose = clauses.subject(start, end)
        weight, stance = _weigh(cue, (start, end), clauses, whose, basis)
        if stance is None or (cue.kind in ("modal", "call", "bettered") and start > told):
            continue
        yield Reading(weight, -start, stance, cue.kind)


def _weigh(
    cue: Cue, place: tuple[int, int], clauses: Clauses, whose: Whose, basis: Basis
) -> tuple[float, Stance | None]:
    """Return how much a phrase weighs and what stance it tells; None where it tells nothing here."""
    start, end = place
    bound = clauses.is_bound(start)
    match cue.kind:
        case "wish":
            return _HOLDER, Stance.DEMAND if whose is Whose.OWN else None
        case "backing" | "refusal":
            return _by_holder(cue.kind, clauses.is_negated(start, end), whose, bound)
        case "modal":
            return _MODAL, None if bound else Stance.DEMAND
        case "call":
            return _MODAL, None if bound else Stance.DEMAND
        case "principle" | "vision":
            return _PRINCIPLE, Stance.SUPPORT
        case "bettered":
            wanting = Stance.DEMAND if basis in _WANTING else Stance.SUPPORT
            return _BETTERED, None if bound else wanting
        case "fault":
            return _FAULT, None if bound else Stance.OPPOSE
        case "value":
            return _VALUE, None if bound else Stance.SUPPORT
        case "state":
            return _STATE, None if bound else Stance.DESCRIBE
    return 0.0, None


def _by_holder(kind: str, negated: bool, whose: Whose, bound: bool) -> tuple[float, Stance | None]:
    """Weigh a phrase of backing or refusal by whose it is."""
    if whose in (Whose.OTHERS, Whose.RIVALS) or bound:
        return 0.0, None
    backs = (kind == "backing") is not (negated and kind == "backing")
    return _HOLDER if whose is Whose.OWN else _VALUE, Stance.SUPPORT if backs else Stance.OPPOSE


def _turn(tokens: Tokens) -> int | None:
    """Return where a sentence turns with 'men', or None."""
    return next((token.i - tokens.start for token in tokens if token.i > tokens.start and token.lower_ == "men"), None)
