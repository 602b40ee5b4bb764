"""A document as rows of every table: head and attendance here, the acts of each item by `acts`."""

from __future__ import annotations

from bisect import bisect_right

from protokoll.archive.store.actors import add_actors
from protokoll.archive.store.acts import add_acts
from protokoll.archive.store.rows import Rows, as_list, place_of, words_of
from protokoll.archive.store.sections import add_sections
from protokoll.export.phrases import name_actors
from protokoll.model.document import Document, DocumentKind, Head, Item

__all__ = ["add_document", "key_of"]


def key_of(document: str, pointer: str) -> str:
    """Return the key of what stands at a JSON pointer of a document.

    >>> key_of("ks/2024-03-06", "/items/3")
    'ks/2024-03-06#/items/3'
    """
    return f"{document}#{pointer}"


def add_document(rows: Rows, key: str, document: Document) -> None:
    """Add all rows of a document.

    Args:
        rows: where to add them.
        key: the name of the document in its archive.
        document: the record.
    """
    _add_head(rows, key, document)
    for i, each in enumerate(document.attendance):
        rows.add(
            "attendance",
            id=key_of(key, f"/attendance/{i}"),
            document=key,
            position=i + 1,
            name=each.name,
            party=each.party,
            role=each.role,
            serves_for=each.serves_for,
            note=each.note,
            **place_of(each.span, each.page, each.printed),
        )
    for i, item in enumerate(document.items):
        _add_item(rows, key, i, item)
    _add_remarks(rows, key, document)


def _add_head(rows: Rows, key: str, document: Document) -> None:
    head, source = document.head, document.source
    date = words_of(head.date)
    rows.add(
        "documents",
        id=key,
        label=_label(head) or key,
        kind=head.kind,
        municipality=words_of(head.municipality),
        body=words_of(head.body),
        date=date,
        year=int(date[:4]) if date and date[:4].isdigit() else None,
        title=words_of(head.title),
        diary_numbers=as_list(words_of(each) for each in head.diary_numbers),
        authors=name_actors(head.authors) or None,
        parties=as_list(head.authors.parties),
        addressee=words_of(head.addressee),
        item_count=len(document.items),
        remark_count=len(document.remarks),
        path=source.path,
        sha256=source.sha256,
        size=source.size,
        reader=source.reader,
        encoding=source.encoding,
        characters=source.characters,
        profile=source.profile,
    )
    add_actors(rows, "document_authors", key_of(key, "/document/authors"), {"document": key}, head.authors)
    for i, number in enumerate(head.diary_numbers):
        rows.add(
            "diary_numbers",
            id=key_of(key, f"/document/diary_numbers/{i}"),
            document=key,
            diary_number=number.text,
            **place_of(number.span, number.page, number.printed),
        )


def _label(head: Head) -> str:
    """Return what a protocol is called by, its body and date; another paper is called by its title."""
    body, date, title = words_of(head.body), words_of(head.date), words_of(head.title)
    if title and head.kind not in (DocumentKind.PROTOCOL, DocumentKind.AGENDA):
        return title
    return " ".join(filter(None, (body, date))) or title or ""


def _add_item(rows: Rows, key: str, at: int, item: Item) -> None:
    own = key_of(key, f"/items/{at}")
    rows.add(
        "items",
        id=own,
        document=key,
        position=at + 1,
        number=words_of(item.number),
        title=words_of(item.title),
        diary_numbers=as_list(words_of(each) for each in item.diary_numbers),
        **place_of(item.span, item.page, item.title.printed if item.title else None),
    )
    for i, number in enumerate(item.diary_numbers):
        rows.add(
            "diary_numbers",
            id=f"{own}/diary_numbers/{i}",
            document=key,
            item=own,
            diary_number=number.text,
            **place_of(number.span, number.page, number.printed),
        )
    add_acts(rows, key, own, item)
    add_sections(rows, key, own, item)


def _add_remarks(rows: Rows, key: str, document: Document) -> None:
    """A remark belongs to the item in whose span it stands."""
    starts = sorted((item.span.start, item.span.end, i) for i, item in enumerate(document.items))
    for i, remark in enumerate(document.remarks):
        item = None
        if remark.span:
            at = bisect_right(starts, (remark.span.start, 1 << 60, 0)) - 1
            if at >= 0 and remark.span.start < starts[at][1]:
                item = key_of(key, f"/items/{starts[at][2]}")
        rows.add(
            "remarks",
            id=key_of(key, f"/remarks/{i}"),
            document=key,
            item=item,
            code=remark.code,
            message=remark.message,
            **place_of(remark.span, remark.page, remark.printed),
        )
