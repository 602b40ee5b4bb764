"""What each party proposed, and what it backed or wanted turned down."""

import re
from collections.abc import Iterator

from protokoll.model.document import Action, DocumentKind, Point, Proposal
from protokoll.model.position import Basis, Position, Stance
from protokoll.model.text import Passage, Span
from protokoll.positions.alliances import coalition_proposals
from protokoll.positions.authors import authors_in_title
from protokoll.positions.evidence import Holder, Stand, basis_of, position_of
from protokoll.positions.fates import fate_of
from protokoll.positions.holders import find_holders
from protokoll.positions.occasions import OWN_MINUTES
from protokoll.positions.parties import parties_named
from protokoll.positions.scenes import Scene, asked_in

__all__ = ["positions_in_proposals", "stance_of"]

_STANCES = {
    Action.OWN: Stance.FOR,
    Action.ADD: Stance.FOR,
    Action.APPROVE: Stance.FOR,
    Action.REJECT: Stance.AGAINST,
    Action.AMEND: Stance.AMEND,
    Action.REMIT: Stance.REMIT,
    Action.DEFER: Stance.DEFER,
}
_BACKING = 4
_LETTER = 5
_NEAR = 350  # characters between who proposes and what
_AT_MEETING = ("floor", "lead_in")
_NOBODY = "OTHER"
_ANSWERED = re.compile(r"\bmotion\w*\b[^.]{0,80}\bbesvara[ds]?\b|\bbesvara\s+motion", re.IGNORECASE)
_MOTION = re.compile(r"\bmotion", re.IGNORECASE)


def stance_of(action: Action) -> Stance:
    """Return where somebody stands who proposes this.

    >>> stance_of(Action.REJECT).value
    'against'
    """
    return _STANCES[action]


def positions_in_proposals(scene: Scene) -> Iterator[Position]:
    """Yield a position for each party behind each proposal; what a body or an official proposes is no party's."""
    own_minutes = scene.document.head.kind in OWN_MINUTES
    reserved = [each.span for each in scene.item.reservations]
    acts = [(f"/proposals/{index}", each) for index, each in enumerate(scene.item.proposals)]
    acts += coalition_proposals(scene.item, scene.roster)
    for pointer, proposal in acts:
        claim, quote = asked_in(proposal) or _matter(proposal, scene), _quoted(proposal)
        if not claim or quote is None or any(_within(proposal.span, span) for span in reserved):
            continue  # What a reservation asks for is a reservation, and no proposal.
        floor = proposal.source in _AT_MEETING or proposal.body
        setting = scene.setting(proposal.span if floor else None, proposal.body)
        for holder in _holders(proposal, scene):
            stand = Stand(
                stance=stance_of(proposal.action),
                claim=claim,
                rank=_rank(proposal, holder, scene),
                caveats=_caveats(proposal),
                fate=fate_of(proposal, scene.item) if own_minutes else proposal.fate,
            )
            proof = scene.proof(pointer, quote, _whole(proposal))
            yield position_of(proposal, setting, holder, stand, proof)


def _matter(proposal: Proposal, scene: Scene) -> str:
    """Return the title of the matter for one who only asks for 'återremiss' or 'avslag', and no more."""
    title = scene.item.title
    return title.text if title and proposal.action not in (Action.OWN, Action.ADD, Action.AMEND) else ""


def _within(span: Span, other: Span) -> bool:
    return other.start <= span.start and span.end <= other.end


def _holders(proposal: Proposal, scene: Scene) -> tuple[Holder, ...]:
    """Return who proposes; the rapporteur of a council's report is a holder even where no party is printed."""
    holders = find_holders(proposal.by, scene.roster)
    if holders or basis_of(proposal, scene.document.head.kind) is not Basis.REPORT:
        return holders
    persons = proposal.by.persons
    names = tuple(each.name for each in persons if each.name)
    return (Holder(_NOBODY, ", ".join(each.printed for each in persons), names, (), ("party_not_printed",)),)


def _rank(proposal: Proposal, holder: Holder, scene: Scene) -> int:
    """Return 4 for one who backs or turns down what others put forward."""
    if scene.document.head.kind is DocumentKind.LETTER:
        return _LETTER
    if proposal.action is Action.REJECT:
        return _BACKING
    if proposal.action is not Action.APPROVE:
        return 1
    aim = asked_in(proposal)
    own = holder.party in parties_named(aim, scene.roster.grammar)
    if not own and _MOTION.search(aim) and scene.item.title:
        authors = authors_in_title(scene.item.title.text, scene.roster.grammar)
        own = authors is not None and holder.party in authors.parties
    return 1 if own else _BACKING


def _caveats(proposal: Proposal) -> tuple[str, ...]:
    caveats = {
        "second_hand": proposal.rank is not None and proposal.rank > 1,
        "retold": proposal.source == "retold",
        "attached": proposal.source == "paper",
        "answered": bool(_ANSWERED.search(asked_in(proposal))),
    }
    return tuple(caveat for caveat, holds in caveats.items() if holds)


def _quoted(proposal: Proposal) -> Passage | None:
    """Return what is asked for as printed; of several points the first that is no matter of form."""
    if proposal.object:
        return proposal.object
    points = [point for point in proposal.points if not point.procedural] or list(proposal.points)
    if points:
        return _passage(points[0])
    return proposal.by.printed


def _passage(point: Point) -> Passage:
    return Passage(point.text, point.span, point.page, point.printed)


def _whole(proposal: Proposal) -> Span | None:
    """Return where the proposal stands, from its maker to its last point; the reasons after it are left out.

    Where other matters fill the space between the maker and what is asked for, it begins with the latter.
    """
    asked = [each.span for each in (proposal.object, *proposal.points) if each]
    if proposal.source != "floor" or not proposal.by.printed or not asked:
        return None
    start, end = proposal.span.start, max(each.end for each in asked)
    first = min(each.start for each in asked)
    if not start <= proposal.by.printed.span.start < end:
        return None
    return Span(start if first - start <= _NEAR else first, end)
