"""Which positions are wanted: of which time, party, topic, body and kind of evidence."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import NamedTuple

from msgspec.structs import replace

from protokoll.errors import UsageError
from protokoll.grammar import fold
from protokoll.model.coverage import Coverage
from protokoll.model.position import Basis, Position

__all__ = ["Period", "Wanted", "choose", "cover", "read_bounds", "read_period", "says"]

# '2016', '2016-03' or '2016-03-14'.
_DAY = r"\d{4}(?:-\d{2}(?:-\d{2})?)?"
# One such, or two of them: '2014-2018', '2014-10-15..2018-10-14'.
_PERIOD = re.compile(rf"(?P<first>{_DAY})(?:\.\.(?P<last>{_DAY}))?|(?P<from>\d{{4}})[-–](?P<to>\d{{4}})")


class Period(NamedTuple):
    """A stretch of time; both ends belong to it, and each is as exact as it is written.

    >>> Period("2014", "2018-09").holds("2018-09-30")
    True
    """

    first: str | None = None
    last: str | None = None

    def holds(self, date: str | None) -> bool:
        """Tell whether a day is in the period; no date is in no period but the endless one."""
        if date is None:
            return self == Period()
        after = self.first is None or date[: len(self.first)] >= self.first
        return after and (self.last is None or date[: len(self.last)] <= self.last)

    def __str__(self) -> str:
        return (self.first if self.first == self.last else f"{self.first or ''}–{self.last or ''}") or ""


def read_period(words: str) -> Period:
    """Return the period that a user wrote: a year, a month, a day, two years, or two of these with dots between.

    Raises:
        UsageError: it is none of these.

    >>> read_period("2016"), read_period("2014-2018")
    (Period(first='2016', last='2016'), Period(first='2014', last='2018'))
    >>> read_period("2014-10-15..2018-10-14").last
    '2018-10-14'
    """
    match = _PERIOD.fullmatch(words.strip())
    if not match:
        raise UsageError(f"{words!r} is no period", hint="write 2016, 2016-03, 2014-2018 or 2014-10-15..2018-10-14")
    first = match["first"] or match["from"]
    last = match["last"] or match["to"] or first
    if last < first[: len(last)]:
        raise UsageError(f"{words} ends before it begins", hint="write the earlier date first")
    return Period(first, last)


class Wanted(NamedTuple):
    """Which positions are wanted; what is left empty sets no limit."""

    parties: Collection[str] = ()
    period: Period = Period()
    topics: tuple[str, ...] = ()
    """Words of which one is in the name of the topic."""
    bodies: tuple[str, ...] = ()
    """Words of which one is in the name of the body."""
    bases: Collection[Basis] = ()
    municipalities: tuple[str, ...] = ()
    """Words of which one is in the name of the municipality."""


def choose(positions: Iterable[Position], wanted: Wanted) -> tuple[Position, ...]:
    """Return the positions that are wanted, in order of time and then of the text; those without a date come last.

    Case and accents do not count, and a part of a topic's or a body's name is enough.
    """
    chosen = (
        each
        for each in positions
        if (not wanted.parties or each.party in wanted.parties)
        and (not wanted.bases or each.basis in wanted.bases)
        and wanted.period.holds(each.date)
        and (not wanted.topics or says(each.topic, wanted.topics))
        and (not wanted.bodies or says(each.body, wanted.bodies))
        and (not wanted.municipalities or says(each.municipality, wanted.municipalities))
    )
    return tuple(sorted(chosen, key=lambda each: (each.date or "9999", each.document, each.span.start, each.party)))


def cover(coverage: Coverage, wanted: Wanted) -> Coverage:
    """Return what was searched for the positions wanted: documents of that time, body and municipality.

    Documents without a date stay, since nobody knows that they are of another time; they are counted as such.
    """
    papers = tuple(
        paper
        for paper in coverage.papers
        if (paper.date is None or wanted.period.holds(paper.date))
        and (not wanted.bodies or says(paper.body, wanted.bodies))
        and (not wanted.municipalities or says(paper.municipality, wanted.municipalities))
    )
    return replace(coverage, papers=papers)


def says(name: str | None, words: Iterable[str]) -> bool:
    """Tell whether one of `words` is in a name; case and accents do not count.

    >>> says("Södermalms stadsdelsnämnd", ["sodermalm"])
    True
    """
    return name is not None and any(fold(word) in fold(name) for word in words)


def read_bounds(first: str | None, last: str | None) -> Period:
    """Return the period between two ends that a user wrote; None leaves an end open.

    >>> read_bounds("2016", None)
    Period(first='2016', last=None)
    """
    opening, closing = [read_period(each) if each else Period() for each in (first, last)]
    period = Period(opening.first, closing.last)
    if period.first and period.last and period.last < period.first[: len(period.last)]:
        raise UsageError(f"{last} is before {first}", hint="give the earlier date to --from")
    return period
