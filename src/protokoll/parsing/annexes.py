"""Rolls that stand in an annex, one cell a line."""

import re
from typing import NamedTuple

from protokoll.grammar import Grammar
from protokoll.model.document import Voter, Voting
from protokoll.model.outline import Block
from protokoll.model.text import CleanText, Span

__all__ = ["Roll", "find_roll"]

_COUNTS = {
    "yes": re.compile(r"Antal\s+Ja\s*:\s*(\d+)", re.IGNORECASE),
    "no": re.compile(r"Antal\s+Nej\s*:\s*(\d+)", re.IGNORECASE),
    "abstain": re.compile(r"Antal\s+Avst\w*\s*:\s*(\d+)", re.IGNORECASE),
    "absent": re.compile(r"Antal\s+Fr[åa]nv\w*\s*:\s*(\d+)", re.IGNORECASE),
}
_VOTES = {
    "ja": Voting.YES,
    "nej": Voting.NO,
    "avstår": Voting.ABSTAIN,
    "avst": Voting.ABSTAIN,
    "frånv": Voting.ABSENT,
    "frånvarande": Voting.ABSENT,
    "frånv.": Voting.ABSENT,
}
_CELL = re.compile(r"[^\n]+")
_NAME = re.compile(r"[A-ZÅÄÖÉÜ][\w'’´-]*(?:\s+(?:\w[\w'’´.-]*))*$")
_SEAT = re.compile(r"\d+(?:\s+\S.*)?$")
# A row on one line: "Eva Ek S 23 Ledamot Ja".
_ROW = re.compile(
    r"""^[ \t]*(?P<name>[A-ZÅÄÖÉÜ][^\n\d]{3,50}?)\s+\(?(?P<party>[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,4})\)?\s+(?:\d+\s+)?
        (?:[A-Za-zåäöÅÄÖ:\d\ .]{0,30}?\s+)?(?P<vote>Ja|Nej|Avstår|Frånvarande|Frånv\.?)[ \t]*$""",
    re.VERBOSE | re.MULTILINE,
)


class Roll(NamedTuple):
    """The roll of one vote: the annex's number, its own counts, and the names."""

    number: str | None
    counts: dict[str, int | None]
    voters: tuple[Voter, ...]


def find_roll(text: CleanText, block: Block, grammar: Grammar) -> Roll | None:
    """Return the roll in an annex, or None where the annex holds none.

    Tables come out of a PDF cell by cell: a name (perhaps over two lines), a party, a seat, an office, the vote.
    A name is what stands between the last vote and a party's letters.
    """
    words = text.text
    counts = {name: _count(pattern, words, block.span) for name, pattern in _COUNTS.items()}
    voters = _rows(text, block.content, grammar) or _cells(text, block.content, grammar)
    if len(voters) < 3:
        return None
    return Roll(block.number, counts, tuple(voters))


def _count(pattern: re.Pattern[str], words: str, span: Span) -> int | None:
    match = pattern.search(words, span.start, span.end)
    return int(match[1]) if match else None


def _rows(text: CleanText, span: Span, grammar: Grammar) -> list[Voter]:
    voters = []
    for match in _ROW.finditer(text.text, span.start, span.end):
        party = grammar.party_codes.get(match["party"].lower())
        if party:
            voters.append(
                _voter(
                    text,
                    (match.start("name"), match.end("name")),
                    party,
                    _VOTES[match["vote"].lower().rstrip(".")],
                    match.end(),
                )
            )
    return voters


def _cells(text: CleanText, span: Span, grammar: Grammar) -> list[Voter]:
    voters: list[Voter] = []
    name: tuple[int, int] | None = None
    party: str | None = None
    for match in _CELL.finditer(text.text, span.start, span.end):
        cell = match[0].strip()
        vote = _VOTES.get(cell.lower())
        if vote and name and party:
            voters.append(_voter(text, name, party, vote, match.end()))
            name = party = None
        elif cell.lower() in grammar.party_codes and name and party is None:
            party = grammar.party_codes[cell.lower()]
        elif party is None and _NAME.match(cell) and not _SEAT.match(cell):
            name = _grown(text.text, name, match)
    return voters


def _grown(words: str, name: tuple[int, int] | None, match: re.Match[str]) -> tuple[int, int]:
    """Lengthen a name by its second line; a blank line between makes it a new name."""
    if name and words[name[1] : match.start()] == "\n":
        return name[0], match.end()
    return match.start(), match.end()


def _voter(text: CleanText, name: tuple[int, int], party: str, vote: Voting, end: int) -> Voter:
    passage = text.passage(*name)
    whole = text.origin(Span(name[0], end))
    return Voter(passage.text, party, vote, whole, passage.page, text.source.text[whole.start : whole.end])
