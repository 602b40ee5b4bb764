"""The entries of an agenda."""

import re
from collections.abc import Iterator

from protokoll.grammar import Grammar, fold
from protokoll.model.outline import BlockKind
from protokoll.model.text import Span
from protokoll.segmenting.headings import Heading
from protokoll.segmenting.matter_headings import find_lines
from protokoll.segmenting.signature import find_signature

__all__ = ["agenda_marks"]

# "4.   Svar på skrivelse …", "4 Svar …", "§ 4 Svar …"
_ENTRY = re.compile(
    r"^[ \t]*(?P<number>(?:§\s*)?\d{1,3}[.)]?)(?P<gap>[ \t]+|[ \t]*\n[ \t]*)(?=[A-ZÅÄÖ\"”])", re.MULTILINE
)


def agenda_marks(words: str, grammar: Grammar) -> Iterator[Heading]:
    r"""Yield the entries of an agenda, by the run of their numbers, and the headings of groups between them.

    >>> from protokoll.grammar import load
    >>> words = "Kallelse\nDen 1 juni 2021\n\n1 Upprop\n2 Val av justerare\n\nÖvriga frågor\n3 Bad\n"
    >>> [heading.kind.value for heading in agenda_marks(words, load())]
    ['item', 'item', 'item', 'other']
    """
    entries = _run([(match, int(re.sub(r"\D", "", match["number"]))) for match in _ENTRY.finditer(words)])
    for match in entries:
        yield Heading(BlockKind.ITEM, Span(match.start("number"), match.end("number")), None)
    if not entries:
        return
    groups = {fold(group) for group in grammar.words["matters"]["agenda"]["groups"]}
    for line in find_lines(words, entries[0].start(), len(words)):
        if fold(words[line.start : line.end]) in groups:
            yield Heading(BlockKind.OTHER, Span(line.start, line.end), None)
    signed = find_signature(words, entries[-1].end(), len(words), grammar)
    if signed is not None:
        yield Heading(BlockKind.OTHER, Span(signed, signed), None)


def _run(found: list[tuple[re.Match[str], int]]) -> list[re.Match[str]]:
    """Keep the longest run in which each number follows the one before (a gap of one or two is let pass)."""
    best: list[re.Match[str]] = []
    for begin, (_, first) in enumerate(found):
        if first > 1 and best:
            continue
        run, last = [], first - 1
        for match, number in found[begin:]:
            if last < number <= last + 3:
                run.append(match)
                last = number
        if len(run) > len(best):
            best = run
    return best
