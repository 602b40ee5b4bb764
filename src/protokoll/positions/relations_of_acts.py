"""How two acts stand to each other: votes, proposals, reservations on matters as a whole."""

from protokoll.model.position import Position, Relation, Stance
from protokoll.positions.links import Link
from protokoll.positions.matters import subject_of, years_apart
from protokoll.positions.sides import one_proposition, side_of
from protokoll.positions.things import is_same_thing
from protokoll.positions.wishes import wish_of

__all__ = ["relation_of_acts"]

_ONE_MATTER = 0.55
"""Subjects as alike as this are one matter."""


def relation_of_acts(before: Position, after: Position, link: Link) -> tuple[Relation, tuple[str, ...]]:
    """Return how two acts stand to each other, and why.

    Only acts on one matter and one proposal, whose words tell for what they are, are the same or reversed. Another kind
    of evidence is no change: in power a party argues by reports, in opposition by reservations.
    """
    if years_apart(before, after):
        return Relation.RELATED, ("the like matter of another year",)
    if link.likeness < _ONE_MATTER or link.weak:
        return Relation.RELATED, ("acts on matters that are alike, not on one",)
    one, other = side_of(before), side_of(after)
    if (before.stance is Stance.REMIT) is not (after.stance is Stance.REMIT):
        if not one and not other:
            return Relation.RELATED, ("sent back for more work the one time",)
        relation = Relation.WEAKENED if after.stance is Stance.REMIT else Relation.STRENGTHENED
        return relation, ("sent back for more work the one time, decided the other",)
    if not (one and other and one_proposition(before, after)):
        return Relation.RELATED, ("the words of the acts do not tell that they are on one proposal",)
    if one * other * _ways(before, after) < 0:
        return Relation.REVERSED, ("for the one time, against the other",)
    return Relation.SAME, ()


def _ways(before: Position, after: Position) -> int:
    """Return -1 where the subjects of two matters go contrary ways with one thing, else 1."""
    early = wish_of(subject_of(before.title or ""), Stance.DEMAND).directions
    late = wish_of(subject_of(after.title or ""), Stance.DEMAND).directions
    ways = (one * other for word, one in early for each, other in late if is_same_thing(word, each))
    return next(ways, 1)
