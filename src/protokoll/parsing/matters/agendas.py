"""The entries of an agenda."""

import re
from functools import lru_cache

from protokoll.grammar import Grammar, fold
from protokoll.model.document import Item
from protokoll.model.outline import Block, BlockKind, Outline
from protokoll.model.text import CleanText, Passage, Span
from protokoll.parsing.actors import is_body
from protokoll.parsing.matters.fronts import front_lines
from protokoll.parsing.references import find_dates, find_diary_numbers

__all__ = ["agenda_body", "agenda_date", "agenda_items"]

_LINE = re.compile(r"[^\n]+")
# Columns that stand to the right of a title: initials and name of who presents it, a page, a time.
_PRESENTER = re.compile(r"(?:\s{2,}\d{1,3}|\s+(?:[A-ZÅÄÖ]\.\s?[A-ZÅÄÖ][a-zåäö-]+|\d{1,2}[.:]\d\d|s\.\s?\d+))\s*$")
_LABEL = re.compile(r"\b(?:dnr|diarienummer|ärendenummer)\b[\s.:]*$", re.IGNORECASE)
_MEETS = re.compile(r"\b(?:tid|datum|sammanträd\w*|när|plats och tid|kallas)\b[^\n]{0,40}\n?[^\n]{0,60}", re.IGNORECASE)


def agenda_items(text: CleanText, outline: Outline, grammar: Grammar) -> tuple[Item, ...]:
    """Return one item for each entry, with its number, title and diary numbers, and nothing decided."""
    return tuple(_item(text, block, grammar) for block in outline.blocks if block.kind is BlockKind.ITEM)


def agenda_body(text: CleanText, outline: Outline, grammar: Grammar) -> Passage | None:
    """Return the body that is called, alone on a line of the front or in the words that call it."""
    front = outline.blocks[0].span
    for line in front_lines(text.text, front, grammar):
        said = re.split(r"\s{2,}|\s\d", text.text[line.start : line.end])[0]
        if is_body(said, grammar):
            return text.passage(line.start, line.start + len(said))
    match = re.compile(
        r"\b(?P<body>[\wåäöÅÄÖ]+(?:-?\s(?:och|för)\s[\wåäö]+)?(?:nämnden|styrelsen|fullmäktige|utskottet))\b",
        re.IGNORECASE,
    ).search(text.text, front.start, front.end)
    return text.passage(*match.span("body")) if match else None


def agenda_date(text: CleanText, outline: Outline) -> Passage | None:
    """Return the day of the meeting: the date beside its time or place, else the last one of the front."""
    front = outline.blocks[0].span
    for match in _MEETS.finditer(text.text, front.start, front.end):
        dates = find_dates(text, *match.span())
        if dates:
            return dates[0]
    dates = find_dates(text, front.start, front.end)
    return dates[-1] if dates else None


def _item(text: CleanText, block: Block, grammar: Grammar) -> Item:
    heading = block.heading or block.span
    numbers = find_diary_numbers(text, block.content.start, block.span.end, labelled=False)
    pieces = _title_pieces(text.text, block.content, numbers, grammar)
    whole = text.passage(block.span.start, block.span.end)
    number = re.search(r"\d+", heading.of(text.text))
    place = heading.start + (number.start() if number else 0)
    return Item(
        number=text.passage(place, place + len(number[0])) if number else None,
        title=_joined(text, pieces),
        diary_numbers=numbers,
        span=whole.span,
        page=whole.page,
    )


def _title_pieces(words: str, content: Span, numbers: tuple[Passage, ...], grammar: Grammar) -> list[Span]:
    """Return the parts of an entry's lines that are its title, up to the first note under it."""
    pieces: list[Span] = []
    for line in _LINE.finditer(words, content.start, content.end):
        said = line[0].strip()
        if not said:
            continue
        if pieces and words[pieces[-1].end : line.start()].count("\n") > 1:
            break
        if pieces and (fold(said).startswith(_notes(grammar)) or fold(said) in _groups(grammar)):
            break
        end = line.end()
        for number in numbers:
            place = words.find(number.printed, line.start(), end)
            if place > line.start():
                end = place
            elif place == line.start() + len(line[0]) - len(line[0].lstrip()):
                end = line.start()
        label = _LABEL.search(words, line.start(), end)
        end = label.start() if label else end
        column = _PRESENTER.search(words, line.start(), end) if end == line.end() else None
        end = column.start() if column and column.start() > line.start() else end
        if words[line.start() : end].strip():
            pieces.append(Span(line.start(), end))
        if len(pieces) == 4:
            break
    return pieces


def _joined(text: CleanText, pieces: list[Span]) -> Passage | None:
    """Return the title as one passage; what stands in the columns between its lines is not in its text."""
    if not pieces:
        return None
    said = " ".join(" ".join(piece.of(text.text).split()) for piece in pieces)
    return text.passage(pieces[0].start, pieces[-1].end, said)


@lru_cache(maxsize=8)
def _notes(grammar: Grammar) -> tuple[str, ...]:
    return tuple(f"{fold(note)} " for note in grammar.words["matters"]["agenda"]["notes"])


@lru_cache(maxsize=8)
def _groups(grammar: Grammar) -> frozenset[str]:
    return frozenset(fold(group) for group in grammar.words["matters"]["agenda"]["groups"])
