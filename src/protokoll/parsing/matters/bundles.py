"""The papers bound into a report: what each says, under the body and party whose paper it is."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from protokoll.grammar import Grammar
from protokoll.model.document import Actors, Statement, StatementKind
from protokoll.model.outline import Block, BlockKind
from protokoll.model.remark import LONGEST_PRINTED, Remark, RemarkCode
from protokoll.model.text import CleanText, Passage
from protokoll.parsing.facts import Found
from protokoll.parsing.matters.extracts import quoted, read_extract
from protokoll.parsing.matters.motions import bound_motion
from protokoll.parsing.matters.papers import Paper, Report, bound_papers
from protokoll.parsing.matters.party_papers import demand_of, parties_of, read_note
from protokoll.parsing.matters.reports import office_proposal

__all__ = ["read_bundle"]

_SHOWN = 200
_PUTS = re.compile(r"styrelsen\s(?:[^.\n]{0,200}\s)?föreslår\s+(?:att\s+)?\w*fullmäktige\s+(?:att\s+)?beslut")


def read_bundle(text: CleanText, blocks: Sequence[Block], report: Report, grammar: Grammar) -> Found:
    """Return the facts of the papers bound into a report.

    A party's paper that the board's own part mentions ('antecknade som yttrande en skrivelse från den …') gives its
    words to that mention, so that it stands once.

    Args:
        text: the clean text.
        blocks: the blocks after the report's own part; each paper opens with one of kind `annex`.
        report: the report that they are bound into.
        grammar: the wordings.
    """
    found = Found()
    offices: set[str] = set()
    papers = list(bound_papers(text, blocks, grammar))
    # What is unsigned is known by what is left when the signed papers have found their mention.
    papers.sort(key=lambda paper: paper.kind == "note" and not parties_of(text, paper, report.own, grammar))
    for paper in papers:
        if paper.kind == "demand":
            _read_demand(text, paper, report, found, grammar)
        elif paper.kind in ("note", "dissent"):
            read_note(text, paper, report, found, grammar)
        elif paper.kind == "report" and (paper.body is None or paper.body.text not in offices):
            asker = report.board if offices else None
            offices.add(paper.body.text if paper.body else "")
            found.add(_report(text, paper, asker, grammar))
        elif paper.kind == "extract":
            found.add(read_extract(text, paper, report, grammar))
        elif paper.kind == "motion":
            motion = bound_motion(text, paper.span, grammar)
            found.proposals += [motion] if motion else []
        elif _puts_to_council(text, paper):
            found.remarks.append(quoted(text, paper.span, "the paper", "the board's earlier report"))
    return found


def _read_demand(text: CleanText, paper: Paper, report: Report, found: Found, grammar: Grammar) -> None:
    """Read what a party wants; a paper that says nowhere whose it is gives what it wants, and a remark."""
    taken = {each.by.parties for each in found.proposals if each.by.parties and each.source == "paper"}
    demands = demand_of(text, paper, report.own, grammar, taken)
    found.proposals += demands
    if demands and not demands[0].by.parties:
        found.remarks.append(_authorless(text, paper, "by party"))


def _authorless(text: CleanText, paper: Paper, how: str) -> Remark:
    place = text.passage(paper.span.start, min(paper.span.end, paper.name.end + _SHOWN))
    return Remark(
        RemarkCode.AUTHOR_MISSING,
        f"a paper bound in proposes, and does not say {how} whose it is",
        place.span,
        place.page,
        place.printed[:LONGEST_PRINTED],
    )


def _puts_to_council(text: CleanText, paper: Paper) -> bool:
    """Tell an earlier report of the board to the council: what it tells was counted when that report was given."""
    return bool(_PUTS.search(text.text, paper.span.start, paper.span.end))


def _report(text: CleanText, paper: Paper, asker: Passage | None, grammar: Grammar) -> Found:
    """Read an official report: its proposal, and as the answer of a consulted office its views."""
    found = Found()
    own = [replace(block, body=None) for block in paper.blocks]
    proposal = office_proposal(text, own, paper.body, grammar)
    found.proposals += [proposal] if proposal else []
    if proposal and proposal.by.body is None:
        found.remarks.append(_authorless(text, paper, "by office"))
    views = next((each for each in reversed(paper.blocks) if each.kind is BlockKind.VIEWS), None)
    if asker and views and paper.body and text.text[views.content.start : views.span.end].strip():
        passage = text.passage(views.content.start, views.span.end)
        by = Actors(paper.body, (), (), None)
        found.statements.append(
            Statement(StatementKind.CONSULTATION_STATEMENT, by, asker, passage, None, passage.span, passage.page)
        )
    return found
