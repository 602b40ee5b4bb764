"""What a record says: the facts, each with the words and the place it was read from.

The names of fields are those of the annotation format (`docs/format.md`), so that output and
annotation compare without translation. Where the annotation has a string, the record has a
`Passage` or an object with `text`, `span`, `page` and `printed`.
"""

from bisect import bisect_right
from enum import StrEnum

from msgspec import Struct, field

from protokoll.model.remark import Remark
from protokoll.model.text import Page, Passage, Span

__all__ = [
    "FORMAT",
    "Action",
    "Actors",
    "Attendance",
    "Ballot",
    "Contest",
    "Decision",
    "Document",
    "DocumentKind",
    "Fate",
    "Head",
    "Item",
    "Outcome",
    "Person",
    "Point",
    "Pointer",
    "Proposal",
    "Reference",
    "ReferenceKind",
    "Reservation",
    "Role",
    "Section",
    "Source",
    "Statement",
    "StatementKind",
    "Vote",
    "VoteKind",
    "Voter",
    "Voting",
]

FORMAT = 1
"""The version of the output format; it rises when a field changes meaning or goes away."""


class DocumentKind(StrEnum):
    """The kinds of municipal record."""

    PROTOCOL = "protocol"
    PROTOCOL_EXTRACT = "protocol_extract"
    AGENDA = "agenda"
    OFFICIAL_REPORT = "official_report"
    COUNCIL_REPORT = "council_report"
    MOTION = "motion"
    INTERPELLATION = "interpellation"
    QUESTION = "question"
    LETTER = "letter"
    CONSULTATION_RESPONSE = "consultation_response"
    CITIZEN_PROPOSAL = "citizen_proposal"
    PARTY_PROGRAMME = "party_programme"
    OTHER = "other"


class Outcome(StrEnum):
    """What a decision did with the matter before the body."""

    APPROVE = "approve"
    REJECT = "reject"
    REMIT = "remit"
    DEFER = "defer"
    AMEND = "amend"
    NOTE = "note"
    ANSWER = "answer"
    ELECT = "elect"
    WITHDRAW = "withdraw"
    OTHER = "other"


class Action(StrEnum):
    """What a proposal asks for."""

    OWN = "own"
    APPROVE = "approve"
    REJECT = "reject"
    REMIT = "remit"
    DEFER = "defer"
    AMEND = "amend"
    ADD = "add"


class Fate(StrEnum):
    """What became of a proposal, as far as the text says."""

    ADOPTED = "adopted"
    REJECTED = "rejected"
    PARTLY = "partly"
    WITHDRAWN = "withdrawn"
    UNKNOWN = "unknown"


class StatementKind(StrEnum):
    """The kinds of statement beside a decision."""

    SPECIAL_STATEMENT = "special_statement"
    SUBSTITUTE_STATEMENT = "substitute_statement"
    RECORD_NOTE = "record_note"
    VOTE_EXPLANATION = "vote_explanation"
    CONSULTATION_STATEMENT = "consultation_statement"


class VoteKind(StrEnum):
    """What a vote was about."""

    MAIN = "main"
    PREPARATORY = "preparatory"
    REMIT_OR_DECIDE = "remit_or_decide"
    CLOSED = "closed"


class Voting(StrEnum):
    """How one person voted."""

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"
    ABSENT = "absent"


class ReferenceKind(StrEnum):
    """What is referred to."""

    AMOUNT = "amount"
    """Money; `value` in kronor."""
    DEADLINE = "deadline"
    """By when; `text` in ISO form where it is a date."""
    LAW = "law"
    REPORT = "report"
    """A paper of the state: SOU, Ds, prop., dir."""
    MOTION = "motion"
    MEETING = "meeting"
    """A step of a matter at a meeting: body, date and §."""
    MATTER = "matter"
    """A diary number, of this matter or of another."""


class Role(StrEnum):
    """The part a person has at a meeting."""

    CHAIR = "chair"
    VICE_CHAIR = "vice_chair"
    MEMBER = "member"
    SERVING_SUBSTITUTE = "serving_substitute"
    SUBSTITUTE = "substitute"
    OTHER = "other"


class Source(Struct, frozen=True, gc=False):
    """The file that a document was read from."""

    path: str
    sha256: str
    size: int
    """Bytes."""
    reader: str
    encoding: str | None
    characters: int
    """The length of the source text, in which every `span` counts."""
    profile: str
    """The profile whose habits were used."""
    pages: tuple[Page, ...] = (Page(0, 1),)
    """Where each page begins in the source text, and its number."""

    def page_at(self, position: int) -> int:
        """Return the number of the page that holds the source character `position`."""
        return self.pages[max(0, bisect_right(self.pages, position, key=lambda page: page.start) - 1)].number


class Person(Struct, frozen=True, gc=False):
    """Somebody who acts, as named in the words that tell of the act."""

    name: str | None
    """The name without titles; None where only a group is named."""
    party: str | None
    """The code of the party, or None where it is not printed."""
    role: Role | None
    span: Span
    page: int
    printed: str


class Actors(Struct, frozen=True, gc=False):
    """Who stands behind an act."""

    body: Passage | None = None
    persons: tuple[Person, ...] = ()
    parties: tuple[str, ...] = ()
    """Party codes, each once, in the order of the text."""
    printed: Passage | None = None
    """The words that name them, where they are named: 'Samtliga ledamöter för Moderaterna'."""


class Pointer(Struct, frozen=True, gc=False):
    """Words that send the reader elsewhere."""

    words: Passage
    """'likalydande med Liberalernas reservation i borgarrådsberedningen'."""
    target: str | None
    """The JSON pointer (RFC 6901) of what is meant, as `/items/0/reservations/0`; None if it is not in this text."""


class Reference(Struct, frozen=True, gc=False):
    """Something that an item refers to."""

    kind: ReferenceKind
    text: str
    """In normal form: `2500000 kr`, `2024-05-03`, `5 kap. 27 § kommunallagen`, `SOU 2020:47`."""
    value: float | None
    """Kronor, for an amount."""
    span: Span
    page: int
    printed: str


class Point(Struct, frozen=True, gc=False):
    """One point of a decision or proposal (beslutspunkt, att-sats)."""

    number: str | None
    """The printed number, `1` or `a`; None where points are not numbered."""
    text: str
    span: Span
    page: int
    printed: str
    procedural: bool = False
    """True for immediate verification ('Paragrafen justeras omedelbart'): no matter of substance."""
    verb: str | None = None
    """What is done, as an infinitive: `avslå`, `godkänna`, `uppdra`; None where no verb is known."""
    addressee: Passage | None = None
    """Who is to do it or to receive it: 'ger *stadsledningskontoret* i uppdrag', 'översänds till *kommunstyrelsen*'."""
    references: tuple[Reference, ...] = ()
    """Amounts, deadlines, laws and the like that the point names."""


class Decision(Struct, frozen=True, gc=False):
    """What a body decided on one occasion."""

    body: Passage | None
    outcome: Outcome | None
    """What the points do to the matter; None where the words do not tell."""
    points: tuple[Point, ...]
    follows: Passage | None
    """Whose proposal the decision follows: 'kommunstyrelsens förslag'."""
    proposes_to: Passage | None
    """The body that is to decide, where this one only proposes (tillstyrker, föreslår)."""
    date: Passage | None
    """The date of the occasion where it is not the document's own."""
    span: Span
    page: int


class Proposal(Struct, frozen=True, gc=False):
    """What somebody wants decided (förslag till beslut, yrkande)."""

    by: Actors
    action: Action
    object: Passage | None
    """What an approval or rejection is aimed at."""
    points: tuple[Point, ...]
    statement: Passage | None
    """The running text that the proposer adds ('anför följande'): it may fill pages."""
    rank: int | None
    """1 for 'i första hand', 2 for 'i andra hand'; None otherwise."""
    source: str
    """Where it stands: `floor` (yrkande), `lead_in` ('På förslag av …:'), `paper` (a document's own), `retold`."""
    fate: Fate
    span: Span
    page: int
    body: Passage | None = None
    """The body before which it was made, where that is not the document's own."""


class Contest(Struct, frozen=True, gc=False):
    """One question that the chair puts, and what the chair finds (propositionsordning)."""

    question: Passage
    finding: Passage | None
    """The words after 'finner att'."""
    vote_demanded: bool
    body: Passage | None = None
    """The body whose chair it is, where that is not the document's own."""


class Ballot(Struct, frozen=True, gc=False):
    """What Ja and Nej stand for (voteringsproposition)."""

    yes: Passage
    no: Passage


class Voter(Struct, frozen=True, gc=False):
    """One name in a roll."""

    name: str
    party: str | None
    vote: Voting
    span: Span
    page: int
    printed: str


class Vote(Struct, frozen=True, gc=False):
    """A counted vote (omröstning, votering)."""

    kind: VoteKind
    ballot: Ballot | None
    yes: int | None
    no: int | None
    abstain: int | None
    absent: int | None
    tally: Passage | None
    """The words that print the numbers."""
    roll: tuple[Voter, ...]
    annex: str | None
    """The number of the annex that holds the roll."""
    casting_vote: bool
    """True where the chair's casting vote (utslagsröst) decided."""
    span: Span
    page: int
    body: Passage | None = None
    """The body that voted, where that is not the document's own."""
    date: Passage | None = None
    """The date of the vote, where that is not the document's own."""


class Reservation(Struct, frozen=True, gc=False):
    """A formal dissent (kommunallagen 4:27)."""

    by: Actors
    body: Passage | None
    """The body in which it was made."""
    text: Passage
    favours: tuple[str, ...]
    """JSON pointers to the proposals that it was made in favour of ('till förmån för sitt eget förslag')."""
    pointer: Pointer | None
    span: Span
    page: int


class Statement(Struct, frozen=True, gc=False):
    """A view put on record beside a decision, or a consulted body's answer."""

    kind: StatementKind
    by: Actors
    body: Passage | None
    """The body before which it was made."""
    text: Passage
    pointer: Pointer | None
    span: Span
    page: int


class Section(Struct, frozen=True, gc=False):
    """Running text that no act holds: a summary, the background, the words of a programme."""

    kind: str
    """What the text is by its heading or place: `summary`, `background`, `views`, `other` …"""
    heading: Passage | None
    body: Passage | None
    """The body or person whose text it is, where the heading or the place says so."""
    paragraphs: tuple[Passage, ...]
    """The paragraphs in order, bullets and headings within the text each by itself."""


class Item(Struct, frozen=True, gc=False):
    """One § of a protocol; a document of one matter has exactly one."""

    number: Passage | None
    title: Passage | None
    diary_numbers: tuple[Passage, ...]
    decisions: tuple[Decision, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    question_order: tuple[Contest, ...] = ()
    votes: tuple[Vote, ...] = ()
    reservations: tuple[Reservation, ...] = ()
    statements: tuple[Statement, ...] = ()
    questions: tuple[Point, ...] = ()
    """What an interpellation or a question asks."""
    recusals: tuple[Person, ...] = ()
    not_participating: tuple[Person, ...] = ()
    attachments: tuple[Passage, ...] = ()
    history: tuple[Passage, ...] = ()
    """Earlier steps of the matter (tidigare behandling)."""
    recipients: tuple[Passage, ...] = ()
    """Who is to have an extract (skickas till)."""
    sections: tuple[Section, ...] = ()
    """The running text that no act of the item holds."""
    references: tuple[Reference, ...] = ()
    """Amounts, deadlines, laws, reports, motions, meetings and other diary numbers named outside its points."""
    span: Span = Span(0, 0)
    page: int = 1


class Attendance(Struct, frozen=True, gc=False):
    """One person at the meeting."""

    name: str
    party: str | None
    role: Role
    serves_for: str | None
    """The member whose seat a serving substitute takes."""
    note: str | None
    """What is printed beside the name: '§§ 1–14', 'kom 17:20'."""
    span: Span
    page: int
    printed: str


class Head(Struct, frozen=True, gc=False):
    """What a document is, whose, and from when."""

    kind: DocumentKind
    municipality: Passage | None
    """The name without 'kommun' or 'stad'."""
    body: Passage | None
    date: Passage | None
    """The date of the meeting or the document; `text` in ISO form."""
    title: Passage | None
    diary_numbers: tuple[Passage, ...]
    authors: Actors
    addressee: Passage | None


class Document(Struct, frozen=True, gc=False):
    """A record as data: what `parse` makes and every export starts from."""

    format: int
    source: Source
    head: Head = field(name="document")
    attendance: tuple[Attendance, ...] = ()
    items: tuple[Item, ...] = ()
    remarks: tuple[Remark, ...] = ()
