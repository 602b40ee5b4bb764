"""The running text of an item as rows: sections and their paragraphs."""

from __future__ import annotations

from protokoll.archive.store.rows import Rows, place_of, words_of
from protokoll.model.document import Item

__all__ = ["add_sections"]


def add_sections(rows: Rows, document: str, item: str, record: Item) -> None:
    """Add the sections of an item, and their paragraphs.

    Args:
        rows: where to add them.
        document: the key of the document.
        item: the key of the item.
        record: the item.
    """
    for i, section in enumerate(record.sections):
        key = f"{item}/sections/{i}"
        first = section.heading or (section.paragraphs[0] if section.paragraphs else None)
        last = section.paragraphs[-1] if section.paragraphs else first
        place = place_of(first.span, first.page, words_of(section.heading) and first.printed) if first else {}
        if last:
            place["span_end"] = last.span.end
        rows.add(
            "sections",
            id=key,
            document=document,
            item=item,
            position=i + 1,
            kind=section.kind,
            heading=words_of(section.heading),
            body=words_of(section.body),
            **place,
        )
        for j, each in enumerate(section.paragraphs):
            rows.add(
                "paragraphs",
                id=f"{key}/paragraphs/{j}",
                document=document,
                section=key,
                position=j + 1,
                text=each.text,
                **place_of(each.span, each.page, each.printed),
            )
