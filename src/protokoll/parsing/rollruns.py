"""Rolls whose rows follow one another in a line, as where a table lost its lines: 'Eva Ek (S) Ja Bo Ask (M) Nej'."""

import re
from collections.abc import Iterator
from functools import lru_cache

from protokoll.grammar import Grammar
from protokoll.model.document import Voter, Voting
from protokoll.model.text import CleanText, Span
from protokoll.parsing.actors import NAME, party_of
from protokoll.parsing.offices import without_title

__all__ = ["OFFICE", "find_lettered", "find_run"]

_FEWEST = 3
_LETTERS = 4
_VOTED = re.compile(r"[)\w.][ ]*[:,–-]?[ ]*(?:ja|nej|avstår|avstod)\b", re.IGNORECASE)
_VOTES = {"ja": Voting.YES, "nej": Voting.NO, "avst": Voting.ABSTAIN, "från": Voting.ABSENT}
_BY_LETTER = {"J": Voting.YES, "N": Voting.NO, "A": Voting.ABSTAIN, "F": Voting.ABSENT}
_LETTERED = re.compile(
    rf"^[ \t]*(?P<name>{NAME})[ ]\((?P<party>[^()\n]{{1,25}})\)(?:[ ]{{2,}}|\t+|[ ]?[:–-][ ])(?P<vote>[JNAF])[ \t]*$",
    re.MULTILINE,
)
# Heads of columns before the first name: "Ledamot Parti Röst Eva Ek".
_HEADS = re.compile(
    r"(?:(?:\w*resultat|omröstning\w*|votering\w*|ledam(?:ot|öter)|namn|parti|röst(?:er)?|ersättare|ja|nej|avst\w*"
    r"|frånv\w*|nr|roll|funktion)\b[ ]+)+",
    re.IGNORECASE,
)
OFFICE = r"[ ](?:[1-3]:e[ ])?(?:vice[ ])?(?i:ordförande|ledamot|(?:tjänstgörande[ ])?ersättare)"
"""An office between the party and the vote: 'Eva Ek (S) 1:e vice ordförande Ja'."""
_ROW = rf"""(?:\d{{1,3}}[.)]?[ ])?(?:(?:[A-ZÅÄÖ\d][\w:]*[ ])?(?:ordförande|ersättare|ledamot)[ ])?
    (?P<name>{NAME})(?:,[ ](?:[1-3]:e[ ])?(?:vice[ ]|v\.[ ]?)?ordf\w*\.?)?
    (?:[ ]?\((?P<bracket>[^()\n]{{1,25}})\)|,?[ ](?P<letters>PARTIES)(?=[ ,:–-]))
    (?:,[ ](?:[1-3]:e[ ])?(?:vice[ ]|v\.[ ]?)?ordf\w*\.?|{OFFICE})?[ ]*[:,–-]?(?:[ ]?\.{{3,}})?[ ]+
    (?P<vote>[Jj]a|JA|[Nn]ej|NEJ|[Aa]vst(?:år|od)|[Ff]rånvarande)\b[.,;]?[ ]*(?=[A-ZÅÄÖÉÜ\d]|$)"""


def find_run(text: CleanText, span: Span, grammar: Grammar) -> Iterator[Voter]:
    """Yield the voters of the longest run of rows inside `span` of the clean text; fewer than three are none.

    A row begins where the row before it ends, so that a name in a sentence before 'röstar ja' is none.
    """
    run: list[re.Match[str]] = []
    best: list[re.Match[str]] = []
    if sum(1 for _ in zip(range(_FEWEST), _VOTED.finditer(text.text, span.start, span.end), strict=False)) < _FEWEST:
        return
    for match in _rows(grammar).finditer(text.text, span.start, span.end):
        if run and run[-1].end() != match.start():
            run = []
        run.append(match)
        best = run if len(run) >= len(best) else best
    if len(best) < _FEWEST:
        return
    for match in best:
        said = match["bracket"] or match["letters"]
        heads = _HEADS.match(match["name"])
        start = match.start("name") + (heads.end() if heads else 0)
        passage = text.passage(start, match.end("name"))
        whole = text.origin(Span(start, match.end("vote")))
        party = party_of(said, grammar) or (None if said == "-" else said)
        vote = _VOTES[match["vote"].lower()[:_LETTERS]]
        yield Voter(without_title(passage.text, grammar), party, vote, whole, passage.page, whole.of(text.source.text))


def find_lettered(text: CleanText, span: Span, grammar: Grammar) -> Iterator[Voter]:
    """Yield the voters of rows that end in the letter of a vote: 'Eva Ek (S)   J'; nothing where no row has a J."""
    rows = list(_LETTERED.finditer(text.text, span.start, span.end))
    if len(rows) < _FEWEST or not any(match["vote"] == "J" for match in rows):
        return
    for match in rows:
        passage = text.passage(*match.span("name"))
        whole = text.origin(Span(match.start("name"), match.end("vote")))
        party = party_of(match["party"], grammar) or match["party"]
        yield Voter(passage.text, party, _BY_LETTER[match["vote"]], whole, passage.page, whole.of(text.source.text))


@lru_cache(maxsize=32)
def _rows(grammar: Grammar) -> re.Pattern[str]:
    labels = {label for party in grammar.parties for label in (*party.names, party.code, *party.labels)}
    labels |= {label.lower() for label in labels if len(label) <= _LETTERS}
    choices = "|".join(re.escape(label) for label in sorted(labels, key=len, reverse=True))
    return re.compile(_ROW.replace("PARTIES", choices), re.VERBOSE | re.MULTILINE)
