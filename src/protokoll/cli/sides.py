"""The two sides of `protokoll diff`: two sets of files, or two times of an archive."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from protokoll.cli.gathering import Search, choose_parties, gather
from protokoll.errors import ArchiveError, MissingInput, UsageError
from protokoll.model.comparison import Comparison, Side
from protokoll.model.coverage import Coverage
from protokoll.positions.choosing import Period, Wanted, choose, cover, read_period
from protokoll.positions.parties import identity

if TYPE_CHECKING:
    from protokoll.archive.positions import Found
    from protokoll.model.position import Change, Position

__all__ = ["compare_sides"]

Ends = tuple[str | None, str | None]


class _Half(NamedTuple):
    label: str
    positions: tuple[Position, ...]
    coverage: Coverage

    def as_side(self) -> Side:
        return Side(label=self.label, positions=len(self.positions), coverage=self.coverage)


def compare_sides(words: Sequence[str], party: str, ends: Ends, wanted: Wanted, search: Search) -> Comparison:
    """Return how the positions of a party changed between the two sides that a user named.

    Args:
        words: BEFORE and AFTER, or one archive.
        party: the party, by code or name.
        ends: the values of --from and --to.
        wanted: the topics, bodies and kinds of evidence wanted.
        search: how to search.

    Raises:
        UsageError: the party or one of the sides is empty, or the words do not fit together.
        ArchiveError: one file was given where two sides or an archive are needed.
    """
    if len(words) == 1:
        before, after, codes = _split(words[0], party, ends, wanted, search)
    else:
        before, after, codes = _pair(words, party, ends, wanted, search)
    latest = identity(codes[0])
    return Comparison(
        party=latest,
        codes=codes,
        topics=wanted.topics,
        bodies=wanted.bodies,
        before=before.as_side(),
        after=after.as_side(),
        changes=_compare(before, after, latest),
    )


def _compare(before: _Half, after: _Half, party: str) -> tuple[Change, ...]:
    """Return the changes of a party, under whatever names it stands in the records."""
    from protokoll.positions.changes import compare

    early, late = [{replace(each, party=party): each for each in half.positions} for half in (before, after)]
    return tuple(
        replace(
            change,
            before=early[change.before] if change.before else None,
            after=late[change.after] if change.after else None,
        )
        for change in compare(tuple(early), tuple(late), party=party)
    )


def _pair(
    words: Sequence[str], party: str, ends: Ends, wanted: Wanted, search: Search
) -> tuple[_Half, _Half, tuple[str, ...]]:
    """Return the two sets of files that were named."""
    if len(words) != 2:
        hint = "put a pattern in quotes, or commas between the files of one side"
        raise UsageError(f"a comparison has two sides, and {len(words)} were given", hint=hint)
    if any(ends):
        raise UsageError("--from and --to part one archive in two", hint="leave them out, or give only the archive")
    both = [gather([word], search)[0] for word in words]
    codes = choose_parties([party], Coverage(papers=(*both[0].coverage.papers, *both[1].coverage.papers)))
    halves = [
        _half(_label(word), found, Period(), wanted._replace(parties=codes))
        for word, found in zip(words, both, strict=True)
    ]
    for half, found in zip(halves, both, strict=True):
        if not half.positions:
            there = sorted({code for paper in found.coverage.papers for code in paper.parties} - set(codes))
            hint = f"it has {', '.join(there)}" if there else "there is no position of any party in it"
            raise UsageError(f"nothing of {party} that is asked for was found in {half.label}", hint=hint)
    return halves[0], halves[1], codes


def _split(word: str, party: str, ends: Ends, wanted: Wanted, search: Search) -> tuple[_Half, _Half, tuple[str, ...]]:
    """Return two times of one archive: those asked for, else the first and the last year."""
    if not Path(word).is_dir():
        if not Path(word).exists():
            raise MissingInput(f"there is no archive {word}")
        raise ArchiveError(
            f"{word} is no archive", hint="give BEFORE and AFTER, or make an archive with 'protokoll batch'"
        )
    found, codes = gather([word], search, [party])
    wanted = wanted._replace(parties=codes)
    years = sorted({each.date[:4] for each in choose(found.positions, wanted) if each.date})
    if not years:
        raise UsageError(
            f"nothing of {party} that is asked for has a date in {word}", hint="give --date, or ask for more"
        )
    periods = [read_period(end or year) for end, year in zip(ends, (years[0], years[-1]), strict=True)]
    if periods[0] == periods[1]:
        raise UsageError(f"both sides are {periods[0]}", hint=f"there are positions of {', '.join(years)}")
    halves = [_half(str(period), found, period, wanted) for period in periods]
    for half in halves:
        if not half.positions:
            raise UsageError(
                f"nothing of {party} that is asked for was found in {half.label}, where there are"
                f" {sum(half.coverage.years.values())} documents",
                hint=f"there are positions of {', '.join(years)}",
            )
    return halves[0], halves[1], codes


def _half(label: str, found: Found, period: Period, wanted: Wanted) -> _Half:
    """Return what there is of a time, with the documents that were searched for it."""
    of_time = wanted._replace(period=period)
    return _Half(label, choose(found.positions, of_time), cover(found.coverage, of_time))


def _label(word: str) -> str:
    """Return a side's files by their names alone."""
    return ", ".join(Path(part.strip()).name or part for part in word.split(","))
