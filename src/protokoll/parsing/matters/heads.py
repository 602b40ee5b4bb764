"""The head of a document of one matter, and the frame of its item."""

import re
from typing import NamedTuple

from protokoll.grammar import Grammar
from protokoll.model.document import Actors, Head, Item, Point
from protokoll.model.outline import BlockKind, Outline
from protokoll.model.remark import Remark
from protokoll.model.text import CleanText, Passage, Span
from protokoll.parsing.heads import find_municipality
from protokoll.parsing.references import find_dates, find_diary_numbers, match_date

__all__ = ["Papers", "as_point", "matter_date", "matter_head", "matter_item", "matter_numbers"]

_FRONT = 2_500
_BEFORE = 60
# Dates that are not the document's own: of the meeting that it is for, of its arrival, of another paper.
_NOT_OWN = re.compile(
    r"(?:inkom\w*|ankom\w*|sammanträd\w*|till\s[^\n]*\n|senast|giltig|svar\s|förfall\w*|remisstid)[^\n]*\n?[^\n]*$",
    re.IGNORECASE,
)
_OWN = re.compile(r"\b(?:datum|utfärdat|utfärdad|upprättad|daterat|daterad)\b", re.IGNORECASE)
# "Älvinge den 13 februari 2023", "Göteborg 2023-04-01": place and date open the signature.
_PLACED = re.compile(
    r"""^[ \t]*(?!Den\b|\w+dagen\b|Under\b|Från\b|Till\b|Senast\b|Efter\b|Sedan\b|Kl)
        [A-ZÅÄÖ][a-zåäö]+(?:[ -][A-ZÅÄÖ]?[a-zåäö]+)*,?[ \t]+(?:den[ \t]+)?(?=\d[^\n.]{4,80}$)""",
    re.VERBOSE | re.MULTILINE,
)
_OF_TOWN = re.compile(r"^[ \t]*\w+(?:erna|partiet)[ \t]+i[ \t]+(?P<town>[A-ZÅÄÖ][a-zåäö-]+)\b", re.MULTILINE)
_TOWN_DATE = re.compile(
    r"^[ \t]*(?P<town>[A-ZÅÄÖ][a-zåäö]+(?:-[A-ZÅÄÖ][a-zåäö]+)?),?[ \t]+den[ \t]+\d{1,2}[ \t]", re.MULTILINE
)
_OURS = re.compile(r"vår\s+beteckning|vårt\s+diarienummer|diarienummer|dnr|beteckning", re.IGNORECASE)


class Papers(NamedTuple):
    """What the reader of one kind of document found."""

    authors: Actors
    addressee: Passage | None
    item: Item
    body: Passage | None = None
    date: Passage | None = None
    remarks: tuple[Remark, ...] = ()


def matter_head(text: CleanText, outline: Outline, found: Papers, grammar: Grammar) -> Head:
    """Return the head of a document of one matter.

    Args:
        text: the clean text.
        outline: its outline.
        found: what the reader of its kind found; a date or body there goes before what the front says.
        grammar: the wordings.
    """
    return Head(
        kind=outline.kind,
        municipality=find_municipality(text, grammar) or _home(text),
        body=found.body,
        date=found.date or matter_date(text, outline),
        title=found.item.title,
        diary_numbers=found.item.diary_numbers,
        authors=found.authors,
        addressee=found.addressee,
    )


def _home(text: CleanText) -> Passage | None:
    """Return the town of a letterhead or signature: 'Liberalerna i Älvinge', 'Älvinge den 14 mars 2023'."""
    words = text.text
    match = _OF_TOWN.search(words, 0, 400) or _TOWN_DATE.search(words)
    return text.passage(*match.span("town")) if match else None


def matter_item(text: CleanText, title: Span | None, outline: Outline) -> Item:
    """Return the item of a one-matter document, with its title and diary numbers and nothing else yet."""
    whole = text.passage(0, len(text.text))
    return Item(
        number=None,
        title=text.passage(title.start, title.end) if title else None,
        diary_numbers=matter_numbers(text, outline),
        span=whole.span,
        page=whole.page,
    )


def as_point(text: CleanText, span: Span) -> Point:
    """Return a stretch of text as one point without a number, whatever lists it holds."""
    passage = text.passage(span.start, span.end)
    return Point(None, passage.text, passage.span, passage.page, passage.printed)


def matter_numbers(text: CleanText, outline: Outline) -> tuple[Passage, ...]:
    """Return the diary numbers of a document: in its page heads, in its front, in its list of papers."""
    found = _in_furniture(text)
    if found:
        return found
    front = outline.blocks[0].span
    end = min(front.end, front.start + _FRONT)
    found = find_diary_numbers(text, front.start, end, labelled=True)
    if not found and _OURS.search(text.text, front.start, end):
        found = find_diary_numbers(text, front.start, end, labelled=False)[:1]
    if found:
        return found
    for block in outline.blocks:
        if block.kind in (BlockKind.ATTACHMENTS, BlockKind.ANNEX, BlockKind.OTHER):
            stop = min(block.span.end, block.span.start + 700)
            found = find_diary_numbers(text, block.span.start, stop, labelled=True)
            if found:
                return found[:1]
    return ()


def matter_date(text: CleanText, outline: Outline) -> Passage | None:
    """Return the date of a document: beside its place at the foot, behind its label, first in its front."""
    words = text.text
    for block in outline.blocks:
        if block.kind is BlockKind.OTHER and block.heading is None:
            dated = _placed(text, block.span)
            if dated:
                return dated
    front = outline.blocks[0].span
    end = min(front.end, front.start + _FRONT)
    dates = [(date, _place(words, date, front.start)) for date in find_dates(text, front.start, end)]
    for date, place in dates:
        if _OWN.search(words, max(0, place - _BEFORE), place):
            return date
    short = [(date, place) for date, place in dates if _stands_alone(words, place, len(date.printed))]
    for date, place in short:
        if not _NOT_OWN.search(words[max(0, place - _BEFORE) : place]):
            return date
    dated = _placed(text, Span(max(0, len(words) - 1500), len(words))) or _of_furniture(text)
    return dated or (short[0][0] if short else None)


def _placed(text: CleanText, span: Span) -> Passage | None:
    for match in _PLACED.finditer(text.text, span.start, span.end):
        dates = find_dates(text, match.end(), min(span.end, match.end() + 24))
        if dates:
            return dates[0]
    return None


def _stands_alone(words: str, place: int, length: int) -> bool:
    """Tell a date of the letterhead from one in a sentence: little else is on its line."""
    start = words.rfind("\n", 0, place) + 1
    stop = words.find("\n", place + length)
    line = words[start : stop if stop >= 0 else len(words)]
    return len(" ".join(line.split())) - length < 46 and not line.rstrip().endswith((".", ","))


def _place(words: str, date: Passage, start: int) -> int:
    return max(start, words.find(date.printed, start))


def _in_furniture(text: CleanText) -> tuple[Passage, ...]:
    """Return the diary numbers in page heads and feet, each once."""
    found: dict[str, Passage] = {}
    for passage in text.furniture:
        bare = CleanText(text.source, (), passage.printed)
        for number in find_diary_numbers(bare, 0, len(passage.printed), labelled=True):
            start = passage.span.start + number.span.start
            span = Span(start, start + len(number.printed))
            found.setdefault(number.text, Passage(number.text, span, passage.page, span.of(text.source.text)))
    return tuple(found.values())


def _of_furniture(text: CleanText) -> Passage | None:
    for passage in text.furniture:
        iso = match_date(passage.printed)
        if iso:
            return Passage(iso, passage.span, passage.page, passage.printed)
    return None
