"""What a party wanted, on what evidence, and how that changed.

A position is never more than its evidence: `basis` says what kind of evidence it is, and nothing here
or elsewhere turns one kind into another. Silence makes no position.
"""

from enum import StrEnum

from msgspec import Struct

from protokoll.model.document import Fate
from protokoll.model.text import Span

__all__ = ["RANKS", "Basis", "Change", "Position", "Relation", "Stance"]


class Stance(StrEnum):
    """Where a party stands: towards a proposal, by its acts, or in its own words."""

    FOR = "for"
    AGAINST = "against"
    AMEND = "amend"
    REMIT = "remit"
    DEFER = "defer"
    ABSTAIN = "abstain"
    NONE = "none"
    """An act that takes no side: a blank pointer, a question."""
    DEMAND = "demand"
    """In words: wants something done, or not done."""
    SUPPORT = "support"
    """In words: is for something that is there or that somebody else wants."""
    OPPOSE = "oppose"
    """In words: is against something."""
    DESCRIBE = "describe"
    """In words: says how things are, as a reason for what is wanted."""


class Basis(StrEnum):
    """The kind of evidence that a position rests on."""

    VOTE = "vote"
    PROPOSAL = "proposal"
    RESERVATION = "reservation"
    AUTHORSHIP = "authorship"
    """A motion, letter or interpellation of its own: what its authors want, not what the party voted for."""
    STATEMENT = "statement"
    HYPOTHETICAL = "hypothetical"
    """What somebody without a vote would have done ('om jag hade fått rösta')."""
    NOT_PARTICIPATING = "not_participating"
    REPORT = "report"
    """The ruling side's own report or answer (föredragande, majoritetens synpunkter)."""
    PROGRAMME = "programme"


RANKS = {
    Basis.VOTE: 1,
    Basis.PROPOSAL: 2,
    Basis.AUTHORSHIP: 2,
    Basis.RESERVATION: 3,
    Basis.STATEMENT: 6,
    Basis.HYPOTHETICAL: 7,
    Basis.NOT_PARTICIPATING: 8,
    Basis.PROGRAMME: 9,
    Basis.REPORT: 10,
}
"""How strong each kind of evidence is, 1 the strongest; a proposal that only backs another's ranks 4."""


class Relation(StrEnum):
    """How a later position stands to an earlier one."""

    SAME = "same"
    STRENGTHENED = "strengthened"
    WEAKENED = "weakened"
    REVERSED = "reversed"
    RELATED = "related"
    NEW = "new"
    """Nothing like it was found among the earlier ones that were compared."""
    NOT_FOUND_LATER = "not_found_later"
    """Nothing like it was found among the later ones that were compared; the archive may lack it."""


class Position(Struct, frozen=True, kw_only=True, gc=False):
    """One thing that one party wanted or did, with the words that prove it."""

    party: str
    """The code of the party as it stands in the record (`FP` stays `FP`); `OTHER` where a text names no holder."""
    printed: str
    """The words that name the holder, as printed."""
    persons: tuple[str, ...] = ()
    jointly: tuple[str, ...] = ()
    """The other parties that share the act."""
    stance: Stance
    claim: str
    """What is wanted, or the proposal that the act is for or against, in the words of the text."""
    context: str | None = None
    """The sentence before it, where the claim points back to that ('detta', 'sådana'); it is no part of the claim."""
    topic: str | None = None
    basis: Basis
    rank: int
    """The strength of the evidence, 1 the strongest (`RANKS`)."""
    caveats: tuple[str, ...] = ()
    """What the evidence does not prove: `joint`, `second_hand`, `split`, `pointer`, `hedged`, `inferred_party` …"""
    fate: Fate | None = None
    """What became of a proposal; None where the act is no proposal."""
    municipality: str | None = None
    body: str | None = None
    date: str | None = None
    """ISO date of the meeting or the paper."""
    item: str | None = None
    """The number of the § without its sign."""
    title: str | None = None
    diary_numbers: tuple[str, ...] = ()
    document: str
    """The path of the source, as the document gives it."""
    sha256: str
    """The digest of the source."""
    pointer: str
    """The JSON pointer (RFC 6901) of the record that the position was read from: `/items/3/votes/0`."""
    quote: str
    """The words that prove it, letter for letter as printed."""
    span: Span
    """Where the quote stands in the source text."""
    page: int


class Change(Struct, frozen=True, kw_only=True, gc=False):
    """How a party's later position stands to its earlier one."""

    party: str
    topic: str | None
    relation: Relation
    before: Position | None
    """None for `new`."""
    after: Position | None
    """None for `not_found_later`."""
    weight: float
    """How sure the two are about the same question, from 0 to 1; 0 where there is no pair."""
    weak: bool
    """True for a link that is to be shown as weak."""
    reasons: tuple[str, ...]
    """Why the two were linked, a clause each: the same diary number, the terms they share …"""
