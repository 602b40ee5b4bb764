"""What a reader of one part of a report has found."""

from msgspec import Struct

from protokoll.model.document import Contest, Decision, Person, Proposal, Reservation, Statement, Vote
from protokoll.model.remark import Remark

__all__ = ["Found"]


class Found(Struct):
    """The facts of a part of a report, in the order of its text."""

    decisions: list[Decision] = []
    proposals: list[Proposal] = []
    contests: list[Contest] = []
    votes: list[Vote] = []
    reservations: list[Reservation] = []
    statements: list[Statement] = []
    recusals: list[Person] = []
    not_participating: list[Person] = []
    remarks: list[Remark] = []

    def add(self, other: "Found") -> None:
        """Put what `other` found behind what is here."""
        self.decisions += other.decisions
        self.proposals += other.proposals
        self.contests += other.contests
        self.votes += other.votes
        self.reservations += other.reservations
        self.statements += other.statements
        self.recusals += other.recusals
        self.not_participating += other.not_participating
        self.remarks += other.remarks
