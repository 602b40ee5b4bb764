"""What minutes say of themselves: body, date, number, municipality."""

import re

from protokoll.grammar import Grammar
from protokoll.model.document import Actors, DocumentKind, Head, Item
from protokoll.model.outline import BlockKind, Outline
from protokoll.model.remark import Remark, RemarkCode
from protokoll.model.text import CleanText, Passage, Span
from protokoll.parsing.bodies import find_body
from protokoll.parsing.fronts import find_meeting_date
from protokoll.parsing.municipalities import find_municipality

__all__ = ["find_body", "find_municipality", "front_of", "minutes_head"]

_NUMBER = re.compile(
    r"(?:Sammanträdes)?protokoll\s+(?:\(?nr\.?\s*\d+(?:[/:]\d+)?\)?|\d{1,3}/(?:19|20)\d\d(?!\d))", re.IGNORECASE
)


def minutes_head(
    text: CleanText, outline: Outline, items: tuple[Item, ...], grammar: Grammar
) -> tuple[Head, list[Remark]]:
    """Return what the heads and feet of the pages, the front page and the first § say of a protocol.

    Args:
        text: the record.
        outline: its blocks.
        items: its §§; the title and numbers of an extract are those of its one item.
        grammar: the wordings.

    >>> from protokoll.grammar import load
    >>> from protokoll.model.text import SourceText
    >>> words = "LUNDS KOMMUN Kommunstyrelsen 2016-02-01"
    >>> text = CleanText(SourceText("-", "", 0, "text", None, words), (), words)
    >>> head, doubts = minutes_head(text, Outline(DocumentKind.PROTOCOL, ()), (), load())
    >>> head.municipality.text, [doubt.code.value for doubt in doubts]
    ('Lund', ['body_missing', 'date_missing'])
    """
    front = front_of(outline)
    body = find_body(text, outline, grammar)
    date = find_meeting_date(text, front, grammar)
    remarks = []
    if body is None:
        remarks.append(Remark(RemarkCode.BODY_MISSING, "the body whose minutes these are is not printed"))
    if date is None:
        remarks.append(Remark(RemarkCode.DATE_MISSING, "no date of the meeting is printed"))
    extract = outline.kind is DocumentKind.PROTOCOL_EXTRACT and len(items) == 1
    head = Head(
        kind=outline.kind,
        municipality=find_municipality(text, grammar),
        body=body,
        date=date,
        title=items[0].title if extract else _number(text, front),
        diary_numbers=items[0].diary_numbers if extract else (),
        authors=Actors(),
        addressee=None,
    )
    return head, remarks


def front_of(outline: Outline) -> Span:
    """Return where the front page is, an empty span where there is none.

    >>> front_of(Outline(DocumentKind.PROTOCOL, ()))
    Span(start=0, end=0)
    """
    if outline.blocks and outline.blocks[0].kind is BlockKind.FRONT:
        return outline.blocks[0].span
    return Span(0, 0)


def _number(text: CleanText, front: Span) -> Passage | None:
    """Return the number of the meeting's minutes, with its label: 'Protokoll nr 7'."""
    for passage in text.furniture:
        match = _NUMBER.search(passage.printed)
        if match:
            span = Span(passage.span.start + match.start(), passage.span.start + match.end())
            return Passage(" ".join(match[0].split()), span, passage.page, span.of(text.source.text))
    match = _NUMBER.search(text.text, front.start, front.end)
    return text.passage(*match.span()) if match else None
