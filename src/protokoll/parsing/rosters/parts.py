"""What part each person of a list had, where the labels over it leave that open."""

import re
from functools import lru_cache
from itertools import pairwise

from protokoll.grammar import Grammar, words_pattern
from protokoll.model.document import Role
from protokoll.model.text import CleanText, Span
from protokoll.parsing.rosters.entry import Entry
from protokoll.parsing.rosters.labels import LabelKind
from protokoll.parsing.rosters.marks import is_dashed, is_marked_absent
from protokoll.parsing.rosters.sections import Section

__all__ = ["resolved"]

_PRESENT = re.compile(r"närvaro?(?:nde|lista|förteckning)|delt|förtr|upprop", re.IGNORECASE)
_SITS_IN = re.compile(r"\b(?:ej|icke|inte)\s+(?:tj|besl)", re.IGNORECASE)
# "Närvarande (markerade med x, tjänstgörande ersättare med xx)": the marks stand before the names.
_MARKED = re.compile(r"marker\w+ med x\b", re.IGNORECASE)
_MARK = re.compile(r"(?<!\w)[xX]{1,2}(?!\w)")
_INTRODUCED = 200
_DASH = re.compile(r"[ ]+[-–][ ]+")
_OFFICES = (Role.CHAIR, Role.VICE_CHAIR)


def resolved(text: CleanText, section: Section, entries: list[Entry], grammar: Grammar) -> list[Entry]:
    """Give each person the part that the labels over the list leave open; the entries are changed.

    A substitute among those who decide serves. Under labels that were printed before all their lists, officials
    come last and the substitutes who only sit in before them.

    >>> from protokoll.grammar import load
    >>> from protokoll.model.text import SourceText
    >>> words = "Beslutande  Eva Ek (S), ersättare"
    >>> text = CleanText(SourceText("-", "", 0, "text", None, words), (), words)
    >>> section = Section((LabelKind.MEMBERS,), (Span(10, len(words)),), Span(0, 10))
    >>> eva = Entry("Eva Ek", LabelKind.MEMBERS, 12, 33, 0, "S", role=Role.SUBSTITUTE, used=[(12, 18), (19, 22)])
    >>> resolved(text, section, [eva], load())[0].role.value
    'serving_substitute'
    """
    _mark_absent(text, entries)
    if entries and _MARKED.search(text.text, max(0, section.label.start - _INTRODUCED), entries[0].start):
        _by_marks(text.text, section, entries)
    kinds = section.kinds
    if kinds[0] in (LabelKind.CHAIR, LabelKind.VICE_CHAIR):
        for entry in entries[1:]:
            entry.kind = LabelKind.MEMBERS
    if kinds[0] is LabelKind.SECRETARY and entries:
        entries[0].start = min(entries[0].start, section.label.start)  # the label is the title
    # Under several labels a bare 'ersättare' may belong to those who sit in, where others are 'ersättare för'.
    told_apart = len(kinds) > 1 and any(entry.serves_for or entry.role is Role.SERVING_SUBSTITUTE for entry in entries)
    if kinds[0] is LabelKind.MEMBERS and not told_apart and not _PRESENT.match(section.label.of(text.text)):
        for entry in entries:
            if entry.role is Role.SUBSTITUTE and not _SITS_IN.search(text.text, entry.start, entry.end):
                entry.role = Role.SERVING_SUBSTITUTE
    if kinds[0] is LabelKind.MEMBERS and _points(text, section, grammar):
        return _elsewhere(entries)
    if len(kinds) < 2:
        return entries
    if kinds[-1] is LabelKind.SERVING:
        _serving(text.text, entries)
    if LabelKind.CHAIR in kinds and entries and not any(entry.role is Role.CHAIR for entry in entries):
        entries[0].role = Role.CHAIR
    return _apart(section, entries)


def _serving(words: str, entries: list[Entry]) -> None:
    """Tell those who serve by their party in brackets, where the members of the table have bare letters."""
    bracketed = [not entry.placed or any(words[start] == "(" for start, _ in entry.used) for entry in entries]
    if all(bracketed) or not any(bracketed):
        return
    for entry, serves in zip(entries, bracketed, strict=True):
        if serves and entry.placed:
            entry.role = entry.role or Role.SERVING_SUBSTITUTE


def _elsewhere(entries: list[Entry]) -> list[Entry]:
    """Read what follows on 'Beslutande: enligt förteckning': officials and guests, and last those who verify."""
    last = max((index for index, entry in enumerate(entries) if not entry.placed), default=None)
    if last is None:
        return entries
    for entry in entries[: last + 1]:
        entry.kind = LabelKind.OTHERS
    return entries[: last + 1]


def _by_marks(words: str, section: Section, entries: list[Entry]) -> None:
    """Read 'x Eva Ek  xx Bo Ask  Liv Alm' where the list says so: there, there in a member's stead, not there."""
    before = section.label.end
    for entry in entries:
        mark = _MARK.search(words, before, entry.start)
        entry.absent = entry.absent or mark is None
        if mark:
            entry.role = Role.SERVING_SUBSTITUTE if len(mark[0]) > 1 else entry.role
        before = entry.used[-1][1]


def _mark_absent(text: CleanText, entries: list[Entry]) -> None:
    for entry in entries:
        printed = text.origin(Span(entry.start, max(end for _, end in entry.used)))
        entry.absent = entry.absent or is_marked_absent(text.source.text, printed.start, printed.end)
    for entry, after in pairwise(entries):
        if entry.placed and not after.placed and _DASH.fullmatch(text.text, entry.used[-1][1], after.start):
            # 'Eva Ek (S) - Bo Ask': absent, and who took the seat
            entry.absent, after.role, after.serves_for = True, Role.SERVING_SUBSTITUTE, entry.name
        end = text.origin(Span(entry.start, max(end for _, end in entry.used))).end
        if entry.party and entry.line == after.line and is_dashed(text.source.text, end):
            # "Eva Ek, m      -      Bo Ask, m": the substitute stands on the row of the seat.
            entry.absent, after.role, after.serves_for = True, Role.SERVING_SUBSTITUTE, entry.name


def _apart(section: Section, entries: list[Entry]) -> list[Entry]:
    """Tell the lists apart that stand one after the other under labels printed before them all."""
    first = next((index for index, entry in enumerate(entries) if entry.placed or entry.role), 0)
    entries = entries[first:]
    rows = any(entry.absent for entry in entries)  # each row says who took the seat
    sits = _first_sitting(entries) if LabelKind.SUBSTITUTES in section.kinds and not rows else len(entries)
    parties = any(entry.placed for entry in entries)
    official = next((index for index, entry in enumerate(entries) if entry.official), len(entries))
    for index, entry in enumerate(entries):
        if not entry.placed and not entry.serves_for and (parties or index >= official):
            entry.kind = LabelKind.OTHERS
        elif index >= sits and not entry.serves_for:
            entry.kind = LabelKind.SUBSTITUTES
    return entries


def _first_sitting(entries: list[Entry]) -> int:
    """Return where the substitutes who only sit in begin: behind the last who serves, or where the parties begin anew.

    Members stand by party, and so do those who sit in: 's s m kd' and then 's m'. A chair is a member.
    """
    served = max((index for index, entry in enumerate(entries) if entry.serves_for), default=None)
    if served is None:
        return len(entries)
    before = [entry.party for entry in entries[:served]]
    if entries[served].party in before[:-1] and entries[served].party != before[-1]:
        return served + 1  # those who serve stand behind the members, by party again
    served = max([served, *(index for index, entry in enumerate(entries) if entry.role in _OFFICES)])
    seen: list[str | None] = []
    named: set[str] = set()
    for index, entry in enumerate(entries):
        if entry.role in _OFFICES or not entry.placed or entry.name in named:
            named.add(entry.name)
            continue
        named.add(entry.name)
        if entry.party in seen and entry.party != seen[-1]:
            return max(index, served + 1)
        seen.append(entry.party)
    return served + 1


def _points(text: CleanText, section: Section, grammar: Grammar) -> bool:
    if not section.spans:
        return False
    place = section.spans[0]
    start = place.end - len(place.of(text.text).lstrip(" \t:"))
    return _pointers(grammar).match(text.text, start, place.end) is not None


@lru_cache(maxsize=8)
def _pointers(grammar: Grammar) -> re.Pattern[str]:
    return words_pattern(grammar.words["attendance"]["pointers"]["words"])
