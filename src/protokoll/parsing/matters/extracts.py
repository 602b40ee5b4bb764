"""What a body decided, as an extract of its minutes bound into a report tells."""

import re
from collections.abc import Sequence
from functools import lru_cache

from msgspec.structs import replace

from protokoll.grammar import Grammar, fold
from protokoll.model.document import Proposal
from protokoll.model.outline import Block, BlockKind
from protokoll.model.remark import LONGEST_PRINTED, Remark, RemarkCode
from protokoll.model.text import CleanText, Passage, Span
from protokoll.parsing.facts import Found
from protokoll.parsing.items import Frame, parse_item
from protokoll.parsing.matters.papers import Paper, Report
from protokoll.parsing.references import find_dates

__all__ = ["quoted", "read_extract"]

_MEETING = re.compile(r"Sammanträdesdatum:?\s*|sammanträde\w*\s+(?:den\s+)?|möte\s+")
# The head that the first page lacks stands on the next.
_LATER = re.compile(r"Sammanträdesdatum:?\s*(?=\d)")
_DECIDES = re.compile(
    r"""(?P<body>(?:[A-ZÅÄÖ][\w-]*n|N)ämnd(?:en)?(?:\ för\ \w+(?:\ (?:och|samt)\ \w+)?|\ [A-ZÅÄÖ][a-zåäö]+)?
        |Styrelsen\ för\ [A-ZÅÄÖ][\wÅÄÖåäö &]+?)
        \s+(?:beslut|avstyrk|tillstyrk|avstår|godkän|översänd|förklarar)""",
    re.VERBOSE,
)
# How like a § is to the report that deals with the same matter: of 100.
_LIKE = 65


def read_extract(text: CleanText, paper: Paper, report: Report, grammar: Grammar) -> Found:
    """Return what the § on the report's matter says; every fact bears the extract's body, a decision its date.

    Of an extract from an earlier meeting of the board or the council only the decision counts: it is an earlier step.
    """
    found = Found()
    sections = _sections(paper)
    if len(sections) > 1:
        others = [each for each in sections if not _is_same_matter(text.text, each, report.title)]
        sections = [each for each in sections if each not in others]
        found.remarks += [_section_quoted(text, each, "a § on another matter") for each in others]
    date = _meeting(text, paper)
    for section in sections:
        body = _body(text, paper, section, grammar)
        item = parse_item(Frame(text, grammar, body, ()), section, 0).item
        found.decisions += [replace(each, date=date) for each in item.decisions]
        found.proposals += [replace(each, body=body) for each in item.proposals if not _names_body(each, grammar)]
        found.contests += [replace(each, body=body) for each in item.question_order]
        found.votes += [replace(each, body=body, date=date) for each in item.votes]
        found.reservations += [replace(each, favours=()) for each in item.reservations]
        found.statements += item.statements
        found.recusals += item.recusals
        found.not_participating += item.not_participating
    if _is_earlier(paper, report):
        quoted = [_section_quoted(text, each, "an earlier meeting, of which the decision counts") for each in sections]
        return Found(decisions=found.decisions, remarks=[*found.remarks, *quoted])
    return found


def quoted(text: CleanText, span: Span, which: str, what: str) -> Remark:
    """Say whose acts are quoted and not counted again."""
    place = text.passage(span.start, span.end)
    return Remark(
        RemarkCode.QUOTED_ACTS,
        f"{which} quotes {what}",
        place.span,
        place.page,
        place.printed[:LONGEST_PRINTED],
    )


def _section_quoted(text: CleanText, section: Sequence[Block], what: str) -> Remark:
    return quoted(text, Span(section[0].span.start, section[-1].span.end), "this extract", what)


def _body(text: CleanText, paper: Paper, section: Sequence[Block], grammar: Grammar) -> Passage | None:
    """Return the body whose extract it is: its letterhead, or where that names an office, who decides in the §."""
    if paper.body and _name_parts(grammar, "deciding").search(paper.body.text):
        return paper.body
    match = _DECIDES.search(text.text, section[0].span.start, section[-1].span.end)
    return text.passage(*match.span("body")) if match else paper.body


def _names_body(proposal: Proposal, grammar: Grammar) -> bool:
    return any(_name_parts(grammar, "parts").search(person.name or "") for person in proposal.by.persons)


@lru_cache(maxsize=8)
def _name_parts(grammar: Grammar, entry: str) -> re.Pattern[str]:
    """Return an expression for parts of the names of bodies; those that only end a name stand apart in the data."""
    table = grammar.words["matters"]["boards"]
    parts, ends = ("|".join(map(re.escape, table[each])) for each in (entry, "ends"))
    return re.compile(rf"(?:{parts})|(?:{ends})\b")


def _is_earlier(paper: Paper, report: Report) -> bool:
    """Tell an extract of an earlier meeting of the board or the council: an earlier step, not this treatment."""
    names = ("kommunfullmäktige", report.board.text.lower() if report.board else "kommunstyrelsen")
    return paper.body is not None and paper.body.text.lower().startswith(names)


def _sections(paper: Paper) -> list[list[Block]]:
    """Return the §§ of an extract; the first may have its number at the end of its title, and no head."""
    head = paper.blocks[0]
    opening = replace(
        head,
        kind=BlockKind.ITEM,
        span=Span(paper.name.end, head.span.end),
        heading=Span(paper.name.end, paper.name.end),
    )
    sections: list[list[Block]] = [[opening]]
    for block in paper.blocks[1:]:
        if block.kind is BlockKind.ITEM:
            sections.append([block])
        else:
            sections[-1].append(block)
    silent = all(block.kind is BlockKind.VERIFICATION for block in sections[0][1:])
    if silent and (len(sections) > 1 or len(paper.blocks) < 2):
        del sections[0]
    return sections


def _is_same_matter(words: str, section: Sequence[Block], title: str) -> bool:
    from rapidfuzz.fuzz import token_set_ratio

    head = section[0]
    said = " ".join(words[head.content.start : min(head.span.end, head.content.start + 250)].split())
    return token_set_ratio(fold(said), fold(title)) >= _LIKE


def _meeting(text: CleanText, paper: Paper) -> Passage | None:
    stop = min(paper.span.end, paper.name.end + 300)
    for match in _MEETING.finditer(text.text, paper.name.end, stop):
        dates = find_dates(text, match.end(), min(stop, match.end() + 30))
        if dates:
            return dates[0]
    # What is dated below the number of a § are the papers of the matter.
    dates = () if "§" in paper.name.of(text.text) else find_dates(text, paper.name.end, stop)
    if dates or not (later := _LATER.search(text.text, paper.name.end, paper.span.end)):
        return dates[0] if dates else None
    dates = find_dates(text, later.end(), min(paper.span.end, later.end() + 30))
    return dates[0] if dates else None
