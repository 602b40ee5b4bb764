"""Small archives of an invented municipality, made of records and not of files."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from msgspec.structs import replace

from protokoll.archive.store import rebuild
from protokoll.archive.store.opening import open_database
from protokoll.export import encode
from protokoll.model.document import Actors, Document, Item, Point, Reference, ReferenceKind, Reservation, Section
from protokoll.model.text import Passage, Span
from tests.invented import make_document

__all__ = ["dated", "make_archive", "make_full", "opened", "passage", "reserved", "rows", "section", "titled"]


def passage(text: str, page: int = 1) -> Passage:
    """Return words that stand at the beginning of a page."""
    return Passage(text, Span(0, len(text)), page, text)


def dated(document: Document, date: str, body: str = "Kommunstyrelsen") -> Document:
    """Return a document of another day and body."""
    return replace(document, head=replace(document.head, date=passage(date), body=passage(body)))


def titled(*titles: str, first: int = 1) -> Document:
    """Return a protocol whose §§ have these titles and nothing else, numbered from `first`."""
    items = tuple(Item(passage(str(first + i)), passage(title), ()) for i, title in enumerate(titles))
    return replace(make_document(), items=items, remarks=(), attendance=())


def reserved(party: str, text: str) -> Document:
    """Return a protocol of one § with a reservation of a party."""
    reservation = Reservation(Actors(parties=(party,)), None, passage(text, 3), (), None, Span(0, 9), 3)
    item = Item(passage("1"), passage("Ett ärende"), (), reservations=(reservation,))
    return replace(make_document(), items=(item,), remarks=(), attendance=())


def section(*paragraphs: Passage) -> Document:
    """Return a protocol of one § with running text."""
    item = Item(passage("1"), passage("Ett ärende"), (), sections=(Section("background", None, None, paragraphs),))
    return replace(make_document(), items=(item,), remarks=(), attendance=())


def make_full() -> Document:
    """Return the invented document with what it lacks: authors, running text, questions and what is named."""
    document = make_document()
    amount = Reference(ReferenceKind.AMOUNT, "2500000 kr", 2_500_000.0, Span(0, 10), 2, "2,5 mnkr")
    first, *others = document.items
    decision = first.decisions[0]
    point = replace(decision.points[0], verb="avslå", addressee=passage("tekniska nämnden"), references=(amount,))
    first = replace(
        first,
        decisions=(replace(decision, points=(point, *decision.points[1:])),),
        questions=(Point("1", "När kommer cykelställen?", Span(0, 9), 2, "När kommer"),),
        sections=(Section("background", passage("Bakgrund"), None, (passage("Det var en gång."),)),),
        references=(replace(amount, kind=ReferenceKind.LAW, text="4 kap. 27 § kommunallagen", value=None),),
    )
    head = replace(document.head, authors=Actors(parties=("V",)))
    return replace(document, head=head, items=(first, *others))


def make_archive(folder: Path, documents: Mapping[str, Document], *, database: bool = True) -> Path:
    """Write documents as an archive without a manifest, and its database; return the folder."""
    for key, document in documents.items():
        path = folder / "documents" / f"{key}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(encode(replace(document, source=replace(document.source, path=f"{key}.txt"))))
    if database:
        rebuild(folder)
    return folder


def rows(folder: Path, query: str, *values: object) -> list[tuple[object, ...]]:
    """Return the answer of an archive's database."""
    with closing(open_database(folder / "protokoll.db")) as database:
        database.row_factory = None
        found: list[tuple[object, ...]] = database.execute(query, values).fetchall()
        return found


def opened(folder: Path) -> sqlite3.Connection:
    """Return the database of an archive."""
    return open_database(folder / "protokoll.db")
