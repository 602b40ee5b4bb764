"""What does not add up in an item: votes, outcomes, text that breaks off, gaps in the run of §§."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Protocol

from protokoll.grammar import Grammar
from protokoll.model.document import Item, Outcome, Vote, VoteKind, Voting
from protokoll.model.outline import Block, BlockKind
from protokoll.model.remark import Remark, RemarkCode
from protokoll.model.text import CleanText, Span
from protokoll.parsing.outcomes import outcome_of

__all__ = ["item_doubts", "run_doubts", "tally_doubts"]

# Lists may end without a full stop; other text that does is cut.
_UNSTOPPED = (
    BlockKind.RECIPIENTS,
    BlockKind.ATTACHMENTS,
    BlockKind.HISTORY,
    BlockKind.ITEM,
    BlockKind.INFORMATION,
)
_STOPS = ".!?:)”\"'–-_*"
_TAIL = 80
# A line or two without a full stop is a list or a heading, not a cut sentence.
_SHORT = 20
# "Eva Ek (S) X Bo Ask (M) X": nobody can tell under which head each cross stood.
_CROSSES = re.compile(r"\)[ \t\n]+[xX](?=\s)")
_FEWEST_CROSSES = 3
_LONGEST = 200


class _Placed(Protocol):
    """Any record that knows its place."""

    @property
    def span(self) -> Span: ...
    @property
    def page(self) -> int: ...


def item_doubts(item: Item, text: CleanText, blocks: list[Block], grammar: Grammar) -> Iterator[Remark]:
    """Yield the doubts about one item: minutes are redundant, and each redundancy that fails is a remark."""
    for vote in item.votes:
        yield from _vote_doubts(vote, text)
    if not item.decisions and (item.proposals or item.votes or item.reservations):
        yield _remark(RemarkCode.NO_DECISION, "something was proposed or voted on, and no decision found", item, text)
    title = item.title.text if item.title else ""
    for decision in item.decisions:
        if decision.outcome is Outcome.OTHER and outcome_of(decision.points, title, grammar) is None:
            yield _remark(RemarkCode.OUTCOME_UNKNOWN, "the points do not say what became of the matter", decision, text)
    last = blocks[-1]
    words = last.content.of(text.text).rstrip()
    if last.kind not in _UNSTOPPED and len(words) > _SHORT and words[-1] not in _STOPS and not _ends_in_list(words):
        end = last.content.start + len(words)
        passage = text.passage(max(last.content.start, end - _TAIL), end)
        yield Remark(
            RemarkCode.TEXT_CUT,
            "the text of the item breaks off here",
            passage.span,
            passage.page,
            passage.printed,
        )


def _ends_in_list(words: str) -> bool:
    """Tell whether the last two lines both open like the entries of a list, and neither has a full stop."""
    *_, before, last = ["", *(line.strip() for line in words.splitlines() if line.strip())]
    return bool(before) and before[-1] not in _STOPS and all(line[0].isupper() for line in (before, last))


def run_doubts(items: Iterable[Item], text: CleanText) -> Iterator[Remark]:
    """Yield a remark for each gap and each repeat in the run of §§."""
    numbered = [(_order(item.number.text), item) for item in items if item.number]
    for (last, _), (this, item) in pairwise(numbered):
        number = item.number.text if item.number else ""
        if this == last:
            yield _remark(RemarkCode.ITEM_REPEATED, f"§ {number} stands twice", item, text)
        elif this > last + 1:
            missing = f"§ {last + 1}" if this == last + 2 else f"§§ {last + 1}–{this - 1}"
            yield _remark(RemarkCode.ITEM_GAP, f"{missing} not found in the run of §§", item, text)


def _vote_doubts(vote: Vote, text: CleanText) -> Iterator[Remark]:
    if vote.ballot is None:
        yield _remark(RemarkCode.BALLOT_MISSING, "no words tell what Ja and Nej stood for", vote, text)
    if not vote.roll and vote.annex:
        yield _remark(
            RemarkCode.ROLL_MISSING,
            f"the roll is in annex {vote.annex}, which is not in this text",
            vote,
            text,
        )
    elif not vote.roll and vote.kind is not VoteKind.CLOSED:
        crossed = len(_CROSSES.findall(text.source.text, vote.span.start, vote.span.end)) >= _FEWEST_CROSSES
        why = "the crosses behind the names have lost their columns" if crossed else "no roll is printed"
        yield _remark(RemarkCode.ROLL_MISSING, why, vote, text)
    yield from tally_doubts(vote, text)


def tally_doubts(vote: Vote, text: CleanText) -> Iterator[Remark]:
    """Yield a remark for each side of a vote of which not so many are named as the numbers say."""
    for side, printed in ((Voting.YES, vote.yes), (Voting.NO, vote.no), (Voting.ABSTAIN, vote.abstain)):
        named = sum(voter.vote is side for voter in vote.roll)
        if vote.roll and printed is not None and named != printed:
            yield _remark(
                RemarkCode.TALLY_MISMATCH,
                f"{printed} are printed as voting {side}, {named} are named",
                vote,
                text,
            )


def _remark(code: RemarkCode, message: str, place: _Placed, text: CleanText) -> Remark:
    printed = text.source.text[place.span.start : min(place.span.end, place.span.start + _LONGEST)]
    return Remark(code, message, place.span, place.page, printed)


def _order(number: str) -> int:
    digits = number[: next((at for at, letter in enumerate(number) if not letter.isdigit()), len(number))]
    return int(digits or 0)
