"""A report to the council: who proposes what, what each body on the way decided, who dissents."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from protokoll.grammar import Grammar, fold
from protokoll.model.document import Action, Actors, Decision, Proposal, Reservation
from protokoll.model.outline import Block, BlockKind, Outline
from protokoll.model.remark import Remark, RemarkCode
from protokoll.model.text import CleanText, Passage, Span
from protokoll.parsing.absences import find_absences
from protokoll.parsing.decisions import find_decisions
from protokoll.parsing.doubts import tally_doubts
from protokoll.parsing.entries import find_entries
from protokoll.parsing.facts import Found
from protokoll.parsing.matters.authors import named_author
from protokoll.parsing.matters.boards import council_proposal, find_board, presented_proposal
from protokoll.parsing.matters.bundles import read_bundle
from protokoll.parsing.matters.dissent import dissent_of, joined_pointers, resolved
from protokoll.parsing.matters.fronts import find_title
from protokoll.parsing.matters.heads import Papers, as_point, matter_item
from protokoll.parsing.matters.hearings import read_hearing, statement_of
from protokoll.parsing.matters.papers import Report
from protokoll.parsing.matters.retelling import find_retold
from protokoll.parsing.matters.treatments import is_treatment, read_treatment
from protokoll.parsing.outcomes import outcome_of
from protokoll.parsing.points import find_points

__all__ = ["parse_council_report"]

_FOLLOWS = re.compile(
    r"(?:tillstyrker|delar|biträder|enligt)\s+(?P<what>[\wåäöÅÄÖ ]+?(?:förslag|uppfattning|bedömning))\b"
)
_TO_COUNCIL = re.compile(r"föreslår\s+att\s+(?P<body>[a-zåäö]*fullmäktige)")
_SAME_PAGES = 6_000
_OPENS_LIST = re.compile(r"(?:följande|:)\W*$")
_STATED = (BlockKind.SPECIAL_STATEMENT, BlockKind.SUBSTITUTE_STATEMENT)


def parse_council_report(text: CleanText, outline: Outline, grammar: Grammar) -> Papers:
    """Return head facts, the item, and the doubts of a report to the council.

    The board's proposal to the council is a proposal: the council has not decided. Each body on the way and each
    consulted body has its own decision with its date, its own text and its own dissents; a pointer to a text
    printed elsewhere in the report leads to it and is not counted again.
    """
    front = outline.blocks[0].span
    title = find_title(text.text, front, grammar, last=False)
    own, hearing, papers = _divided(outline)
    board, council = find_board(text, own, grammar)
    found = _read_own(text, own, board, grammar)
    retold = find_retold(text, own, named_author(text, front, grammar), grammar, summary_first=True)
    found.proposals += [retold] if retold else []
    found.add(read_hearing(text, hearing, board, grammar))
    said = title.of(text.text) if title else ""
    found.add(read_bundle(text, papers, Report(said, board, found), grammar))
    proposals = _once(found.proposals)
    reservations = resolved(joined_pointers(found.reservations), "/items/0", grammar)
    item = replace(
        matter_item(text, title, outline),
        decisions=_distinct(found.decisions),
        proposals=proposals,
        question_order=tuple(found.contests),
        votes=tuple(found.votes),
        reservations=tuple(_favouring(each, proposals) for each in reservations),
        statements=tuple(found.statements),
        recusals=tuple(found.recusals),
        not_participating=tuple(found.not_participating),
        attachments=_attachments(text, own),
    )
    doubts = [doubt for vote in found.votes for doubt in tally_doubts(vote, text)]
    return Papers(Actors(), council, item, board, None, (*found.remarks, *doubts, *_lost(reservations)))


def _divided(outline: Outline) -> tuple[list[Block], list[Block], list[Block]]:
    """Divide the blocks into the board's own part, the hearing and the papers bound in."""
    blocks = list(outline.blocks)
    bound = next((index for index, block in enumerate(blocks) if block.kind is BlockKind.ANNEX), len(blocks))
    heard = next((index for index, block in enumerate(blocks[:bound]) if block.kind is BlockKind.CONSULTATION), bound)
    return blocks[:heard], blocks[heard:bound], blocks[bound:]


def _read_own(text: CleanText, own: Sequence[Block], board: Passage | None, grammar: Grammar) -> Found:
    """Read the board's own part; a dissent belongs to the body whose decision stands last before it."""
    found = Found()
    body = board
    implied: Decision | None = None
    for block in own:
        if block.kind is BlockKind.PROPOSAL:
            proposal, decision = council_proposal(text, block, board, grammar)
            found.proposals += [proposal] if proposal else []
            implied = implied or decision
            presented = presented_proposal(text, own, proposal, grammar) if len(found.proposals) == 1 else None
            found.proposals += [presented] if presented else []
        elif is_treatment(text.text, block, grammar):
            found.add(read_treatment(text, block, board, grammar))
        elif block.kind is BlockKind.DECISION and block.heading:
            found.decisions += find_decisions(text, block.content, board, "", grammar)[0]
        elif block.kind is BlockKind.DECISION:
            act = _act(text, block, grammar)
            body = act.body or body
            found.decisions.append(act)
        elif block.kind is BlockKind.RESERVATION:
            dissent = dissent_of(text, block.span, body, grammar)
            found.reservations += [dissent.reservation] if dissent else []
            found.proposals += [dissent.proposal] if dissent and dissent.proposal else []
        elif block.kind in _STATED:
            found.statements += statement_of(text, block, body, grammar)
        if block.kind is BlockKind.DECISION:
            absences = find_absences(text, block.content, grammar)
            found.recusals += absences.recusals
            found.not_participating += absences.not_participating
    if implied and not found.decisions:
        found.decisions.append(implied)
    return found


def _act(text: CleanText, block: Block, grammar: Grammar) -> Decision:
    """Read one sentence in which a body on the way acts: 'Borgarrådsberedningen tillstyrker …'."""
    words = text.text
    gap = re.compile(r"\n[ \t]*\n").search(words, block.content.start, block.span.end)
    span = Span(block.content.start, gap.start() if gap else block.span.end)
    point = as_point(text, span)
    listed = find_points(text, span.end, block.span.end, grammar) if _OPENS_LIST.search(point.text) else ()
    name = len(block.body or "")
    body = (
        text.passage(span.start, span.start + name)
        if name and words[span.start :].startswith(block.body or "")
        else None
    )
    follows = _FOLLOWS.search(words, span.start, span.end)
    council = _TO_COUNCIL.search(words, span.start, span.end)
    return Decision(
        body=body,
        outcome=outcome_of(listed or (point,), "", grammar),
        points=listed or (point,),
        follows=text.passage(*follows.span("what")) if follows else None,
        proposes_to=text.passage(*council.span("body")) if council else None,
        date=None,
        span=point.span,
        page=point.page,
    )


def _once(proposals: Sequence[Proposal]) -> tuple[Proposal, ...]:
    """Drop a proposal that stands again in the same words by the same actors."""
    seen: set[tuple[object, ...]] = set()
    kept = []
    for each in proposals:
        persons = tuple(sorted(person.name or "" for person in each.by.persons))
        words = tuple(fold(point.text)[:200] for point in each.points)
        if each.by.body is None and words and not persons:
            persons = tuple(sorted(each.by.parties))
        key = (persons, each.by.body.text if each.by.body else "", each.action, words)
        if words and key in seen:
            continue
        seen.add(key)
        kept.append(each)
    return tuple(kept)


def _distinct(decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """Drop a decision that an extract bound in twice gives again."""
    kept: dict[tuple[str, ...], Decision] = {}
    for each in decisions:
        words = tuple(fold(point.text) for point in each.points)
        kept.setdefault((each.date.text if each.date else "", *words), each)
    return tuple(kept.values())


def _favouring(reservation: Reservation, proposals: Sequence[Proposal]) -> Reservation:
    """Tie a reservation to the counter-proposal of its own text, or to what its makers proposed before it."""
    inside = tuple(
        f"/items/0/proposals/{index}"
        for index, proposal in enumerate(proposals)
        if proposal.source == "paper"
        and reservation.span.start <= proposal.span.start
        and proposal.span.end <= reservation.span.end
        and proposal.by.parties == reservation.by.parties
    )
    return replace(reservation, favours=inside or _before(reservation, proposals))


def _before(reservation: Reservation, proposals: Sequence[Proposal]) -> tuple[str, ...]:
    """Return what the makers of a reservation 'till förmån för det egna yrkandet' proposed on the same pages."""
    if "till förmån för" not in reservation.text.text:
        return ()
    names = {person.name for person in reservation.by.persons}
    parties = set(reservation.by.parties)
    return tuple(
        f"/items/0/proposals/{index}"
        for index, each in enumerate(proposals)
        if each.action is not Action.REJECT
        and 0 <= reservation.span.start - each.span.start < _SAME_PAGES
        and (names & {person.name for person in each.by.persons} or (not names and parties & set(each.by.parties)))
    )


def _attachments(text: CleanText, own: Sequence[Block]) -> tuple[Passage, ...]:
    found: list[Passage] = []
    for block in own:
        if block.kind is BlockKind.ATTACHMENTS:
            found.extend(find_entries(text, block.content))
    return tuple(found)


def _lost(reservations: Sequence[Reservation]) -> list[Remark]:
    """Say which pointers lead nowhere in this text."""
    return [
        Remark(
            RemarkCode.TARGET_MISSING,
            "the text that is pointed to is not in this document",
            each.pointer.words.span,
            each.pointer.words.page,
            each.pointer.words.printed,
        )
        for each in reservations
        if each.pointer and each.pointer.target is None
    ]
