"""Short phrases that reading views share: who acts, what is proposed, how the votes fell."""

from __future__ import annotations

import re
from collections import Counter

from protokoll.export.labels import Labels
from protokoll.model.document import (
    Action,
    Actors,
    Decision,
    Document,
    Fate,
    Item,
    Outcome,
    Person,
    Proposal,
    Reservation,
    Statement,
    Vote,
    Voting,
)

__all__ = [
    "by_party",
    "counts",
    "describe_decision",
    "describe_links",
    "describe_proposal",
    "item_heading",
    "name_actors",
    "name_makers",
    "name_person",
]

_PROPOSAL = re.compile(r"/items/(\d+)/proposals/(\d+)")
_PREPOSITION = {Action.APPROVE: "of", Action.REJECT: "of_reject"}


def name_person(person: Person) -> str:
    """Return a person as minutes print one; a group without a name is given by its party.

    >>> from protokoll.model.text import Span
    >>> name_person(Person("Åsa Ek", "MP", None, Span(0, 0), 1, ""))
    'Åsa Ek (MP)'
    """
    if person.name and person.party:
        return f"{person.name} ({person.party})"
    return person.name or person.party or person.printed


def name_actors(actors: Actors) -> str:
    """Return who stands behind an act: persons, then parties without a named person, then the body.

    >>> name_actors(Actors(parties=("M", "L")))
    'M, L'
    """
    named = {person.party for person in actors.persons}
    names = [name_person(person) for person in actors.persons]
    names += [party for party in actors.parties if party not in named]
    if actors.body:
        names.append(actors.body.text)
    return ", ".join(names) or (actors.printed.text if actors.printed else "")


def name_makers(actors: Actors, labels: Labels) -> str:
    """Return who stands behind an act, or words for a record that does not say.

    >>> from protokoll.export.labels import load_labels
    >>> name_makers(Actors(), load_labels("en"))
    'nobody named'
    """
    return name_actors(actors) or labels.phrase("nobody")


def item_heading(item: Item, labels: Labels) -> str:
    """Return `§ 11 Motion om skolmat`, as far as number and title are printed."""
    number = labels.phrase("item", number=item.number.text) if item.number else ""
    title = item.title.text if item.title else labels.phrase("untitled")
    return f"{number} {title}".strip()


def describe_decision(decision: Decision, labels: Labels) -> str:
    """Return the body, the outcome and whose proposal was followed, in one line without the points."""
    parts = [decision.body.text if decision.body else ""]
    parts.append(decision.date.text if decision.date else "")
    # OTHER would be said by the points themselves, and better.
    parts.append(labels.of(decision.outcome) if decision.outcome and decision.outcome != Outcome.OTHER else "")
    parts.append(labels.phrase("follows", text=decision.follows.text) if decision.follows else "")
    parts.append(labels.phrase("proposes_to", body=decision.proposes_to.text) if decision.proposes_to else "")
    return " · ".join(filter(None, parts))


def describe_proposal(proposal: Proposal, labels: Labels) -> str:
    """Return what is proposed and what became of it, in one line without the proposer and the points."""
    action = labels.of(proposal.action)
    if proposal.object:
        key = _PREPOSITION.get(proposal.action, "of_other")
        action = labels.phrase(key, action=action, object=proposal.object.text)
    rank = labels.phrase(f"rank_{proposal.rank}") if proposal.rank in (1, 2, 3) else ""
    fate = labels.of(proposal.fate) if proposal.fate != Fate.UNKNOWN else ""
    return " · ".join(filter(None, (rank, action, fate)))


def describe_links(record: Reservation | Statement, document: Document, labels: Labels) -> list[str]:
    """Return what a dissent leads to: the proposals that it favours, and a text that is not in the file.

    >>> from protokoll.export.labels import load_labels
    >>> from protokoll.model.document import DocumentKind, Head, Pointer, Source, StatementKind
    >>> from protokoll.model.text import Passage, Span
    >>> words = Passage("se bilaga 3", Span(0, 0), 1, "")
    >>> note = Statement(StatementKind.RECORD_NOTE, Actors(), None, words, Pointer(words, None), Span(0, 0), 1)
    >>> head = Head(DocumentKind.PROTOCOL, None, None, None, None, (), Actors(), None)
    >>> document = Document(1, Source("ks.txt", "", 0, "text", None, 0, "default"), head)
    >>> describe_links(note, document, load_labels("sv"))
    ['”se bilaga 3”: finns inte i denna fil']
    """
    lines = []
    for pointer in record.favours if isinstance(record, Reservation) else ():
        place = _PROPOSAL.fullmatch(pointer)
        if place:
            proposal = document.items[int(place[1])].proposals[int(place[2])]
            words = f"{name_makers(proposal.by, labels)}: {describe_proposal(proposal, labels)}"
            page = labels.phrase("page", page=proposal.page)
            lines.append(labels.phrase("favours", proposal=f"{words} ({page})"))
    if record.pointer and record.pointer.target is None:
        lines.append(labels.phrase("elsewhere", words=record.pointer.words.text))
    return lines


def counts(vote: Vote) -> dict[Voting, int]:
    """Return the printed numbers of a vote, or those of its roll where none are printed.

    >>> from protokoll.model.document import VoteKind
    >>> from protokoll.model.text import Span
    >>> counts(Vote(VoteKind.MAIN, None, 8, 5, None, None, None, (), None, False, Span(0, 0), 1))
    {<Voting.YES: 'yes'>: 8, <Voting.NO: 'no'>: 5}
    """
    printed = {
        Voting.YES: vote.yes,
        Voting.NO: vote.no,
        Voting.ABSTAIN: vote.abstain,
        Voting.ABSENT: vote.absent,
    }
    found = {voting: number for voting, number in printed.items() if number is not None}
    rolled = Counter(voter.vote for voter in vote.roll)
    return found or {voting: rolled[voting] for voting in Voting if rolled[voting]}


def by_party(vote: Vote) -> dict[str, Counter[Voting]]:
    """Return how each party voted, in the order of the roll; `–` stands for no party."""
    parties: dict[str, Counter[Voting]] = {}
    for voter in vote.roll:
        parties.setdefault(voter.party or "–", Counter())[voter.vote] += 1
    return parties
