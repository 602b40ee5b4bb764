"""Laws that hold for every record, whole or damaged: each returns what breaks it, nothing if it holds."""

from protokoll.model.document import Item
from protokoll.model.outline import BlockKind
from protokoll.model.text import CleanText, Page, Passage, Span
from tests.documents.samples import Way, find_records

__all__ = ["find_misplaced", "find_misprinted", "find_strays", "find_untiled", "replay"]


def replay(text: CleanText) -> str:
    """Apply the recorded edits to the source, one pass after the other."""
    words = text.source.text
    for each in text.passes:
        parts, at = [], 0
        for edit in each.edits:
            assert at <= edit.span.start <= edit.span.end <= len(words), f"{each.rule}: {edit}"
            parts += [words[at : edit.span.start], edit.text]
            at = edit.span.end
        words = "".join([*parts, words[at:]])
    return words


def find_untiled(way: Way) -> list[str]:
    """Return the seams at which the blocks of the outline do not meet."""
    blocks, end = way.outline.blocks, len(way.text.text)
    starts = [block.span.start for block in blocks] + [end]
    ends = [0] + [block.span.end for block in blocks]
    seams = [f"{a} ends, {b} starts" for a, b in zip(ends, starts, strict=True) if a != b]
    loose = [f"heading outside {block}" for block in blocks if block.heading and not _holds(block.span, block.heading)]
    return seams + loose


def find_misprinted(way: Way) -> list[str]:
    """Return the places whose words as printed are not those of the source, or that lie outside it."""
    source = way.source.text
    wrong = []
    for place, record in find_records(way.document):
        span = getattr(record, "span", None)
        if span is None:
            continue
        if not 0 <= span.start <= span.end <= len(source):
            wrong.append(f"{place}: {span} lies outside the source")
        printed = getattr(record, "printed", None)
        if isinstance(printed, str) and printed != span.of(source)[: len(printed)]:
            wrong.append(f"{place}: {printed!r} is not {span.of(source)!r}")
        if isinstance(record, Passage) and record.printed != span.of(source):
            wrong.append(f"{place}: {record.printed!r} is cut from {span.of(source)!r}")
    return wrong


def find_misplaced(way: Way) -> list[str]:
    """Return the places whose page is not the one on which their span begins."""
    wrong = []
    for place, record in find_records(way.document):
        span, page = getattr(record, "span", None), getattr(record, "page", None)
        if span is not None and page is not None and not isinstance(record, Page):
            at = way.text.page_at(span.start)
            if page != at:
                wrong.append(f"{place}: page {page}, but it begins on page {at}")
    return wrong


def find_strays(way: Way) -> list[str]:
    """Return what lies neither inside its item nor in an annex, where an item may have a part of its own.

    The body that acts is printed in the head of the document, and often nowhere else.
    """
    annexes = [way.text.origin(block.span) for block in way.outline.blocks if block.kind is BlockKind.ANNEX]
    own = [way.document.head.body.span] if way.document.head.body else []
    wrong = []
    for i, item in enumerate(way.document.items):
        homes = [item.span, *annexes, *own]
        for place, record in find_records(item, f"/items/{i}"):
            span = getattr(record, "span", None)
            if isinstance(record, Item) or span is None or any(_holds(home, span) for home in homes):
                continue
            wrong.append(f"{place}: {span} is outside {item.span}: {span.of(way.source.text)[:60]!r}")
    return wrong


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
