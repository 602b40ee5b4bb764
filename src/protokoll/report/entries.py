"""Positions as a page lists them: one entry for an act that several parties share, under its topic."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from protokoll.model.position import Position
from protokoll.report.pairs import order_parties

__all__ = ["Choice", "Entry", "Section", "find_choices", "find_sections"]


class Entry(NamedTuple):
    """One thing that one or more parties wanted or did."""

    parties: tuple[str, ...]
    position: Position
    """Of the first of the parties; the others differ from it only in who."""


class Section(NamedTuple):
    """The entries of one topic."""

    topic: str | None
    place: int
    """Its place on the page, from 0."""
    entries: tuple[Entry, ...]


class Choice(NamedTuple):
    """One value that the reader may choose in a filter."""

    value: str
    name: str
    count: int


def find_sections(positions: Iterable[Position]) -> tuple[Section, ...]:
    """Return the entries by topic, the topic with most of them first and those without a topic last.

    Within a topic the newest comes first.
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
    return tuple(Section(topic, place, _newest_first(topics[topic])) for place, topic in enumerate(order))


def _newest_first(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    in_text = sorted(entries, key=lambda each: (each.position.document, each.position.span.start))
    return tuple(sorted(in_text, key=lambda each: each.position.date or "", reverse=True))


def find_choices(values: Iterable[tuple[str, str]]) -> tuple[Choice, ...]:
    """Return each value once with its name and how often it occurs, in the order met.

    >>> find_choices([("v", "Vänsterpartiet"), ("v", "Vänsterpartiet")])
    (Choice(value='v', name='Vänsterpartiet', count=2),)
    """
    counts = Counter(values)
    return tuple(Choice(value, name, count) for (value, name), count in counts.items())
