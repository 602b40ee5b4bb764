"""Where in the file a judged fact stands: page and line, for whoever looks into a miss."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from protokoll.evaluation.judgement import Judgement
from protokoll.model.document import Document, Item
from protokoll.model.text import Span

__all__ = ["located"]

# What a description has before the words of the text: '§ 12', 'yes bifall …'.
_PREFIX = re.compile(r"^(?:§ |yes |no )")


def located(judgements: Sequence[Judgement], document: Document, text: str) -> list[Judgement]:
    """Return `judgements` with the page and line where each stands, as well as can be told.

    Args:
        judgements: what was compared.
        document: the output; its items tell where to look.
        text: the source text that the spans of the document count in.

    A fact is looked for by its first words within its item; where they are not printed so, its place is
    the head of the item.
    """
    lines = [match.end() for match in re.finditer("\n", text)]
    pages = sorted(set(_marks(document)))
    found = []
    for each in judgements:
        at = _place(each, document.items, text)
        found.append(replace(each, page=_page(pages, at, text), line=bisect_right(lines, at) + 1))
    return found


def _marks(record: object) -> Iterator[tuple[int, int]]:
    """Start and page of everything in a record that has a place."""
    if isinstance(record, tuple):
        for each in record:
            yield from _marks(each)
    elif isinstance(record, Struct):
        span, page = getattr(record, "span", None), getattr(record, "page", None)
        if span is not None and page is not None:
            yield span.start, page
        for name in record.__struct_fields__:
            yield from _marks(getattr(record, name))


def _page(pages: Sequence[tuple[int, int]], at: int, text: str) -> int | None:
    """The page of the last mark at or before `at`, and on from there by the page ends between."""
    if not pages:
        return None
    start, page = pages[max(0, bisect_right(pages, at, key=lambda mark: mark[0]) - 1)]
    return page + text.count("\f", start, at)


def _place(judgement: Judgement, items: Sequence[Item], text: str) -> int:
    span = _span(judgement.item, items, text)
    for words in filter(None, (judgement.words, judgement.nearest)):
        for few in (5, 2):
            match = _shape(words, few).search(text, span.start, span.end)
            if match:
                return match.start()
    return span.start


def _shape(words: str, few: int) -> re.Pattern[str]:
    """The first few words, whatever white space and marks stand between them."""
    bare = [word.strip(",:;()") for word in _PREFIX.sub("", words).split()[:few]]
    return re.compile(r"[\s,:;()]+".join(re.escape(word) for word in bare if word))


def _span(number: str | None, items: Sequence[Item], text: str) -> Span:
    """Where to look: the item of that number, else from its head on, else everywhere."""
    whole = Span(0, len(text))
    if number is None:
        return whole
    for each in items:
        if each.number and each.number.text.strip("§ ") == number.strip("§ ") and each.span.end:
            return each.span
    head = re.search(rf"^\W*{re.escape(number)}\b", text, re.MULTILINE)
    return Span(head.start(), len(text)) if head else whole
