"""A hand-made meeting with one of everything that is judged; all names are invented."""

from msgspec.structs import replace

from protokoll.model.document import (
    FORMAT,
    Action,
    Actors,
    Attendance,
    Ballot,
    Decision,
    Document,
    DocumentKind,
    Fate,
    Head,
    Item,
    Outcome,
    Person,
    Point,
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
from protokoll.model.text import Passage, Span

TEXT = """Alvby kommun
Sammanträdesdatum 2023-05-04
§ 12 Cykelbanor i Norrby
Motionen avslås.
\fSida 2
Eva Ek (M) yrkar bifall till motionen om cykelbanor
"""
ANNOTATED = "Kommunstyrelsen får i uppdrag att till hösten återkomma med en plan för nya cykelbanor."
VIEW = "Cykeln är det enklaste sättet att ta sig fram i en liten kommun. " * 3


def passage(words: str) -> Passage:
    """Words at the place where they stand in TEXT, or at its start."""
    at = max(0, TEXT.find(words))
    return Passage(words, Span(at, at + len(words)), 1 + TEXT.count("\f", 0, at), words)


def person(name: str | None, party: str | None) -> Person:
    """Somebody without a place."""
    return Person(name, party, None, Span(0, 0), 1, name or "")


def actors(*named: tuple[str, str]) -> Actors:
    """Persons with their parties."""
    return Actors(persons=tuple(person(*each) for each in named), parties=tuple(party for _, party in named))


def point(words: str) -> Point:
    """A point without a number."""
    place = passage(words)
    return Point(None, words, place.span, place.page, words)


def proposal(action: Action, what: str | None, *named: tuple[str, str]) -> Proposal:
    """A proposal from the floor."""
    aim = passage(what) if what else None
    return Proposal(actors(*named), action, aim, (), None, None, "floor", Fate.UNKNOWN, Span(0, 0), 2)


def voter(name: str, party: str, vote: Voting) -> Voter:
    """One name of a roll."""
    return Voter(name, party, vote, Span(0, 0), 2, name)


def item(number: str) -> Item:
    """The § on cycle lanes, with everything that an item can hold."""
    span = Span(TEXT.index("§ 12"), len(TEXT))
    return Item(
        number=passage(number),
        title=passage("Cykelbanor i Norrby"),
        diary_numbers=(passage("KS 2023/118"),),
        decisions=(
            Decision(
                passage("Kommunfullmäktige"),
                Outcome.REJECT,
                (point("Motionen avslås."), point(ANNOTATED)),
                None,
                None,
                None,
                span,
                1,
            ),
        ),
        proposals=(
            replace(
                proposal(Action.APPROVE, "motionen om cykelbanor", ("Eva Ek", "M")),
                by=replace(actors(("Eva Ek", "M")), body=passage("Valberedningen")),
                points=(point("Motionen bifalls."),),
                statement=passage(VIEW),
            ),
            proposal(Action.REJECT, "motionen om cykelbanor", ("Bo Alm", "S"), ("Ida Björk", "V")),
        ),
        votes=(
            Vote(
                VoteKind.MAIN,
                Ballot(passage("avslag på motionen"), passage("bifall till motionen")),
                2,
                1,
                None,
                None,
                None,
                (
                    voter("Bo Alm", "S", Voting.YES),
                    voter("Ida Björk", "V", Voting.YES),
                    voter("Eva Ek", "M", Voting.NO),
                ),
                None,
                False,
                span,
                2,
            ),
        ),
        reservations=(
            Reservation(actors(("Eva Ek", "M")), None, passage("Eva Ek (M) reserverar sig."), (), None, span, 2),
        ),
        statements=(
            Statement(
                StatementKind.SPECIAL_STATEMENT,
                actors(("Ida Björk", "V")),
                None,
                passage(VIEW),
                None,
                span,
                2,
            ),
        ),
        recusals=(person("Per Gran", "C"),),
        not_participating=(person(None, "SD"),),
        attachments=(passage("Motion den 3 april 2023"),),
        span=span,
    )


def meeting() -> Document:
    """A council's meeting of two §§: one with everything, one with a title only."""
    bare = Item(passage("13"), passage("Information"), ())
    return Document(
        FORMAT,
        Source("alvby.txt", "0" * 64, len(TEXT), "text", "utf-8", len(TEXT), "default"),
        Head(
            DocumentKind.PROTOCOL,
            passage("Alvby"),
            passage("Kommunfullmäktige"),
            passage("2023-05-04"),
            passage("Protokoll nr 4"),
            (passage("KS 2023/1"),),
            actors(("Bo Alm", "S")),
            None,
        ),
        (
            Attendance("Bo Alm", "S", Role.CHAIR, None, None, Span(0, 0), 1, "Bo Alm (S)"),
            Attendance("Eva Ek", "M", Role.MEMBER, None, None, Span(0, 0), 1, "Eva Ek (M)"),
        ),
        (item("12"), bare),
    )
