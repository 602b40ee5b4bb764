"""What a party wanted on one side and on the other, with what was searched on each."""

from msgspec import Struct

from protokoll.model.coverage import Coverage
from protokoll.model.position import Change, Relation

__all__ = ["Comparison", "Side"]


class Side(Struct, frozen=True, kw_only=True):
    """One side of a comparison."""

    label: str
    """What the user called it: a period, a file, a folder."""
    positions: int
    """How many positions of the party were compared."""
    coverage: Coverage


class Comparison(Struct, frozen=True, kw_only=True):
    """The changes of a party between two times."""

    party: str
    """The party as it was asked for, by its latest code."""
    codes: tuple[str, ...]
    """All codes of the party in what was searched: more than one where it has changed its name."""
    topics: tuple[str, ...] = ()
    """The topics asked for; none for all."""
    bodies: tuple[str, ...] = ()
    """The bodies asked for; none for all."""
    before: Side
    after: Side
    changes: tuple[Change, ...]

    def count(self, relation: Relation) -> int:
        """Return how many changes are of a kind."""
        return sum(1 for change in self.changes if change.relation is relation)
