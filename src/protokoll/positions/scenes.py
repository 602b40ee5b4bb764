"""One § of a document as the acts in it see it: where it is, who was there, what was decided."""

import re

from msgspec import Struct

from protokoll.grammar import fold
from protokoll.model.document import Action, Document, Item, Proposal
from protokoll.model.text import Passage, Span
from protokoll.positions.evidence import Proof, Setting, passage_of, setting_of
from protokoll.positions.holders import Roster
from protokoll.positions.objects import object_in
from protokoll.positions.occasions import OWN_MINUTES, occasion_of

__all__ = ["Scene", "asked_in", "decided_in", "proposal_at"]

# "Att därutöver anföra följande.": a point that only leads in the reasons.
_LEADS_IN = re.compile(
    r"^(?:[Aa]tt\s+)?(?:\w+\s+)?(?:anför(?:a|s)?|uttala|framföra?)\s+(?:\w+\s+)?följande\W*$", re.IGNORECASE
)


class Scene(Struct, frozen=True):
    """The § that an act stands in."""

    document: Document
    item: Item
    place: str
    """The JSON pointer of the §."""
    roster: Roster
    source: str | None = None
    """The source text, where it is at hand: then a quote is the whole sentence, else the words of the record."""

    def setting(self, span: Span | None = None, body: Passage | None = None, date: Passage | None = None) -> Setting:
        """Return where the act at `span` took place, before `body` on `date` where the record says so.

        Without a span it is the occasion of the document itself.
        """
        occasion = occasion_of(self.document, self.item, span, body, date) if span else None
        return setting_of(self.document, self.item, occasion)

    def proof(self, pointer: str, words: Passage, span: Span | None = None) -> Proof:
        """Return what proves an act: the words at `span` of the source, or `words` where no source is at hand."""
        if self.source is not None and span is not None and span.start < span.end:
            printed = span.of(self.source)
            start = span.start + len(printed) - len(printed.lstrip())
            bare = printed.strip()
            if bare:
                words = Passage(bare, Span(start, start + len(bare)), words.page, bare)
        quote = passage_of(words)
        page = self.document.source.page_at(quote.span.start)
        return Proof(Passage(quote.text, quote.span, page, quote.printed), f"{self.place}{pointer}")


def decided_in(scene: Scene, span: Span, body: Passage | None = None) -> str:
    """Return the decision that the act at `span` is about, in the words of its points; the title where none is printed.

    Of several decisions it is the last one of the same body, else in minutes the last one, and in a report that
    quotes several minutes the one that the act follows most closely.
    """
    decisions = scene.item.decisions
    name = fold(body.text) if body else None
    same = [each for each in decisions if name and each.body and fold(each.body.text) == name]
    if not same and scene.document.head.kind not in OWN_MINUTES:
        before = [each for each in decisions if each.span.start <= span.start]
        same = sorted(before, key=lambda each: each.span.start) or list(decisions[:1])
    for decision in (same or decisions)[-1:]:
        points = [point.text for point in decision.points if not point.procedural]
        if points:
            return " ".join(points)
    return scene.item.title.text if scene.item.title else ""


def asked_in(proposal: Proposal) -> str:
    """Return what a proposal asks for: its own points, or what it wants adopted or turned down.

    >>> from protokoll.model.document import Actors, Fate
    >>> motion = Passage("motionen", Span(9, 17), 1, "motionen")
    >>> asked_in(Proposal(Actors(), Action.REJECT, motion, (), None, None, "floor", Fate.UNKNOWN, Span(0, 17), 1))
    'motionen'
    """
    points = [point.text for point in proposal.points if not point.procedural and not _LEADS_IN.match(point.text)]
    if proposal.object:
        return " ".join([proposal.object.text, *points])
    if proposal.action in (Action.APPROVE, Action.REJECT) and points:
        return object_in(points[0]) or " ".join(points)
    return " ".join(points)


def proposal_at(document: Document, pointer: str) -> Proposal | None:
    """Return the proposal that a JSON pointer as `/items/3/proposals/0` leads to, or None."""
    parts = pointer.split("/")
    if len(parts) != 5 or parts[1] != "items" or parts[3] != "proposals":
        return None
    try:
        return document.items[int(parts[2])].proposals[int(parts[4])]
    except (ValueError, IndexError):
        return None
