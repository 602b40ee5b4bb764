"""One § as a record: each block read by the readers of its kind, and the facts tied together."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from protokoll.grammar import Grammar, fold, words_of
from protokoll.model.document import (
    Contest,
    Decision,
    Item,
    Person,
    Proposal,
    Reservation,
    Statement,
    Vote,
)
from protokoll.model.outline import Block, BlockKind
from protokoll.model.remark import Remark
from protokoll.model.text import CleanText, Passage, Span
from protokoll.parsing.absences import find_absences
from protokoll.parsing.annexes import Annex
from protokoll.parsing.cues import find_unaccounted
from protokoll.parsing.decisions import find_decisions, find_unheaded_decision
from protokoll.parsing.dissents import find_reservations
from protokoll.parsing.doubts import item_doubts
from protokoll.parsing.entries import find_entries
from protokoll.parsing.fates import Course, with_fates
from protokoll.parsing.proposals import find_body_proposal, find_proposals
from protokoll.parsing.questions import find_contests
from protokoll.parsing.rolltables import find_roll
from protokoll.parsing.sections import split_block
from protokoll.parsing.statements import find_statements
from protokoll.parsing.ties import with_annexed_text, with_changes, with_favoured, with_roll
from protokoll.parsing.titles import item_heading
from protokoll.parsing.told import find_told, is_told
from protokoll.parsing.votes import find_votes, joined_votes, vote_of_roll, with_told_numbers

__all__ = ["Facts", "Frame", "Parsed", "parse_item"]

# Lists, and blocks in which acts of others are retold: they hold no acts of this meeting.
_LISTS = (BlockKind.ATTACHMENTS, BlockKind.HISTORY, BlockKind.RECIPIENTS)
_RETOLD = (*_LISTS, BlockKind.BACKGROUND, BlockKind.SUMMARY, BlockKind.APPEAL)
_STATED = (
    BlockKind.SPECIAL_STATEMENT,
    BlockKind.SUBSTITUTE_STATEMENT,
    BlockKind.RECORD_NOTE,
    BlockKind.VOTE_EXPLANATION,
)
# Where somebody may propose, reserve or be counted, whatever the heading says.
_OPEN = (
    BlockKind.PROPOSAL,
    BlockKind.ITEM,
    BlockKind.QUESTION_ORDER,
    BlockKind.VOTE,
    BlockKind.OTHER,
    BlockKind.INFORMATION,
)
# A line of dashes, underscores or stars, and nothing after it.
_RULE = re.compile(r"(?:\n[ \t]*(?:[-–—_=*]{3,}|(?:[-–*_][ \t]+){2,}[-–*_])[ \t]*)+\s*\Z")
_RULE_ROOM = 400
_RULE_MARKS = tuple("-–—_=*")
_BODYS_PROPOSAL = re.compile(r"(?P<body>.{4,70}?)s\s+förslag(?:\s+till\s+\w+)?\W*$", re.IGNORECASE)


class Facts(Struct):
    """What the readers have found in the blocks of one item so far, and the text that it accounts for."""

    decisions: list[Decision] = []
    proposals: list[Proposal] = []
    contests: list[Contest] = []
    votes: list[Vote] = []
    reservations: list[Reservation] = []
    statements: list[Statement] = []
    recusals: list[Person] = []
    not_participating: list[Person] = []
    announced: list[tuple[Person, tuple[str, ...]]] = []
    entries: dict[BlockKind, list[Passage]] = {}
    used: list[Span] = []
    decided: list[Block] = []


class Frame(NamedTuple):
    """What the readers of an item need to know of its document."""

    text: CleanText
    grammar: Grammar
    body: Passage | None
    annexes: tuple[Annex, ...]


class Parsed(NamedTuple):
    """An item, the doubts about it, and the recusals that it announces for other items."""

    item: Item
    remarks: list[Remark]
    announced: list[tuple[Person, tuple[str, ...]]]


def parse_item(frame: Frame, blocks: list[Block], index: int) -> Parsed:
    """Return one item and the doubts about it.

    Args:
        frame: the text, the wordings, the body and the annexes of the document.
        blocks: the blocks of the item, its head first.
        index: the place of the item in the document, from 0.
    """
    text, grammar = frame.text, frame.grammar
    head, sections = blocks[0], blocks[1:]
    number = head.heading or Span(head.span.start, head.span.start)
    title, diary_numbers, rest = item_heading(text, number.end, head.span.end)
    if title and title.printed.rstrip().endswith(".") and is_told(title.text, grammar):
        # An item without a title: what stands under the number is the decision itself.
        title, rest = None, Span(number.end, head.span.end)
    facts = Facts(used=[Span(head.span.start, rest.start if rest else head.span.end)])
    if rest:
        sections = [replace(head, span=rest, heading=None), *sections]
    sections = [part for block in sections for part in _parts(frame, block)]
    for block in sections:
        _read(frame, block, title.text if title else "", facts)
    if not facts.decisions:
        _read_unheaded(frame, sections, title.text if title else "", facts)
    whole = text.passage(head.span.start, blocks[-1].span.end)
    item = _tied(frame, facts, f"/items/{index}")
    item = replace(
        item,
        number=text.passage(number.start, number.end),
        title=title,
        diary_numbers=diary_numbers,
        span=whole.span,
        page=whole.page,
    )
    live = [block.content for block in blocks if block.kind not in _RETOLD]
    remarks = [*find_unaccounted(text, live, facts.used, grammar), *item_doubts(item, text, blocks, grammar)]
    return Parsed(item, remarks, facts.announced)


def _parts(frame: Frame, block: Block) -> Iterator[Block]:
    """Part a block where an act of another kind begins in it; most blocks hold none."""
    if block.kind is BlockKind.DECISION and _is_proposal_of_another(frame, block):
        return iter((replace(block, kind=BlockKind.PROPOSAL),))
    if block.kind not in _RETOLD:
        tokens = words_of(block.content.of(frame.text.text))
        cues = ("reservation", "absence", "note", "vote", "proposal")
        if any(
            frame.grammar.may_hold("cues", cue, tokens) for cue in cues[: 5 if block.kind is BlockKind.DECISION else 3]
        ):
            return split_block(frame.text, block, frame.grammar)
    return iter((block,))


def _is_proposal_of_another(frame: Frame, block: Block) -> bool:
    """Tell 'Kommunstyrelsens förslag till kommunfullmäktige' in the council's minutes from the board's own decision."""
    of_body = block.heading and _BODYS_PROPOSAL.match(block.heading.of(frame.text.text))
    return bool(of_body and frame.body and fold(of_body["body"]) != fold(frame.body.text))


def _tied(frame: Frame, facts: Facts, path: str) -> Item:
    """Tie the facts together: rolls to votes, fates to proposals, reservations to what they favour."""
    decided = [block.content for block in facts.decided]
    votes = with_told_numbers(joined_votes(facts.votes), frame.text, decided)
    votes = [with_roll(vote, frame.annexes) for vote in votes]
    proposals = with_fates(facts.proposals, Course(facts.contests, votes, facts.decisions), frame.grammar)
    reservations = []
    for at, each in enumerate(facts.reservations):
        stated = with_annexed_text(each, frame.annexes, f"{path}/reservations/{at}")
        reservations.append(with_favoured(stated, proposals, path, frame.grammar))
    statements = [
        with_annexed_text(each, frame.annexes, f"{path}/statements/{at}") for at, each in enumerate(facts.statements)
    ]
    return Item(
        number=None,
        title=None,
        diary_numbers=(),
        decisions=tuple(with_changes(decision, proposals) for decision in facts.decisions),
        proposals=tuple(proposals),
        question_order=tuple(facts.contests),
        votes=tuple(votes),
        reservations=tuple(reservations),
        statements=tuple(statements),
        recusals=tuple(facts.recusals),
        not_participating=tuple(facts.not_participating),
        attachments=tuple(facts.entries.get(BlockKind.ATTACHMENTS, ())),
        history=tuple(facts.entries.get(BlockKind.HISTORY, ())),
        recipients=tuple(facts.entries.get(BlockKind.RECIPIENTS, ())),
    )


def _read(frame: Frame, block: Block, title: str, facts: Facts) -> None:
    """Let each reader that fits the kind of a block read it, if the block holds any word that the reader looks for."""
    text, grammar, kind = frame.text, frame.grammar, block.kind
    content = _without_rule(text.text, block.content)
    if block.heading:
        facts.used.append(block.heading)
    if kind in _LISTS:
        facts.entries.setdefault(kind, []).extend(find_entries(text, content))
    if kind in _RETOLD:
        return
    tokens = words_of(content.of(text.text))
    if any(grammar.may_hold("acts", cue, tokens) for cue in ("recuse", "not_participating")):
        _read_absences(frame, content, facts)
    if kind is BlockKind.DECISION:
        decisions, lead_ins = find_decisions(text, content, frame.body, title, grammar)
        facts.decided.append(block)
        facts.decisions += decisions
        facts.proposals += lead_ins
        facts.used.append(content)
    if kind in _STATED:
        statements, used = find_statements(text, content, kind, frame.body, grammar)
        facts.statements += statements
        facts.used += used
    if kind is BlockKind.RESERVATION or (kind in _OPEN and grammar.may_hold("acts", "reserve", tokens)):
        heading = block.heading.of(text.text) if block.heading else ""
        reservations, used = find_reservations(
            text, content, frame.body, grammar, heading if kind is BlockKind.RESERVATION else None
        )
        facts.reservations += reservations
        facts.used += used
    if kind in _OPEN:
        _read_floor(frame, replace(block, span=Span(block.span.start, content.end)), tokens, facts)


def _read_floor(frame: Frame, block: Block, tokens: frozenset[str], facts: Facts) -> None:
    """Read what is proposed, how the questions are put, and how the votes fall."""
    text, content = frame.text, block.content
    # Where the chair puts the questions, proposals are named again; only 'yrkar' is a new one.
    proposals: list[Proposal] = []
    asks = "ask" if block.kind in (BlockKind.QUESTION_ORDER, BlockKind.VOTE) else "propose"
    if block.kind is BlockKind.PROPOSAL or frame.grammar.may_hold("acts", asks, tokens):
        proposals, used = find_proposals(text, content, frame.grammar)
        proposals = [each for each in proposals if not _is_own(frame, each)]
        facts.proposals += proposals
        facts.used += used
    if block.kind is BlockKind.PROPOSAL and not proposals:
        facts.proposals += find_body_proposal(text, block, frame.grammar)
    if frame.grammar.may_hold("acts", "put", tokens):
        contests, used = find_contests(text, content)
        facts.contests += contests
        facts.used += used
    if frame.grammar.may_hold("acts", "count", tokens):
        heading = block.heading.of(text.text) if block.heading else ""
        votes, used = find_votes(text, content, heading, frame.grammar)
        roll = None
        if len(votes) < 2 and not any(vote.roll or vote.annex for vote in votes):
            roll = find_roll(text, content, frame.grammar)
        if roll:
            votes = [replace(vote, roll=roll.voters) for vote in votes] or [
                vote_of_roll(text, content, heading, roll.voters)
            ]
            used = used or [content]
        facts.votes += votes
        facts.used += used


def _is_own(frame: Frame, proposal: Proposal) -> bool:
    """Tell what the body itself proposes to another one: in its own minutes that is its decision."""
    return bool(proposal.by.body and frame.body and fold(proposal.by.body.text) == fold(frame.body.text))


def _without_rule(words: str, content: Span) -> Span:
    """Leave out the rule that many clerks type under a § ('---', '______', '***')."""
    if words[content.start : content.end].rstrip()[-1:] not in _RULE_MARKS:
        return content
    rule = _RULE.search(words, max(content.start, content.end - _RULE_ROOM), content.end)
    return Span(content.start, rule.start()) if rule else content


def _read_absences(frame: Frame, content: Span, facts: Facts) -> None:
    """Read who left for jäv and who did not take part; one announced twice is one."""
    absences = find_absences(frame.text, content, frame.grammar)
    known = {person.name for person in facts.recusals}
    facts.recusals += [person for person in absences.recusals if person.name not in known]
    facts.not_participating += absences.not_participating
    facts.announced += absences.announced
    facts.used += absences.used


def _read_unheaded(frame: Frame, sections: list[Block], title: str, facts: Facts) -> None:
    """Find a decision that stands without a heading of its own, last in the item (older templates)."""
    for place in _unheaded_places(sections):
        content = _without_rule(frame.text.text, place)
        span = find_unheaded_decision(frame.text, content, frame.body, frame.grammar)
        if span:
            decisions, lead_ins = find_decisions(frame.text, span, frame.body, title, frame.grammar)
            facts.decisions += decisions
            facts.proposals += lead_ins
            return
    _read_told(frame, [block for block in sections if block.kind in (BlockKind.ITEM, BlockKind.OTHER)], facts)


def _read_told(frame: Frame, sections: list[Block], facts: Facts) -> None:
    """Find a decision that is only told: 'Till justerare utses Eva Ek (V).', 'Informationen noteras.'."""
    for place in _unheaded_places(sections):
        told = find_told(frame.text, place, frame.body, frame.grammar)
        if told:
            facts.decisions.append(told)
            return


def _unheaded_places(sections: list[Block]) -> Iterator[Span]:
    closed = (BlockKind.RECIPIENTS, BlockKind.ATTACHMENTS, BlockKind.APPEAL, *_STATED)
    return (block.content for block in reversed(sections) if block.kind not in closed)
