"""One block of an item: read by the readers of its kind."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from protokoll.grammar import fold, words_of
from protokoll.model.document import Proposal
from protokoll.model.outline import Block, BlockKind
from protokoll.model.text import Span
from protokoll.parsing.absences import find_absences
from protokoll.parsing.decisions import find_decisions
from protokoll.parsing.dissents import find_reservations
from protokoll.parsing.entries import find_entries
from protokoll.parsing.facts import LISTS, RETOLD, STATED, Facts, Frame
from protokoll.parsing.inquiries import find_inquiries
from protokoll.parsing.proposals import find_body_proposal, find_proposals, named_by
from protokoll.parsing.questions import find_contests, find_demand
from protokoll.parsing.rolltables import find_roll
from protokoll.parsing.sections import split_block
from protokoll.parsing.statements import find_statements
from protokoll.parsing.votes import find_votes, lacks_names, vote_of_roll, with_listed

__all__ = ["parts_of", "read_block", "without_rule"]

# Where somebody may propose, reserve or be counted, whatever the heading says.
_OPEN = (
    BlockKind.PROPOSAL,
    BlockKind.ITEM,
    BlockKind.QUESTION_ORDER,
    BlockKind.VOTE,
    BlockKind.OTHER,
    BlockKind.INFORMATION,
)
# Where the questions of an interpellation may stand, and the titles of such items.
_ASKED = (BlockKind.ITEM, BlockKind.OTHER, BlockKind.INFORMATION, BlockKind.BACKGROUND, BlockKind.SUMMARY)
_INITIATIVE = re.compile(r"interpellation|\bfråg(?:a|or|estund)\b", re.IGNORECASE)
_PUTS = re.compile(
    r"proposition|ställer\s+(?!sig\b)\w+(?:en|et|a)?\s|\bvotering|\bomröstning|\byrka(?:r|de)\b", re.IGNORECASE
)
# A line of dashes, underscores or stars, and nothing after it.
_RULE = re.compile(r"(?:\n[ \t]*(?:[-–—_=*]{3,}|(?:[-–*_][ \t]+){2,}[-–*_])[ \t]*)+\s*\Z")
_RULE_ROOM = 400
_RULE_MARKS = tuple("-–—_=*")
# "Kommunstyrelsen föreslår kommunfullmäktige besluta …".
_TO_ANOTHER = re.compile(r"\s*[A-ZÅÄÖ][^.:\n]{3,60}\sföreslår\s[^.:\n]{0,80}(?:besluta|att)", re.IGNORECASE)
_BODYS_PROPOSAL = re.compile(r"(?P<body>.{4,70}?)s\s+förslag(?:\s+till\s+\w+)?\W*$", re.IGNORECASE)


def parts_of(frame: Frame, block: Block) -> Iterator[Block]:
    """Part a block where an act of another kind begins in it; most blocks hold none."""
    if block.kind is BlockKind.DECISION and _is_proposal_of_another(frame, block):
        return iter((replace(block, kind=BlockKind.PROPOSAL),))
    if block.kind is BlockKind.PROPOSAL and _is_own_decision(frame, block):
        return iter((replace(block, kind=BlockKind.DECISION),))
    if block.kind is BlockKind.RECORD_NOTE and _is_story(frame, block):
        block = replace(block, kind=BlockKind.OTHER)
    if block.kind not in RETOLD:
        tokens = words_of(block.content.of(frame.text.text))
        cues = ("reservation", "absence", "note", "vote", "proposal")
        many = {BlockKind.DECISION: 5, BlockKind.RESERVATION: 4}.get(block.kind, 3)
        if any(frame.grammar.may_hold("cues", cue, tokens) for cue in cues[:many]):
            return split_block(frame.text, block, frame.grammar)
    return iter((block,))


def _is_story(frame: Frame, block: Block) -> bool:
    """Tell 'Anteckningar' over all that happened from the same word over somebody's note."""
    words, content, grammar = frame.text.text, block.content, frame.grammar
    if grammar.pattern("cues", "note").search(words, content.start, content.end):
        return False
    asks = grammar.pattern("acts", "propose").search(words, content.start, content.end)
    return bool(asks and _PUTS.search(words, content.start, content.end))


def _is_proposal_of_another(frame: Frame, block: Block) -> bool:
    """Tell 'Kommunstyrelsens förslag till kommunfullmäktige' in the council's minutes from the board's own decision."""
    of_body = block.heading and _BODYS_PROPOSAL.match(block.heading.of(frame.text.text))
    return bool(of_body and frame.body and fold(of_body["body"]) != fold(frame.body.text))


def _is_own_decision(frame: Frame, block: Block) -> bool:
    """Tell 'Kommunstyrelsens förslag' in its own minutes, where it proposes to the council: that is its decision."""
    of_body = block.heading and _BODYS_PROPOSAL.match(block.heading.of(frame.text.text))
    if not of_body or not frame.body or fold(of_body["body"]) != fold(frame.body.text):
        return False
    return _TO_ANOTHER.match(frame.text.text, block.content.start, block.content.end) is not None


def read_block(frame: Frame, block: Block, title: str, facts: Facts) -> None:
    """Let each reader that fits the kind of a block read it, if the block holds any word that the reader looks for."""
    text, grammar, kind = frame.text, frame.grammar, block.kind
    content = without_rule(text.text, block.content)
    if block.heading:
        facts.used.append(block.heading)
    if kind in LISTS:
        facts.entries.setdefault(kind, []).extend(find_entries(text, content))
    if kind in _ASKED and _INITIATIVE.search(title):
        facts.asked += find_inquiries(text, content)
    if kind in RETOLD:
        return
    tokens = words_of(content.of(text.text))
    said = block.heading is not None and kind in (BlockKind.RECUSAL, BlockKind.NOT_PARTICIPATING)
    if said or any(grammar.may_hold("acts", cue, tokens) for cue in ("recuse", "not_participating")):
        _read_absences(frame, content, facts, kind if said else None)
    if kind is BlockKind.DECISION:
        decisions, lead_ins = find_decisions(text, content, frame.body, title, grammar)
        facts.decided.append(block)
        facts.decisions += decisions
        facts.proposals += lead_ins
        facts.used.append(content)
    if kind in STATED:
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
        if block.kind is BlockKind.PROPOSAL and block.heading:
            proposals = named_by(block.heading.of(text.text), proposals)
        facts.proposals += proposals
        facts.used += used
    if block.kind is BlockKind.PROPOSAL and not proposals:
        facts.proposals += find_body_proposal(text, block, frame.grammar)
    if frame.grammar.may_hold("acts", "put", tokens):
        contests, used = find_contests(text, content)
        facts.contests += contests
        facts.used += used
    demanded = None
    if facts.contests and block.kind is BlockKind.VOTE:
        demanded = find_demand(text, Span(block.span.start, content.end)) or find_demand(text, content)
    if demanded:
        # "Omröstning⏎Omröstning begärs.": what was demanded is the vote on the question put before.
        facts.contests[-1] = replace(facts.contests[-1], vote_demanded=True)
        facts.used.append(demanded)
    if frame.grammar.may_hold("acts", "count", tokens):
        heading = block.heading.of(text.text) if block.heading else ""
        votes, used = find_votes(text, content, heading, frame.grammar)
        roll = None
        if len(votes) < 2 and not any(vote.annex for vote in votes) and all(map(lacks_names, votes)):
            roll = find_roll(text, content, frame.grammar)
        if roll and all(len(vote.roll) < len(roll.voters) for vote in votes):
            votes = [with_listed(vote, roll.voters, text, content) for vote in votes] or [
                vote_of_roll(text, content, heading, roll.voters)
            ]
            used = used or [content]
        facts.votes += votes
        facts.used += used


def _is_own(frame: Frame, proposal: Proposal) -> bool:
    """Tell what the body itself proposes to another one: in its own minutes that is its decision."""
    if not proposal.by.body or not frame.body:
        return False
    own, named = fold(frame.body.text), fold(proposal.by.body.text)
    # "Arbetsutskottet" in the minutes of "Kommunstyrelsens arbetsutskott".
    return own == named or own.endswith(f" {named.removesuffix('et')}")


def _read_absences(frame: Frame, content: Span, facts: Facts, heading: BlockKind | None) -> None:
    """Read who left for jäv and who did not take part; one announced twice is one."""
    absences = find_absences(frame.text, content, frame.grammar, heading)
    known = {person.name for person in facts.recusals}
    facts.recusals += [person for person in absences.recusals if person.name not in known]
    facts.not_participating += absences.not_participating
    facts.announced += absences.announced
    facts.used += absences.used


def without_rule(words: str, content: Span) -> Span:
    """Leave out the rule that many clerks type under a § ('---', '______', '***')."""
    if words[content.start : content.end].rstrip()[-1:] not in _RULE_MARKS:
        return content
    rule = _RULE.search(words, max(content.start, content.end - _RULE_ROOM), content.end)
    return Span(content.start, rule.start()) if rule else content
