"""Counted votes (omröstning, votering): ballot, numbers and names put together."""

import re

from msgspec.structs import replace

from protokoll.grammar import Grammar, fold
from protokoll.model.document import Ballot, Vote, VoteKind, Voter, Voting
from protokoll.model.text import CleanText, Span
from protokoll.parsing.aims import find_aimed_vote
from protokoll.parsing.ballots import find_ballots
from protokoll.parsing.rolls import Side, find_sides
from protokoll.parsing.tallies import Tally, find_tally

__all__ = ["find_votes", "joined_votes", "lacks_names", "vote_of_roll", "with_listed", "with_told_numbers"]

# A block without any of these holds no counted vote.
_COUNTED = re.compile(
    r"""\d{1,3}\s+(?:ja|nej)\b|\b(?:ja|nej)\b\s*[:=(]?\s*\d|röst\w*\s+["”“]?(?:ja|nej)\b|(?:ja|nej)\s+röst|voteringsproposition
        |ja-röst|ja-knapp|siffrorna|röstsiffr|röstetal|ja\s+för\s|\bja\s*=|=\s*["”“]?ja\b
        |^[ \t]*ja[ \t]*:|\bröster\s+mot\b|\d[ ]J[ ,]+\d+[ ]N\b
        |röst(?:ar|ade|er)\s+(?:\d{1,3}\s+)?(?:för|på)\s
        |^[^\n]{0,90}\bja\b[^\n]*\bnej\b|^[ \t]*ja(?:-?röst)?[ \t]*[–:-]""",
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)
_ANNEX = re.compile(
    r"(?:framgår\s+av|enligt|se)\s+(?:bifogad\s+)?(?:bilaga|omröstningslista|voteringslista)\s*(?:nr\s*)?(?P<number>\d{1,3})",
    re.IGNORECASE,
)
_APPROVAL = re.compile(r"^(?:att )?(?:bifalla|bifall)(?: till| pa)? ")
_CASTING = re.compile(r"utslags-?röst|röst\s+fäller\s+utslag", re.IGNORECASE)
_CLOSED = re.compile(r"slut(?:en|na)\s+(?:om)?(?:röstning|sedlar|votering)", re.IGNORECASE)
_RESULT = re.compile(r"utfall|result", re.IGNORECASE)
_TODAY = re.compile(r"avgör|i\s?dag", re.IGNORECASE)


def find_votes(text: CleanText, content: Span, heading: str, grammar: Grammar) -> tuple[list[Vote], list[Span]]:
    """Return the counted votes in a block and the text that they account for.

    A vote begins at its ballot, or where none is printed at the block's start; names before 'röstar Ja (7)' are
    its roll.

    Args:
        text: the clean text.
        content: the block without its heading.
        heading: the words of the heading ('Omröstning - Huvudvotering'), which tell the kind of vote.
        grammar: the wordings.
    """
    if not _COUNTED.search(text.text, content.start, content.end):
        return [], []
    ballots = list(find_ballots(text, content))
    aimed = None if ballots or find_tally(text, content).yes is not None else find_aimed_vote(text, content, grammar)
    if aimed:
        casting = bool(_CASTING.search(text.text, content.start, content.end))
        closed = bool(_CLOSED.search(text.text, content.start, content.end))
        kind = VoteKind.CLOSED if closed else _kind(heading, aimed.ballot)
        return [replace(aimed, kind=kind, casting_vote=casting)], [content]
    votes: list[Vote] = []
    used: list[Span] = []
    if ballots and _RESULT.search(heading) and find_tally(text, Span(content.start, ballots[0][1].start)).words:
        # Under "Utfall" stands the result of the ballot above, and then the next ballot.
        used.append(Span(content.start, ballots[0][1].start))
        votes += filter(None, [_vote(text, used[0], (None, content.start), heading, grammar)])
        content = Span(ballots[0][1].start, content.end)
    starts = [content.start, *(place.start for _, place in ballots[1:])]
    for index, start in enumerate(starts):
        span = Span(start, starts[index + 1] if index + 1 < len(starts) else content.end)
        ballot, place = ballots[index] if ballots else (None, Span(start, start))
        vote = _vote(text, span, (ballot, place.end), heading, grammar)
        if vote:
            votes.append(vote)
            used.append(span)
    return votes, used


def joined_votes(votes: list[Vote]) -> list[Vote]:
    """Join what stands under headings of its own: a ballot, the names, the numbers ('Omröstningsresultat').

    A new vote begins where a ballot stands, or what the vote before it has already.
    """
    joined: list[Vote] = []
    for vote in votes:
        last = joined[-1] if joined else None
        if last is None or vote.ballot or (last.tally and vote.tally) or (last.roll and vote.roll):
            joined.append(vote)
            continue
        numbers = vote if vote.tally or vote.yes is not None else last
        joined[-1] = replace(
            last,
            kind=last.kind if last.ballot else vote.kind,
            **{name: getattr(numbers, name) for name in ("yes", "no", "abstain", "absent", "tally")},
            roll=last.roll or vote.roll,
            annex=last.annex or vote.annex,
            casting_vote=last.casting_vote or vote.casting_vote,
            span=Span(last.span.start, vote.span.end),
        )
    return joined


def lacks_names(vote: Vote) -> bool:
    """Tell whether fewer are named than voted: none, or of those who voted Ja or Nej not as many as the numbers say."""
    named = sum(voter.vote in (Voting.YES, Voting.NO) for voter in vote.roll)
    return not vote.roll or named < (vote.yes or 0) + (vote.no or 0)


def vote_of_roll(text: CleanText, content: Span, heading: str, roll: tuple[Voter, ...]) -> Vote:
    """Return a vote of which a block holds nothing but the names."""
    whole = text.passage(content.start, content.end)
    kind = _kind(heading, None)
    return Vote(kind, None, None, None, None, None, None, roll, None, False, whole.span, whole.page)


def with_listed(vote: Vote, roll: tuple[Voter, ...], text: CleanText, content: Span) -> Vote:
    """Give a vote the names of a table, which tell whose the numbers are in 'med röstsiffrorna 3–2'."""
    vote = replace(vote, roll=roll)
    if vote.yes is not None or vote.no is not None or vote.tally is None:
        return vote
    yes, no = _numbers(text, find_tally(text, content), _sides(roll), vote.ballot)
    return replace(vote, yes=yes, no=no)


def _sides(roll: tuple[Voter, ...]) -> list[Side]:
    return [Side(how, tuple(each for each in roll if each.vote is how), None) for how in (Voting.YES, Voting.NO)]


def with_told_numbers(votes: list[Vote], text: CleanText, decided: list[Span]) -> list[Vote]:
    """Give a single vote the numbers and the casting vote that only the decision tells.

    In 'Nämnden beslutar med 4 röster mot 3 att bevilja bygglov' the names tell which side had four.
    """
    if len(votes) != 1 or not decided:
        return votes
    vote = votes[0]
    casting = vote.casting_vote or any(_CASTING.search(text.text, span.start, span.end) for span in decided)
    vote = replace(vote, casting_vote=casting)
    for span in decided:
        tally = find_tally(text, span) if vote.yes is None and vote.no is None else None
        if tally is None or tally.words is None:
            continue
        yes, no = _numbers(text, tally, _sides(vote.roll), vote.ballot)
        if yes is not None:
            return [replace(vote, yes=yes, no=no, abstain=tally.abstain, absent=tally.absent, tally=tally.words)]
    return [vote]


def _vote(
    text: CleanText, span: Span, ballot_and_end: tuple[Ballot | None, int], heading: str, grammar: Grammar
) -> Vote | None:
    ballot, after = ballot_and_end
    rest = Span(after, span.end)
    sides = list(find_sides(text, rest, grammar))
    tally = find_tally(text, rest)
    if ballot is None and tally.words is None and not sides:
        return None
    yes, no = _numbers(text, tally, sides, ballot)
    annex = _ANNEX.search(text.text, after, span.end)
    whole = text.passage(span.start, span.end)
    return Vote(
        kind=_kind(heading, ballot),
        ballot=ballot,
        yes=yes,
        no=no,
        abstain=_number(tally, sides, Voting.ABSTAIN),
        absent=_number(tally, sides, Voting.ABSENT),
        tally=tally.words,
        roll=tuple({voter.span: voter for side in reversed(sides) for voter in reversed(side.voters)}.values())[::-1],
        annex=annex["number"] if annex else None,
        casting_vote=bool(_CASTING.search(text.text, span.start, span.end)),
        span=whole.span,
        page=whole.page,
    )


def _numbers(text: CleanText, tally: Tally, sides: list[Side], ballot: Ballot | None) -> tuple[int | None, int | None]:
    """Return the numbers of Ja and Nej; where only 'sju röster mot en' is printed, the names or what won tell whose."""
    yes, no = _number(tally, sides, Voting.YES), _number(tally, sides, Voting.NO)
    if tally.score is None or yes is not None or no is not None:
        return yes, no
    named = tuple(sum(len(side.voters) for side in sides if side.how is how) for how in (Voting.YES, Voting.NO))
    won, lost = tally.score
    if named in ((won, lost), (lost, won)):
        return named
    sides_said = [fold(ballot.yes.text), fold(ballot.no.text)] if ballot else []
    for told in (tally.told, tally.before):
        mine = _named_in(fold(told.of(text.text)), sides_said) if told and sides_said else []
        if mine in ([True, False], [False, True]):
            return (won, lost) if mine[0] else (lost, won)
    return yes, no


def _named_in(said: str, sides: list[str]) -> list[bool]:
    """Tell of each side whether it is named; 'avslag på motionen' names what 'bifall till motionen' is for, too."""
    mine = [_APPROVAL.sub("", side) in said for side in sides]
    return [side in said for side in sides] if mine == [True, True] else mine


def _number(tally: Tally, sides: list[Side], voting: Voting) -> int | None:
    """Return the printed number of a side: from the tally, else from the bracket after its names."""
    printed = {Voting.YES: tally.yes, Voting.NO: tally.no, Voting.ABSTAIN: tally.abstain, Voting.ABSENT: tally.absent}
    if printed[voting] is not None:
        return printed[voting]
    return next((side.printed for side in sides if side.how is voting and side.printed is not None), None)


def _kind(heading: str, ballot: Ballot | None) -> VoteKind:
    said = heading.lower()
    if "motförslag" in said or "kontraproposition" in said or "förberedande" in said:
        return VoteKind.PREPARATORY
    if "sluten" in said:
        return VoteKind.CLOSED
    sides = f"{ballot.yes.text} {ballot.no.text}" if ballot else ""
    return VoteKind.REMIT_OR_DECIDE if "återremi" in sides.lower() and _TODAY.search(sides) else VoteKind.MAIN
