"""What each party reserved itself for or against, and who stayed out of a decision."""

import re
from collections.abc import Iterator

from protokoll.model.document import Actors, Reservation
from protokoll.model.position import Position, Stance
from protokoll.model.text import Passage, Span
from protokoll.positions.alliances import coalition_reservations
from protokoll.positions.evidence import Stand, position_of
from protokoll.positions.holders import find_holders
from protokoll.positions.proposals import stance_of
from protokoll.positions.scenes import Scene, asked_in, decided_in, proposal_at

__all__ = ["positions_in_reservations", "positions_of_absent"]

_ONLY_ANNOUNCED = 240
_RESERVES = re.compile(r"\breserver", re.IGNORECASE)
_ELSEWHERE = re.compile(r"\b(?:förmån\s+för|för\s+(?:det\s+)?eget|likalydande|enligt|bilaga|skriftlig)", re.IGNORECASE)
_PARTLY = re.compile(r"\bi\s+den\s+del|\b(?:avseende|mot|gällande)\s+(?:besluts)?(?:punkt|att-sats)", re.IGNORECASE)
_STEPS_OUT = re.compile(r"\b(?:deltar|deltog|deltagit)\b[^.]{0,200}\.")
_NEAR = 400


def positions_in_reservations(scene: Scene) -> Iterator[Position]:
    """Yield what each party reserved itself for or against.

    In favour of a proposal it stands where that proposal does; otherwise it is against what was decided. A blank
    reservation does not tell why (caveat `blank`), and one whose text stands elsewhere only points to it (`pointer`).
    """
    acts = [(f"/reservations/{index}", each) for index, each in enumerate(scene.item.reservations)]
    acts += coalition_reservations(scene.item, scene.roster)
    for pointer, reservation in acts:
        stand = _reserved(reservation, scene)
        proof = scene.proof(pointer, reservation.text)
        for holder in find_holders(reservation.by, scene.roster):
            yield position_of(reservation, scene.setting(reservation.span, reservation.body), holder, stand, proof)


def _reserved(reservation: Reservation, scene: Scene) -> Stand:
    words = reservation.text.text
    meant = _meant(reservation, scene)
    favoured = [each for pointer in meant.favours if (each := proposal_at(scene.document, pointer))]
    announced = len(words) < _ONLY_ANNOUNCED and bool(_RESERVES.search(words))
    caveats = {
        "blank": announced and not favoured and not _ELSEWHERE.search(words),
        "pointer": not favoured and (meant.pointer is not None or (announced and bool(_ELSEWHERE.search(words)))),
        "partial": bool(_PARTLY.search(words[:_ONLY_ANNOUNCED])),
    }
    held = tuple(caveat for caveat, holds in caveats.items() if holds)
    claims = [(stance_of(each.action), claim) for each in favoured if (claim := asked_in(each))]
    if claims:
        stance = claims[0][0]
        claim = "; ".join(dict.fromkeys(asked for at, asked in claims if at is stance))
        return Stand(stance, claim, caveats=held)
    return Stand(Stance.AGAINST, decided_in(scene, reservation.span, reservation.body), caveats=held)


def _meant(reservation: Reservation, scene: Scene) -> Reservation:
    """Return the reservation that one 'likalydande med …' points to, if it is in the same §, else itself."""
    target = reservation.pointer.target if reservation.pointer else None
    start = f"{scene.place}/reservations/"
    if reservation.favours or not target or not target.startswith(start):
        return reservation
    place = target.removeprefix(start)
    others = scene.item.reservations
    return others[int(place)] if place.isdigit() and int(place) < len(others) else reservation


def positions_of_absent(scene: Scene) -> Iterator[Position]:
    """Yield who chose to take no part in a decision; somebody disqualified (jäv) chose nothing and is left out."""
    persons = scene.item.not_participating
    if not persons:
        return
    holders = find_holders(
        Actors(None, persons, tuple(dict.fromkeys(each.party for each in persons if each.party))), scene.roster
    )
    stand = Stand(Stance.ABSTAIN, decided_in(scene, persons[0].span))
    for holder in holders:
        at = next(
            place
            for place, each in enumerate(persons)
            if each.party == holder.party or (each.name in holder.persons and each.party is None)
        )
        first = persons[at]
        words = Passage(first.printed, first.span, first.page, first.printed)
        proof = scene.proof(f"/not_participating/{at}", words, _sentence(first.span, scene.source))
        yield position_of(first, scene.setting(first.span), holder, stand, proof)


def _sentence(span: Span, source: str | None) -> Span | None:
    found = _STEPS_OUT.search(source, span.end, span.end + _NEAR) if source else None
    return Span(span.start, found.end()) if found else None
