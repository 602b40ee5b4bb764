"""What became of each proposal, as the chair's findings, the votes and the decision tell."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from msgspec.structs import replace

from protokoll.grammar import Grammar
from protokoll.model.document import Action, Contest, Decision, Fate, Outcome, Proposal, Vote, VoteKind
from protokoll.parsing.things import Thing, find_things, surname

__all__ = ["Course", "with_fates"]

_WON = re.compile(
    r"\b(?:bifallits|bifallit|bifallet|bifallna|bifalls|bifaller|bifölls|antagits|antagit|antas|antar|anta|vunnit|biträtts|bifalla)\b|\bbeslut\w*\s+(?:att\s+)?(?:enligt|i\s+enlighet\s+med|bifalla)\b",
    re.IGNORECASE,
)
_LOST = re.compile(r"\b(?:avslagits|avslås|avslår|avslagit|fallit|avstyrks|avslå)\b", re.IGNORECASE)
_OWN = re.compile(r"\b(?:det|de)\s+egna\s+(?:yrkande|förslag)|\bsitt\s+eget\b", re.IGNORECASE)
# A counter-proposal is chosen for the main vote: nothing is decided yet.
_COUNTER = re.compile(r"motförslag|kontraproposition|ja-proposition", re.IGNORECASE)
_BOTH = re.compile(
    r"bifall\s+(?:respektive|eller|mot|och)\s+avslag|avslag\s+(?:respektive|eller|mot|och)\s+bifall", re.IGNORECASE
)
_REJECTING = ("avslag", "avslå", "avstyrk")
# The question whether to decide today stands against every remittal.
_REMITTAL = re.compile(r"återremi", re.IGNORECASE)
_TODAY = re.compile(r"avgör\w*\s+(?:i\s?dag|vid)", re.IGNORECASE)


class Course(NamedTuple):
    """The course of an item: questions put, votes, decisions."""

    contests: list[Contest]
    votes: list[Vote]
    decisions: list[Decision]


_Verdicts = dict[tuple[str, object], list[tuple[Thing, Fate]]]
"""What became of each thing, by what it is known by; the strongest evidence last."""


def with_fates(proposals: list[Proposal], course: Course, grammar: Grammar) -> list[Proposal]:
    """Return `proposals` with their fate, where the text names it; `unknown` where it does not.

    A question 'på bifall respektive avslag på tilläggsyrkandet från SD' with the finding 'det avslagits' rejects that
    paper; 'finner att Eva Eks yrkande bifallits' adopts what Eva Ek asked for and rejects what stood against it; the
    vote that follows a question counts more than the finding, and the decision's own 'enligt …' more than both.
    """
    if all(each.fate is not Fate.UNKNOWN for each in proposals):
        return proposals
    verdicts: _Verdicts = {}
    for thing, fate in _verdicts(course, grammar):
        verdicts.setdefault(thing.key, []).append((thing, fate))
    winners = _winning_persons(proposals, course)
    return [
        replace(each, fate=_fate(each, verdicts, winners, course, grammar)) if each.fate is Fate.UNKNOWN else each
        for each in proposals
    ]


def _verdicts(course: Course, grammar: Grammar) -> Iterator[tuple[Thing, Fate]]:
    """Yield each thing with what became of it, the strongest evidence last."""
    votes = iter(course.votes)
    for contest in course.contests:
        finding = contest.finding.text if contest.finding else contest.question.text
        won = None if _COUNTER.search(finding) else _won(finding)
        vote = next(votes, None) if contest.vote_demanded else None
        if vote is not None and _BOTH.search(contest.question.text):
            won = _of_vote(vote, won)
        if won is None:
            continue
        named = list(find_things(finding, grammar))
        asked = list(find_things(contest.question.text, grammar))
        for thing in named or (asked if len(asked) == 1 or _BOTH.search(contest.question.text) else []):
            yield thing, won
        if named and won is Fate.ADOPTED and not _BOTH.search(contest.question.text) and vote is None:
            yield from ((thing, Fate.REJECTED) for thing in asked if not any(thing.same(each) for each in named))
    for vote in course.votes:
        yield from _of_ballot(vote, grammar)
    for decision in course.decisions:
        if decision.follows:
            yield from ((thing, Fate.ADOPTED) for thing in find_things(decision.follows.text, grammar))


def _of_ballot(vote: Vote, grammar: Grammar) -> Iterator[tuple[Thing, Fate]]:
    """Yield what a vote did with the things on its two sides; one that only chose a counter-proposal adopts nothing.

    A vote on remittal is left out: a third of the council can remit against the numbers.
    """
    if vote.ballot is None or vote.yes is None or vote.no is None or vote.yes == vote.no:
        return
    sides = ((vote.ballot.yes.text, vote.yes > vote.no), (vote.ballot.no.text, vote.no > vote.yes))
    if any(_REMITTAL.search(words) for words, _ in sides):
        return
    for words, won in sides:
        rejecting = words.lower().removeprefix("att ").startswith(_REJECTING)
        if won and vote.kind is VoteKind.PREPARATORY:
            continue
        others = [thing for side, _ in sides if side != words for thing in find_things(side, grammar)]
        for thing in find_things(words, grammar):
            # "kommunstyrelsens förslag" against the same with a change: the vote is on the change alone.
            if not any(thing.same(other) for other in others):
                yield thing, Fate.ADOPTED if won != rejecting else Fate.REJECTED


def _won(finding: str) -> Fate | None:
    if _LOST.search(finding):
        return Fate.REJECTED
    return Fate.ADOPTED if _WON.search(finding) else None


def _of_vote(vote: Vote, finding: Fate | None) -> Fate | None:
    """Read a vote on one thing: 'Ja för avslag' with more Ja than Nej rejects it."""
    if vote.ballot is None or vote.yes is None or vote.no is None or vote.yes == vote.no:
        return finding
    yes_rejects = vote.ballot.yes.text.lower().removeprefix("att ").startswith(_REJECTING)
    return Fate.REJECTED if (vote.yes > vote.no) == yes_rejects else Fate.ADOPTED


def _winning_persons(proposals: list[Proposal], course: Course) -> frozenset[str]:
    """Return the persons whose proposal the chair found adopted and no vote overturned."""
    found: set[str] = set()
    names = {person.name for proposal in proposals for person in proposal.by.persons if person.name}
    for contest in course.contests:
        finding = contest.finding.text if contest.finding else ""
        if not _WON.search(finding) or _COUNTER.search(finding) or contest.vote_demanded:
            continue
        found |= {name for name in names if name in finding and re.search(rf"\b{re.escape(name)}s?\b", finding)}
        if _OWN.search(finding):
            found |= {name for name in names if name in contest.question.text}
    return frozenset(found)


def _fate(
    proposal: Proposal,
    verdicts: _Verdicts,
    winners: frozenset[str],
    course: Course,
    grammar: Grammar,
) -> Fate:
    if proposal.action is Action.REMIT:
        asked = " ".join(
            [point.text for point in proposal.points] + ([proposal.object.text] if proposal.object else [])
        )
        judged = {_last(thing, verdicts) for thing in find_things(asked, grammar)} - {None}
        if len(judged) == 1:
            return judged.pop() or Fate.UNKNOWN
        outcomes = {decision.outcome for decision in course.decisions}
        return Fate.UNKNOWN if not outcomes else Fate.ADOPTED if Outcome.REMIT in outcomes else Fate.REJECTED
    if (remitted := _on_remittal(proposal, course)) is not None:
        return remitted
    if proposal.action is Action.REJECT and (mine := _of_person(proposal, verdicts)):
        # "Eva Eks yrkande har bifallits": what she wanted was adopted, though it was a rejection.
        return mine
    things = list(find_things(proposal.object.text, grammar)) if proposal.object else _own_things(proposal)
    fates = {_last(thing, verdicts) for thing in things}
    if proposal.object is None:
        # One's own proposal goes under several names; one of them is enough.
        fates = {next((fate for thing in things if (fate := _last(thing, verdicts))), None)} if things else set()
    if fates == {None} and any(person.name in winners for person in proposal.by.persons):
        fates = {Fate.REJECTED if proposal.action is Action.REJECT else Fate.ADOPTED}
    if fates == {None} and proposal.action is not Action.REJECT and (mine := _of_person(proposal, verdicts)):
        return mine
    if not fates or None in fates:
        return Fate.UNKNOWN
    if len(fates) > 1:
        return Fate.PARTLY
    fate = fates.pop() or Fate.UNKNOWN
    if proposal.action is Action.REJECT:
        return {Fate.ADOPTED: Fate.REJECTED, Fate.REJECTED: Fate.ADOPTED}.get(fate, fate)
    return fate


def _on_remittal(proposal: Proposal, course: Course) -> Fate | None:
    """Read the fate of who supports or opposes a remittal, or wants to decide today, from what was decided."""
    outcomes = {decision.outcome for decision in course.decisions}
    said = proposal.object.text if proposal.object else " ".join(point.text for point in proposal.points)
    if not outcomes or not (_REMITTAL.search(said) or (len(proposal.points) == 1 and _TODAY.search(said))):
        return None
    against = proposal.action is Action.REJECT or not _REMITTAL.search(said)
    return Fate.ADOPTED if (Outcome.REMIT in outcomes) != against else Fate.REJECTED


def _own_things(proposal: Proposal) -> list[Thing]:
    """Return the names under which others may mean a proposal: of its first person, else of its parties."""
    side = "add" if proposal.action is Action.ADD else "thing"
    named = [person.name for person in proposal.by.persons if person.name][:1]
    own = [Thing(side, "", frozenset(), None, surname(name)) for name in named if proposal.action is not Action.REJECT]
    return [*own, *([Thing("thing", "", frozenset(proposal.by.parties), None)] if proposal.by.parties else [])]


def _of_person(proposal: Proposal, verdicts: _Verdicts) -> Fate | None:
    """Return what became of a rejection under the name of the first who asked for it."""
    named = next((person.name for person in proposal.by.persons if person.name), None)
    return _last(Thing("thing", "", frozenset(), None, surname(named)), verdicts) if named else None


def _last(thing: Thing, verdicts: _Verdicts) -> Fate | None:
    found = [fate for other, fate in verdicts.get(thing.key, ()) if thing.same(other)]
    return found[-1] if found else None
