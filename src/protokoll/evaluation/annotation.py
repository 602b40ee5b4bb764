"""The shape of an annotation (`docs/format.md`): what a record says, as plain data without places.

A field that an annotation leaves out altogether is `UNSET`: it was not annotated, so nothing is held
against the output there. An empty list or a null says that the record has none.
"""

import msgspec
from msgspec import UNSET, Struct, UnsetType

from protokoll.errors import BrokenInput
from protokoll.model.document import Action, DocumentKind, Outcome, Role, StatementKind, Voting

__all__ = [
    "ActorFacts",
    "BallotFacts",
    "DecisionFacts",
    "Facts",
    "HeadFacts",
    "ItemFacts",
    "PersonFacts",
    "ProposalFacts",
    "ReservationFacts",
    "StatementFacts",
    "VoteFacts",
    "VoterFacts",
    "decode",
]


class PersonFacts(Struct, frozen=True):
    """Somebody by name and party; `role` only in the attendance."""

    name: str | None = None
    party: str | None = None
    role: Role | None = None


class VoterFacts(Struct, frozen=True):
    """One name in a roll."""

    name: str
    party: str | None
    vote: Voting


class ActorFacts(Struct, frozen=True):
    """Who stands behind an act."""

    body: str | None = None
    persons: tuple[PersonFacts, ...] = ()
    parties: tuple[str, ...] = ()


class DecisionFacts(Struct, frozen=True):
    """What a body decided on one occasion."""

    body: str | None = None
    points: tuple[str, ...] = ()
    outcome: Outcome | UnsetType | None = UNSET


class ProposalFacts(Struct, frozen=True):
    """What somebody wants decided."""

    by: ActorFacts
    action: Action
    points: tuple[str, ...] = ()
    statement: str | None = None
    object: str | UnsetType | None = UNSET
    source: str | None = None
    """`lead_in` for a proposer named only in the words before a decision."""


class ReservationFacts(Struct, frozen=True):
    """A formal dissent; of a long text only the first and the last characters."""

    by: ActorFacts
    text: str
    body: str | None = None


class StatementFacts(Struct, frozen=True):
    """A view put on record beside a decision; of a long text only the first and the last characters."""

    kind: StatementKind
    by: ActorFacts
    text: str
    body: str | None = None


class BallotFacts(Struct, frozen=True):
    """What Ja and Nej stand for."""

    yes: str
    no: str


class VoteFacts(Struct, frozen=True):
    """A counted vote."""

    ballot: BallotFacts | None = None
    yes: int | None = None
    no: int | None = None
    abstain: int | None = None
    absent: int | None = None
    roll: tuple[VoterFacts, ...] = ()
    annex: str | None = None


class ItemFacts(Struct, frozen=True):
    """One § of a protocol, or the one matter of another document."""

    number: str | None = None
    title: str | None = None
    diary_numbers: tuple[str, ...] = ()
    decisions: tuple[DecisionFacts, ...] = ()
    proposals: tuple[ProposalFacts, ...] = ()
    reservations: tuple[ReservationFacts, ...] = ()
    statements: tuple[StatementFacts, ...] = ()
    votes: tuple[VoteFacts, ...] = ()
    recusals: tuple[PersonFacts, ...] | UnsetType = UNSET
    not_participating: tuple[PersonFacts, ...] | UnsetType = UNSET
    attachments: tuple[str, ...] | UnsetType = UNSET


class HeadFacts(Struct, frozen=True):
    """What a document is, whose, and from when."""

    kind: DocumentKind
    municipality: str | None = None
    body: str | None = None
    date: str | None = None
    title: str | None = None
    diary_numbers: tuple[str, ...] = ()
    authors: ActorFacts = ActorFacts()


class Facts(Struct, frozen=True):
    """What a whole record says."""

    document: HeadFacts
    items: tuple[ItemFacts, ...] = ()
    attendance: tuple[PersonFacts, ...] = ()
    notes: str = ""


def decode(data: bytes, name: str) -> Facts:
    """Return the annotation in the JSON `data`; `name` is for the message if it does not hold together.

    Raises:
        BrokenInput: it is no JSON, or a value is not one that the format knows.

    >>> decode(b'{"document": {"kind": "motion", "title": "Motion om cykelbanor"}}', "cykel").document.title
    'Motion om cykelbanor'
    """
    try:
        return msgspec.json.decode(data, type=Facts)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BrokenInput(
            f"the annotation {name} does not follow the format: {error}", hint="docs/format.md describes it"
        ) from None
