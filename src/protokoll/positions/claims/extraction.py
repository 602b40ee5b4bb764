"""Positions from words: what a party says it wants, backs or refuses, in the texts that it owns."""

from __future__ import annotations

from collections.abc import Iterator

from protokoll.errors import ProfileError
from protokoll.grammar import Grammar, fold, load
from protokoll.model.document import Document, Head
from protokoll.model.position import RANKS, Position
from protokoll.positions.claims.claiming import Claim, claims_in
from protokoll.positions.claims.owned import Owned, owned_texts
from protokoll.positions.claims.wording import claim_of
from protokoll.positions.evidence import Proof, Stand, position_of, setting_of
from protokoll.positions.holders import roster_of
from protokoll.positions.occasions import occasion_of

__all__ = ["find_claims"]


def find_claims(document: Document, grammar: Grammar | None = None) -> tuple[Position, ...]:
    r"""Return what parties say in their own texts that they want, back, refuse or find, a position for each party.

    Args:
        document: the record.
        grammar: the wordings; None for those of the profile that the document was parsed with.

    >>> from protokoll import parse_file
    >>> data = ("Motion om skolmat\n\nMotion av Eva Ek (V)\n\nSkolmaten är dyr i dag. Vi vill att maten lagas i "
    ...         "skolans eget kök.\n\nFörslag till beslut\n1. Att utreda egna kök.\n2. Att redovisa vad det kostar.\n")
    >>> for each in find_claims(parse_file("m.txt", data=data.encode(), force=True)):
    ...     print(each.stance, each.claim)
    demand Maten lagas i skolans eget kök.
    demand Utreda egna kök.
    demand Redovisa vad det kostar.
    """
    grammar = grammar or _grammar(document)
    return tuple(_found(document, grammar))


def _found(document: Document, grammar: Grammar) -> Iterator[Position]:
    seen: set[tuple[str, str]] = set()
    roster = roster_of(document, grammar)
    for owned in owned_texts(document, roster):
        for claim in claims_in(owned, grammar):
            key = fold(claim.passage.text)
            for index, position in enumerate(_positions(document, owned, claim, grammar)):
                # One text in two acts gives its claims once; two claims of one sentence are two.
                mark = (owned.holders[index].party, f"{key}|{position.claim}")
                if mark not in seen:
                    seen.add(mark)
                    yield position


def _positions(document: Document, owned: Owned, claim: Claim, grammar: Grammar) -> Iterator[Position]:
    stand = Stand(
        stance=claim.stance,
        claim=claim_of(claim.words, grammar),
        rank=RANKS[owned.basis],
        caveats=claim.caveats,
        context=claim.context,
    )
    act = owned.act
    occasion = None if isinstance(act, Head) else occasion_of(document, owned.item, act.span, owned.body)
    setting = setting_of(document, owned.item, occasion)
    for holder in owned.holders:
        yield position_of(act, setting, holder, stand, Proof(claim.passage, owned.pointer))


def _grammar(document: Document) -> Grammar:
    try:
        return load(document.source.profile)
    except ProfileError:
        return load()
