"""CleanText → Outline: where things are."""

from msgspec.structs import replace

from protokoll.grammar import Grammar
from protokoll.model.document import DocumentKind
from protokoll.model.outline import Outline
from protokoll.model.text import CleanText
from protokoll.segmenting.damage import is_damaged
from protokoll.segmenting.kind import find_kind
from protokoll.segmenting.matter import segment_matter
from protokoll.segmenting.minutes import segment_minutes

__all__ = ["segment"]

_MINUTES = (DocumentKind.PROTOCOL, DocumentKind.PROTOCOL_EXTRACT)


def segment(text: CleanText, grammar: Grammar) -> Outline:
    """Return the kind of the document and the blocks of its text, which tile it."""
    kind, confidence = find_kind(text, grammar)
    outline = (segment_minutes if kind in _MINUTES else segment_matter)(text, kind, grammar)
    return replace(outline, confidence=round(confidence, 2), damaged=is_damaged(text.text))
