"""What each consulted body decided, answered and dissented (remissammanställning)."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from protokoll.grammar import Grammar
from protokoll.model.document import Action, Actors, Decision, Fate, Outcome, Proposal, Statement, StatementKind
from protokoll.model.outline import Block, BlockKind
from protokoll.model.text import CleanText, Passage, Span
from protokoll.parsing.actors import NOBODY, find_actors, is_body
from protokoll.parsing.decisions import find_decisions
from protokoll.parsing.facts import Found
from protokoll.parsing.matters.dissent import dissent_of
from protokoll.parsing.matters.heads import as_point
from protokoll.parsing.references import find_dates
from protokoll.parsing.sentences import sentences

__all__ = ["read_hearing", "statement_of"]

_KINDS = {
    BlockKind.SPECIAL_STATEMENT: StatementKind.SPECIAL_STATEMENT,
    BlockKind.SUBSTITUTE_STATEMENT: StatementKind.SUBSTITUTE_STATEMENT,
}
_HEAD = re.compile(
    r"[A-ZÅÄÖ][^\n]*?\b(?:av|från)\s+(?P<who>[^\n]+?)(?P<rest>\s+enligt\s+följande\.?:?|,?\s+se\s+[^\n]+|,\s+bilaga\s[^\n]+|\s+som\s+är\s+[^\n]+|\s+med\s+hänvisning\s+[^\n]+|\.?\s*(?=\n|$))"
)
_OFFICE = re.compile(r"(?P<office>.+?)s?\s+(?:tjänsteutlåtande|yttrande|remissvar|svar|skrivelse)\b", re.DOTALL)
_PROPOSES = re.compile(
    r"(?P<who>[A-ZÅÄÖ][\wåäöÅÄÖ-]*(?:\s[\wåäöÅÄÖ-]+){0,3}?)\s+föreslår\s+(?:därför\s+)?(?:att\b|[a-zåäö]+\s+besluta)"
)
_LAST_PARAGRAPH = re.compile(r"(?:\A|\n[ \t]*\n)\s*(?P<last>\S(?:(?!\n[ \t]*\n).)*)\Z", re.DOTALL)


def read_hearing(text: CleanText, blocks: Sequence[Block], asker: Passage | None, grammar: Grammar) -> Found:
    """Return the facts of a hearing, each under the body whose name it stands under.

    Args:
        text: the clean text.
        blocks: the blocks of the hearing, in order.
        asker: the body that consulted the others.
        grammar: the wordings.
    """
    found = Found()
    names = _names(text, blocks)
    for block in blocks:
        body = names.get(block.body or "")
        if block.kind is BlockKind.DECISION:
            found.decisions += _decisions(text, block, body, grammar)
        elif block.kind is BlockKind.RESERVATION:
            dissent = dissent_of(text, block.span, body, grammar)
            found.reservations += [dissent.reservation] if dissent else []
            found.proposals += [dissent.proposal] if dissent and dissent.proposal else []
        elif block.kind in _KINDS:
            found.statements += statement_of(text, block, body, grammar)
        elif body and block.heading and text.text[block.content.start : block.span.end].strip():
            found.statements.append(_answer(text, block, body, asker))
            found.proposals += _office_proposal(text, block, body, grammar)
    return found


def statement_of(text: CleanText, block: Block, body: Passage | None, grammar: Grammar) -> list[Statement]:
    """Return the statement of a block that opens with 'Särskilt uttalande av … enligt följande'."""
    head = _HEAD.match(text.text, block.span.start, block.span.end)
    by = find_actors(text, *head.span("who"), grammar) if head else NOBODY
    if head is None or by == NOBODY:
        return []
    # A line that sends the reader to the end of the report: the statement stands there.
    if re.match(r",?\s+(?:se|bilaga)\s", head["rest"]):
        return []
    start = head.end() if text.text[head.end() : block.span.end].strip() else block.span.start
    passage = text.passage(start, block.span.end)
    whole = text.passage(block.span.start, block.span.end)
    return [Statement(_KINDS[block.kind], by, body, passage, None, whole.span, whole.page)]


def _names(text: CleanText, blocks: Sequence[Block]) -> dict[str, Passage]:
    """Return where each consulted body's name stands first."""
    names: dict[str, Passage] = {}
    for block in blocks:
        if block.body and block.body not in names and block.heading and block.kind is BlockKind.CONSULTATION:
            names[block.body] = text.passage(block.heading.start, block.heading.start + len(block.body))
    return names


def _decisions(text: CleanText, block: Block, body: Passage | None, grammar: Grammar) -> list[Decision]:
    decisions, _ = find_decisions(text, block.content, body, "", grammar)
    first = next(sentences(text.text, block.content.start, block.span.end), block.content)
    dates = find_dates(text, first.start, first.end)
    date = dates[0] if dates else None
    return [replace(each, body=body, date=date, outcome=_outcome(each)) for each in decisions[:1]]


def _outcome(decision: Decision) -> Outcome | None:
    """Return what a consulted body did: to approve the office's text as the answer is to approve."""
    approves = any("godkän" in point.text for point in decision.points)
    return Outcome.APPROVE if approves and decision.outcome is Outcome.ANSWER else decision.outcome


def _answer(text: CleanText, block: Block, body: Passage, asker: Passage | None) -> Statement:
    passage = text.passage(block.content.start, block.span.end)
    by = Actors(body, (), (), None)
    return Statement(StatementKind.CONSULTATION_STATEMENT, by, asker, passage, None, passage.span, passage.page)


def _office_proposal(text: CleanText, block: Block, body: Passage, grammar: Grammar) -> list[Proposal]:
    """Return what the office proposes in the last paragraph of its text: 'Förvaltningen föreslår att …'."""
    words = text.text
    content = words[block.content.start : block.span.end].rstrip()
    last = _LAST_PARAGRAPH.search(content)
    match = _PROPOSES.match(last["last"]) if last else None
    if last is None or match is None or not is_body(match["who"], grammar):
        return []
    start = block.content.start + last.start("last")
    point = as_point(text, Span(start, block.content.start + len(content)))
    by = Actors(_office(text, block) or body, (), (), None)
    return [Proposal(by, Action.OWN, None, (point,), None, None, "paper", Fate.UNKNOWN, point.span, point.page)]


def _office(text: CleanText, block: Block) -> Passage | None:
    """Return whose text is quoted: 'Socialförvaltningens tjänsteutlåtande daterat …'."""
    heading = block.heading or block.span
    match = _OFFICE.match(text.text, heading.start, heading.end)
    return text.passage(*match.span("office")) if match else None
