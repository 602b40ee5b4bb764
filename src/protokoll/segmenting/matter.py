"""The outline of a document of one matter: report, motion, letter, answer, programme, agenda."""

from collections.abc import Callable, Iterable

from protokoll.grammar import Grammar
from protokoll.model.document import DocumentKind
from protokoll.model.outline import Block, BlockKind, Outline
from protokoll.model.text import CleanText, Span
from protokoll.segmenting.agenda import agenda_marks
from protokoll.segmenting.council import council_marks
from protokoll.segmenting.headings import Heading
from protokoll.segmenting.initiative import initiative_marks, question_marks
from protokoll.segmenting.matter_headings import find_matter_headings
from protokoll.segmenting.programme import programme_marks
from protokoll.segmenting.signature import find_signature

__all__ = ["segment_matter"]


def segment_matter(text: CleanText, kind: DocumentKind, grammar: Grammar) -> Outline:
    r"""Return the outline of a document of one matter: blocks that tile the text.

    A block that stands under the name of another body than the document's own carries that name in `body`; a
    paper bound into the document begins with a block of kind `annex`.

    >>> from protokoll.grammar import load
    >>> from protokoll.model.text import SourceText
    >>> words = "Cykelbana\n\nFörslag till beslut\nMotionen avslås.\n\nBakgrund\nI maj kom en motion.\n"
    >>> source = SourceText(path="-", sha256="", size=0, reader="text", encoding=None, text=words)
    >>> outline = segment_matter(CleanText(source, (), words), DocumentKind.OFFICIAL_REPORT, load())
    >>> [block.kind.value for block in outline.blocks]
    ['front', 'proposal', 'background']
    """
    marks = _MARKS.get(kind, _report_marks)(text.text, grammar)
    if kind is DocumentKind.AGENDA:
        return Outline(kind, tuple(_entries(text.text, marks)), grammar.profile)
    return Outline(kind, tuple(_tile(text.text, marks)), grammar.profile)


def _report_marks(words: str, grammar: Grammar) -> Iterable[Heading]:
    headings = list(find_matter_headings(words, 0, len(words), grammar))
    signed = find_signature(words, headings[0].span.end if headings else 0, len(words), grammar)
    if signed is not None:
        headings.append(Heading(BlockKind.OTHER, Span(signed, signed), None))
    return headings


_MARKS: dict[DocumentKind, Callable[[str, Grammar], Iterable[Heading]]] = {
    DocumentKind.COUNCIL_REPORT: council_marks,
    DocumentKind.MOTION: initiative_marks,
    DocumentKind.INTERPELLATION: question_marks,
    DocumentKind.QUESTION: question_marks,
    DocumentKind.LETTER: initiative_marks,
    DocumentKind.CITIZEN_PROPOSAL: initiative_marks,
    DocumentKind.PARTY_PROGRAMME: programme_marks,
    DocumentKind.AGENDA: agenda_marks,
}


def _tile(words: str, marks: Iterable[Heading]) -> Iterable[Block]:
    """Make each mark a block that runs to the next; what stands before the first is the front."""
    found = sorted(marks, key=lambda mark: mark.span)
    ends = [mark.span.start for mark in found[1:]] + [len(words)]
    first = found[0].span.start if found else len(words)
    if first or not found:
        yield Block(BlockKind.FRONT, Span(0, first))
    for mark, end in zip(found, ends, strict=False):  # without marks there is only the front
        if mark.span.start < end:
            # A heading that another mark cuts into ends there.
            heading = Span(mark.span.start, min(mark.span.end, end)) if mark.span.start < mark.span.end else None
            yield Block(mark.kind, Span(mark.span.start, end), heading, 0, None, mark.body)


def _entries(words: str, marks: Iterable[Heading]) -> Iterable[Block]:
    """Make each entry of an agenda an item of its own."""
    index = -1
    for block in _tile(words, marks):
        if block.kind is BlockKind.ITEM and block.heading:
            index += 1
            number = block.heading.of(words).strip(" .)§")
            yield Block(block.kind, block.span, block.heading, index, number)
        else:
            yield Block(block.kind, block.span, block.heading)
