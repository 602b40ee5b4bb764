"""What minutes say of themselves: body, date, number, municipality."""

import re

from protokoll.grammar import Grammar
from protokoll.model.document import Actors, DocumentKind, Head, Item
from protokoll.model.outline import BlockKind, Outline
from protokoll.model.remark import Remark, RemarkCode
from protokoll.model.text import CleanText, Passage, Span
from protokoll.parsing.actors import is_body
from protokoll.parsing.references import match_date

__all__ = ["find_body", "find_municipality", "minutes_head"]

# The label of the meeting's own date, and the date that follows within a few words.
_MEETING_DATE = re.compile(
    r"(?:sammanträdesdatum|sammanträdesdag|sammanträdestid|plats\s+och\s+tid|tid\s+och\s+plats|protokoll\s+fört\s+vid|sammanträde|datum)\b(?P<rest>[^§]{0,160})",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"Protokoll\s+\(?nr\s*\d+(?:[/:]\d+)?\)?", re.IGNORECASE)
_MUNICIPALITY = re.compile(
    r"\b(?!(?:En|Ett|Den|Denna|Vår|Hela|Varje|Ingen|Annan|Svensk|Samma|Som|Min|Din|Er)\s)(?P<name>[A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ]?[a-zåäö]+)?)s?\s+(?:kommuns?|stads?|Kommun|Stad|KOMMUN|STAD)\b|\b(?P<caps>[A-ZÅÄÖ]{3,}(?:-[A-ZÅÄÖ]+)?)\s+(?:KOMMUN|STAD)\b"
)
_BODY = re.compile(
    r"""\b(?:(?:kommun|region|landstings|stads)fullmäktige|kommunstyrelsen(?:s\s+\w+utskott)?|regionstyrelsen|landstingsstyrelsen
        |nämnden\s+för\s+[a-zåäö]+(?:(?:,|\s+och)\s+[a-zåäö-]+){0,3}
        |[a-zåäö]+(?:-\s?(?:och|,)\s[a-zåäö]+|\s+och\s+[a-zåäö]+|-[a-zåäö]+)?nämnden(?:s\s+\w+utskott)?|[a-zåäö-]+\s+stadsdelsnämnd|[a-zåäö]*utskottet)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_OF_HEADING = re.compile(r"(?P<body>.+?)s\s+beslut$", re.IGNORECASE)


def minutes_head(
    text: CleanText, outline: Outline, items: tuple[Item, ...], grammar: Grammar
) -> tuple[Head, list[Remark]]:
    """Return what the heads and feet of the pages, the front page and the first § say of a protocol.

    Page furniture is read first: it stands on every page and carries the meeting's own date, while the dates on the
    notice (anslag/bevis) are of other days.
    """
    front = outline.blocks[0].span if outline.blocks and outline.blocks[0].kind is BlockKind.FRONT else Span(0, 0)
    body = find_body(text, outline, grammar)
    date = _date(text, front)
    remarks = []
    if body is None:
        remarks.append(Remark(RemarkCode.BODY_MISSING, "the body whose minutes these are is not printed"))
    if date is None:
        remarks.append(Remark(RemarkCode.DATE_MISSING, "no date of the meeting is printed"))
    extract = outline.kind is DocumentKind.PROTOCOL_EXTRACT and len(items) == 1
    head = Head(
        kind=outline.kind,
        municipality=find_municipality(text, grammar),
        body=body,
        date=date,
        title=items[0].title if extract else _number(text, front),
        diary_numbers=items[0].diary_numbers if extract else (),
        authors=Actors(),
        addressee=None,
    )
    return head, remarks


def _front(outline: Outline) -> Span:
    return outline.blocks[0].span if outline.blocks and outline.blocks[0].kind is BlockKind.FRONT else Span(0, 0)


def find_municipality(text: CleanText, grammar: Grammar) -> Passage | None:
    """Return the municipality, without 'kommun' or 'stad', at the words that name it most plainly."""
    if grammar.municipality:
        for passage in text.furniture:
            place = passage.printed.find(grammar.municipality)
            if place >= 0:
                return _within(text, passage, place, place + len(grammar.municipality), grammar.municipality)
        place = text.text.find(grammar.municipality)
        # Known by its habits and not by its name: the words for it stand nowhere.
        length = len(grammar.municipality) if place >= 0 else 0
        return text.passage(max(place, 0), max(place, 0) + length, grammar.municipality)
    for passage in text.furniture:
        match = _MUNICIPALITY.search(passage.printed)
        if match:
            return _within(text, passage, *match.span(), _name(match))
    match = _MUNICIPALITY.search(text.text[:20000])
    return text.passage(*match.span(), _name(match)) if match else None


def _name(match: re.Match[str]) -> str:
    name = match["name"] or match["caps"].capitalize()
    # The genitive of a town: "Göteborgs Stad", "Malmö stad"; a name that ends in s itself keeps it (Borås, Västerås).
    return name[:-1] if name.endswith("s") and not re.search(r"[åäöiou]s$", name) else name


def find_body(text: CleanText, outline: Outline, grammar: Grammar) -> Passage | None:
    """Return the body whose minutes these are: from the page heads, the front page, or a heading of a decision."""
    front = _front(outline)
    for passage in text.furniture:
        match = _BODY.search(passage.printed)
        if match:
            return _within(text, passage, *match.span(), _plain(match[0]))
    match = _BODY.search(text.text, front.start, front.end)
    if match:
        return text.passage(*match.span(), _plain(match[0]))
    for block in outline.blocks:
        heading = block.heading.of(text.text) if block.heading and block.kind is BlockKind.DECISION else ""
        named = _OF_HEADING.match(heading)
        if (
            named
            and block.heading
            and is_body(named["body"], grammar)
            and named["body"].lower() not in ("nämnden", "styrelsen", "fullmäktige", "utskottet")
        ):
            return text.passage(block.heading.start, block.heading.start + named.end("body"), _plain(named["body"]))
    match = re.compile(r"(?:^|\n)[ \t]*(?P<body>[A-ZÅÄÖ][\wåäö -]{3,50}?)\s+(?:beslutar|tillstyrker)\b").search(
        text.text
    )
    if match and is_body(match["body"], grammar):
        return text.passage(*match.span("body"), _plain(match["body"]))
    return None


def _plain(words: str) -> str:
    """Write 'KOMMUNFULLMÄKTIGE' as 'Kommunfullmäktige'."""
    folded = " ".join(words.split())
    return folded.capitalize() if folded.isupper() else folded[0].upper() + folded[1:]


def _date(text: CleanText, front: Span) -> Passage | None:
    for passage in text.furniture:
        iso = match_date(passage.printed)
        if iso:
            return Passage(iso, passage.span, passage.page, passage.printed)
    for match in _MEETING_DATE.finditer(text.text, front.start, front.end):
        iso = match_date(match["rest"])
        if iso:
            return text.passage(*match.span(), iso)
    iso = match_date(front.of(text.text)[:3000])
    return text.passage(front.start, min(front.end, 3000), iso) if iso else None


def _number(text: CleanText, front: Span) -> Passage | None:
    for passage in text.furniture:
        match = _NUMBER.search(passage.printed)
        if match:
            return _within(text, passage, *match.span(), " ".join(match[0].split()))
    match = _NUMBER.search(text.text, front.start, front.end)
    return text.passage(*match.span()) if match else None


def _within(text: CleanText, passage: Passage, start: int, end: int, words: str) -> Passage:
    span = Span(passage.span.start + start, passage.span.start + end)
    return Passage(words, span, passage.page, text.source.text[span.start : span.end])
