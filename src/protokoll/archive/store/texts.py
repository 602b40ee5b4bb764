"""The texts that are searched: one for each act, item title and section, in the words of the record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from protokoll.archive.store.actors import parties_of
from protokoll.export.phrases import name_person
from protokoll.model.document import Document, Item, Proposal, Vote
from protokoll.model.text import Passage

__all__ = ["KINDS", "Text", "find_texts"]

KINDS = ("document", "item", "decision", "proposal", "vote", "reservation", "statement", "question", "section")
"""The kinds of text, in the order in which those of one document stand."""


class Text(NamedTuple):
    """One text that can be found."""

    kind: str
    pointer: str
    """The JSON pointer of the act in its document."""
    item: int | None
    """The item it belongs to, counted from 0."""
    text: str
    parties: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    """The bodies it comes from, beside that of the document."""


def find_texts(document: Document) -> Iterator[Text]:
    """Yield every text of a document, in its order.

    >>> from protokoll.model.document import Actors, DocumentKind, Head, Source
    >>> from protokoll.model.text import Span
    >>> head = Head(DocumentKind.MOTION, None, None, None, Passage("Om skolmat", Span(0, 0), 1, ""), (), Actors(), None)
    >>> [each.text for each in find_texts(Document(1, Source("", "", 0, "", None, 0, ""), head))]
    ['Om skolmat']
    """
    head = document.head
    if head.title:
        yield Text("document", "/document", None, head.title.text, tuple(parties_of(head.authors)))
    # A paper of one matter: what stands in it is its authors'.
    authors = tuple(parties_of(head.authors))
    for i, item in enumerate(document.items):
        for text in _item_texts(item):
            parties = text.parties or (authors if text.kind in ("item", "question", "section") else ())
            yield text._replace(pointer=f"/items/{i}{text.pointer}", item=i, parties=parties)


def _item_texts(item: Item) -> Iterator[Text]:
    if item.title:
        yield Text("item", "", None, item.title.text)
    for i, decision in enumerate(item.decisions):
        words = _join(point.text for point in decision.points)
        yield from _given("decision", f"/decisions/{i}", words, (), decision.body)
    for i, proposal in enumerate(item.proposals):
        parties = parties_of(proposal.by)
        body = proposal.body or proposal.by.body
        yield from _given("proposal", f"/proposals/{i}", _proposal_words(proposal), parties, body)
    for i, vote in enumerate(item.votes):
        parties = [voter.party for voter in vote.roll if voter.party]
        yield from _given("vote", f"/votes/{i}", _ballot_words(vote), parties, vote.body)
    for kind, key in (("reservation", "reservations"), ("statement", "statements")):
        for i, each in enumerate(getattr(item, key)):
            yield from _given(kind, f"/{key}/{i}", each.text.text, parties_of(each.by), each.body)
    for i, question in enumerate(item.questions):
        yield from _given("question", f"/questions/{i}", question.text, (), None)
    for i, section in enumerate(item.sections):
        head = section.heading.text if section.heading else None
        words = _join([head, *(paragraph.text for paragraph in section.paragraphs)])
        yield from _given("section", f"/sections/{i}", words, (), section.body)


def _given(kind: str, pointer: str, words: str, parties: Iterable[str], body: Passage | None) -> Iterator[Text]:
    if words:
        yield Text(kind, pointer, None, words, tuple(dict.fromkeys(parties)), (body.text,) if body else ())


def _proposal_words(proposal: Proposal) -> str:
    return _join(
        [
            *([proposal.by.printed.text] if proposal.by.printed else map(name_person, proposal.by.persons)),
            proposal.object.text if proposal.object else None,
            *(point.text for point in proposal.points),
            proposal.statement.text if proposal.statement else None,
        ]
    )


def _ballot_words(vote: Vote) -> str:
    if vote.ballot:
        return f"Ja: {vote.ballot.yes.text}\nNej: {vote.ballot.no.text}"
    return vote.tally.text if vote.tally else ""


def _join(words: Iterable[str | None]) -> str:
    return "\n".join(filter(None, words))
