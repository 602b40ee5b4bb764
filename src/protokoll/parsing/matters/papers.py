"""The papers bound into a report, each as its blocks under the name of its body."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from protokoll.grammar import Grammar, fold
from protokoll.model.outline import Block, BlockKind
from protokoll.model.text import CleanText, Passage, Span
from protokoll.parsing.facts import Found
from protokoll.parsing.references import find_dates

__all__ = ["Paper", "Report", "bound_papers", "dates_of"]

_COMPANY = re.compile(
    r"(?:styrelsesammanträde|styrelsemöte|sammanträde)\s+(?:(?:med|vid)\s+)?(?P<name>[A-ZÅÄÖ][^\d\n]{3,60}?)\s+(?=\d|$)"
)
# "… § 92, N609-0137/23": the § of an extract that has no head.
_SECTION = re.compile(r"§\s?\d{1,4}[^§.\n]{2,60}$")
# "Förslag till beslut i styrelsen för Parkbolaget AB": whose report it is that names no office.
_BOARD = re.compile(r"\b[Ss]tyrelsen\s+för\s+(?P<name>[A-ZÅÄÖ&](?:(?!\s+(?:[a-zåäö]|\d))[^\n:;,.]){2,60})")
_FRONT = 2_000
_SHORT_DATE = re.compile(r"(?<![\d-])[012]\d-[01]\d-[0-3]\d(?![\d-])")


class Report(NamedTuple):
    """What the readers of bound papers need to know of the report that they are bound into."""

    title: str
    """By which its § is known in an extract of several."""
    board: Passage | None
    """The body whose report it is, and which consulted the others."""
    own: Found
    """What the report's own part says; its notes take the words of the papers that they mention."""


class Paper(NamedTuple):
    """A paper as its blocks, and the words of its head."""

    kind: str
    """`demand`, `note`, `dissent`, `report`, `extract`, `motion` or `annex`."""
    blocks: list[Block]
    name: Span
    """The word by which the paper calls itself, in the clean text."""
    body: Passage | None

    @property
    def span(self) -> Span:
        """The whole paper, in the clean text."""
        return Span(self.blocks[0].span.start, self.blocks[-1].span.end)


def bound_papers(text: CleanText, blocks: Sequence[Block], grammar: Grammar) -> Iterator[Paper]:
    """Yield the papers bound into a report: each opens with a block of kind `annex`."""
    groups: list[list[Block]] = []
    for block in blocks:
        if block.kind is BlockKind.ANNEX:
            groups.append([block])
        elif groups:
            groups[-1].append(block)
    for group in groups:
        head = group[0]
        if head.heading is None:
            continue
        kind = _kind(head.heading.of(text.text), grammar)
        end = head.heading.start + len(head.body or "")
        body = text.passage(head.heading.start, end) if head.body else None
        if kind == "extract" and (
            company := _COMPANY.search(text.text, head.heading.end, min(head.span.end, head.heading.end + 200))
        ):
            body = body or text.passage(*company.span("name"))
        kind = _by_content(kind, group)
        if kind == "report" and body is None:
            board = _BOARD.search(text.text, head.heading.end, min(group[-1].span.end, head.heading.end + _FRONT))
            body = text.passage(*board.span("name")) if board else None
        yield Paper(kind, group, Span(end, head.heading.end), body)


def dates_of(text: CleanText, span: Span) -> set[str]:
    """Return the dates of a letterhead, also those with a year of two digits: '23-08-18'."""
    dates = {date.text for date in find_dates(text, span.start, span.end)}
    return dates | {f"20{match[0]}" for match in _SHORT_DATE.finditer(text.text, span.start, span.end)}


def _by_content(kind: str, group: Sequence[Block]) -> str:
    """Return the kind of a paper that opens with its subject: what proposes and sums up is an official report."""
    kinds = {block.kind for block in group[:4]}
    opens = kind == "motion" or (kind == "note" and not group[0].body)
    proposes = {BlockKind.PROPOSAL, BlockKind.BACKGROUND} <= kinds
    return "report" if opens and (BlockKind.SUMMARY in kinds or proposes) else kind


def _kind(heading: str, grammar: Grammar) -> str:
    if _SECTION.search(heading):
        return "extract"
    folded = fold(heading)
    table = grammar.words["matters"]["papers"]
    for kind in ("demand", "note", "dissent", "report", "extract", "motion"):
        if folded.endswith(tuple(fold(word) for word in table[kind])):
            return kind
    return "annex"
