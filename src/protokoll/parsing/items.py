"""One § as a record: each block read by the reader of its kind, and the facts tied together."""

from itertools import chain
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from protokoll.grammar import Grammar
from protokoll.model.document import (
    Contest,
    Decision,
    Item,
    Outcome,
    Person,
    Pointer,
    Proposal,
    Reservation,
    Statement,
    Vote,
)
from protokoll.model.outline import Block, BlockKind
from protokoll.model.remark import Remark, RemarkCode
from protokoll.model.text import CleanText, Passage, Span
from protokoll.parsing.annexes import Roll
from protokoll.parsing.cues import find_unaccounted
from protokoll.parsing.decisions import find_decisions, find_unheaded_decision
from protokoll.parsing.dissents import find_reservations
from protokoll.parsing.entries import find_entries
from protokoll.parsing.fates import Course, with_fates
from protokoll.parsing.proposals import find_proposals
from protokoll.parsing.questions import find_contests
from protokoll.parsing.statements import find_notes, find_statements
from protokoll.parsing.titles import item_heading
from protokoll.parsing.votes import find_votes

__all__ = ["Facts", "parse_item"]

# In these blocks somebody else's acts are retold or listed; they are no acts of this meeting.
_RETOLD = (
    BlockKind.BACKGROUND,
    BlockKind.SUMMARY,
    BlockKind.HISTORY,
    BlockKind.ATTACHMENTS,
    BlockKind.RECIPIENTS,
    BlockKind.APPEAL,
)
_ON_FLOOR = (
    BlockKind.PROPOSAL,
    BlockKind.ITEM,
    BlockKind.QUESTION_ORDER,
    BlockKind.VOTE,
    BlockKind.OTHER,
    BlockKind.INFORMATION,
)
_STATED = (
    BlockKind.SPECIAL_STATEMENT,
    BlockKind.SUBSTITUTE_STATEMENT,
    BlockKind.RECORD_NOTE,
    BlockKind.VOTE_EXPLANATION,
)
_PUT = (BlockKind.QUESTION_ORDER, BlockKind.VOTE, BlockKind.PROPOSAL, BlockKind.OTHER)


class Facts(Struct):
    """What the readers of one item's blocks have found so far, and the text that it accounts for."""

    decisions: list[Decision] = []
    proposals: list[Proposal] = []
    contests: list[Contest] = []
    votes: list[Vote] = []
    reservations: list[Reservation] = []
    statements: list[Statement] = []
    recusals: list[Person] = []
    not_participating: list[Person] = []
    entries: dict[BlockKind, list[Passage]] = {}
    used: list[Span] = []


class Frame(NamedTuple):
    """What an item needs to know of its document."""

    body: Passage | None
    rolls: tuple[Roll, ...]
    index: int


def parse_item(
    text: CleanText, blocks: list[Block], frame: Frame, grammar: Grammar
) -> tuple[Item, list[Remark]]:
    """Return one item and the doubts about it.

    Args:
        text: the clean text.
        blocks: the blocks of the item, its head first.
        frame: the body of the document, the rolls in its annexes, and the index of the item.
        grammar: the wordings.
    """
    head, sections = blocks[0], blocks[1:]
    assert head.heading is not None
    title, diary_numbers, rest = item_heading(text, head.heading.end, head.span.end)
    facts = Facts()
    known = title.text if title else ""
    for block in sections:
        _read(text, block, frame.body, known, grammar, facts)
    if rest:
        _read(text, replace(head, span=rest, heading=None), frame.body, known, grammar, facts)
    if not facts.decisions:
        _read_unheaded(text, sections, rest, frame.body, known, grammar, facts)
    facts.votes = [_with_roll(vote, frame.rolls) for vote in facts.votes]
    whole = text.passage(head.span.start, blocks[-1].span.end)
    path = f"/items/{frame.index}"
    proposals = with_fates(facts.proposals, Course(facts.contests, facts.votes, facts.decisions), grammar)
    item = Item(
        number=text.passage(head.heading.start, head.heading.end),
        title=title,
        diary_numbers=diary_numbers,
        decisions=tuple(facts.decisions),
        proposals=tuple(proposals),
        question_order=tuple(facts.contests),
        votes=tuple(facts.votes),
        reservations=tuple(_favouring(each, proposals, path, grammar) for each in facts.reservations),
        statements=tuple(facts.statements),
        recusals=tuple(facts.recusals),
        not_participating=tuple(facts.not_participating),
        attachments=tuple(facts.entries.get(BlockKind.ATTACHMENTS, ())),
        history=tuple(facts.entries.get(BlockKind.HISTORY, ())),
        recipients=tuple(facts.entries.get(BlockKind.RECIPIENTS, ())),
        span=whole.span,
        page=whole.page,
    )
    live = [block.span for block in blocks if block.kind not in _RETOLD]
    remarks = list(find_unaccounted(text, live, facts.used, grammar))
    return item, [*remarks, *_doubts(item, text, blocks)]


def _read(
    text: CleanText, block: Block, body: Passage | None, title: str, grammar: Grammar, facts: Facts
) -> None:
    content, kind = block.content, block.kind
    if block.heading:
        facts.used.append(block.heading)
    if kind in _RETOLD:
        if kind in (BlockKind.ATTACHMENTS, BlockKind.HISTORY, BlockKind.RECIPIENTS):
            facts.entries.setdefault(kind, []).extend(find_entries(text, content))
        return
    notes = find_notes(text, content, grammar)
    facts.recusals += [
        each for each in notes.recusals if each.name not in {known.name for known in facts.recusals}
    ]
    facts.not_participating += notes.not_participating
    facts.used += notes.used
    if kind is BlockKind.DECISION:
        decisions, proposals = find_decisions(text, content, body, title, grammar)
        facts.decisions += decisions
        facts.proposals += proposals
        facts.used.append(content)
    if kind in _STATED:
        statements, used = find_statements(text, content, kind, body, grammar)
        facts.statements += statements
        facts.used += used
    if kind in (BlockKind.RESERVATION, BlockKind.DECISION, *_ON_FLOOR):
        reservations, used = find_reservations(text, content, body, grammar)
        facts.reservations += reservations
        facts.used += used
    if kind in _ON_FLOOR:
        proposals, used = find_proposals(text, content, grammar)
        facts.proposals += proposals
        facts.used += used
    if kind in _PUT:
        contests, used = find_contests(text, content)
        facts.contests += contests
        facts.used += used
        heading = block.heading.of(text.text) if block.heading else ""
        votes, used = find_votes(text, content, heading, grammar)
        facts.votes += votes
        facts.used += used


def _read_unheaded(
    text: CleanText,
    sections: list[Block],
    rest: Span | None,
    body: Passage | None,
    title: str,
    grammar: Grammar,
    facts: Facts,
) -> None:
    """Find a decision that stands without a heading, last in the item's text (older templates)."""
    candidates = [
        block.content
        for block in sections
        if block.kind not in (BlockKind.RECIPIENTS, BlockKind.ATTACHMENTS, BlockKind.APPEAL)
    ]
    for content in chain(reversed(candidates), [rest] if rest else []):
        span = find_unheaded_decision(text, content)
        if span:
            decisions, proposals = find_decisions(text, span, body, title, grammar)
            facts.decisions += decisions
            facts.proposals += proposals
            return


def _with_roll(vote: Vote, rolls: tuple[Roll, ...]) -> Vote:
    """Join a vote with its roll in an annex, by number and by content: the numbers must agree."""
    if vote.roll or vote.annex is None:
        return vote
    for roll in rolls:
        if roll.number == vote.annex and _agree(vote, roll):
            return replace(
                vote,
                roll=roll.voters,
                abstain=vote.abstain if vote.abstain is not None else None,
            )
    return vote


def _agree(vote: Vote, roll: Roll) -> bool:
    counted = roll.counts["yes"], roll.counts["no"]
    if None in counted:
        counted = tuple(sum(voter.vote == side for voter in roll.voters) for side in ("yes", "no"))
    return counted == (vote.yes, vote.no)


def _favouring(
    reservation: Reservation, proposals: list[Proposal], path: str, grammar: Grammar
) -> Reservation:
    """Tie a reservation 'till förmån för det egna yrkandet' to the proposals of the same persons or parties."""
    said = reservation.text.text.lower()
    if not any(phrase in said for phrase in grammar.phrases("acts", "own")):
        return reservation
    names = {person.name for person in reservation.by.persons}
    parties = set(reservation.by.parties)
    mine = [
        index
        for index, proposal in enumerate(proposals)
        if proposal.source != "lead_in"
        and proposal.action != "reject"
        and (names & {person.name for person in proposal.by.persons} or parties & set(proposal.by.parties))
    ]
    own = [index for index in mine if proposals[index].action == "own"] or mine
    favours = tuple(f"{path}/proposals/{index}" for index in own)
    pointer = reservation.pointer
    if pointer and favours and "redovisas" in pointer.words.text:
        pointer = Pointer(pointer.words, favours[0])
    return replace(reservation, favours=favours, pointer=pointer)


def _doubts(item: Item, text: CleanText, blocks: list[Block]) -> list[Remark]:
    """Say what does not add up in an item."""
    doubts = []
    for vote in item.votes:
        doubts.extend(_vote_doubts(vote))
    for decision in item.decisions:
        if decision.outcome is Outcome.OTHER:
            doubts.append(
                _remark(
                    RemarkCode.OUTCOME_UNKNOWN,
                    "the points do not say what became of the matter",
                    decision.points[0],
                )
            )
    last = blocks[-1]
    words = last.content.of(text.text).rstrip()
    if (
        words
        and last.kind
        not in (BlockKind.RECIPIENTS, BlockKind.ATTACHMENTS, BlockKind.ITEM, BlockKind.INFORMATION)
        and words[-1] not in ".!?:)”\"'"
    ):
        end = last.content.start + len(words)
        passage = text.passage(max(last.content.start, end - 80), end)
        doubts.append(
            Remark(
                RemarkCode.TEXT_CUT,
                "the text of the item breaks off here",
                passage.span,
                passage.page,
                passage.printed,
            )
        )
    return doubts


def _vote_doubts(vote: Vote) -> list[Remark]:
    doubts = []
    if vote.ballot is None:
        doubts.append(_remark(RemarkCode.BALLOT_MISSING, "no words tell what Ja and Nej stood for", vote))
    if vote.roll:
        for side, printed in (("yes", vote.yes), ("no", vote.no), ("abstain", vote.abstain)):
            named = sum(voter.vote == side for voter in vote.roll)
            if printed is not None and named != printed:
                doubts.append(
                    _remark(
                        RemarkCode.TALLY_MISMATCH,
                        f"{printed} are printed as voting {side}, {named} are named",
                        vote,
                    )
                )
    elif vote.annex:
        doubts.append(
            _remark(
                RemarkCode.ROLL_MISSING, f"the roll is in annex {vote.annex}, which is not in this text", vote
            )
        )
    elif vote.yes is not None:
        doubts.append(_remark(RemarkCode.ROLL_MISSING, "no roll is printed", vote))
    return doubts


def _remark(code: RemarkCode, message: str, place: object) -> Remark:
    return Remark(code, message, place.span, place.page, getattr(place, "printed", None))  # type: ignore[attr-defined]
