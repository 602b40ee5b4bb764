"""Whether two positions in words are one proposition: only then can the one be the same, stronger or the reverse."""

from protokoll.model.position import Position
from protokoll.positions.features import wording
from protokoll.positions.links import Link
from protokoll.positions.matters import years_in

__all__ = ["is_one_proposition", "is_short"]

_SHORT = 110
"""A longer text says more than one thing: what it shares with another is seldom all that it wants."""
_SURE_SHORT, _SURE_LONG = 0.4, 0.5
_ALIKE_SHORT, _ALIKE_LONG, _AS_LONG = 0.34, 0.6, 0.5
_NEAR = 0.92
"""So near in meaning, short texts are one proposition in other words."""


def is_short(before: Position, after: Position) -> bool:
    """Tell whether both claims are so short that they say one thing each."""
    return max(len(before.claim), len(after.claim)) <= _SHORT


def is_one_proposition(before: Position, after: Position, link: Link) -> bool:
    """Tell whether two claims want, or do not want, one and the same thing.

    Short ones do where the link is likely and their words, or the meaning of these, are alike. Long ones do only where
    nearly all of both is alike: a clause in common makes a like question, not a like wish.
    """
    years = years_in(before.claim), years_in(after.claim)
    if all(years) and years[0].isdisjoint(years[1]) and not is_short(before, after):
        return False
    alike = wording(before.claim, after.claim)
    if is_short(before, after):
        return link.weight >= _SURE_SHORT and (alike >= _ALIKE_SHORT or link.meaning >= _NEAR)
    shorter, longer = sorted((len(before.claim), len(after.claim)))
    return link.weight >= _SURE_LONG and alike >= _ALIKE_LONG and shorter >= _AS_LONG * longer
