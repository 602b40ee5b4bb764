"""Where things are in a text: an outline of blocks that tile it."""

from enum import StrEnum

from msgspec import Struct

from protokoll.model.document import DocumentKind
from protokoll.model.text import Span

__all__ = ["Block", "BlockKind", "Outline"]


class BlockKind(StrEnum):
    """What a block of text is, by its heading or its place."""

    FRONT = "front"
    CONTENTS = "contents"
    ITEM = "item"
    DECISION = "decision"
    PROPOSAL = "proposal"
    QUESTION_ORDER = "question_order"
    VOTE = "vote"
    RESERVATION = "reservation"
    SPECIAL_STATEMENT = "special_statement"
    SUBSTITUTE_STATEMENT = "substitute_statement"
    RECORD_NOTE = "record_note"
    VOTE_EXPLANATION = "vote_explanation"
    RECUSAL = "recusal"
    NOT_PARTICIPATING = "not_participating"
    VERIFICATION = "verification"
    SUMMARY = "summary"
    BACKGROUND = "background"
    HISTORY = "history"
    ATTACHMENTS = "attachments"
    RECIPIENTS = "recipients"
    INFORMATION = "information"
    APPEAL = "appeal"
    CONSULTATION = "consultation"
    VIEWS = "views"
    ANNEX = "annex"
    OTHER = "other"


class Block(Struct, frozen=True, gc=False):
    """A stretch of clean text from one heading to the next.

    Blocks tile the text: the first starts at 0, each starts where the one before ended, the last ends
    where the text ends. What is not understood is a block of kind `other`; nothing is lost.
    """

    kind: BlockKind
    span: Span
    """The whole block, heading and white space included, in the clean text."""
    heading: Span | None = None
    """The words of the heading, in the clean text; None for a block without one."""
    item: int | None = None
    """The index of the item that the block belongs to, from 0; None outside items."""
    number: str | None = None
    """The printed number of an item or annex, without its sign: `63/20`, `2`."""
    body: str | None = None
    """The body under whose name the block stands, where that is not the document's own."""

    @property
    def content(self) -> Span:
        """The block without its heading."""
        return Span(self.heading.end, self.span.end) if self.heading else self.span


class Outline(Struct, frozen=True, gc=False):
    """The kind of a document and the blocks of its text."""

    kind: DocumentKind
    blocks: tuple[Block, ...]
    profile: str = "default"
    """The name of the profile whose habits were used."""
    confidence: float = 1.0
    """How sure the kind is, from 0 to 1: how far the next likely kind lies behind."""
    damaged: bool = False
    """True where many words look misread."""
