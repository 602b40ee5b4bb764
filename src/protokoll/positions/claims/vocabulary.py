"""The words that claims are found by, made ready for one grammar."""

from __future__ import annotations

from functools import lru_cache

from msgspec.structs import replace

from protokoll.grammar import Grammar
from protokoll.positions.claims.clauses import Verbs, Whose, verbs
from protokoll.positions.claims.cues import Cue, Finder, finder

__all__ = ["person_of", "phrases_of", "verbs_of"]

_PARTY = "party:"


@lru_cache(maxsize=8)
def phrases_of(grammar: Grammar) -> Finder:
    """Return the finder of the phrases of `claims.toml` and of the names of parties.

    >>> from protokoll.grammar import load
    >>> from protokoll.positions.claims.language import pipeline
    >>> [cue.kind for cue in phrases_of(load()).find(pipeline()("Liberalerna välkomnar detta."))]
    ['party:L', 'backing']
    """
    named = {f"{_PARTY}{party.code}": party.names for party in grammar.parties if party.names}
    return finder(grammar.words["claims"] | named)


@lru_cache(maxsize=8)
def verbs_of(grammar: Grammar) -> Verbs:
    """Return the verbs of a grammar; they are made once."""
    known = verbs(grammar)
    telling = frozenset(word for word in grammar.words["claims"]["telling"] if " " not in word)
    return replace(known, finite=known.finite | telling)


def person_of(cue: Cue, parties: frozenset[str]) -> Cue | None:
    """Return a cue that names somebody, by whose it is for a text of `parties`; None for another cue.

    >>> person_of(Cue(0, 1, "party:L"), frozenset(["M", "KD"])).kind
    'rivals'
    """
    if cue.kind.startswith(_PARTY):
        whose = Whose.OWN if cue.kind.removeprefix(_PARTY) in parties else Whose.RIVALS
        return Cue(cue.start, cue.end, whose.value)
    return cue if cue.kind in (Whose.OWN, Whose.OTHERS, Whose.RIVALS) else None
