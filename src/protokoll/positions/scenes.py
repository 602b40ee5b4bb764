"""One § of a document as the acts in it see it: where it is, who was there, what was decided."""

from msgspec import Struct

from protokoll.model.document import Document, Item, Proposal
from protokoll.model.text import Passage, Span
from protokoll.positions.evidence import Proof, Setting, passage_of, setting_of
from protokoll.positions.holders import Roster
from protokoll.positions.occasions import occasion_of

__all__ = ["Scene", "asked_in", "decided_in", "proposal_at"]


class Scene(Struct, frozen=True):
    """The § that an act stands in."""

    document: Document
    item: Item
    place: str
    """The JSON pointer of the §."""
    roster: Roster
    source: str | None = None
    """The source text, where it is at hand: then a quote is the whole sentence, else the words of the record."""

    def setting(self, span: Span | None = None, body: Passage | None = None) -> Setting:
        """Return where the act at `span` took place, before `body` where the record says so."""
        occasion = occasion_of(self.document, self.item, span, body) if span else None
        return setting_of(self.document, self.item, occasion)

    def proof(self, pointer: str, words: Passage, span: Span | None = None) -> Proof:
        """Return what proves an act: the words at `span` of the source, or `words` where no source is at hand."""
        if self.source is not None and span is not None and span.start < span.end:
            printed = span.of(self.source)
            start = span.start + len(printed) - len(printed.lstrip())
            bare = printed.strip()
            if bare:
                words = Passage(bare, Span(start, start + len(bare)), words.page, bare)
        return Proof(passage_of(words), f"{self.place}{pointer}")


def decided_in(item: Item) -> str:
    """Return what was decided in the §, in the words of its points; its title where none is printed."""
    points = [point.text for decision in item.decisions[-1:] for point in decision.points if not point.procedural]
    if points:
        return " ".join(points)
    return item.title.text if item.title else ""


def asked_in(proposal: Proposal) -> str:
    """Return what a proposal asks for: its own points, or what it wants adopted or turned down.

    >>> from protokoll.model.document import Action, Actors, Fate
    >>> motion = Passage("motionen", Span(9, 17), 1, "motionen")
    >>> asked_in(Proposal(Actors(), Action.REJECT, motion, (), None, None, "floor", Fate.UNKNOWN, Span(0, 17), 1))
    'motionen'
    """
    points = " ".join(point.text for point in proposal.points if not point.procedural)
    return " ".join(each for each in (proposal.object.text if proposal.object else "", points) if each)


def proposal_at(document: Document, pointer: str) -> Proposal | None:
    """Return the proposal that a JSON pointer as `/items/3/proposals/0` leads to, or None."""
    parts = pointer.split("/")
    if len(parts) != 5 or parts[1] != "items" or parts[3] != "proposals":
        return None
    try:
        return document.items[int(parts[2])].proposals[int(parts[4])]
    except (ValueError, IndexError):
        return None
