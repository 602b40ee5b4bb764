"""Annexes after the last §: rolls of votes, written reservations and statements."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from protokoll.grammar import Grammar
from protokoll.model.outline import Block
from protokoll.model.text import CleanText, Passage, Span
from protokoll.parsing.rolltables import Roll, find_roll

__all__ = ["Annex", "read_annex"]

_LINE = re.compile(r"[^\n]+")
_STATED = re.compile(r"reserv|yttrande|uttalande|anteckning|röstförklaring", re.IGNORECASE)
_STOPPED = (".", "!", "?", "”", '"', ":")
_HEADING_ROOM = 300
_ITEM = re.compile(r"§\s*(?P<number>\d{1,4}(?:/\d{2,4})?)\b")


class Annex(NamedTuple):
    """What an annex holds."""

    number: str | None
    item: str | None
    """The number of the item that its head names: 'Omröstningslista nr 1, § 82'."""
    roll: Roll | None
    statement: Passage | None
    """The text of a written reservation or statement, without its headings and signatures."""


def read_annex(text: CleanText, block: Block, grammar: Grammar) -> Annex:
    """Return what stands in an annex: the roll of a vote, or somebody's own text."""
    roll = find_roll(text, block.content, grammar)
    head = text.text[block.content.start : min(block.content.end, block.content.start + _HEADING_ROOM)]
    statement = None if roll or not _STATED.search(head) else _statement(text, block.content)
    item = _ITEM.search(text.text, block.span.start, min(block.span.end, block.span.start + _HEADING_ROOM))
    return Annex(block.number, item["number"] if item else None, roll, statement)


def _statement(text: CleanText, content: Span) -> Passage | None:
    """Cut headings off the front and the signature off the end: lines that close no sentence."""
    lines = [span for span in _lines(text.text, content) if span.of(text.text).rstrip().endswith(_STOPPED)]
    return text.passage(lines[0].start, lines[-1].end) if lines else None


def _lines(words: str, content: Span) -> Iterator[Span]:
    return (Span(*match.span()) for match in _LINE.finditer(words, content.start, content.end))
