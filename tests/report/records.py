"""Invented positions, changes and votes of Almunda, some of them hostile."""

from protokoll.model.comparison import Comparison, Side
from protokoll.model.coverage import Coverage, Dated, Paper, Unread
from protokoll.model.document import (
    FORMAT,
    Actors,
    Ballot,
    Document,
    DocumentKind,
    Fate,
    Head,
    Item,
    Source,
    Vote,
    VoteKind,
    Voter,
    Voting,
)
from protokoll.model.position import RANKS, Basis, Change, Position, Relation, Stance
from protokoll.model.text import Passage, Span

__all__ = ["HOSTILE", "make_comparison", "make_coverage", "make_position", "make_positions", "make_voted"]

HOSTILE = (
    '</script></style><script>document.title="tagen"</script>'
    '<img src="http://almunda.example/x.png" onerror=alert(1)>"\'&{{ 7*7 }}'
)
"""What no page may run, load or stumble over."""


def make_position(**changed: object) -> Position:
    """Return a position of V on bicycle stands, with some fields changed."""
    basis = Basis(str(changed.get("basis", Basis.PROPOSAL)))
    fields: dict[str, object] = {
        "party": "V",
        "printed": "Ove Röd (V)",
        "persons": ("Ove Röd",),
        "stance": Stance.DEMAND,
        "claim": "Fler cykelställ ska byggas vid Åskolan.",
        "topic": "cykling",
        "basis": basis,
        "rank": RANKS[basis],
        "municipality": "Almunda",
        "body": "Kommunstyrelsen",
        "date": "2024-03-06",
        "item": "11",
        "title": "Motion om cykelställ",
        "diary_numbers": ("KS 2024/17",),
        "document": "protokoll/ks-2024-03-06.txt",
        "sha256": "ab",
        "pointer": "/items/0/proposals/0",
        "quote": "Fler cykelställ ska\nbyggas vid Åskolan.",
        "span": Span(100, 139),
        "page": 2,
    }
    return Position(**(fields | changed))  # type: ignore[arg-type] # the fields are those of a position


def make_positions() -> tuple[Position, ...]:
    """Return positions of two parties, two topics and three years, of several kinds of evidence."""
    return (
        make_position(date="2022-05-04", basis=Basis.PROGRAMME, quote="Vi vill ha cykelställ.", span=Span(1, 23)),
        make_position(fate=Fate.REJECTED, jointly=("MP",)),
        make_position(party="MP", printed="Maj Grön (MP)", persons=("Maj Grön",), fate=Fate.REJECTED, jointly=("V",)),
        make_position(
            basis=Basis.VOTE, stance=Stance.AGAINST, claim="avslag på motionen", quote="Nej", persons=(),
            span=Span(200, 203),
        ),
        make_position(
            date="2023-10-23", topic="skolmat", title="Skolans kök", claim="Maten ska lagas i skolan.", sha256="cd",
            basis=Basis.RESERVATION, quote="Maten ska lagas i skolan.", span=Span(5, 30), caveats=("hedged",), item="4",
        ),
        make_position(date=None, topic=None, title=None, body=None, item=None, sha256="ef", span=Span(7, 30)),
    )  # fmt: skip


def make_coverage(*dates: str | None) -> Coverage:
    """Return a coverage with a document for each date, an undated one and one that could not be read."""
    papers = [
        Paper(
            document=f"protokoll/ks-{date}.txt",
            sha256=str(at),
            kind=DocumentKind.PROTOCOL,
            municipality="Almunda",
            body="Kommunstyrelsen",
            date=date,
            dated=Dated.TEXT if date else Dated.NONE,
            parties=("MP", "V"),
        )
        for at, date in enumerate(dates or ("2022-05-04", "2024-03-06", None))
    ]
    return Coverage(papers=tuple(papers), unread=(Unread("protokoll/bild.pdf", "it has no text"),))


def make_comparison() -> Comparison:
    """Return a comparison of V, once FP-like renamed, with a change of every kind."""
    early, late = make_position(date="2016-02-01", party="VPK"), make_position(sha256="ny")
    pairs = [
        Change(
            party="V", topic="cykling", relation=relation, before=early, after=late, weight=0.8 - 0.1 * at,
            weak=relation is Relation.RELATED, reasons=("the same diary number: KS 2024/17",),
        )
        for at, relation in enumerate(Relation)
        if relation not in (Relation.NEW, Relation.NOT_FOUND_LATER)
    ]  # fmt: skip
    alone = {"party": "V", "topic": "skolmat", "weight": 0.0, "weak": False, "reasons": ()}
    new = Change(relation=Relation.NEW, before=None, after=late, **alone)  # type: ignore[arg-type]
    gone = Change(relation=Relation.NOT_FOUND_LATER, before=early, after=None, **alone)  # type: ignore[arg-type]
    return Comparison(
        party="V",
        codes=("V", "VPK"),
        before=Side(label="2016", positions=6, coverage=make_coverage("2016-02-01")),
        after=Side(label="2024", positions=6, coverage=make_coverage("2024-03-06")),
        changes=(*pairs, new, gone),
    )


def make_voted(*rolls: str, year: int = 2024) -> Document:
    """Return minutes with a vote for each roll; a roll is 'S:yes S:yes M:no'."""
    votes = [
        Vote(
            kind=VoteKind.MAIN,
            ballot=Ballot(yes=_words("bifall till förslaget"), no=_words(f"avslag {HOSTILE}")),
            yes=None, no=None, abstain=None, absent=None, tally=None,
            roll=tuple(
                Voter(f"Ledamot {place}", party, Voting(side), Span(0, 3), 2, "x")
                for place, (party, side) in enumerate(each.split(":") for each in roll.split())
            ),
            annex=None, casting_vote=False, span=Span(0, 3), page=2,
        )
        for roll in rolls
    ]  # fmt: skip
    items = tuple(
        Item(number=_words(str(at)), title=_words(f"Ärende {at}"), diary_numbers=(), votes=(vote,))
        for at, vote in enumerate(votes, 1)
    )
    return Document(
        format=FORMAT,
        source=Source(f"kf-{year}.txt", f"{year}", 1, "text", "utf-8", 100, "default"),
        head=Head(
            DocumentKind.PROTOCOL, _words("Almunda"), _words("Kommunfullmäktige"), _words(f"{year}-05-02"), None, (),
            Actors(), None,
        ),
        items=items,
    )  # fmt: skip


def _words(text: str) -> Passage:
    return Passage(text=text, span=Span(0, 3), page=2, printed="abc")
