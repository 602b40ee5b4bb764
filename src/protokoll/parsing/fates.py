"""What became of each proposal, as the chair's findings, the votes and the decision tell."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from msgspec.structs import replace

from protokoll.grammar import Grammar
from protokoll.model.document import Action, Contest, Decision, Fate, Outcome, Proposal, Vote
from protokoll.parsing.actors import find_parties
from protokoll.parsing.references import match_date

__all__ = ["Course", "with_fates"]

_WON = re.compile(
    r"\b(?:bifallits|bifallit|bifalls|bifaller|antagits|antas|vunnit|biträtts|bifalla)\b|\bbeslut\w*\s+(?:att\s+)?(?:enligt|i\s+enlighet\s+med|bifalla)\b",
    re.IGNORECASE,
)
_LOST = re.compile(r"\b(?:avslagits|avslås|avslår|avslagit|fallit|avstyrks|avslå)\b", re.IGNORECASE)
# One thing asked for: "stadsledningskontorets förslag", "tilläggsyrkandet från M, D och KD den …".
_THING = re.compile(
    r"""(?P<owner>(?<![\w-])[\wåäöÅÄÖ-]{1,60}s\s+)?(?P<kind>(?:tilläggs|återremiss|ändrings|minoritetsåterremiss|avslags)?(?:yrkande|förslag|förslå)\w*|motionen|beslutssats\w*)
        (?P<rest>(?:(?!\b(?:tilläggsyrkand|återremissyrkand|ändringsyrkand|yrkand|förslag|motion)\w*)[^;:])*)""",
    re.VERBOSE | re.IGNORECASE,
)
_OWN = re.compile(r"\b(?:det|de)\s+egna\s+(?:yrkande|förslag)|\bsitt\s+eget\b", re.IGNORECASE)
# A counter-proposal is chosen for the main vote: nothing is decided yet.
_COUNTER = re.compile(r"motförslag|kontraproposition|ja-proposition", re.IGNORECASE)
_BOTH = re.compile(r"bifall\s+respektive\s+avslag|bifall\s+eller\s+avslag|avslag\s+respektive\s+bifall", re.IGNORECASE)


class Course(NamedTuple):
    """The course of an item: questions put, votes, decisions."""

    contests: list[Contest]
    votes: list[Vote]
    decisions: list[Decision]


class _Thing(NamedTuple):
    """What can be adopted or rejected: whose it is, and whether it adds to the main question or remits it."""

    side: str
    owner: str
    parties: frozenset[str]
    date: str | None

    def same(self, other: "_Thing") -> bool:
        """Tell whether two namings mean one thing: same side, same owner, no two dates that differ."""
        if self.side != other.side and "thing" not in (self.side, other.side):
            return False
        if self.date and other.date and self.date != other.date:
            return False
        if self.parties or other.parties:
            return self.parties == other.parties
        return bool(self.owner) and self.owner == other.owner


def with_fates(proposals: list[Proposal], course: Course, grammar: Grammar) -> list[Proposal]:
    """Return `proposals` with their fate, where the text names it; `unknown` where it does not.

    A question 'på bifall respektive avslag på tilläggsyrkandet från SD' with the finding 'det avslagits' rejects that
    paper; 'finner att Eva Eks yrkande bifallits' adopts what Eva Ek asked for and rejects what stood against it; the
    vote that follows a question counts more than the finding, and the decision's own 'enligt …' more than both.
    """
    verdicts = list(_verdicts(course, grammar))
    winners = _winning_persons(proposals, course)
    return [
        replace(each, fate=_fate(each, verdicts, winners, course, grammar)) if each.fate is Fate.UNKNOWN else each
        for each in proposals
    ]


def _verdicts(course: Course, grammar: Grammar) -> Iterator[tuple[_Thing, Fate]]:
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
        named = list(_things(finding, grammar))
        asked = list(_things(contest.question.text, grammar))
        for thing in named or (asked if len(asked) == 1 or _BOTH.search(contest.question.text) else []):
            yield thing, won
        if named and won is Fate.ADOPTED and not _BOTH.search(contest.question.text) and vote is None:
            yield from ((thing, Fate.REJECTED) for thing in asked if not any(thing.same(each) for each in named))
    for decision in course.decisions:
        if decision.follows:
            yield from ((thing, Fate.ADOPTED) for thing in _things(decision.follows.text, grammar))


def _won(finding: str) -> Fate | None:
    if _LOST.search(finding):
        return Fate.REJECTED
    return Fate.ADOPTED if _WON.search(finding) else None


def _of_vote(vote: Vote, finding: Fate | None) -> Fate | None:
    """Read a vote on one thing: 'Ja för avslag' with more Ja than Nej rejects it."""
    if vote.ballot is None or vote.yes is None or vote.no is None or vote.yes == vote.no:
        return finding
    yes_rejects = vote.ballot.yes.text.lower().removeprefix("att ").startswith(("avslag", "avslå", "avstyrk"))
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
    verdicts: list[tuple[_Thing, Fate]],
    winners: frozenset[str],
    course: Course,
    grammar: Grammar,
) -> Fate:
    if proposal.action is Action.REMIT:
        asked = " ".join(
            [point.text for point in proposal.points] + ([proposal.object.text] if proposal.object else [])
        )
        judged = {_last(thing, verdicts) for thing in _things(asked, grammar)} - {None}
        if len(judged) == 1:
            return judged.pop() or Fate.UNKNOWN
        outcomes = {decision.outcome for decision in course.decisions}
        return Fate.UNKNOWN if not outcomes else Fate.ADOPTED if Outcome.REMIT in outcomes else Fate.REJECTED
    things = list(_things(proposal.object.text, grammar)) if proposal.object else _own_things(proposal)
    fates = {_last(thing, verdicts) for thing in things}
    if fates == {None} and any(person.name in winners for person in proposal.by.persons):
        fates = {Fate.REJECTED if proposal.action is Action.REJECT else Fate.ADOPTED}
    if not fates or None in fates:
        return Fate.UNKNOWN
    if len(fates) > 1:
        return Fate.PARTLY
    fate = fates.pop() or Fate.UNKNOWN
    if proposal.action is Action.REJECT:
        return {Fate.ADOPTED: Fate.REJECTED, Fate.REJECTED: Fate.ADOPTED}.get(fate, fate)
    return fate


def _own_things(proposal: Proposal) -> list[_Thing]:
    return [_Thing("thing", "", frozenset(proposal.by.parties), None)] if proposal.by.parties else []


def _last(thing: _Thing, verdicts: list[tuple[_Thing, Fate]]) -> Fate | None:
    found = [fate for other, fate in verdicts if thing.same(other)]
    return found[-1] if found else None


def _things(words: str, grammar: Grammar) -> Iterator[_Thing]:
    """Yield the papers and proposals that a phrase names."""
    for match in _THING.finditer(words):
        kind = match["kind"].lower()
        side = (
            "add"
            if kind.startswith("tillägg")
            else "remit"
            if "återremiss" in kind
            else "main"
            if kind.startswith("förslag")
            else "thing"
        )
        owner = (match["owner"] or "").strip().lower()
        parties = frozenset(find_parties(f"{match['owner'] or ''} {match['rest']}", grammar))
        if not parties and not owner:
            owner = "motionen" if kind == "motionen" else ""
        if owner or parties:
            yield _Thing(side, "" if parties else owner, parties, match_date(match["rest"]))
