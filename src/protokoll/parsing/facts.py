"""What the readers of an item need to know, and what they have found so far."""

from typing import NamedTuple

from msgspec import Struct

from protokoll.grammar import Grammar
from protokoll.model.document import Contest, Decision, Person, Point, Proposal, Reservation, Statement, Vote
from protokoll.model.outline import Block, BlockKind
from protokoll.model.remark import Remark
from protokoll.model.text import CleanText, Passage, Span
from protokoll.parsing.annexes import Annex

__all__ = ["LISTS", "RETOLD", "STATED", "Facts", "Found", "Frame"]

LISTS = (BlockKind.ATTACHMENTS, BlockKind.HISTORY, BlockKind.RECIPIENTS)
RETOLD = (*LISTS, BlockKind.BACKGROUND, BlockKind.SUMMARY, BlockKind.APPEAL)
"""Lists, and blocks in which acts of others are retold: they hold no acts of this meeting."""
STATED = (
    BlockKind.SPECIAL_STATEMENT,
    BlockKind.SUBSTITUTE_STATEMENT,
    BlockKind.RECORD_NOTE,
    BlockKind.VOTE_EXPLANATION,
)


class Found(Struct):
    """The facts of a part of a document, in the order of its text."""

    decisions: list[Decision] = []
    proposals: list[Proposal] = []
    contests: list[Contest] = []
    votes: list[Vote] = []
    reservations: list[Reservation] = []
    statements: list[Statement] = []
    recusals: list[Person] = []
    not_participating: list[Person] = []
    remarks: list[Remark] = []

    def add(self, other: "Found") -> None:
        """Put what `other` found behind what is here."""
        for name in Found.__struct_fields__:
            getattr(self, name).extend(getattr(other, name))


class Facts(Found):
    """What the readers have found in the blocks of one item so far, and the text that it accounts for."""

    asked: list[Point] = []
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
