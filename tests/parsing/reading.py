"""Read the text of a case as minutes, for the tests of whole items."""

from protokoll.model.document import Document, DocumentKind
from protokoll.model.remark import RemarkCode
from protokoll.parsing import parse
from protokoll.segmenting.minutes import segment_minutes
from tests.tables import Case

__all__ = ["codes_of_items", "parse_minutes_of"]

# What the snippets of the cases lack by nature: a front page with body, date and the present.
_OF_FRONTS = (RemarkCode.DATE_MISSING, RemarkCode.BODY_MISSING, RemarkCode.KIND_UNCERTAIN)


def parse_minutes_of(case: Case) -> Document:
    """Return the text of a case, as it stands, parsed as a protocol."""
    return parse(case.text, segment_minutes(case.text, DocumentKind.PROTOCOL, case.grammar), case.grammar)


def codes_of_items(document: Document) -> list[str]:
    """Return the codes of the remarks, in order, without those that only a front page could avoid."""
    return [remark.code.value for remark in document.remarks if remark.code not in _OF_FRONTS]
