"""A document reduced to the facts that an annotation states, so that the two can be compared."""

from protokoll.evaluation.annotation import (
    ActorFacts,
    BallotFacts,
    DecisionFacts,
    Facts,
    HeadFacts,
    ItemFacts,
    PersonFacts,
    ProposalFacts,
    ReservationFacts,
    StatementFacts,
    VoteFacts,
    VoterFacts,
)
from protokoll.model.document import Actors, Document, Head, Item, Person, Proposal, Vote
from protokoll.model.text import Passage

__all__ = ["facts"]


def facts(document: Document) -> Facts:
    """Return what `document` says in the shape of an annotation; places and remarks are left out."""
    return Facts(
        document=_head(document.head),
        items=tuple(_item(each) for each in document.items),
        attendance=tuple(PersonFacts(each.name, each.party, each.role) for each in document.attendance),
    )


def _head(head: Head) -> HeadFacts:
    return HeadFacts(
        kind=head.kind,
        municipality=_words(head.municipality),
        body=_words(head.body),
        date=_words(head.date),
        title=_words(head.title),
        diary_numbers=tuple(each.text for each in head.diary_numbers),
        authors=_actors(head.authors),
    )


def _item(item: Item) -> ItemFacts:
    return ItemFacts(
        number=_words(item.number),
        title=_words(item.title),
        diary_numbers=tuple(each.text for each in item.diary_numbers),
        decisions=tuple(
            DecisionFacts(_words(each.body), tuple(point.text for point in each.points), each.outcome)
            for each in item.decisions
        ),
        proposals=tuple(_proposal(each) for each in item.proposals),
        reservations=tuple(
            ReservationFacts(_actors(each.by), each.text.text, _words(each.body)) for each in item.reservations
        ),
        statements=tuple(
            StatementFacts(each.kind, _actors(each.by), each.text.text, _words(each.body)) for each in item.statements
        ),
        votes=tuple(_vote(each) for each in item.votes),
        recusals=tuple(_person(each) for each in item.recusals),
        not_participating=tuple(_person(each) for each in item.not_participating),
        attachments=tuple(each.text for each in item.attachments),
    )


def _proposal(proposal: Proposal) -> ProposalFacts:
    return ProposalFacts(
        by=_actors(proposal.by),
        action=proposal.action,
        points=tuple(each.text for each in proposal.points),
        statement=_words(proposal.statement),
        object=_words(proposal.object),
        source=proposal.source,
    )


def _vote(vote: Vote) -> VoteFacts:
    return VoteFacts(
        ballot=BallotFacts(vote.ballot.yes.text, vote.ballot.no.text) if vote.ballot else None,
        yes=vote.yes,
        no=vote.no,
        abstain=vote.abstain,
        absent=vote.absent,
        roll=tuple(VoterFacts(each.name, each.party, each.vote) for each in vote.roll),
        annex=vote.annex,
    )


def _actors(actors: Actors) -> ActorFacts:
    # A group ('samtliga ledamöter för …') is told by its party: an annotation names persons only.
    persons = tuple(_person(each) for each in actors.persons if each.name)
    return ActorFacts(_words(actors.body), persons, actors.parties)


def _person(person: Person) -> PersonFacts:
    return PersonFacts(person.name, person.party)


def _words(passage: Passage | None) -> str | None:
    return passage.text if passage else None
