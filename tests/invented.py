"""A document of an invented municipality in which every record of the model occurs at least once."""

import hashlib
import re

from protokoll.model.document import (
    FORMAT,
    Action,
    Actors,
    Attendance,
    Ballot,
    Contest,
    Decision,
    Document,
    DocumentKind,
    Fate,
    Head,
    Item,
    Outcome,
    Person,
    Point,
    Pointer,
    Proposal,
    Reservation,
    Role,
    Source,
    Statement,
    StatementKind,
    Vote,
    VoteKind,
    Voter,
    Voting,
)
from protokoll.model.remark import Remark, RemarkCode
from protokoll.model.text import Passage, Span

__all__ = ["TEXT", "make_document"]

TEXT = """\
Almunda kommun
Kommunstyrelsen
Protokoll 2024-03-06
Närvarande: Maj Grön (MP), ordförande
Ove Röd (S), tjänstgörande ersättare för Siv Ros (S) §§ 11–12
\f§ 11 Motion om cykel-
ställ vid Åskolan
Dnr KS 2024/17
Beslut
Kommunstyrelsen beslutar enligt kommunstyrelsens arbetsutskotts förslag:
1. Motionen avslås.
2. Paragrafen justeras omedelbart.
Yrkanden
Maj Grön (MP) yrkar avslag på motionen.
Per Blom (M) yrkar i första hand bifall till motionen:
a) =SUMMA av *alla* cykelställ redovisas_årligen.
och anför: Det behövs | fler platser.
Propositionsordning
Ordföranden frågar om motionen kan avslås och finner att så sker. Omröstning begärs.
Omröstning
Ja för avslag på motionen. Nej för bifall till motionen.
Med 2 ja mot 1 nej avslås motionen. Se bilaga 2.
Maj Grön MP Ja
Ove Röd S Ja
Per Blom M Nej
\fReservation
Per Blom (M) reserverar sig till förmån för sitt eget yrkande.
Särskilt uttalande
Vänsterpartiet: Vi hade önskat en plan, se bilaga 3.
Jäv: Lo Lind (C)
Deltar inte: Sverigedemokraterna
Handlingar: Motion 2023-11-01
Tidigare: Arbetsutskottet 2024-02-20
Skickas till: Tekniska nämnden
§ 12 Anmälningar
Anmälan antecknas.
"""

_PAGES = [match.start() for match in re.finditer(r"\A|(?<=\f)", TEXT)]


def make_document(path: str = "ks-2024-03-06.txt") -> Document:
    """Return the document; equal for equal `path`."""
    data = TEXT.encode()
    head = Head(
        kind=DocumentKind.PROTOCOL,
        municipality=_passage("Almunda"),
        body=_passage("Kommunstyrelsen"),
        date=_passage("2024-03-06"),
        title=None,
        diary_numbers=(_passage("KS 2024/17"),),
        authors=Actors(),
        addressee=None,
    )
    return Document(
        format=FORMAT,
        source=Source(path, hashlib.sha256(data).hexdigest(), len(data), "text", "utf-8", len(TEXT), "default"),
        head=head,
        attendance=(
            _attendance("Maj Grön", "MP", Role.CHAIR),
            _attendance("Ove Röd", "S", Role.SERVING_SUBSTITUTE, "Siv Ros", "§§ 11–12"),
        ),
        items=(_motion(), _notices()),
        remarks=(
            Remark(RemarkCode.DATE_MISSING, "A doubt about the whole."),
            Remark(RemarkCode.TARGET_MISSING, "Annex 3 is not in this text.", *_where("bilaga 3")),
        ),
    )


def _motion() -> Item:
    return Item(
        number=_passage("11"),
        title=_passage("Motion om cykel-\nställ vid Åskolan", "Motion om cykelställ vid Åskolan"),
        diary_numbers=(_passage("KS 2024/17"),),
        decisions=(_decision(),),
        proposals=_proposals(),
        question_order=(Contest(_passage("om motionen kan avslås"), _passage("så sker"), vote_demanded=True),),
        votes=(_vote(),),
        reservations=(_reservation(),),
        statements=(_statement(),),
        recusals=(_person("Lo Lind", "C"),),
        not_participating=(Person(None, "SD", None, *_where("Sverigedemokraterna")),),
        attachments=(_passage("Motion 2023-11-01"),),
        history=(_passage("Arbetsutskottet 2024-02-20"),),
        recipients=(_passage("Tekniska nämnden"),),
        span=Span(TEXT.index("§ 11 M"), TEXT.index("§ 12")),
        page=2,
    )


def _notices() -> Item:
    point = Point(None, "Anmälan antecknas.", *_where("Anmälan antecknas."))
    decision = Decision(None, None, (point,), None, None, None, *_where("Anmälan antecknas.")[:2])
    empty = Decision(
        None, Outcome.NOTE, (), None, _passage("Tekniska nämnden"), None, *_where("Anmälan antecknas.")[:2]
    )
    return Item(
        number=_passage("12"),
        title=_passage("Anmälningar"),
        diary_numbers=(),
        decisions=(decision, empty),
        span=Span(TEXT.index("§ 12"), len(TEXT)),
        page=3,
    )


def _decision() -> Decision:
    return Decision(
        body=_passage("Kommunstyrelsen"),
        outcome=Outcome.REJECT,
        points=(
            Point("1", "Motionen avslås.", *_where("Motionen avslås.")),
            Point(
                "2",
                "Paragrafen justeras omedelbart.",
                *_where("Paragrafen justeras omedelbart."),
                procedural=True,
            ),
        ),
        follows=_passage("kommunstyrelsens arbetsutskotts förslag"),
        proposes_to=None,
        date=None,
        span=_where("Kommunstyrelsen beslutar")[0],
        page=2,
    )


def _proposals() -> tuple[Proposal, ...]:
    words = "=SUMMA av *alla* cykelställ redovisas_årligen."
    return (
        Proposal(
            by=Actors(persons=(_person("Maj Grön", "MP"),), parties=("MP",)),
            action=Action.REJECT,
            object=_passage("motionen"),
            points=(),
            statement=None,
            rank=None,
            source="floor",
            fate=Fate.ADOPTED,
            span=_where("Maj Grön (MP) yrkar avslag på motionen.")[0],
            page=2,
        ),
        Proposal(
            by=Actors(persons=(_person("Per Blom", "M"),), parties=("M",)),
            action=Action.APPROVE,
            object=_passage("motionen"),
            points=(Point("a", words, *_where(words)),),
            statement=_passage("Det behövs | fler platser."),
            rank=1,
            source="floor",
            fate=Fate.UNKNOWN,
            span=_where("Per Blom (M) yrkar")[0],
            page=2,
        ),
    )


def _vote() -> Vote:
    roll = (("Maj Grön", "MP", Voting.YES), ("Ove Röd", "S", Voting.YES), ("Per Blom", "M", Voting.NO))
    return Vote(
        kind=VoteKind.MAIN,
        ballot=Ballot(_passage("avslag på motionen"), _passage("bifall till motionen")),
        yes=2,
        no=1,
        abstain=0,
        absent=None,
        tally=_passage("2 ja mot 1 nej"),
        roll=tuple(Voter(name, party, vote, *_where(f"{name} {party}")) for name, party, vote in roll),
        annex="2",
        casting_vote=True,
        span=_where("Ja för avslag")[0],
        page=2,
    )


def _reservation() -> Reservation:
    return Reservation(
        by=Actors(persons=(_person("Per Blom", "M"),), parties=("M",)),
        body=_passage("Kommunstyrelsen"),
        text=_passage("Per Blom (M) reserverar sig till förmån för sitt eget yrkande."),
        favours=("/items/0/proposals/1",),
        pointer=Pointer(_passage("sitt eget yrkande"), "/items/0/proposals/1"),
        span=_where("Per Blom (M) reserverar sig")[0],
        page=3,
    )


def _statement() -> Statement:
    return Statement(
        kind=StatementKind.SPECIAL_STATEMENT,
        by=Actors(parties=("V",), printed=_passage("Vänsterpartiet")),
        body=None,
        text=_passage("Vi hade önskat en plan, se bilaga 3."),
        pointer=Pointer(_passage("se bilaga 3"), None),
        span=_where("Vänsterpartiet: Vi")[0],
        page=3,
    )


def _attendance(
    name: str, party: str, role: Role, serves_for: str | None = None, note: str | None = None
) -> Attendance:
    return Attendance(name, party, role, serves_for, note, *_where(f"{name} ({party})"))


def _person(name: str, party: str) -> Person:
    return Person(name, party, None, *_where(f"{name} ({party})"))


def _where(words: str) -> tuple[Span, int, str]:
    """Return span, page and printed words of the first place where `words` stand."""
    start = TEXT.index(words)
    page = sum(first <= start for first in _PAGES)
    return Span(start, start + len(words)), page, words


def _passage(words: str, text: str | None = None) -> Passage:
    return Passage(text or words, *_where(words))
