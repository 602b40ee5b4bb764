"""Before which body and on which day an act took place, where a document holds the minutes of several."""

from typing import NamedTuple

from protokoll.grammar import fold
from protokoll.model.document import Document, DocumentKind, Item
from protokoll.model.text import Passage, Span

__all__ = ["OWN_MINUTES", "Occasion", "occasion_of", "own_occasion"]

OWN_MINUTES = (DocumentKind.PROTOCOL, DocumentKind.PROTOCOL_EXTRACT, DocumentKind.AGENDA)
"""The kinds of document that tell of one meeting of one body."""
_REACH = 8_000
"""Characters: an act farther than this after a decision belongs to no known meeting."""


class Occasion(NamedTuple):
    """When and where."""

    body: str | None
    date: str | None
    quoted: bool
    """True for the meeting of another body, or an earlier one, whose minutes the document holds."""


def own_occasion(document: Document) -> Occasion:
    """Return the body and the day of the document itself."""
    head = document.head
    return Occasion(head.body.text if head.body else None, head.date.text if head.date else None, False)


def occasion_of(
    document: Document, item: Item, span: Span, body: Passage | None = None, date: Passage | None = None
) -> Occasion:
    """Return the occasion of the act at `span`.

    Minutes tell of their own meeting. A report to the council holds extracts of others' minutes; an act there of which
    the record tells no body belongs to the decision that it follows most closely, and to no known body where that is
    far away.

    Args:
        document: the document.
        item: its §.
        span: where the act stands.
        body: the body before which the act was made, where the record says so.
        date: the day of the act, where the record says so.
    """
    own, day, _ = own_occasion(document)
    if document.head.kind in OWN_MINUTES:
        return Occasion(body.text if body else own, day, body is not None and not _same(body, own))
    if body is None and date:
        return Occasion(None, date.text, True)
    if body is not None:
        told_of = [(each.body, each.date) for each in item.decisions]
        told_of += [(each.body, each.date) for each in item.votes]
        dates = {at.text for place, at in told_of if place and at and _same(place, body.text)}
        told = date.text if date else dates.pop() if len(dates) == 1 else day
        return Occasion(body.text, told, not _same(body, own))
    before = [each for each in item.decisions if each.span.start <= span.start]
    if not before:
        return Occasion(own, day, False)
    last = max(before, key=lambda each: each.span.start)
    if last.span.end + _REACH < span.start or last.body is None:
        return Occasion(None, day, True)
    quoted = last.date is not None or not _same(last.body, own)
    return Occasion(last.body.text, last.date.text if last.date else day, quoted)


def _same(body: Passage, name: str | None) -> bool:
    return fold(body.text) == fold(name or "")
