"""Rolls that stand in a table: one row a line, a cross in a column, or one cell a line."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from protokoll.grammar import Grammar
from protokoll.model.document import Voter, Voting
from protokoll.model.text import CleanText, Span
from protokoll.parsing.actors import party_of
from protokoll.parsing.offices import without_title
from protokoll.parsing.rollruns import find_lettered, find_run

__all__ = ["Roll", "find_roll"]

_COUNTS = {
    "yes": re.compile(r"Antal\s+Ja\s*:\s*(\d+)", re.IGNORECASE),
    "no": re.compile(r"Antal\s+Nej\s*:\s*(\d+)", re.IGNORECASE),
}
_VOTES = {
    "ja": Voting.YES,
    "nej": Voting.NO,
    "avstår": Voting.ABSTAIN,
    "avst": Voting.ABSTAIN,
    "avstod": Voting.ABSTAIN,
    "frånv": Voting.ABSENT,
    "frånvarande": Voting.ABSENT,
}
_CELL = re.compile(r"[^\n]+")
# A vote that closes a line, as in a row or a cell of its own: without one, no line need be read.
_CLOSES = re.compile(r"(?<!\w)(?:ja|nej|avst|avstår|avstod|frånv|frånvarande)\.?[ \t]*$", re.IGNORECASE | re.MULTILINE)
_NAME = re.compile(r"[A-ZÅÄÖÉÜ][\w'’´-]*(?:\s+\w[\w'’´.-]*)*$")
_NAME_AND_PARTY = re.compile(r"(?P<name>[A-ZÅÄÖÉÜ]\S+(?:\s+\S+)+)\s+\(?(?P<party>[A-ZÅÄÖa-zåäö][A-Za-z]{0,2})\)?$")
_CELL_HEAD = re.compile(r"(?:Namn|Ledamöter|Parti|Röst(?:er)?):?$", re.IGNORECASE)
# A row with its vote in words: "Eva Ek S 23 Ledamot Ja".
_ROW = r"""^[ \t]*(?:\d{1,3}[.)]?[ \t]+)?(?P<name>[A-ZÅÄÖÉÜ][^\n\d(,]{3,50}?)
        (?:,[ ](?:[1-3]:e[ ])?(?:vice[ ])?ordf\w*\.?)?(?:[ \t]*,[ \t]*|[ \t]+\(?)
        (?P<party>PARTIES|-)\)?(?:,[ ](?:[1-3]:e[ ])?(?:vice[ ])?ordf\w*\.?)?
        (?![ \t]*,[ \t]*[A-ZÅÄÖa-zåäö]{1,4}\b)[ \t]*[:,–-]?(?:[ \t]*(?:\.{3,}|…+|_{3,}))?
        [ \t]+(?:\d+[ \t]+)?(?:[A-Za-zåäöÅÄÖ:\d\ .]{0,30}?[ \t]+)?
        (?P<vote>Ja|Nej|Avstår|Avstod|Avst\.?|Frånvarande|Frånv\.?)[ \t]*$"""
# Rows of two columns that ran together: "Eva Ek (s)   ja    Bo Ask (m)   nej".
_PAIR = re.compile(
    r"""(?<!\S)(?P<name>[A-ZÅÄÖÉÜ][^\n\d(),]{3,40}?)[ \t]+\((?P<party>[A-ZÅÄÖa-zåäö][^()\n]{0,20}|-)\)
        [ \t]*[:,–-]?[ \t]+(?P<vote>(?i:ja|nej|avstår|avstod|avst|frånvarande|frånv))\.?
        (?=[ \t]{2,}|\t|[ \t]*$|[;,])""",
    re.VERBOSE | re.MULTILINE,
)
# The head of a table with crosses: "Ledamöter  Parti  Ja  Nej  Avst  Frånv".
_HEAD = re.compile(
    r"^[^\n:]*\s(?i:Ja-?röst(?:er)?[ \t]{2,}Nej-?röst)[^\n:]*$"
    r"|^(?=[^\n]*\s(?:Ja|JA)\b)(?=[^\n]*\s(?:Nej|NEJ)\b)(?![^\n]*(?:röst|:))[^\n]*$",
    re.MULTILINE,
)
_SIDE_HEAD = re.compile(
    r"^[ \t]*Ja(?:-?röst(?:er(?:na)?)?)?:?(?:[ ]{3,}|\t+)"
    r"Nej(?:-?röst(?:er(?:na)?)?)?:?(?:(?:[ ]{3,}|\t+)Avst\w*:?)?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_NAMED_CELL = re.compile(
    r"(?<!\S)(?:\d{1,2}[.)]?[ ]+)?(?P<name>[A-ZÅÄÖÉÜ][^\n\d(),\t]{3,45}?)"
    r"(?:[ ]\((?P<party>[^()\n]{1,30})\)|,[ ]?(?P<letters>[A-ZÅÄÖ][A-Za-z]{0,2}))(?=[ ]{2}|\t|\s*$)"
)
_COLUMN = re.compile(r"\b(?P<vote>Ja|Nej|Avstår|Avst|Frånvarande|Frånv)\b", re.IGNORECASE)
_SUBSTITUTE = re.compile(r"[A-ZÅÄÖÉÜ][\w'’´-]+(?:[ ]\w[\w'’´-]+)+")
_CROSSED = r"""^[ \t]*(?:\d{1,3}[.)]?[ \t]+)?(?P<name>[A-ZÅÄÖÉÜ][^\n\t(]{2,45}?)
        (?:[ \t]{2,}|\t|[ \t]+\(|,[ ](?=[A-ZÅÄÖ]{1,4}(?:[ ]{2}|\t))|[ ](?=(?:PARTIES)[ ]{2,}))
        (?P<party>PARTIES|[A-ZÅÄÖa-zåäö][A-Za-zÅÄÖåäö]{0,4}|-)\)?(?:,[ ][^\n]{2,25}?(?=[ ]{2}|\t))?
        (?P<rest>[ \t]+[^\n]*)$"""
_CROSS = re.compile(r"(?<!\S)[xX✓✔1](?!\S)")
_TITLE = re.compile(r",\s.*$")
_FEWEST = 3
_LETTERS = 4
_MOST_ASKEW = 4


class Roll(NamedTuple):
    """The names of one vote, and the numbers printed above them."""

    counts: tuple[int | None, int | None]
    """Printed numbers of Ja and Nej; None where they are not printed."""
    voters: tuple[Voter, ...]

    @property
    def tally(self) -> tuple[int, int]:
        """Ja and Nej, as printed or else as counted."""
        yes, no = self.counts
        counted = [sum(voter.vote is side for voter in self.voters) for side in (Voting.YES, Voting.NO)]
        return yes if yes is not None else counted[0], no if no is not None else counted[1]


def find_roll(text: CleanText, span: Span, grammar: Grammar) -> Roll | None:
    """Return the roll in a table inside `span` of the clean text, or None where there is none.

    Tables come out of a PDF in four shapes: a row on a line with its vote in words, a row on a line with a cross
    under the heading of a column (read from the source, whose columns are untouched), one cell a line, and all rows
    in one line.
    """
    words = text.text
    printed = (_rows, _pairs, _cells) if _CLOSES.search(words, span.start, span.end) else ()
    for read in (_tabbed, _crossed, _beside, *printed, find_run, find_lettered):
        voters = tuple(read(text, span, grammar))
        if len(voters) >= _FEWEST:
            yes, no = (_count(pattern, words, span) for pattern in _COUNTS.values())
            return Roll((yes, no), voters)
    return None


def _count(pattern: re.Pattern[str], words: str, span: Span) -> int | None:
    match = pattern.search(words, span.start, span.end)
    return int(match[1]) if match else None


def _tabbed(text: CleanText, span: Span, grammar: Grammar) -> Iterator[Voter]:
    """Read crosses in cells that tabs part, by the number of the cell: 'Eva Ek⇥S⇥x⇥⇥'."""
    source, place = text.source.text, text.origin(span)
    head = _HEAD.search(source, place.start, place.end)
    if head is None or "\t" not in head[0]:
        return
    columns = {at: _VOTES.get(cell.strip(" .").lower()) for at, cell in enumerate(head[0].split("\t"))}
    for line in _CELL.finditer(source, head.end(), place.end):
        cells = [cell.strip() for cell in line[0].split("\t")]
        votes = [columns.get(at) for at, cell in enumerate(cells) if _CROSS.fullmatch(cell)]
        row = _NAME_AND_PARTY.match(" ".join(cell for cell in cells[:2] if not _CROSS.fullmatch(cell)).strip())
        if row and len(votes) == 1 and votes[0]:
            party = party_of(row["party"], grammar) or row["party"]
            whole = Span(line.start(), line.end())
            yield Voter(row["name"], party, votes[0], whole, text.page_at(whole.start), whole.of(source))


def _crossed(text: CleanText, span: Span, grammar: Grammar) -> Iterator[Voter]:
    """Read crosses by the nearest column head; a row without a cross, or with two, is left out."""
    source = text.source.text
    place = text.origin(span)
    no = any(word in source[place.start : place.end] for word in ("Nej", "NEJ"))
    head = _HEAD.search(source, place.start, place.end) if no else None
    if head is None:
        return
    columns = {match.start(): match["vote"] for match in _COLUMN.finditer(head[0])}
    rows = list(_shaped(_CROSSED, grammar).finditer(source, head.end(), place.end))
    if sum(row.end("party") - row.start() > min(columns) for row in rows) * _MOST_ASKEW > len(rows):
        return  # the heads stand over the names: the columns were lost, and no cross tells its own
    for match in rows:
        crosses = list(_CROSS.finditer(match["rest"]))
        party = party_of(match["party"], grammar)
        if len(crosses) != 1 or (party is None and not match["party"][0].isupper() and match["party"] != "-"):
            continue
        at = match.start("rest") - match.start() + crosses[0].start()
        vote = columns[min(columns, key=lambda column: abs(column - at))]
        # A substitute in a column of its own votes in the member's place.
        serving = _SUBSTITUTE.search(match["rest"], 0, crosses[0].start())
        name = without_title(_TITLE.sub("", " ".join((serving[0] if serving else match["name"]).split())), grammar)
        whole = Span(match.start("name"), match.start("rest") + crosses[0].end())
        known = party or (match["party"] if match["party"] != "-" else None)
        yield Voter(name, known, _VOTES[vote.lower()], whole, text.page_at(whole.start), whole.of(source))


def _beside(text: CleanText, span: Span, grammar: Grammar) -> Iterator[Voter]:
    """Read lists that stand side by side under 'Ja-röster' and 'Nej-röster', by where each cell was printed."""
    source, place = text.source.text, text.origin(span)
    head = _SIDE_HEAD.search(source, place.start, place.end)
    if head is None:
        return
    columns = {match.start(): _VOTES[match["vote"].lower()] for match in _COLUMN.finditer(head[0])}
    for line in _CELL.finditer(source, head.end(), place.end):
        cells = list(_NAMED_CELL.finditer(line[0]))
        if not cells or _NAMED_CELL.sub("", line[0]).strip():
            return
        for cell in cells:
            start = line.start() + cell.start()
            vote = columns[min(columns, key=lambda column: abs(column - cell.start()))]
            said = cell["party"] or cell["letters"]
            party = party_of(said, grammar) or (said if cell["letters"] else None)
            whole = Span(start, line.start() + cell.end())
            yield Voter(" ".join(cell["name"].split()), party, vote, whole, text.page_at(start), whole.of(source))


def _rows(text: CleanText, span: Span, grammar: Grammar) -> Iterator[Voter]:
    for match in _shaped(_ROW, grammar).finditer(text.text, span.start, span.end):
        party = party_of(match["party"], grammar)
        if party or match["party"] == "-":
            vote = _VOTES[match["vote"].lower().rstrip(".")]
            yield _voter(text, match.span("name"), (party, vote), match.end(), grammar)


def _pairs(text: CleanText, span: Span, grammar: Grammar) -> Iterator[Voter]:
    for match in _PAIR.finditer(text.text, span.start, span.end):
        party = party_of(match["party"], grammar)
        if party or match["party"] == "-":
            vote = _VOTES[match["vote"].lower()]
            yield _voter(text, match.span("name"), (party, vote), match.end(), grammar)


@lru_cache(maxsize=32)
def _shaped(row: str, grammar: Grammar) -> re.Pattern[str]:
    """Return the shape of a row in which parties may be printed by their names."""
    labels = {label for party in grammar.parties for label in (*party.names, party.code, *party.labels)}
    labels |= {label.lower() for label in labels if len(label) <= _LETTERS}
    choices = "|".join(re.escape(label) for label in sorted(labels, key=len, reverse=True))
    return re.compile(row.replace("PARTIES", choices), re.VERBOSE | re.MULTILINE)


def _cells(text: CleanText, span: Span, grammar: Grammar) -> Iterator[Voter]:
    name: tuple[int, int] | None = None
    party: str | None = None
    for match in _CELL.finditer(text.text, span.start, span.end):
        cell = match[0].strip()
        vote = _VOTES.get(cell.lower().rstrip("."))
        if _CELL_HEAD.match(cell):
            name = party = None
            continue
        if vote and name and party:
            yield _voter(text, name, (party, vote), match.end(), grammar)
            name = party = None
        elif cell.lower() in grammar.party_codes and name and party is None:
            party = grammar.party_codes[cell.lower()]
        elif party is None and (both := _NAME_AND_PARTY.match(cell)) and both["party"].lower() in grammar.party_codes:
            name = _grown(text.text, name, match)[0], match.start() + match[0].index(cell) + both.end("name")
            party = grammar.party_codes[both["party"].lower()]
        elif party is None and _NAME.match(cell):
            name = _grown(text.text, name, match)


def _grown(words: str, name: tuple[int, int] | None, match: re.Match[str]) -> tuple[int, int]:
    """Lengthen a name by its second line; a blank line between makes it a new name."""
    if name and words[name[1] : match.start()] == "\n":
        return name[0], match.end()
    return match.start(), match.end()


def _voter(
    text: CleanText, name: tuple[int, int], voted: tuple[str | None, Voting], end: int, grammar: Grammar
) -> Voter:
    passage = text.passage(*name)
    whole = text.origin(Span(name[0], end))
    party, vote = voted
    return Voter(
        without_title(_TITLE.sub("", passage.text), grammar),
        party,
        vote,
        whole,
        passage.page,
        whole.of(text.source.text),
    )
