"""The board's debate and vote, told in the past tense at the end of its part of a report."""

import re

from protokoll.grammar import Grammar
from protokoll.model.document import (
    Ballot,
    Decision,
    Statement,
    StatementKind,
    Vote,
    VoteKind,
    Voter,
    Voting,
)
from protokoll.model.outline import Block, BlockKind
from protokoll.model.text import CleanText, Passage, Span
from protokoll.parsing.absences import find_absences
from protokoll.parsing.actors import find_actors, find_persons
from protokoll.parsing.dissents import find_reservations
from protokoll.parsing.facts import Found
from protokoll.parsing.matters.heads import as_point
from protokoll.parsing.numbers import NUMBER_WORDS, read_number
from protokoll.parsing.outcomes import outcome_of
from protokoll.parsing.proposals import find_proposals
from protokoll.parsing.sentences import sentences
from protokoll.parsing.statements import is_hypothetical

__all__ = ["is_treatment", "read_treatment"]

_DECIDED = re.compile(r"(?P<body>[A-ZÅÄÖ][\wåäöÅÄÖ -]{3,50}?)\s+beslutade\b")
_NOTED = re.compile(r"\b(?:antecknade|antecknades|antecknar)\b")
# "Eva Ek (V) yrkade …": told without the words that lead it in.
_YRKADE = re.compile(r"(?:[A-ZÅÄÖ][\wåäöÅÄÖé-]+ ){2,4}\([A-ZÅÄÖ]\w{0,2}\)[^.\n]{0,200}? yrkade\b")
# "Vid behandlingen av ärendet … deltog inte Eva Ek (V) i handläggningen på grund av jäv."
_ABSENT = re.compile(r"\bdeltog inte (?P<who>[A-ZÅÄÖ][^.\n]*?) i (?:handläggningen|beslutet)(?P<why>[^.\n]*)")
_TALLY = re.compile(rf"\bmed\s+(?P<won>\d+|{NUMBER_WORDS})\s+röster\s+mot\s+(?P<lost>\d+|{NUMBER_WORDS})\b")
_ABSTAINED = re.compile(r"\b(?:avstod|avstår)\b")
_VOTED = re.compile(r"\bröstade\b")
_AIM = re.compile(r"(?:\bför\s+(?P<for>[a-zåäö][^.]*)|\b(?P<that>att\s[^.]*))")
_IN_VOTE = re.compile(r"Vid\s+(?:omröstning|votering)")


def is_treatment(words: str, block: Block, grammar: Grammar) -> bool:
    """Tell a block in which the board's own treatment of the matter is told."""
    openers = tuple(grammar.words["matters"]["council"]["treatment"]["opens"])
    if block.kind is not BlockKind.DECISION:
        return False
    return words.startswith(openers, block.span.start) or bool(_YRKADE.match(words, block.span.start, block.span.end))


def read_treatment(text: CleanText, block: Block, board: Passage | None, grammar: Grammar) -> Found:
    """Return who proposed what in the board, how it voted and decided, who dissented or had a note entered."""
    found = Found()
    content = block.content
    found.proposals += find_proposals(text, content, grammar)[0]
    _read_absent(text, content, found, grammar)
    sides: list[tuple[Span, str]] = []
    for span in sentences(text.text, content.start, content.end):
        said = span.of(text.text)
        decided = _DECIDED.match(said)
        if decided:
            found.decisions.append(_decision(text, span, board, grammar))
            vote = _vote(text, sides, span, grammar)
            found.votes += [vote] if vote else []
            sides = []
        elif "röstade" in said or "avstod från att rösta" in said:
            sides.append((span, said))
        elif _NOTED.search(said):
            found.statements += _note(text, span, board, grammar)
        elif "reserver" in said:
            found.reservations += find_reservations(text, span, board, grammar)[0]
    return found


def _read_absent(text: CleanText, content: Span, found: Found, grammar: Grammar) -> None:
    """Read who took no part: 'Eva Ek (V) deltog inte …', 'Vid behandlingen … deltog inte Eva Ek (V) i …'."""
    absences = find_absences(text, content, grammar)
    found.recusals += absences.recusals
    found.not_participating += absences.not_participating
    for match in _ABSENT.finditer(text.text, content.start, content.end):
        named = {person.span for person in (*absences.recusals, *absences.not_participating)}
        people = [each for each in find_persons(text, *match.span("who"), grammar) if each.span not in named]
        (found.recusals if "jäv" in match["why"] else found.not_participating).extend(people)


def _decision(text: CleanText, span: Span, board: Passage | None, grammar: Grammar) -> Decision:
    point = as_point(text, span)
    return Decision(board, outcome_of((point,), "", grammar), (point,), None, None, None, point.span, point.page)


def _note(text: CleanText, span: Span, board: Passage | None, grammar: Grammar) -> list[Statement]:
    """Read 'X antecknade som yttrande en skrivelse' and 'Vid behandling … antecknade X …'."""
    verb = _NOTED.search(text.text, span.start, span.end)
    if verb is None:
        return []
    what = re.compile(r"\s(?:som|att|en)\s").search(text.text, verb.end(), span.end)
    by = find_actors(text, verb.end(), what.start() if what else span.end, grammar)
    before = find_actors(text, span.start, verb.start(), grammar)
    by = before if before.persons or before.parties else by
    if not by.persons and not by.parties:
        return []
    passage = text.passage(span.start, span.end)
    hypothetical = is_hypothetical(passage.text, grammar)
    kind = StatementKind.SUBSTITUTE_STATEMENT if hypothetical else StatementKind.RECORD_NOTE
    return [Statement(kind, by, board, passage, None, passage.span, passage.page)]


def _vote(text: CleanText, sides: list[tuple[Span, str]], decided: Span, grammar: Grammar) -> Vote | None:
    """Join the sentences that name who voted for what with the tally in the sentence that decides."""
    if len(sides) < 2:
        return None
    roll: list[Voter] = []
    aims: list[Passage] = []
    for span, said in sides:
        abstains = bool(_ABSTAINED.search(said))
        voted = _VOTED.search(text.text, span.start, span.end)
        aim = _AIM.search(text.text, voted.end() if voted else span.start, span.end)
        voting = Voting.ABSTAIN if abstains else Voting.YES if not aims else Voting.NO
        if aim and not abstains:
            aims.append(text.passage(*aim.span(aim.lastgroup or 0)))
        end = aim.start() if aim else span.end
        # "Vid omröstning beträffande Eva Eks yrkande röstade Bo Ask (M) …": who is named before does not vote here.
        start = voted.end() if voted and _IN_VOTE.match(said) else span.start
        roll += [
            Voter(each.name or "", each.party, voting, each.span, each.page, each.printed)
            for each in find_persons(text, start, end, grammar)
        ]
    match = _TALLY.search(text.text, decided.start, decided.end)
    yes, no = _numbers(match, roll)
    whole = text.passage(sides[0][0].start, decided.end)
    return Vote(
        kind=VoteKind.MAIN,
        ballot=Ballot(aims[0], aims[1]) if len(aims) >= 2 else None,
        yes=yes,
        no=no,
        abstain=sum(voter.vote is Voting.ABSTAIN for voter in roll) or None,
        absent=None,
        tally=text.passage(*match.span()) if match else None,
        roll=tuple(roll),
        annex=None,
        casting_vote="utslagsröst" in text.text[decided.start : decided.end],
        span=whole.span,
        page=whole.page,
    )


def _numbers(match: re.Match[str] | None, roll: list[Voter]) -> tuple[int | None, int | None]:
    """Return the numbers of those named first and of the others; the greater goes before, whoever had it."""
    if match is None:
        return None, None
    won, lost = read_number(match["won"]), read_number(match["lost"])
    named = [sum(voter.vote is how for voter in roll) for how in (Voting.YES, Voting.NO)]
    return (lost, won) if named[0] < named[1] else (won, lost)
