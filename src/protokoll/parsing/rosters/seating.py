"""An attendance table that came out of a PDF one cell a line: seat, member, substitute, party, came, left."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from protokoll.grammar import Grammar, fold
from protokoll.model.document import Role
from protokoll.model.text import Span
from protokoll.parsing.rosters.entry import Entry
from protokoll.parsing.rosters.labels import LabelKind

__all__ = ["Holder", "find_holders", "is_seating", "read_seating"]

_LINE = re.compile(r"^[ \t]*(\S[^\n]*?)[ \t]*$", re.MULTILINE)
_HEADER = re.compile(r"Plats\s+Ledamot\s+(?:\d+\s+)?Ersättare\s+Parti", re.IGNORECASE)
_SEAT = re.compile(r"\d{1,3}")
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d")
# Words of a name, with or without the comma after the surname.
_PART = re.compile(r"[A-ZÅÄÖÉÜa-z][^\W\d]*(?:[ '’-]+[^\W\d]+)*[ ]?,?|[^\W\d][\w'’. -]*,[ ]*[^\W\d][\w'’. -]*")
_HEADINGS = frozenset({"plats", "ledamot", "ersattare", "parti", "ankom", "utgick"})
# A row of a roll: name, party, seat, office, vote, each in a cell of its own.
_ROW = re.compile(
    r"""^[ \t]*(?P<name>[^\W\d][^\n\d]{2,60}(?:\n[^\W\d][^\n\d]{2,40})?)\s*\n+[ \t]*
        (?P<party>[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,4})\s*\n+[ \t]*(?P<seat>\d{1,3})\s*\n+[ \t]*
        (?P<office>[^\n\d][^\n]{2,20}|\d:e[^\n]{2,20})\s*\n""",
    re.MULTILINE | re.VERBOSE,
)


class Holder(NamedTuple):
    """Who sat on a seat when a vote was taken, by a roll."""

    party: str
    seat: str
    role: Role


class _Known(NamedTuple):
    """What the rest of the minutes tells of those whose party came apart from their name."""

    holders: dict[str, Holder]
    words: str

    def party(self, name: str) -> str | None:
        holder = self.holders.get(fold(name))
        named = re.search(rf"{re.escape(name)}\s+\((?P<party>[A-ZÅÄÖ][A-Za-zÅÄÖ]{{0,4}})\)", self.words)
        return holder.party if holder else named and named["party"]


class _Row(NamedTuple):
    """One stay of a member, or of the substitute on the member's seat."""

    seat: str
    member: Entry
    substitute: Entry | None


def is_seating(words: str, span: Span) -> bool:
    r"""Tell whether the head of such a table stands at the beginning of `span`.

    >>> is_seating("Plats\n\nLedamot\n\nErsättare\n\nParti\n\nAnkom", Span(0, 38))
    True
    """
    return bool(_HEADER.search(words, span.start, min(span.end, span.start + 400)))


def find_holders(words: str, spans: list[Span], grammar: Grammar) -> dict[str, Holder]:
    r"""Return who is named in the rolls of the annexes `spans`, by folded name, with party, seat and office.

    >>> from protokoll.grammar import load
    >>> words = "Eva Ek\n\nS\n\n7\n\nErsättare\n\nJa\n"
    >>> find_holders(words, [Span(0, len(words))], load())["eva ek"].seat
    '7'
    """
    titles = {fold(each): Role(role) for role, every in grammar.words["actors"]["titles"].items() for each in every}
    holders: dict[str, Holder] = {}
    for span in spans:
        for match in _ROW.finditer(words, span.start, span.end):
            role = titles.get(fold(match["office"]))
            party = grammar.party_codes.get(match["party"].lower())
            if role and party:
                holders.setdefault(fold(match["name"]), Holder(party, match["seat"], role))
    return holders


def read_seating(words: str, span: Span, holders: dict[str, Holder], grammar: Grammar) -> list[Entry]:
    r"""Return the persons of such a table, each once, names turned to 'Eva Ek'.

    A member who has a row for each stay is one person. Substitutes stand in the row of the seat or, where the
    column was read by itself, in a run of names after the rows; a roll tells their party and seat.

    Args:
        words: the clean text.
        span: the annex.
        holders: who is named in the rolls of the other annexes.
        grammar: the wordings.

    >>> from protokoll.grammar import load
    >>> words = "1\n\nEk, Eva\n\nAsk, Bo\n\nS\n\n16:00\n\n18:00\n\n2\n\nAlm, Liv\n\nV\n\n16:00\n"
    >>> [(each.name, each.party, each.serves_for) for each in read_seating(words, Span(0, len(words)), {}, load())]
    [('Liv Alm', 'V', None), ('Bo Ask', 'S', 'Eva Ek')]
    """
    rows: list[_Row] = []
    loose: list[Entry] = []
    seat, names = "", list[Entry]()
    for cell, start, end in _cells(words, span):
        party = grammar.party_codes.get(cell.lower())
        if _CLOCK.fullmatch(cell) and names and seat:
            party = _glued_party(names[-1], grammar)
        if names and seat and (party is not None or _SEAT.fullmatch(cell)):
            rows.append(_row(seat, names[:2], party))
            loose += names[2:]
            seat, names = "", []
        if _SEAT.fullmatch(cell):
            loose += names
            seat, names = cell, []
        elif "," in cell:
            last, first = cell.split(",", 1)
            names.append(_entry(f"{first.strip()} {last.strip()}", start, end))
    return _persons(rows, loose + names, _Known(holders, words))


def _cells(words: str, span: Span) -> Iterator[tuple[str, int, int]]:
    """Yield the cells; a name of two lines is one cell, the comma stands in or after its first or second line."""
    held: tuple[str, int, int] | None = None
    for match in _LINE.finditer(words, span.start, span.end):
        cell, start, end = match[1], *match.span(1)
        worded = bool(_PART.fullmatch(cell)) and len(cell) > 1 and fold(cell) not in _HEADINGS and not cell.isupper()
        if held and worded and words[held[2] : start].count("\n") == 1 and ("," in held[0]) + ("," in cell) < 2:
            cell, start = f"{held[0]} {cell}", held[1]
        elif held:
            yield held
        held = (cell, start, end) if worded else None
        if not worded:
            yield cell, start, end
    if held:
        yield held


def _glued_party(entry: Entry, grammar: Grammar) -> str | None:
    """Take the letters of a party off a long name that ran into the next column: 'Mariah L'."""
    first, _, rest = entry.name.partition(" ")
    label, _, last = rest.partition(" ")
    code = grammar.party_codes.get(label.lower()) if label.isupper() else None
    if code:
        entry.name = f"{first} {last}"
    return code


def _entry(name: str, start: int, end: int) -> Entry:
    used = [(start, end)]
    return Entry(" ".join(name.split()), LabelKind.SERVING, start, end, 0, role=Role.SERVING_SUBSTITUTE, used=used)


def _row(seat: str, names: list[Entry], party: str | None) -> _Row:
    for entry in names:
        entry.party, entry.placed = party, party is not None
    member = names[0]
    member.kind, member.role = LabelKind.MEMBERS, Role.MEMBER
    other = names[1] if len(names) > 1 and names[1].name != member.name else None
    if other:
        other.serves_for = member.name
    return _Row(seat, member, other)


def _persons(rows: list[_Row], loose: list[Entry], known: _Known) -> list[Entry]:
    """Put rows and loose names together: who was there, in the order of the table."""
    seats = {row.seat: row.member.name for row in rows}
    for entry in loose:
        holder = known.holders.get(fold(entry.name))
        entry.serves_for = seats.get(holder.seat) if holder else None
    inside = [row.substitute for row in rows if row.substitute]
    stays = Counter(row.member.name for row in rows)
    away = Counter(entry.serves_for for entry in (*inside, *loose))
    there = [row.member for row in rows if away[row.member.name] < stays[row.member.name]]
    found: dict[str, Entry] = {}
    for entry in (*there, *inside, *loose):
        first = found.setdefault(entry.name, entry)
        first.party = first.party or entry.party
    # A substitute was elected on the list of the party whose seat it is.
    parties = {entry.name: entry.party for entry in found.values()}
    for entry in found.values():
        holder = known.holders.get(fold(entry.name))
        entry.party = entry.party or known.party(entry.name) or parties.get(entry.serves_for or "")
        entry.placed = entry.party is not None
        if holder and holder.role in (Role.CHAIR, Role.VICE_CHAIR):
            entry.role = holder.role
    return list(found.values())
