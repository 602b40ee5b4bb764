"""The habits of one record: what a profile for its municipality would have to know, and what is known already."""

import re
from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from protokoll.grammar import Grammar, fold
from protokoll.model.document import Document
from protokoll.model.outline import BlockKind, Outline
from protokoll.model.text import CleanText
from protokoll.parsing.local_parties import find_local_parties

__all__ = ["Habits", "find_habits"]

_NUMBER = re.compile(r"[ \t]*(?P<letters>[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,5})?[ \t]*(?P<sign>§+)?[ \t]*\d+(?P<year>/\d+)?")
_SHORT = re.compile(r"(?:\A|\n)[ \t]*\n?[ \t]*(?P<line>[A-ZÅÄÖ][^\n.:;,()\d]{3,48}):?[ \t]*(?=\n)")
_BRACKET = re.compile(r"(?<=[\wåäö.] )\((?P<label>[A-ZÅÄÖ][^()\n\d]{0,30}|-{1,2})\)")
_FEWEST = 2
_STORY = 120  # letters before a decision that are no diary number or subtitle any more


class Habits(Struct, frozen=True):
    """What a record does in its own way. Each list has the most frequent first, with how often it was met."""

    profile: str
    numbers: tuple[tuple[str, int], ...]
    """How items are numbered: `§ 7`, `KS § 7`, `§ 7/20`, `7` where the sign is lost."""
    decision: tuple[tuple[str, int], ...]
    """Where the decision stands in its item: `first`, `after the story`, `without a heading`."""
    headings: tuple[tuple[str, int], ...]
    """Headings that are known, each with the kind of block that it opens: `Yrkanden → proposal`."""
    unknown: tuple[tuple[str, int], ...]
    """Short lines that stand alone in several items and may be headings that nobody knows."""
    parties: tuple[tuple[str, int], ...]
    """Letters and names of parties in brackets that are known."""
    local: tuple[str, ...]
    """What stands in brackets after the names of those who act and is of no party known here."""
    doubts: tuple[tuple[str, int], ...]
    """Remarks by their code."""


def find_habits(text: CleanText, outline: Outline, document: Document, grammar: Grammar) -> Habits:
    """Return the habits of a record that was parsed with `grammar`.

    Args:
        text: the cleaned text.
        outline: its blocks.
        document: what was read from them.
        grammar: the wordings of the profile in use.
    """
    headed = [block for block in outline.blocks if block.heading and block.item is not None]
    known = (
        f"{' '.join(block.heading.of(text.text).split()).strip(' :')} → {block.kind.value}"
        for block in headed
        if block.heading and block.kind not in (BlockKind.ITEM, BlockKind.OTHER)
    )
    labels = Counter(match["label"] for match in _BRACKET.finditer(text.text))
    parties = {label: count for label, count in labels.items() if label.lower() in grammar.party_codes}
    return Habits(
        profile=grammar.profile,
        numbers=_ranked(_numbers(text, outline)),
        decision=_ranked(_places(outline, document)),
        headings=_ranked(known),
        unknown=tuple(each for each in _ranked(_unknown(text, outline, document, grammar)) if each[1] >= _FEWEST),
        parties=tuple(Counter(parties).most_common()),
        local=find_local_parties(text.text, grammar),
        doubts=_ranked(remark.code.value for remark in document.remarks),
    )


def _ranked(found: Iterator[str]) -> tuple[tuple[str, int], ...]:
    return tuple(Counter(found).most_common())


def _numbers(text: CleanText, outline: Outline) -> Iterator[str]:
    """Yield the form of each number of an item, with 7 for every number."""
    for block in outline.blocks:
        if block.kind is not BlockKind.ITEM or block.heading is None or not block.number:
            continue
        start = text.text.rfind("\n", 0, block.heading.start) + 1
        match = _NUMBER.match(text.text, start)
        if match:
            parts = (match["letters"], match["sign"], f"7{'/20' if match['year'] else ''}")
            yield " ".join(part for part in parts if part)


def _places(outline: Outline, document: Document) -> Iterator[str]:
    """Yield where each decision stands: before or after the story, or without a heading."""
    for index, item in enumerate(document.items):
        blocks = [block for block in outline.blocks if block.item == index]
        decided = next((block for block in blocks if block.kind is BlockKind.DECISION), None)
        if not item.decisions:
            continue
        if decided is None:
            yield "without a heading"
        else:
            told = decided.span.start - blocks[0].content.start - len(item.title.printed if item.title else "")
            yield "first" if told < _STORY else "after the story"


def _unknown(text: CleanText, outline: Outline, document: Document, grammar: Grammar) -> Iterator[str]:
    """Yield short lines that stand alone between other text and open no block."""
    taken = {fold(item.title.text) for item in document.items if item.title}
    for block in outline.blocks:
        if block.item is None:
            continue
        seen = set()
        for match in _SHORT.finditer(text.text, block.content.start, block.content.end):
            line = " ".join(match["line"].split())
            if fold(line) in taken or fold(line) in grammar.headings or line in seen or grammar.is_body(line):
                continue
            seen.add(line)
            yield line
