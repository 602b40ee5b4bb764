"""The page of changes: what a party wanted at one time and at another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from protokoll.model.comparison import Comparison, Side
from protokoll.model.position import Change, Position, Relation
from protokoll.report.entries import Choice, find_choices
from protokoll.report.page import fill
from protokoll.report.positions_page import basis_chart, fate_chart, filters_of
from protokoll.report.telling import tell_years
from protokoll.report.words import Words, load_words

__all__ = ["ORDER", "Part", "find_parts", "render_comparison"]

ORDER = (
    Relation.REVERSED,
    Relation.STRENGTHENED,
    Relation.WEAKENED,
    Relation.SAME,
    Relation.RELATED,
    Relation.NEW,
    Relation.NOT_FOUND_LATER,
)
"""What tells most comes first."""

_LABEL = 28  # characters of the name of a side beside a chart


class Part(NamedTuple):
    """The changes of one kind, the surest first."""

    relation: Relation
    changes: tuple[Change, ...]


def render_comparison(comparison: Comparison, language: str = "sv") -> bytes:
    """Return the page of a comparison.

    Args:
        comparison: what to show.
        language: `sv` or `en`.
    """
    words = load_words(language)
    labelled = list(_labelled(comparison, words))
    return fill(
        "comparison.html",
        language,
        comparison=comparison,
        when=_when,
        parts_of=find_parts(comparison),
        years_of=lambda change: [each.date[:4] if each.date else words.phrase("no_date") for each in _sides(change)],
        bases_of=lambda change: [each.basis.value for each in _sides(change)],
        filters=_filters(comparison, words),
        basis_chart=basis_chart(labelled, words),
        fate_chart=fate_chart(labelled, words),
    )


def _when(side: Side) -> str:
    """Return the time of a side, or what the user called it where that is not known."""
    return tell_years(side.coverage.years) or side.label


def find_parts(comparison: Comparison) -> tuple[Part, ...]:
    """Return the changes by kind, what tells most first; within a kind the surest first, then by topic."""
    parts = []
    for relation in ORDER:
        changes = [each for each in comparison.changes if each.relation is relation]
        if changes:
            parts.append(Part(relation, tuple(sorted(changes, key=_surest_first))))
    return tuple(parts)


def _surest_first(change: Change) -> tuple[bool, float, bool, str]:
    return (change.weak, -change.weight, change.topic is None, change.topic or "")


def _sides(change: Change) -> list[Position]:
    return [each for each in (change.before, change.after) if each]


def _labelled(comparison: Comparison, words: Words) -> Iterator[tuple[str, Position]]:
    """Yield each position once, with the side that it is of."""
    for name, side in (("before", comparison.before), ("after", comparison.after)):
        label = f"{words.heading(name)}: {_when(side)}"[:_LABEL]
        sided = (each.before if name == "before" else each.after for each in comparison.changes)
        for position in dict.fromkeys(each for each in sided if each):
            yield label, position


def _filters(comparison: Comparison, words: Words) -> dict[str, tuple[Choice, ...]]:
    """Return what the reader may choose by; a change has the topic of the change and the evidence of either side."""
    common = filters_of((position for _, position in _labelled(comparison, words)), words)
    topics = Counter(each.topic for each in comparison.changes)
    order = sorted(topics, key=lambda topic: (topic is None, topic or ""))
    relations = [relation for relation in ORDER if comparison.count(relation)]
    return {
        "relation": tuple(Choice(each.value, words.of(each), comparison.count(each)) for each in relations),
        "topic": tuple(Choice(each or "", each or words.phrase("no_topic"), topics[each]) for each in order),
        "year": common["year"],
        "basis": common["basis"],
        "link": find_choices(
            (("weak", words.phrase("weak")) if each.weak else ("sure", words.phrase("sure")))
            for each in comparison.changes
            if each.before and each.after
        ),
    }
