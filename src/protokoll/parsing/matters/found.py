"""What a reader of one part of a report has found."""

from msgspec import Struct

from protokoll.model.document import Decision, Proposal, Reservation, Statement, Vote
from protokoll.model.remark import Remark

__all__ = ["Found"]


class Found(Struct):
    """The facts of a part of a report, in the order of its text."""

    decisions: list[Decision] = []
    proposals: list[Proposal] = []
    votes: list[Vote] = []
    reservations: list[Reservation] = []
    statements: list[Statement] = []
    remarks: list[Remark] = []

    def add(self, other: "Found") -> None:
        """Put what `other` found behind what is here."""
        self.decisions += other.decisions
        self.proposals += other.proposals
        self.votes += other.votes
        self.reservations += other.reservations
        self.statements += other.statements
        self.remarks += other.remarks
