"""How each party voted: for or against the proposal at issue, by the names in the roll."""

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from protokoll.grammar import fold
from protokoll.model.document import Ballot, Vote, VoteKind, Voter, Voting
from protokoll.model.position import Position, Stance
from protokoll.model.text import Passage, Span
from protokoll.positions.directions import Direction, direction_of
from protokoll.positions.evidence import Holder, Stand, position_of
from protokoll.positions.holders import Roster
from protokoll.positions.parties import parties_named
from protokoll.positions.scenes import Scene

__all__ = ["PartyVote", "is_trusted", "party_votes", "positions_in_votes"]

_TENTH = 10
_JA = 20  # characters before the words of a side in which its "Ja för" stands


class PartyVote(Struct, frozen=True):
    """How the members of one party voted."""

    party: str
    yes: tuple[Voter, ...]
    no: tuple[Voter, ...]
    abstain: tuple[Voter, ...]
    inferred: bool
    """True where the party of a voter is known only from the attendance list."""

    @property
    def choice(self) -> Voting | None:
        """How most of them voted; None where as many voted otherwise."""
        sides = ((len(self.yes), Voting.YES), (len(self.no), Voting.NO), (len(self.abstain), Voting.ABSTAIN))
        most = max(count for count, _ in sides)
        first, *others = (side for count, side in sides if count == most)
        return None if others else first

    @property
    def split(self) -> bool:
        """Tell whether they voted in more than one way."""
        return sum(1 for side in (self.yes, self.no, self.abstain) if side) > 1


def party_votes(vote: Vote, roster: Roster) -> tuple[PartyVote, ...]:
    """Return how each party voted, in the order of the roll; members without a party and the absent are left out."""
    sides: dict[str, dict[Voting, list[Voter]]] = {}
    inferred: set[str] = set()
    for voter in vote.roll:
        party = voter.party
        if party is None and "(" not in voter.printed:
            party = roster.parties.get(fold(voter.name))
            inferred |= {party} if party else set()
        if party and voter.vote is not Voting.ABSENT:
            sides.setdefault(party, {}).setdefault(voter.vote, []).append(voter)
    return tuple(
        PartyVote(
            party=party,
            yes=tuple(ways.get(Voting.YES, ())),
            no=tuple(ways.get(Voting.NO, ())),
            abstain=tuple(ways.get(Voting.ABSTAIN, ())),
            inferred=party in inferred,
        )
        for party, ways in sides.items()
    )


def is_trusted(vote: Vote) -> bool:
    """Tell whether the roll agrees with the printed numbers, give or take a tenth of a side or one name.

    A roll that is far from its own totals was misread: nobody's side can be told from it.
    """
    named = Counter(voter.vote for voter in vote.roll)
    printed = ((vote.yes, named[Voting.YES]), (vote.no, named[Voting.NO]))
    return all(told is None or abs(told - found) <= max(1, told // _TENTH) for told, found in printed)


def positions_in_votes(scene: Scene) -> Iterator[Position]:
    """Yield a position for each party in each vote whose ballot and roll are printed.

    Without a ballot nobody knows what Ja was for; without a roll, or with one that was misread, nobody knows who
    said it. Neither is guessed.
    """
    for index, vote in enumerate(scene.item.votes):
        if vote.ballot is None or vote.kind is VoteKind.CLOSED or not is_trusted(vote):
            continue
        direction = direction_of(vote.ballot, scene.item, scene.roster.grammar)
        for party in party_votes(vote, scene.roster):
            holder, stand = _holder(party), _stand(party, direction, vote)
            if stand.stance is Stance.AGAINST and party.party in parties_named(stand.claim, scene.roster.grammar):
                stand = replace(stand, caveats=(*stand.caveats, "against_own"))
            proof = scene.proof(f"/votes/{index}", *_quoted(vote.ballot, party.choice, scene.source))
            yield position_of(vote, scene.setting(vote.span, vote.body, vote.date), holder, stand, proof)


def _holder(party: PartyVote) -> Holder:
    voters = {Voting.YES: party.yes, Voting.NO: party.no, Voting.ABSTAIN: party.abstain}
    shown = voters[party.choice] if party.choice else (*party.yes, *party.no, *party.abstain)
    return Holder(
        party=party.party,
        printed=" ".join(shown[0].printed.split()),
        persons=tuple(each.name for each in shown),
        caveats=("inferred_party",) if party.inferred else (),
    )


def _stand(party: PartyVote, direction: Direction, vote: Vote) -> Stand:
    stances = {Voting.YES: direction.yes, Voting.NO: direction.no, Voting.ABSTAIN: Stance.ABSTAIN}
    claim = direction.other_claim if party.choice is Voting.NO and direction.other_claim else direction.claim
    caveats = {
        "alternatives": direction.contested,
        "answered": direction.answered,
        "preparatory": vote.kind is VoteKind.PREPARATORY,
        "tie": party.choice is None,
        f"split:{len(party.yes)}-{len(party.no)}-{len(party.abstain)}": party.split,
    }
    return Stand(
        stance=stances[party.choice] if party.choice else Stance.NONE,
        claim=claim,
        caveats=tuple(caveat for caveat, holds in caveats.items() if holds),
    )


def _quoted(ballot: Ballot, choice: Voting | None, source: str | None) -> tuple[Passage, Span | None]:
    """Return the words of the side that was chosen, and in the source the whole ballot."""
    first, last = sorted((ballot.yes, ballot.no), key=lambda side: side.span)
    chosen = ballot.no if choice is Voting.NO else ballot.yes
    # "Ja för avslag och Nej för bifall till motionen": the bare word tells less than the other side.
    words = max(ballot.yes, ballot.no, key=lambda side: len(side.printed)) if " " not in chosen.printed else chosen
    if source is None:
        return words, None
    before = source.rfind("Ja", max(0, first.span.start - _JA), first.span.start)
    span = Span(before if before >= 0 else first.span.start, last.span.end)
    return Passage(words.text, words.span, first.page, words.printed), span
