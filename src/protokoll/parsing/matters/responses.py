"""What a body answers when it was consulted (remissvar, yttrande)."""

import re

from msgspec.structs import replace

from protokoll.grammar import Grammar
from protokoll.model.document import Actors, Statement, StatementKind
from protokoll.model.outline import BlockKind, Outline
from protokoll.model.text import CleanText, Passage, Span
from protokoll.parsing.actors import find_parties, is_body
from protokoll.parsing.matters.fronts import find_title, front_lines
from protokoll.parsing.matters.heads import Papers, matter_item
from protokoll.parsing.matters.reports import office_proposal, report_body

__all__ = ["parse_response"]

# "Nämnden har beslutat om detta yttrande den …", "För tekniska nämnden": the answer itself ends here.
_CLOSING = re.compile(
    r"""^[ \t]*(?:
        [A-ZÅÄÖ][^\n.]{2,60}\s+har\s+(?:beslutat|antagit|fastställt|avgett)\s+(?:om\s+)?(?:detta|följande)\s+\w+
      | [A-ZÅÄÖ]\w+(?:nämnden|styrelsen)\s+i\s+[A-ZÅÄÖ]\w+\s+(?:kommun|stad)[ \t]*$
      | Beslut\s+i\s+detta\s+ärende | I\s+detta\s+ärende\s+har
      | (?:För|På)[ \t]+[a-zåäöA-ZÅÄÖ][^\n.]{3,50}(?:nämnden|styrelsen|kommun|stad|vägnar):?[ \t]*$)""",
    re.VERBOSE | re.MULTILINE,
)


def parse_response(text: CleanText, outline: Outline, grammar: Grammar) -> Papers:
    """Return head facts and the item of an answer to a consultation: the answer is one statement."""
    front = outline.blocks[0].span
    title = find_title(text.text, front, grammar, last=True)
    body = _body(text, front, grammar) or report_body(text, outline)
    start = title.end if title else front.end
    end = _end(text.text, start, outline)
    statements: tuple[Statement, ...] = ()
    if text.text[start:end].strip():
        passage = text.passage(start, end)
        parties = tuple(dict.fromkeys(find_parties(text.text[front.start : start], grammar))) if body is None else ()
        by = Actors(body, (), parties, None)
        statements = (
            Statement(StatementKind.CONSULTATION_STATEMENT, by, None, passage, None, passage.span, passage.page),
        )
    proposal = office_proposal(text, outline.blocks, body, grammar)
    item = replace(matter_item(text, title, outline), statements=statements, proposals=(proposal,) if proposal else ())
    return Papers(Actors(), _addressee(text, front), item, body)


def _body(text: CleanText, front: Span, grammar: Grammar) -> Passage | None:
    """Return the body alone on a line of the letterhead."""
    for line in front_lines(text.text, front, grammar):
        said = re.split(r"\s{2,}|\s\d", text.text[line.start : line.end])[0]
        if is_body(said, grammar) and not line.free:
            return text.passage(line.start, line.start + len(said))
    return None


def _end(words: str, start: int, outline: Outline) -> int:
    closing = _CLOSING.search(words, start)
    foot = next(
        (block.span.start for block in outline.blocks if block.kind is BlockKind.OTHER and block.heading is None),
        len(words),
    )
    papers = next((block.span.start for block in outline.blocks if block.kind is BlockKind.ATTACHMENTS), len(words))
    ends = [place for place in (closing.start() if closing else len(words), foot, papers) if place > start]
    return min(ends, default=len(words))


def _addressee(text: CleanText, front: Span) -> Passage | None:
    """Return who asked: 'Till Region Norr', or an authority on a line of its own in the letterhead."""
    match = re.compile(r"^[ \t]*(?:Till|Remittent:?)[ \t]+(?P<who>[^\n]{4,80})$", re.MULTILINE).search(
        text.text, front.start, front.end
    )
    if match:
        return text.passage(*match.span("who"))
    authority = re.compile(
        r"""^[ \t]*(?P<who>(?:Region|Länsstyrelsen|Regeringskansliet
            |(?!Kommunstyrelsen|Regionstyrelsen)[A-ZÅÄÖ][a-zåäö]+(?:departementet|verket|myndigheten|styrelsen))\b[^\n]{0,50})$""",
        re.VERBOSE | re.MULTILINE,
    ).search(text.text, front.start, front.end)
    return text.passage(*authority.span("who")) if authority else None
