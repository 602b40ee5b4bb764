"""The marks of a text in the index: what it is, whose, where and when; so that one query answers all at once."""

from __future__ import annotations

from protokoll.archive.store.language.forms import mark
from protokoll.archive.store.texts import Text
from protokoll.model.document import Document

__all__ = ["document_marks", "text_marks"]


def document_marks(document: Document) -> list[str]:
    """Return the marks that every text of a document has: its kind, body, municipality and year.

    >>> from protokoll.archive.store.language.forms import MARK
    >>> from protokoll.model.document import Actors, DocumentKind, Head, Source
    >>> head = Head(DocumentKind.MOTION, None, None, None, None, (), Actors(), None)
    >>> [each.removeprefix(MARK) for each in document_marks(Document(1, Source("", "", 0, "", None, 0, ""), head))]
    ['kindmotion']
    """
    head = document.head
    given = (("body", head.body), ("municipality", head.municipality))
    marks = [mark("kind", head.kind), *(mark(name, passage.text) for name, passage in given if passage)]
    return [*marks, mark("year", head.date.text[:4])] if head.date else marks


def text_marks(text: Text) -> list[str]:
    """Return the marks of one text beside those of its document: its kind, parties and bodies.

    >>> from protokoll.archive.store.language.forms import MARK
    >>> [each.removeprefix(MARK) for each in text_marks(Text("vote", "/items/0/votes/0", 0, "", ("S",)))]
    ['kindvote', 'partys']
    """
    return [
        mark("kind", text.kind),
        *(mark("party", party) for party in text.parties),
        *(mark("body", body) for body in text.bodies),
    ]
