"""A document as a flat run of facts, one row each, for tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from protokoll.export.phrases import name_actors, name_person
from protokoll.model.document import Actors, Decision, Document, Item, Person, Point, Proposal, Vote
from protokoll.model.text import Passage, Span

__all__ = ["Fact", "find_facts"]


class Fact(NamedTuple):
    """One row. Cells that a kind of fact has no use for are empty."""

    kind: str
    """`item`, `decision_point`, `decision`, `proposal`, `proposal_point`, `proposal_statement`, `vote`,
    `voter`, `reservation`, `statement`, `recusal`, `not_participating`, `attendance` or `remark`."""
    pointer: str
    """The place in the JSON output (RFC 6901)."""
    span: Span | None
    page: int | None
    item: str = ""
    title: str = ""
    number: str = ""
    """The printed number of a point."""
    act: str = ""
    """What was done: outcome, action, kind of statement or vote, how one voted, role, code of the remark."""
    fate: str = ""
    parties: str = ""
    """Codes, with `; ` between."""
    persons: str = ""
    """Names with parties, with `; ` between."""
    body: str = ""
    """The body that acts, or before which the act was done."""
    text: str = ""
    yes: int | None = None
    no: int | None = None
    abstain: int | None = None
    absent: int | None = None


def find_facts(document: Document) -> Iterator[Fact]:
    """Yield every fact of a document: attendance, then item by item, then remarks."""
    for i, each in enumerate(document.attendance):
        person = f"{each.name} ({each.party})" if each.party else each.name
        at = Fact("attendance", f"/attendance/{i}", each.span, each.page, act=each.role, text=each.note or "")
        yield at._replace(parties=each.party or "", persons=person)
    for i, item in enumerate(document.items):
        number, title = _words(item.number), _words(item.title)
        for fact in _item_facts(item):
            yield fact._replace(pointer=f"/items/{i}{fact.pointer}", item=number, title=title)
    for i, remark in enumerate(document.remarks):
        at = Fact("remark", f"/remarks/{i}", remark.span, remark.page)
        yield at._replace(act=remark.code, text=remark.message)


def _item_facts(item: Item) -> Iterator[Fact]:
    yield Fact("item", "", item.span, item.page, text=_words(item.title))
    for i, decision in enumerate(item.decisions):
        yield from _decision_facts(decision, f"/decisions/{i}")
    for i, proposal in enumerate(item.proposals):
        yield from _proposal_facts(proposal, f"/proposals/{i}")
    for i, vote in enumerate(item.votes):
        yield from _vote_facts(vote, f"/votes/{i}")
    for i, each in enumerate(item.reservations):
        at = Fact("reservation", f"/reservations/{i}", each.span, each.page, body=_words(each.body))
        yield _by(at._replace(text=each.text.text), each.by)
    for i, statement in enumerate(item.statements):
        at = Fact("statement", f"/statements/{i}", statement.span, statement.page, act=statement.kind)
        yield _by(at._replace(text=statement.text.text, body=_words(statement.body)), statement.by)
    yield from _person_facts("recusal", "/recusals", item.recusals)
    yield from _person_facts("not_participating", "/not_participating", item.not_participating)


def _decision_facts(decision: Decision, pointer: str) -> Iterator[Fact]:
    at = Fact("decision_point", pointer, decision.span, decision.page, body=_words(decision.body))
    at = at._replace(act=decision.outcome or "")
    if not decision.points:
        yield at._replace(kind="decision")
    yield from _point_facts(at, decision.points)


def _proposal_facts(proposal: Proposal, pointer: str) -> Iterator[Fact]:
    at = Fact("proposal", pointer, proposal.span, proposal.page, act=proposal.action, fate=proposal.fate)
    at = _by(at, proposal.by)
    yield at._replace(text=_words(proposal.object))
    yield from _point_facts(at._replace(kind="proposal_point"), proposal.points)
    if proposal.statement:
        at = at._replace(kind="proposal_statement", pointer=f"{pointer}/statement")
        yield at._replace(text=proposal.statement.text, span=proposal.statement.span, page=proposal.statement.page)


def _point_facts(at: Fact, points: Iterable[Point]) -> Iterator[Fact]:
    for i, point in enumerate(points):
        place = at._replace(pointer=f"{at.pointer}/points/{i}", span=point.span, page=point.page)
        yield place._replace(number=point.number or "", text=point.text)


def _vote_facts(vote: Vote, pointer: str) -> Iterator[Fact]:
    at = Fact("vote", pointer, vote.span, vote.page, act=vote.kind, text=_ballot(vote))
    yield at._replace(yes=vote.yes, no=vote.no, abstain=vote.abstain, absent=vote.absent)
    for i, voter in enumerate(vote.roll):
        person = f"{voter.name} ({voter.party})" if voter.party else voter.name
        place = Fact("voter", f"{pointer}/roll/{i}", voter.span, voter.page, act=voter.vote)
        yield place._replace(parties=voter.party or "", persons=person)


def _person_facts(kind: str, pointer: str, persons: Iterable[Person]) -> Iterator[Fact]:
    for i, person in enumerate(persons):
        at = Fact(kind, f"{pointer}/{i}", person.span, person.page, parties=person.party or "")
        yield at._replace(persons=name_person(person) if person.name else "", text=person.printed)


def _by(fact: Fact, actors: Actors) -> Fact:
    """Name who acts; the body of an actor stands in `body` where the fact has no other."""
    persons = "; ".join(name_person(person) for person in actors.persons if person.name)
    group = "" if actors.persons or actors.parties else name_actors(actors)
    body = fact.body or _words(actors.body)
    return fact._replace(
        parties="; ".join(actors.parties), persons=persons or (group if group != body else ""), body=body
    )


def _ballot(vote: Vote) -> str:
    return f"Ja: {vote.ballot.yes.text} Nej: {vote.ballot.no.text}" if vote.ballot else _words(vote.tally)


def _words(passage: Passage | None) -> str:
    return passage.text if passage else ""
