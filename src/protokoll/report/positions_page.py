"""The page of positions: what parties wanted over the years."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from protokoll.model.coverage import Coverage
from protokoll.model.document import Fate
from protokoll.model.position import RANKS, Basis, Position
from protokoll.report.charts import Chart, Series, draw_bars
from protokoll.report.entries import Choice, find_choices, find_sections
from protokoll.report.page import fill
from protokoll.report.pairs import order_parties
from protokoll.report.words import Words, load_words

__all__ = ["basis_chart", "fate_chart", "filters_of", "render_positions", "topic_chart"]

_TOPICS = 15


def render_positions(
    positions: Sequence[Position], coverage: Coverage, codes: Sequence[str] = (), language: str = "sv"
) -> bytes:
    """Return the page of some positions.

    Args:
        positions: what to show.
        coverage: what was searched for them.
        codes: the codes of the parties that were asked for; none for all.
        language: `sv` or `en`.
    """
    words = load_words(language)
    dates = sorted(each.date for each in positions if each.date)
    parties = order_parties(tuple({each.party for each in positions}))
    return fill(
        "positions.html",
        language,
        positions=positions,
        parties=parties,
        codes=codes,
        years=sorted({int(date[:4]) for date in dates}),
        coverage=coverage,
        sections=find_sections(positions),
        filters=filters_of(positions, words),
        basis_chart=basis_chart(((_year(each, words), each) for each in positions), words),
        fate_chart=fate_chart(((_year(each, words), each) for each in positions), words),
        topic_chart=topic_chart(positions, words),
    )


def filters_of(positions: Iterable[Position], words: Words) -> dict[str, tuple[Choice, ...]]:
    """Return what the reader may choose by: party, topic, year, kind of evidence."""
    each_once = tuple(positions)
    topics = Counter(each.topic for each in each_once)
    parties = order_parties(tuple({each.party for each in each_once}))
    by_rank = sorted(each_once, key=lambda each: RANKS[each.basis])
    return {
        "party": find_choices((party, party) for party in parties for each in each_once if each.party == party),
        "topic": tuple(
            Choice(topic or "", topic or words.phrase("no_topic"), topics[topic])
            for topic in sorted(topics, key=lambda topic: (topic is None, topic or ""))
        ),
        "year": find_choices(sorted((_year(each, words), _year(each, words)) for each in each_once)),
        "basis": find_choices((each.basis.value, words.of(each.basis)) for each in by_rank),
    }


def basis_chart(labelled: Iterable[tuple[str, Position]], words: Words) -> Chart:
    """Return how many positions there are of each kind of evidence, a bar for each label."""
    counts = Counter((label, each.basis.value) for label, each in labelled)
    series = [Series(each.value, words.of(each), f"var(--b-{each.value.replace('_', '-')})") for each in Basis]
    return draw_bars(
        [(label, key, number) for (label, key), number in counts.items()],
        series,
        (words.heading("time"), words.heading("number")),
    )


def fate_chart(labelled: Iterable[tuple[str, Position]], words: Words) -> Chart | None:
    """Return what became of the proposals, a bar for each label; None where there are none."""
    proposals = ((label, each) for label, each in labelled if each.fate and each.basis is Basis.PROPOSAL)
    counts = Counter((label, (each.fate or Fate.UNKNOWN).value) for label, each in proposals)
    series = [Series(each.value, words.of(each), f"var(--f-{each.value})") for each in Fate]
    return (
        draw_bars(
            [(label, key, number) for (label, key), number in counts.items()],
            series,
            (words.heading("time"), words.heading("number")),
        )
        if counts
        else None
    )


def topic_chart(positions: Iterable[Position], words: Words) -> Chart:
    """Return the topics with most positions, by kind of evidence."""
    with_topic = [each for each in positions if each.topic]
    most = [topic for topic, _ in Counter(each.topic for each in with_topic).most_common(_TOPICS)]
    counts = Counter((each.topic or "", each.basis.value) for each in with_topic)
    rows = [(topic or "", each.value, counts[topic or "", each.value]) for topic in most for each in Basis]
    series = [Series(each.value, words.of(each), f"var(--b-{each.value.replace('_', '-')})") for each in Basis]
    return draw_bars([row for row in rows if row[2]], series, (words.heading("topic"), words.heading("number")))


def _year(position: Position, words: Words) -> str:
    return position.date[:4] if position.date else words.phrase("no_date")
