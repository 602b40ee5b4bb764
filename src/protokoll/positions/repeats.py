"""The same act or words, told more than once: in the committee, in the board and in the council."""

from collections.abc import Sequence

from msgspec import Struct

from protokoll.grammar import fold
from protokoll.model.position import Position, Stance
from protokoll.positions.matters import subject_of
from protokoll.positions.sides import is_of_matter, side_of

__all__ = ["Told", "told_once"]

_NO_WORDS = (Stance.NONE, Stance.ABSTAIN)
"""Acts that take no side: the words told in them, where they were read, are the position."""


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
    said = {_words(each) for each in positions if each.stance not in _NO_WORDS}
    for position in positions:
        if position.stance not in _NO_WORDS or _words(position) not in said:
            groups.setdefault(_key(position), []).append(position)
    return [Told(_strongest(group), len(group)) for group in groups.values()]


def _key(position: Position) -> tuple[object, ...]:
    if is_of_matter(position):
        side = side_of(position) or fold(position.claim)
        return position.party, position.stance, side, fold(subject_of(position.title or "")), position.diary_numbers[:1]
    stance = Stance.DEMAND if position.stance is Stance.FOR else position.stance
    return position.party, stance, _words(position)


def _words(position: Position) -> str:
    """Return the words of a claim in a form in which an act and the words that it was read from are one."""
    return fold(position.claim).strip(" .,;:").removeprefix("att ")


def _strongest(group: Sequence[Position]) -> Position:
    best = min(position.rank for position in group)
    return max((each for each in group if each.rank == best), key=lambda each: each.date or "")
