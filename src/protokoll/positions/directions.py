"""What a vote was about, and which way Ja and Nej point: for or against the proposal, whatever they are called."""

import re
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

from protokoll.grammar import Grammar, fold
from protokoll.model.document import Action, Ballot, Item, Person, Proposal
from protokoll.model.position import Stance
from protokoll.model.text import Passage

__all__ = ["Direction", "direction_of"]


class _Side(StrEnum):
    """What one side of a ballot asks for."""

    REJECT = "reject"
    APPROVE = "approve"
    ANSWERED = "answered"
    TODAY = "today"
    REMIT = "remit"
    DEFER = "defer"
    OTHER = "other"


class Direction(Struct, frozen=True):
    """The proposal at issue in a vote, and where each side stands to it."""

    claim: str
    """The proposal, in the words of the ballot or of the floor."""
    yes: Stance
    no: Stance
    other_claim: str | None = None
    """Where two proposals met and neither was the rejection of the other: what Nej was for."""
    contested: bool = False
    """True where each side adopts something: to be against one is to be for the other."""
    answered: bool = False
    """True where one side was to declare a motion answered, which is neither yes nor no."""


_OPENER = re.compile(
    r"^(?:(?:att|ja|nej|for|till|om)\s+)*(?:[\w-]*(?:fullmaktige|styrelsen|namnden|utskottet|namnd)\s+(?:skall?|beslutar|bor|ska)?\s*)?(?:att\s+)?"
)
_AIM = re.compile(
    r"^(?:att\s+)?(?:(?:bifalla|bifall|bifaller|tillstyrka|tillstyrker|tillstyrkande|avslå|avslag|avslår|avstyrka|avstyrkande|godkänna|godkännande|anta|antagande)\s+)"
    r"(?:(?:till|på|av|enligt)\s+)?(?P<aim>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_BY_PERSON = re.compile(r"^(?P<who>[A-ZÅÄÖ].+?)\s+(?:\w*yrkanden?|förslag)\b")
_FROM_PERSON = re.compile(r"\b(?:yrkandet|yrkande|yrkanden|förslaget|förslag)\s+från\s+(?P<who>[A-ZÅÄÖ][^;]+)$")


def direction_of(ballot: Ballot, item: Item, grammar: Grammar) -> Direction:
    """Return what a vote was about and the direction of its two sides.

    Where one side turns down what the other adopts, the proposal is what is adopted. Where two proposals meet and
    one is that of the leadership or the officials, the other is the proposal at issue. Where neither is, each side
    is for its own.

    Args:
        ballot: what Ja and Nej stand for.
        item: the § of the vote, whose proposals tell what 'Eva Eks yrkande' is.
        grammar: the wordings.
    """
    yes, no = _side_of(ballot.yes.text, grammar), _side_of(ballot.no.text, grammar)
    if {yes, no} == {_Side.REMIT, _Side.DEFER}:
        stances = (Stance.REMIT, Stance.DEFER) if yes is _Side.REMIT else (Stance.DEFER, Stance.REMIT)
        return Direction(_aim(ballot.yes), *stances, other_claim=_aim(ballot.no), contested=True)
    for side, stance in ((_Side.REMIT, Stance.REMIT), (_Side.DEFER, Stance.DEFER)):
        if (yes is side) != (no is side):
            asked = ballot.yes if yes is side else ballot.no
            return _about(asked.text if not _AIM.match(asked.text) else _aim(asked), stance, yes is side)
    answered = _Side.ANSWERED in (yes, no)
    if (yes is _Side.REJECT or yes is _Side.ANSWERED) and no is not _Side.REJECT:
        return _about(_resolved(ballot.no, item, grammar), Stance.FOR, False, answered)
    if (no is _Side.REJECT or no is _Side.ANSWERED) and yes is not _Side.REJECT:
        return _about(_resolved(ballot.yes, item, grammar), Stance.FOR, True, answered)
    return _contest(ballot, item, grammar)


def _about(claim: str, stance: Stance, yes_wants: bool, answered: bool = False) -> Direction:
    sides = (stance, Stance.AGAINST) if yes_wants else (Stance.AGAINST, stance)
    return Direction(claim, *sides, contested=answered, answered=answered)


def _contest(ballot: Ballot, item: Item, grammar: Grammar) -> Direction:
    """Two proposals against each other: the one that is not the standing text is at issue."""
    yes, no = _resolved(ballot.yes, item, grammar), _resolved(ballot.no, item, grammar)
    for side, stances in ((ballot.no, (Stance.FOR, Stance.AGAINST)), (ballot.yes, (Stance.AGAINST, Stance.FOR))):
        turned_down = _standing_turned_down(side, item, grammar)
        if turned_down:
            return Direction(turned_down, *stances)
    named = _names_standing(_aim(ballot.yes), grammar), _names_standing(_aim(ballot.no), grammar)
    by_proposers = _is_standing(ballot.yes, item, grammar), _is_standing(ballot.no, item, grammar)
    standing = named if any(named) else by_proposers
    if standing == (True, False):
        return Direction(no, Stance.AGAINST, Stance.FOR, contested=True)
    if standing == (False, True):
        return Direction(yes, Stance.FOR, Stance.AGAINST, contested=True)
    return Direction(yes, Stance.FOR, Stance.FOR, other_claim=no, contested=True)


def _standing_turned_down(side: Passage, item: Item, grammar: Grammar) -> str | None:
    """Return the standing text where all that the persons of a side proposed was to turn it down."""
    named = [each for each in _proposals_of(_aim(side), item) if each.action not in (Action.REMIT, Action.DEFER)]
    if not named or any(each.action is not Action.REJECT for each in named):
        return None
    return next((said for each in named if _names_standing(said := _object(each), grammar)), None)


def _side_of(words: str, grammar: Grammar) -> _Side:
    said = fold(words)
    bare = _OPENER.sub("", said)
    inside = {side: any(each in said for each in _folded(grammar, "inside", side.value)) for side in _INSIDE}
    opens = {side: any(bare.startswith(each) for each in _folded(grammar, "sides", side.value)) for side in _OPENS}
    if inside[_Side.TODAY] and not opens[_Side.APPROVE]:
        return _Side.TODAY
    for side in (_Side.ANSWERED, _Side.REJECT):
        if opens[side]:
            return side
    if (_FOR_REJECTION if opens[_Side.APPROVE] else _NOT).search(said):
        return _Side.REJECT
    for side in (_Side.REMIT, _Side.DEFER):
        if inside[side]:
            return side
    return _Side.APPROVE if opens[_Side.APPROVE] else _Side.OTHER


# "att frågan inte ska få ställas": the proposal is that it may.
_NOT = re.compile(r"\b(?:inte|ej)\s+(?:ska|skall|far|bor|bifall|antas|godkann|bevilj)|\bom avslag\b")
# What can never be meant by 'Eva Eks yrkande' in a vote on the matter: it was tried before, or by itself.
_NO_TEXT = (Action.REJECT, Action.REMIT, Action.DEFER)
# "bifall till yrkande om avslag": approval of a refusal.
_FOR_REJECTION = re.compile(r"\b(?:yrkande\w*|forslag\w*) om avslag\b|avslagsyrkand")
_INSIDE = (_Side.TODAY, _Side.REMIT, _Side.DEFER)
_OPENS = (_Side.REJECT, _Side.APPROVE, _Side.ANSWERED)


def _aim(side: Passage) -> str:
    """Return what a side adopts or turns down, without the verb."""
    match = _AIM.match(side.text)
    return match["aim"].strip() if match else side.text


def _is_standing(side: Passage, item: Item, grammar: Grammar) -> bool:
    """Tell whether a side is the text that stands if nothing else is adopted."""
    aim = _aim(side)
    named = _proposals_of(aim, item)
    if not named:
        return _names_standing(aim, grammar)
    return any(each.action is Action.APPROVE and _names_standing(_object(each), grammar) for each in named) or all(
        each.action is Action.REJECT for each in named
    )


def _names_standing(aim: str, grammar: Grammar) -> bool:
    said = fold(aim)
    default = _first(said, _folded(grammar, "aims", "default"))
    return default is not None and default <= (_first(said, _folded(grammar, "aims", "challenge")) or default)


def _first(said: str, phrases: tuple[str, ...]) -> int | None:
    return min((at for each in phrases if (at := said.find(each)) >= 0), default=None)


def _resolved(side: Passage, item: Item, grammar: Grammar) -> str:
    """Return the proposal that a side adopts: for 'Eva Eks yrkande', what she asked for."""
    aim = _aim(side)
    wanted = [
        each
        for each in _proposals_of(aim, item)
        if each.action not in _NO_TEXT
        and ("tillägg" in aim) == ("tillägg" in _object(each))
        and not _names_standing(_object(each), grammar)
    ]
    if " " not in aim:
        # "bifall" respektive "avslag" and no more: what others wanted turned down.
        wanted = [each for each in item.proposals if each.action is Action.REJECT and each.source == "floor"]
    objects = dict.fromkeys(_object(each) for each in wanted)
    return next(iter(objects)) if len(objects) == 1 else aim


def _object(proposal: Proposal) -> str:
    if proposal.object:
        return proposal.object.text
    return " ".join(point.text for point in proposal.points)


def _proposals_of(aim: str, item: Item) -> list[Proposal]:
    """Return what the persons proposed whose names a side gives: 'Eva Eks och Bo Asks yrkande'."""
    match = _FROM_PERSON.search(aim) or _BY_PERSON.match(aim)
    if not match:
        return []
    who = match["who"]
    return [
        each
        for each in item.proposals
        if each.source == "floor" and any(_is_named(person, who) for person in each.by.persons)
    ]


def _is_named(person: Person, who: str) -> bool:
    """Tell whether a ballot names a person, in the genitive or by the surname alone."""
    return person.name is not None and person.name.split()[-1] in who


@lru_cache(maxsize=64)
def _folded(grammar: Grammar, entry: str, kind: str) -> tuple[str, ...]:
    return tuple(fold(each) for each in grammar.words["directions"][entry][kind])
