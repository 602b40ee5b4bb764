"""What of a text the acts of an item account for, by its places in the source."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from protokoll.model.document import Item, Reservation, Statement
from protokoll.model.text import Span

__all__ = ["Coverage", "spans_of"]


class Coverage:
    """Stretches of the source that something accounts for.

    >>> coverage = Coverage([Span(0, 10), Span(8, 20), Span(30, 40)])
    >>> coverage.holds(Span(5, 15)), coverage.holds(Span(15, 35)), coverage.holds_most(Span(18, 40))
    (True, False, True)
    """

    def __init__(self, spans: Iterable[Span]) -> None:
        merged: list[list[int]] = []
        for span in sorted(spans):
            if merged and span.start <= merged[-1][1]:
                merged[-1][1] = max(merged[-1][1], span.end)
            else:
                merged.append([span.start, span.end])
        self._starts = [start for start, _ in merged]
        self._ends = [end for _, end in merged]

    def holds(self, span: Span) -> bool:
        """Tell whether all of `span` lies in one stretch."""
        at = bisect_right(self._starts, span.start) - 1
        return at >= 0 and span.end <= self._ends[at]

    def holds_most(self, span: Span) -> bool:
        """Tell whether more than half of `span` is held."""
        at = max(0, bisect_right(self._starts, span.start) - 1)
        held = 0
        while at < len(self._starts) and self._starts[at] < span.end:
            held += max(0, min(span.end, self._ends[at]) - max(span.start, self._starts[at]))
            at += 1
        return 2 * held > span.end - span.start


def spans_of(item: Item) -> Iterator[Span]:
    """Yield the places in the source of all that the acts and lists of an item hold."""
    yield from (each.span for each in (item.number, item.title, *item.diary_numbers) if each)
    for proposal in item.proposals:
        yield from (point.span for point in proposal.points)
        yield from (each.span for each in (proposal.statement, proposal.object) if each)
        # The proposal of a programme is the whole of it: of that only the points are held.
        if proposal.span != item.span:
            yield proposal.span
    for contest in item.question_order:
        yield from (each.span for each in (contest.question, contest.finding) if each)
    for vote in item.votes:
        yield vote.span
        yield from (voter.span for voter in vote.roll)
    yield from (each.span for each in item.decisions)
    stated: tuple[Reservation | Statement, ...] = (*item.reservations, *item.statements)
    for each in stated:
        yield from (each.span, each.text.span)
    yield from (each.span for each in item.questions)
    yield from (each.span for each in (*item.recusals, *item.not_participating))
    yield from (each.span for each in (*item.attachments, *item.history, *item.recipients))
