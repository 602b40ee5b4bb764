"""The votes of a document without all else: small enough to keep, and enough to count agreement on."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from msgspec.structs import replace

from protokoll.model.document import Document, Item

__all__ = ["only_votes", "read_votes"]

_NOTHING = Item(None, None, ())


def only_votes(document: Document) -> bytes:
    """Return the votes of a document, with attendance and decisions, as msgpack; nothing where it has no votes.

    Each § stays at its place, so that pointers hold.
    """
    if not any(item.votes for item in document.items):
        return b""
    items = tuple(
        Item(
            number=item.number,
            title=item.title,
            diary_numbers=item.diary_numbers,
            decisions=tuple(replace(each, points=()) for each in item.decisions),
            votes=item.votes,
            span=item.span,
            page=item.page,
        )
        if item.votes
        else _NOTHING
        for item in document.items
    )
    return msgspec.msgpack.encode(replace(document, items=items, remarks=()))


def read_votes(kept: Iterable[bytes]) -> tuple[Document, ...]:
    """Return the documents that `only_votes` kept."""
    decode = msgspec.msgpack.Decoder(Document).decode
    return tuple(decode(each) for each in kept)
