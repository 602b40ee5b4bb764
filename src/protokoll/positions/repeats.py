"""The same act or words, told more than once: in the committee, in the board and in the council."""

from collections.abc import Sequence

from msgspec import Struct

from protokoll.grammar import fold
from protokoll.model.position import Position
from protokoll.positions.matters import subject_of
from protokoll.positions.sides import is_of_matter, side_of

__all__ = ["Told", "told_once"]


class Told(Struct, frozen=True):
    """A position, and how often it is told."""

    position: Position
    """The strongest evidence for it, and of that the last: the last formal act prevails."""
    times: int


def told_once(positions: Sequence[Position]) -> list[Told]:
    """Return the positions, those of one party that say the same of one matter only once.

    An act on a matter is told again when the matter comes to the next body; words are, where a text is printed again.
    """
    groups: dict[tuple[object, ...], list[Position]] = {}
    for position in positions:
        groups.setdefault(_key(position), []).append(position)
    return [Told(_strongest(group), len(group)) for group in groups.values()]


def _key(position: Position) -> tuple[object, ...]:
    if is_of_matter(position):
        side = side_of(position) or fold(position.claim)
        return position.party, position.stance, side, fold(subject_of(position.title or "")), position.diary_numbers[:1]
    return position.party, position.stance, fold(position.claim)


def _strongest(group: Sequence[Position]) -> Position:
    best = min(position.rank for position in group)
    return max((each for each in group if each.rank == best), key=lambda each: each.date or "")
