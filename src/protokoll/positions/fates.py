"""What became of a proposal, where the minutes tell it by telling which other proposal won."""

import re

from protokoll.grammar import fold
from protokoll.model.document import Action, Decision, Fate, Item, Proposal
from protokoll.positions.scenes import asked_in

__all__ = ["fate_of"]

# A proposal that adds to the main one is tried by itself: that another was adopted does not fell it.
_ADDS = re.compile(r"tillagg|kompletter|utover|samt ")
_FROM = re.compile(r"\bfran ((?:(?:(?!(?:med|den|om|i|som|till|att|nr)\b)[a-z]{1,3}!?|samt)(?: |$))+)")
_ALL_OTHERS = re.compile(r"\b(?:ovriga|samtliga|alla)\b")


def fate_of(proposal: Proposal, item: Item) -> Fate:
    """Return what became of a proposal of the floor, as far as its own minutes tell.

    Where the record does not say, the decision does: it names whose proposal it follows, and of proposals to adopt
    one text instead of another only one is adopted. What adds to the main proposal, what sends the matter back and
    what stands in a § that was put off stay unknown.

    Args:
        proposal: one of the item's.
        item: its § in minutes of one meeting.
    """
    if proposal.fate is not Fate.UNKNOWN or proposal.source != "floor":
        return proposal.fate
    if proposal.action is Action.REJECT:
        return _opposite(proposal, item)
    if proposal.action is not Action.APPROVE or _ADDS.search(fold(asked_in(proposal))):
        return Fate.UNKNOWN
    followed = _followed(item)
    if not followed:
        return Fate.UNKNOWN
    said = fold(asked_in(proposal))
    return Fate.UNKNOWN if any(_overlap(said, each) for each in followed) else Fate.REJECTED


def _followed(item: Item) -> list[str]:
    """Return the texts that the decisions of a § follow, and those of proposals that are known to be adopted."""
    if any(_is_put_off(each) for each in item.decisions):
        return []
    texts = [fold(each.follows.text) for each in item.decisions if each.follows]
    adopted = (Fate.ADOPTED, Fate.PARTLY)
    texts += [
        fold(asked_in(each))
        for each in item.proposals
        if each.source == "floor" and each.action is Action.APPROVE and each.fate in adopted
    ]
    return [each for each in texts if each]


def _is_put_off(decision: Decision) -> bool:
    return decision.outcome is not None and decision.outcome.value in ("remit", "defer")


def _overlap(one: str, other: str) -> bool:
    """Tell whether two texts may be one: the one within the other, or a paper of the same makers or of some of them."""
    if one in other or other in one:
        return True
    return bool(_makers(one)) and _makers(one) <= _makers(other)


def _makers(words: str) -> frozenset[str]:
    """Return the letters of the parties after 'från': 'yrkande fran m d l och kd den 8 maj 2024' → m, d, l, kd."""
    return frozenset(each for found in _FROM.findall(words) for each in found.split()) - {"och", "samt"}


def _opposite(proposal: Proposal, item: Item) -> Fate:
    """Return the fate of a refusal: that what it turns down was adopted fells it, and the other way round."""
    aim = fold(asked_in(proposal))
    if not aim or _ALL_OTHERS.search(aim):
        return Fate.UNKNOWN
    fates = {
        fate_of(each, item)
        for each in item.proposals
        if each.action is Action.APPROVE and each.source == "floor" and fold(asked_in(each)) == aim
    }
    if fates == {Fate.REJECTED}:
        return Fate.ADOPTED
    return Fate.REJECTED if fates == {Fate.ADOPTED} else Fate.UNKNOWN
