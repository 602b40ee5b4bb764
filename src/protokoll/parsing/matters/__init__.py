"""Documents of one matter as records: reports, motions, letters, answers, programmes, agendas."""

import re
from collections.abc import Callable, Iterator, Sequence

from protokoll.grammar import Grammar
from protokoll.model.document import Actors, DocumentKind, Head, Item
from protokoll.model.outline import BlockKind, Outline
from protokoll.model.remark import Remark, RemarkCode
from protokoll.model.text import CleanText, Span
from protokoll.parsing.coverage import Coverage, spans_of
from protokoll.parsing.cues import find_unheld
from protokoll.parsing.heads import find_municipality
from protokoll.parsing.matters.agendas import agenda_body, agenda_date, agenda_items
from protokoll.parsing.matters.councils import parse_council_report
from protokoll.parsing.matters.heads import Papers, matter_head
from protokoll.parsing.matters.initiative import parse_initiative
from protokoll.parsing.matters.programmes import parse_programme
from protokoll.parsing.matters.reports import parse_report
from protokoll.parsing.matters.responses import parse_response

__all__ = ["parse_matter"]

_READERS: dict[DocumentKind, Callable[[CleanText, Outline, Grammar], Papers]] = {
    DocumentKind.MOTION: parse_initiative,
    DocumentKind.INTERPELLATION: parse_initiative,
    DocumentKind.QUESTION: parse_initiative,
    DocumentKind.LETTER: parse_initiative,
    DocumentKind.CITIZEN_PROPOSAL: parse_initiative,
    DocumentKind.CONSULTATION_RESPONSE: parse_response,
    DocumentKind.PARTY_PROGRAMME: parse_programme,
    DocumentKind.COUNCIL_REPORT: parse_council_report,
}
# Kinds that always bear the name of a body and a date.
_OFFICIAL = (DocumentKind.OFFICIAL_REPORT, DocumentKind.COUNCIL_REPORT, DocumentKind.CONSULTATION_RESPONSE)
# Kinds that somebody wrote and signed.
_AUTHORED = (
    DocumentKind.MOTION,
    DocumentKind.INTERPELLATION,
    DocumentKind.QUESTION,
    DocumentKind.LETTER,
    DocumentKind.CITIZEN_PROPOSAL,
    DocumentKind.PARTY_PROGRAMME,
)
# How far from a name its verb may stand, and from a finding the demand for a vote.
_SENTENCE = 120
_DEMAND = 60
# "Yrkande från M, D och L med särskilt yttrande från KD": the name of a paper, in its head and wherever it is named.
_PARTIES = r"(?:\s+(?:från|av|och|samt)|\s*,|\s+\(?[A-ZÅÄÖ][\wåäöÅÄÖ]*\)?,?){1,16}?"
_NAMED = re.compile(
    rf"\b[Yy]rkande\w*{_PARTIES}\s*(?:,|\bmed\b|\boch\b)?\s*[Ss]ärskilt\s+yttrande\b"
    rf"|[Ss]ärskilt\s+yttrande(?:\s{{3,}}|\s+från\s+)\(?[A-ZÅÄÖ]\w*"
)
# Where officials tell what others have done, in running text.
_TOLD = (
    BlockKind.FRONT,
    BlockKind.CONTENTS,
    BlockKind.SUMMARY,
    BlockKind.BACKGROUND,
    BlockKind.HISTORY,
    BlockKind.VIEWS,
    BlockKind.INFORMATION,
    BlockKind.APPEAL,
)


def parse_matter(text: CleanText, outline: Outline, grammar: Grammar) -> tuple[Head, tuple[Item, ...], list[Remark]]:
    r"""Return head, items and remarks of a document that is not minutes.

    A document of one matter has one item; an agenda has one for each entry.

    >>> from protokoll.grammar import load
    >>> from protokoll.model.outline import Block, BlockKind
    >>> from protokoll.model.text import SourceText, Span
    >>> words = "Fler bänkar\n\nDärför yrkar jag\natt bänkar ställs ut.\n\nEva Ek (V)"
    >>> source = SourceText(path="-", sha256="", size=0, reader="text", encoding=None, text=words)
    >>> lead = Span(13, 29)
    >>> blocks = (Block(BlockKind.FRONT, Span(0, 13)), Block(BlockKind.PROPOSAL, Span(13, 53), lead))
    >>> blocks += (Block(BlockKind.OTHER, Span(53, len(words))),)
    >>> outline = Outline(DocumentKind.MOTION, blocks)
    >>> head, (item,), _ = parse_matter(CleanText(source, (), words), outline, load())
    >>> head.authors.persons[0].name, [point.text for point in item.proposals[0].points]
    ('Eva Ek', ['att bänkar ställs ut.'])
    """
    if outline.kind is DocumentKind.AGENDA:
        head = _agenda_head(text, outline, grammar)
        return head, agenda_items(text, outline, grammar), _doubts(head)
    found = _READERS.get(outline.kind, parse_report)(text, outline, grammar)
    head = matter_head(text, outline, found, grammar)
    remarks = [*_doubts(head), *found.remarks]
    return head, (found.item,), [*remarks, *_unheld(text, outline, found.item, remarks, grammar)]


def _unheld(
    text: CleanText, outline: Outline, item: Item, remarks: Sequence[Remark], grammar: Grammar
) -> Iterator[Remark]:
    """Yield a remark for each cue in the live parts of a paper that neither an act nor a remark accounts for."""
    live = [block.content for block in outline.blocks if block.kind not in _TOLD]
    said = (each.span for each in remarks if each.span)
    named = (text.origin(Span(*match.span())) for match in _NAMED.finditer(text.text))
    return find_unheld(text, live, Coverage([*spans_of(item), *said, *_beside(item), *named]), grammar)


def _beside(item: Item) -> Iterator[Span]:
    """Yield where the words stand that go with a name or a question: 'deltar inte i beslutet', 'omröstning begärs'."""
    for person in (*item.recusals, *item.not_participating):
        yield Span(max(0, person.span.start - _SENTENCE), person.span.end + _SENTENCE)
    for contest in item.question_order:
        end = (contest.finding or contest.question).span.end
        yield Span(contest.question.span.start, end + _DEMAND * contest.vote_demanded)


def _agenda_head(text: CleanText, outline: Outline, grammar: Grammar) -> Head:
    return Head(
        kind=outline.kind,
        municipality=find_municipality(text, grammar),
        body=agenda_body(text, outline, grammar),
        date=agenda_date(text, outline),
        title=None,
        diary_numbers=(),
        authors=Actors(),
        addressee=None,
    )


def _doubts(head: Head) -> list[Remark]:
    doubts = []
    if head.kind in _OFFICIAL and head.body is None:
        doubts.append(Remark(RemarkCode.BODY_MISSING, "the body whose document it is is not printed"))
    if head.kind in (*_OFFICIAL, DocumentKind.AGENDA) and head.date is None:
        doubts.append(Remark(RemarkCode.DATE_MISSING, "no date of the document is printed"))
    if head.kind in _AUTHORED and head.authors == Actors():
        doubts.append(Remark(RemarkCode.AUTHOR_MISSING, "nobody is printed as the author"))
    return doubts
