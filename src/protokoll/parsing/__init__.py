"""Outline → Document: what the blocks say."""

from protokoll.grammar import Grammar
from protokoll.model.document import FORMAT, Attendance, Document, DocumentKind, Source
from protokoll.model.outline import Outline
from protokoll.model.text import CleanText
from protokoll.parsing.condition import condition_doubts
from protokoll.parsing.details import with_details
from protokoll.parsing.running import with_sections

__all__ = ["parse"]

_MINUTES = (DocumentKind.PROTOCOL, DocumentKind.PROTOCOL_EXTRACT)


def parse(text: CleanText, outline: Outline, grammar: Grammar) -> Document:
    """Return what a record says: its head, who was there, its items, and every doubt.

    Args:
        text: the cleaned text, which knows the way back to the source.
        outline: the blocks of that text.
        grammar: the wordings of the profile in use.
    """
    attendance: tuple[Attendance, ...] = ()
    # Only what reads this kind is loaded: its expressions take a tenth of a second to compile.
    if outline.kind in _MINUTES:
        from protokoll.parsing.minutes import parse_minutes

        head, attendance, items, remarks = parse_minutes(text, outline, grammar)
    else:
        from protokoll.parsing.matters import parse_matter

        head, items, remarks = parse_matter(text, outline, grammar)
    source = text.source
    return Document(
        format=FORMAT,
        source=Source(
            source.path,
            source.sha256,
            source.size,
            source.reader,
            source.encoding,
            len(source.text),
            grammar.profile,
            text.pages,
        ),
        head=head,
        attendance=attendance,
        items=with_details(text, outline, with_sections(text, outline, items), grammar),
        remarks=(*condition_doubts(text, outline), *remarks),
    )
