"""The condition of a text: what its reader should know before trusting the facts."""

from collections.abc import Iterator

from protokoll.model.outline import Outline
from protokoll.model.remark import Remark, RemarkCode
from protokoll.model.text import CleanText, Span

__all__ = ["condition_doubts"]

# Below this the kind of the document is a guess.
_SURE = 0.3


def condition_doubts(text: CleanText, outline: Outline) -> Iterator[Remark]:
    """Yield what is doubtful about the text as a whole: encoding mended, words misread, pages empty, kind unsure."""
    mended = [what for what in text.source.mended if what not in ("bom", "line_ends")]
    if mended:
        yield Remark(RemarkCode.ENCODING_MENDED, f"the characters were set right: {', '.join(mended)}")
    if outline.damaged:
        yield Remark(RemarkCode.TEXT_DAMAGED, "many words look misread: check facts against the page")
    if outline.confidence < _SURE:
        yield Remark(RemarkCode.KIND_UNCERTAIN, f"the kind was chosen on weak evidence: {outline.kind}")
    yield from _empty_pages(text)


def _empty_pages(text: CleanText) -> Iterator[Remark]:
    """Pages end in a form feed; one without text among pages with text is a picture, or lost."""
    words = text.source.text
    if "\f" not in words:
        return
    position = 0
    for page in words.split("\f"):
        if not page.strip() and position + len(page) < len(words):
            number = text.page_at(position)
            span = Span(position, position + len(page))
            yield Remark(RemarkCode.PAGE_EMPTY, f"page {number} has no text: it may be a picture", span, number, "")
        position += len(page) + 1
