"""From a record to a position: the kind of evidence follows from the record, never from who asks.

`position_of` is the only way in which this package makes a position from an act. It takes no basis: a
reservation can become nothing but a reservation, and a rank may be made weaker than that of its kind, never stronger.
"""

import re

from msgspec import Struct

from protokoll.model.document import (
    Document,
    DocumentKind,
    Fate,
    Head,
    Item,
    Person,
    Proposal,
    Reservation,
    Statement,
    StatementKind,
    Vote,
)
from protokoll.model.position import RANKS, Basis, Position, Stance
from protokoll.model.text import Passage, Span
from protokoll.positions.occasions import Occasion, own_occasion

__all__ = [
    "Act",
    "Holder",
    "Proof",
    "Setting",
    "Stand",
    "basis_of",
    "is_hypothetical",
    "passage_of",
    "position_of",
    "setting_of",
    "shortened",
]

Act = Vote | Proposal | Reservation | Statement | Person | Item | Head
"""What a position may be read from: a `Person` did not take part, an `Item` or a `Head` names who wrote the paper."""

_PAPERS = (DocumentKind.MOTION, DocumentKind.LETTER, DocumentKind.INTERPELLATION, DocumentKind.QUESTION)
_LONGEST_QUOTE = 700
_LONGEST_CLAIM = 600
# "Om jag hade fått rösta", "om hon haft rösträtt", "hade Centerpartiet haft rätt att rösta": under whatever heading.
_WITHOUT_VOTE = re.compile(
    r"\b(?:om\s+\w+\s+(?:hade\s+|skulle\s+ha\s+)?|hade\s+\w+\s+)(?:haft|fått|kunnat|ägt)\s+"
    r"(?:rätt\s+att\s+|möjlighet\s+att\s+)?(?:rösta|yrka|rösträtt|yrkanderätt|reservera|delta|tjänstgöra)"
    r"|\b(?:jag|vi|hon|han)\s+hade\s+(?:då\s+)?(?:röstat|yrkat|bifallit|avslagit|tillstyrkt|avstyrkt)\b",
    re.IGNORECASE,
)
_BEGINNING = 400


class Setting(Struct, frozen=True):
    """Where and when an act took place, and in which document it is told."""

    kind: DocumentKind
    municipality: str | None
    body: str | None
    date: str | None
    item: str | None
    title: str | None
    diary_numbers: tuple[str, ...]
    document: str
    sha256: str
    quoted: bool = False
    """True where the document only quotes the minutes of that meeting."""


class Holder(Struct, frozen=True):
    """One party behind an act."""

    party: str
    printed: str
    persons: tuple[str, ...] = ()
    jointly: tuple[str, ...] = ()
    caveats: tuple[str, ...] = ()


class Stand(Struct, frozen=True):
    """Where the act puts its holders: for or against what."""

    stance: Stance
    claim: str
    rank: int = 1
    """At best; the kind of evidence may be weaker."""
    caveats: tuple[str, ...] = ()
    fate: Fate | None = None
    context: str | None = None
    """The sentence that the claim points back to."""


class Proof(Struct, frozen=True):
    """The words that prove an act, and where its record stands in the document."""

    quote: Passage
    pointer: str


def setting_of(document: Document, item: Item, occasion: Occasion | None = None) -> Setting:
    """Return where an act of `item` took place: on its own occasion, or on that of the document."""
    head = document.head
    at = occasion or own_occasion(document)
    title = item.title or head.title
    return Setting(
        kind=head.kind,
        municipality=head.municipality.text if head.municipality else None,
        body=at.body,
        date=at.date,
        item=item.number.text if item.number else None,
        title=title.text if title else None,
        diary_numbers=tuple(each.text for each in item.diary_numbers or head.diary_numbers),
        document=document.source.path,
        sha256=document.source.sha256,
        quoted=at.quoted,
    )


def basis_of(act: Act, kind: DocumentKind) -> Basis:
    """Return the kind of evidence that a record is.

    Args:
        act: the record.
        kind: the kind of the document that holds it: what stands in a motion is what its authors want.

    >>> basis_of(Person("Eva Ek", "M", None, Span(0, 6), 1, "Eva Ek (M)"), DocumentKind.PROTOCOL).value
    'not_participating'
    """
    match act:
        case Vote():
            return Basis.VOTE
        case Proposal(source="retold"):
            return Basis.AUTHORSHIP
        case Proposal(source="paper") if kind is DocumentKind.COUNCIL_REPORT and act.by.persons and not act.by.parties:
            return Basis.REPORT
        case Proposal():
            return Basis.AUTHORSHIP if kind in _PAPERS else Basis.PROPOSAL
        case Reservation():
            return Basis.RESERVATION
        case Statement(kind=kind_of, text=text):
            substitute = kind_of is StatementKind.SUBSTITUTE_STATEMENT
            return Basis.HYPOTHETICAL if substitute or is_hypothetical(text.text) else Basis.STATEMENT
        case Person():
            return Basis.NOT_PARTICIPATING
        case Head(kind=DocumentKind.PARTY_PROGRAMME):
            return Basis.PROGRAMME
        case Item() | Head():
            return Basis.AUTHORSHIP


def shortened(words: str) -> str:
    """Return the beginning of a long claim, cut after a word: what its points say is read point by point elsewhere.

    >>> shortened("att gatan stängs av")
    'att gatan stängs av'
    """
    return words if len(words) <= _LONGEST_CLAIM else f"{words[: words.rfind(' ', 0, _LONGEST_CLAIM)]} …"


def is_hypothetical(words: str) -> bool:
    """Tell whether a statement begins with what somebody would have done with a vote.

    >>> is_hypothetical("Om jag hade haft rätt att rösta hade jag bifallit motionen.")
    True
    """
    return bool(_WITHOUT_VOTE.search(words, 0, _BEGINNING))


def position_of(act: Act, setting: Setting, holder: Holder, stand: Stand, proof: Proof) -> Position:
    """Return the position of one holder, with the basis that `act` is and no better rank."""
    basis = basis_of(act, setting.kind)
    more = (*(("joint",) if holder.jointly else ()), *(("quoted",) if setting.quoted else ()))
    return Position(
        party=holder.party,
        printed=holder.printed,
        persons=holder.persons,
        jointly=holder.jointly,
        stance=stand.stance,
        claim=shortened(stand.claim),
        context=stand.context,
        basis=basis,
        rank=max(RANKS[basis], stand.rank),
        caveats=tuple(dict.fromkeys((*stand.caveats, *holder.caveats, *more))),
        fate=stand.fate,
        municipality=setting.municipality,
        body=setting.body,
        date=setting.date,
        item=setting.item,
        title=setting.title,
        diary_numbers=setting.diary_numbers,
        document=setting.document,
        sha256=setting.sha256,
        pointer=proof.pointer,
        quote=proof.quote.printed,
        span=proof.quote.span,
        page=proof.quote.page,
    )


def passage_of(record: Person | Passage) -> Passage:
    """Return the words of a record as a passage short enough to quote; a long one is cut after a word.

    >>> passage_of(Passage("ja " * 400, Span(5, 1205), 1, "ja " * 400)).span
    Span(start=5, end=703)
    """
    words = record.printed
    if len(words) > _LONGEST_QUOTE:
        end = words.rfind(" ", 0, _LONGEST_QUOTE)
        words = words[: end if end > 0 else _LONGEST_QUOTE].rstrip()
    start = record.span.start
    text = record.text if isinstance(record, Passage) and len(words) == len(record.printed) else words
    return Passage(" ".join(text.split()), Span(start, start + len(words)), record.page, words)
