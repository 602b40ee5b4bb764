"""Positions and coverage in words, the same in the terminal and on the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from protokoll.grammar import load
from protokoll.model.coverage import Coverage, Dated
from protokoll.model.position import Position
from protokoll.positions.parties import identity
from protokoll.report.words import Words

__all__ = ["tell_coverage", "tell_gaps", "tell_party", "tell_place", "tell_places", "tell_renames", "tell_years"]

_MANY = 4


def tell_coverage(coverage: Coverage, words: Words) -> str:
    """Return in one line what was searched: how many documents, of which years and bodies.

    >>> from protokoll.model.coverage import Paper
    >>> from protokoll.model.document import DocumentKind
    >>> from protokoll.report.words import load_words
    >>> paper = Paper(document="k", sha256="", kind=DocumentKind.PROTOCOL, body="Nämnden", date="2024-03-06")
    >>> tell_coverage(Coverage(papers=(paper,)), load_words("sv"))
    '1 handling · 2024 · Nämnden'
    """
    parts = [words.number("documents", len(coverage.papers)), tell_years(coverage.years)]
    parts += [_list(coverage.municipalities, words)] if len(coverage.municipalities) > 1 else []
    return " · ".join(filter(None, (*parts, _list(coverage.bodies, words))))


def tell_gaps(coverage: Coverage, words: Words) -> Iterator[str]:
    """Yield what is missing in what was searched, a sentence each."""
    given = sum(1 for paper in coverage.papers if paper.dated in (Dated.OPTION, Dated.SIDECAR))
    for key, number in (("undated", len(coverage.undated)), ("unread", len(coverage.unread)), ("date_given", given)):
        if number:
            yield words.number(key, number)
    if coverage.missing_years:
        yield words.phrase("missing_years", years=tell_years(coverage.missing_years))


def tell_place(position: Position, words: Words) -> str:
    """Return where the quote of a position stands: body, date, § and page."""
    parts = [position.body, position.date or words.phrase("no_date")]
    parts += [words.phrase("item", number=position.item)] if position.item else []
    return " · ".join([*filter(None, parts), words.phrase("page", page=position.page)])


def tell_party(code: str) -> str:
    """Return the name of a party, or its code where the name is not known.

    >>> tell_party("L"), tell_party("FP"), tell_party("ALM")
    ('Liberalerna', 'Folkpartiet', 'ALM')
    """
    grammar = load()
    return next((party.names[0] for party in grammar.parties if party.code == code), code)


def tell_renames(codes: Iterable[str], words: Words) -> Iterator[str]:
    """Yield a sentence for each code that is an older name of a party.

    >>> from protokoll.report.words import load_words
    >>> list(tell_renames(["L", "FP", "V"], load_words("sv")))
    ['FP är samma parti som L under ett annat namn; båda räknas med.']
    """
    for code in codes:
        today = identity(code)
        if today != code:
            yield words.phrase("renamed", old=code, new=today)


def tell_places(before: Coverage, after: Coverage, words: Words) -> Iterator[str]:
    """Yield a sentence where two sides are not of the same municipalities: then they are not one party's views."""
    one, other = before.municipalities, after.municipalities
    if one and other and set(one) != set(other):
        yield words.phrase("other_places", one=_list(one, words), other=_list(other, words))


def tell_years(years: Iterable[int]) -> str:
    """Return years as stretches.

    >>> tell_years([2016, 2022, 2023, 2024])
    '2016, 2022–2024'
    """
    runs: list[list[int]] = []
    for year in sorted(years):
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def _list(names: Mapping[str, int], words: Words) -> str:
    shown = list(names)[:_MANY]
    rest = len(names) - len(shown)
    return ", ".join(shown) + (f" {words.phrase('and_more', count=rest)}" if rest else "")
