"""Positions as a page lists them: one entry for an act that several parties share, under its topic."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from protokoll.model.position import Position
from protokoll.report.pairs import order_parties

__all__ = ["Choice", "Entry", "Matter", "Section", "find_choices", "find_sections"]


class Entry(NamedTuple):
    """One thing that one or more parties wanted or did."""

    parties: tuple[str, ...]
    position: Position
    """Of the first of the parties; the others differ from it only in who."""


class Matter(NamedTuple):
    """The entries of one topic that stand in one § of one document."""

    first: Position
    """The position that tells date, body, § and title."""
    entries: tuple[Entry, ...]


class Section(NamedTuple):
    """The matters of one topic."""

    topic: str | None
    place: int
    """Its place on the page, from 0."""
    matters: tuple[Matter, ...]

    @property
    def size(self) -> int:
        """How many entries there are."""
        return sum(len(matter.entries) for matter in self.matters)


class Choice(NamedTuple):
    """One value that the reader may choose in a filter."""

    value: str
    name: str
    times: int


def find_sections(positions: Iterable[Position]) -> tuple[Section, ...]:
    """Return the entries by topic, the topic with most of them first and those without a topic last.

    Within a topic the newest matter comes first; within a matter the order is that of the text.
    """
    shared: dict[tuple[object, ...], list[Position]] = {}
    for each in positions:
        key = (each.sha256, each.span, each.stance, each.basis, each.claim, each.date, each.fate)
        shared.setdefault(key, []).append(each)
    topics: dict[str | None, list[Entry]] = {}
    for several in shared.values():
        parties = order_parties(tuple({each.party: None for each in several}))
        topics.setdefault(several[0].topic, []).append(Entry(parties, several[0]))
    order = sorted(topics, key=lambda topic: (topic is None, -len(topics[topic]), topic or ""))
    return tuple(Section(topic, place, _matters(topics[topic])) for place, topic in enumerate(order))


def _matters(entries: Sequence[Entry]) -> tuple[Matter, ...]:
    matters: dict[tuple[object, ...], list[Entry]] = {}
    for entry in sorted(entries, key=lambda each: (each.position.document, each.position.span)):
        it = entry.position
        matters.setdefault((it.sha256, it.item, it.title, it.body, it.date), []).append(entry)
    found = [Matter(several[0].position, tuple(several)) for several in matters.values()]
    return tuple(sorted(found, key=lambda each: each.first.date or "", reverse=True))


def find_choices(values: Iterable[tuple[str, str]]) -> tuple[Choice, ...]:
    """Return each value once with its name and how often it occurs, in the order met.

    >>> find_choices([("v", "Vänsterpartiet"), ("v", "Vänsterpartiet")])
    (Choice(value='v', name='Vänsterpartiet', times=2),)
    """
    counts = Counter(values)
    return tuple(Choice(value, name, times) for (value, name), times in counts.items())
