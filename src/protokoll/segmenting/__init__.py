"""CleanText → Outline: where things are."""

from protokoll.grammar import Grammar
from protokoll.model.document import DocumentKind
from protokoll.model.outline import Outline
from protokoll.model.text import CleanText
from protokoll.segmenting.kind import find_kind
from protokoll.segmenting.matter import segment_matter
from protokoll.segmenting.minutes import segment_minutes

__all__ = ["segment"]

_MINUTES = (DocumentKind.PROTOCOL, DocumentKind.PROTOCOL_EXTRACT)


def segment(text: CleanText, grammar: Grammar) -> Outline:
    """Return the kind of the document and the blocks of its text, which tile it."""
    kind, _ = find_kind(text, grammar)
    if kind in _MINUTES:
        return segment_minutes(text, kind, grammar)
    return segment_matter(text, kind, grammar)
