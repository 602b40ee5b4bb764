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
    # From the last entry back, so that each entry knows at once how long the run is that goes on from it.
    after, length = [-1] * len(found), [1] * len(found)
    seen: dict[int, int] = {}
    for index in reversed(range(len(found))):
        number = found[index][1]
        followers = [seen[following] for following in range(number + 1, number + 4) if following in seen]
        if followers:
            after[index] = min(followers)
            length[index] += length[after[index]]
        seen[number] = index
    starts = (index for index, (_, number) in enumerate(found) if index == 0 or number <= 1)
    index = max(starts, key=lambda start: length[start], default=-1)
    run: list[re.Match[str]] = []
    while index >= 0:
        run.append(found[index][0])
        index = after[index]
    return run
