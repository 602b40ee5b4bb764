"""Votes told by what each side was for, without Ja and Nej: 'Sex ledamöter röstar för A och fyra för B'."""

import re
from collections.abc import Iterator

from protokoll.grammar import Grammar
from protokoll.model.document import Ballot, Vote, VoteKind, Voter, Voting
from protokoll.model.text import CleanText, Span
from protokoll.parsing.actors import find_persons
from protokoll.parsing.numbers import NUMBER_WORDS, read_number
from protokoll.parsing.rolls import names_before
from protokoll.parsing.tallies import find_tally

__all__ = ["find_aimed_vote"]

_N = rf"(?<![\w-])(?P<count>\d{{1,3}}|{NUMBER_WORDS})\b"
# What a side is for ends before the number of the other side, and with its sentence.
_AIM = rf"(?P<aim>(?!ja\b|nej\b)(?:[^.:;,\n]|,(?!\s*(?:\d|{NUMBER_WORDS}\b|och\b|medan\b))|\n(?!\s*\n))" r"{3,160}?)"
_END = rf"(?=\s*(?:[.;:,\n]|$|\s(?:och|mot|medan|samt|respektive)\s+(?:\d|{NUMBER_WORDS}\b)))"
# "sex ledamöter röstar för A", "6 röster för A", and after it "och fyra (röster) för B".
_COUNTED = re.compile(
    rf"""{_N}\s+(?:(?:st\.?\s+)?(?:ledam\w+|personer)\s+(?:som\s+)?(?:röst(?:ar|ade|at)\s+)?
        |röst(?:er|ade|ar)\s+|(?=för\s))(?:för|på)\s+{_AIM}{_END}""",
    re.VERBOSE | re.IGNORECASE,
)
# "För A röstar: Eva Ek (S) och Bo Ask (V)."
_NAMED = re.compile(
    r"""(?:^[ \t]*|(?<=[.;)]\s))För\s+(?P<aim>[^.:;]{3,160}?)\s+röst(?:ar|ade)\s*:?\s*
        (?P<names>[A-ZÅÄÖÉ][^.;]{2,900}?)(?=[.;]|\n[ \t]*\n|\nFör\s|\Z)""",
    re.VERBOSE | re.MULTILINE,
)
# "5 ledamöter röstar för A: Eva Ek (S) och Bo Ask (V)."
_THEN_NAMED = re.compile(
    r"röst(?:ar|ade)\s+(?:för|på)\s+(?P<aim>(?!ja\b|nej\b)[^.;:]{3,160}?)\s*:\s*"
    r"(?P<names>[A-ZÅÄÖÉ][^.;:]{2,900}?\))(?=[.;]|\s*\n|\Z)"
)
# "Eva Ek (S) och Bo Ask (V) röstar för A.": what stands after the names.
_FOR = re.compile(
    r"\s+röst(?:ar|ade)\s+(?:för|på)\s+(?P<aim>(?!ja\b|nej\b)[^.;:]{3,160}?)(?=[.;]|\n[ \t]*\n|\Z)", re.IGNORECASE
)
_PERSONS = re.compile(r"\s*(?!Den\b|De\b|Ledam)[A-ZÅÄÖÉ][^(]{2,60}\([^()\n]{1,25}\)")
# "Från att rösta avstår: Gösta Lind (C)."
_ABSTAINED = re.compile(
    r"""(?:^[ \t]*|(?<=[.;]\s))(?:Från\s+att\s+rösta\s+avst(?:år|od)|Avst(?:år|od)(?:\s+från\s+att\s+rösta)?)\s*:?\s*
        (?P<names>[A-ZÅÄÖÉ][^.;]{2,600}?)(?=[.;]|\n[ \t]*\n|\Z)""",
    re.VERBOSE | re.MULTILINE,
)
_ABSTAIN = re.compile(r"\s+(?:avst(?:år|od)\b|(?:lägger|lade)\s+ner?d?\s+sina?\s+röst)", re.IGNORECASE)
_TWO = 2
_ROOM = 60


def find_aimed_vote(text: CleanText, span: Span, grammar: Grammar) -> Vote | None:
    """Return the vote inside `span` of which only is told how many, or who, voted for what; None where there is none.

    Just two sides make a vote; the first that is told stands where Ja stands elsewhere.
    """
    counted = list(_COUNTED.finditer(text.text, span.start, span.end))
    if counted and "röst" not in text.text[max(span.start, counted[0].start() - _ROOM) : counted[-1].end()].lower():
        counted = []
    named = [
        (Span(*match.span("names")), match)
        for pattern in (_NAMED, _THEN_NAMED)
        for match in pattern.finditer(text.text, span.start, span.end)
    ]
    named += _before(text.text, span, _FOR)
    order = _aims([*counted, *(match for _, match in named)])
    if len(order) != _TWO or (len(counted) < _TWO and len(named) < _TWO):
        return None
    sides = dict(zip(order, (Voting.YES, Voting.NO), strict=True))
    numbers = {sides[_aim(match, order)]: read_number(match["count"]) for match in counted}
    lists = [(sides[_aim(match, order)], names) for names, match in named]
    lists += [
        (Voting.ABSTAIN, Span(*each.span("names"))) for each in _ABSTAINED.finditer(text.text, span.start, span.end)
    ]
    lists += [(Voting.ABSTAIN, names) for names, _ in _before(text.text, span, _ABSTAIN)]
    whole = text.passage(span.start, span.end)
    return Vote(
        kind=VoteKind.MAIN,
        ballot=Ballot(*(text.passage(*match.span("aim")) for match in order.values())),
        yes=numbers.get(Voting.YES),
        no=numbers.get(Voting.NO),
        abstain=find_tally(text, span).abstain,
        absent=None,
        tally=text.passage(counted[0].start(), counted[-1].end()) if counted else None,
        roll=tuple(sorted(_roll(text, lists, grammar), key=_place)),
        annex=None,
        casting_vote=False,
        span=whole.span,
        page=whole.page,
    )


def _before(words: str, span: Span, verb: re.Pattern[str]) -> list[tuple[Span, re.Match[str]]]:
    """Return the names before each `verb`, and the verb with what follows it."""
    found: list[tuple[Span, re.Match[str]]] = []
    begin = span.start
    for match in verb.finditer(words, span.start, span.end):
        names = Span(names_before(words, begin, match.start()), match.start())
        begin = match.end()
        if _PERSONS.match(words, names.start, names.end):
            found.append((names, match))
    return found


def _roll(text: CleanText, lists: list[tuple[Voting, Span]], grammar: Grammar) -> Iterator[Voter]:
    for how, names in lists:
        for person in find_persons(text, names.start, names.end, grammar):
            if person.name and person.party:
                yield Voter(person.name, person.party, how, person.span, person.page, person.printed)


def _place(voter: Voter) -> int:
    return voter.span.start


def _aims(matches: list[re.Match[str]]) -> dict[str, re.Match[str]]:
    """Return what is voted for, each once in the order of the text; 'A' and 'A till beslut' are one."""
    found: dict[str, re.Match[str]] = {}
    for match in sorted(matches, key=lambda each: each.start()):
        if not any(_same(_key(match["aim"]), key) for key in found):
            found[_key(match["aim"])] = match
    return found


def _aim(match: re.Match[str], order: dict[str, re.Match[str]]) -> str:
    return next(key for key in order if _same(_key(match["aim"]), key))


def _same(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _key(aim: str) -> str:
    return " ".join(aim.lower().split())
