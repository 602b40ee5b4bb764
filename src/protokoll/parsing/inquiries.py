"""What an interpellation or a question asks."""

import re
from collections.abc import Iterator

from protokoll.model.document import Point
from protokoll.model.text import CleanText, Span
from protokoll.parsing.sentences import sentences

__all__ = ["find_inquiries"]

# "Jag vill därför fråga:", "Frågorna är", "ställer följande frågor till Eva Ek (S)": what is asked follows.
_LEADS = re.compile(r"\b(?:fråg(?:a|ar|ade|or|orna|an|as)|undra(?:r|de)?)\b[^?\n]{0,160}?(?::|(?=\n))", re.IGNORECASE)
# "1. När …? Hur …?", "– Vad …?"
_ITEM = re.compile(
    r"\s*(?:(?P<number>\d{1,2})[.)]|[-–•*])\s+(?P<asked>[^?]{2,900}\?"
    r"(?:[ ]+[^?\n]{3,300}\?|\n(?![ \t]*(?:\n|\d|[-–•]))[^?\n]{3,300}\?)*)"
)
_MOST = 12


def find_inquiries(text: CleanText, span: Span) -> list[Point]:
    r"""Return the questions inside `span` of the clean text, in order: a list after its lead, or sentences.

    >>> from protokoll.model.text import SourceText
    >>> words = "Eva Ek (V) frågar:\n1. När öppnar badet?\n2. Vad kostar det?"
    >>> text = CleanText(SourceText("-", "", 0, "text", None, words), (), words)
    >>> [(point.number, point.text) for point in find_inquiries(text, Span(0, len(words)))]
    [('1', 'När öppnar badet?'), ('2', 'Vad kostar det?')]
    """
    words = text.text
    if "?" not in span.of(words):
        return []
    found: list[Point] = []
    for lead in _LEADS.finditer(words, span.start, span.end):
        found += _listed(text, Span(lead.end(), span.end)) or _said(text, lead, span)
    return _once(found)


def _listed(text: CleanText, span: Span) -> list[Point]:
    """Return the points of a list right after the lead, each up to its last question mark."""
    found: list[Point] = []
    item = _ITEM.match(text.text, span.start, span.end)
    while item:
        passage = text.passage(*item.span("asked"))
        found.append(Point(item["number"], passage.text, passage.span, passage.page, passage.printed))
        item = _ITEM.match(text.text, item.end(), span.end)
    return found


def _said(text: CleanText, lead: re.Match[str], span: Span) -> Iterator[Point]:
    """Yield the sentences after the lead, or the one that it opens, up to the first that asks nothing."""
    start = lead.end() if lead[0].endswith(":") else lead.start()
    for count, sentence in enumerate(sentences(text.text, start, span.end)):
        if count == _MOST or not sentence.of(text.text).endswith("?"):
            return
        passage = text.passage(sentence.start, sentence.end)
        yield Point(None, passage.text, passage.span, passage.page, passage.printed)


def _once(points: list[Point]) -> list[Point]:
    kept: dict[int, Point] = {}
    for point in points:
        kept.setdefault(point.span.start, point)
    return list(kept.values())
