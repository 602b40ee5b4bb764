"""What narrows a search: kind, party, body, municipality and time; each value is one that the archive knows."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from protokoll.archive.store.language.forms import mark
from protokoll.archive.store.texts import KINDS
from protokoll.errors import UsageError
from protokoll.model.document import DocumentKind

__all__ = ["EVERYWHERE", "Filters", "Narrowing", "narrow"]

_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_FEW = 12
# The tables that name bodies, beside the documents themselves.
_BODIES = ("documents", "decisions", "proposals", "votes", "reservations", "statements")


class Filters(NamedTuple):
    """What a user asks for beside words; several values of one filter are alternatives."""

    kinds: Sequence[str] = ()
    """Kinds of text (`reservation`, `vote` …) and kinds of document (`motion`, `protocol` …)."""
    parties: Sequence[str] = ()
    """Codes or names; a party is found under its earlier codes too."""
    bodies: Sequence[str] = ()
    """Names, or parts of names."""
    municipalities: Sequence[str] = ()
    since: str | None = None
    """A year, a month or a day, in ISO form."""
    until: str | None = None


EVERYWHERE = Filters()


class Narrowing(NamedTuple):
    """Filters as a query."""

    match: str
    """What FTS5 is given beside the words; empty for no filters."""
    since: str | None
    """The first date, where years alone do not say it."""
    until: str | None
    """The first date that is too late."""


def narrow(database: sqlite3.Connection, filters: Filters) -> Narrowing:
    """Return the query for filters.

    Raises:
        UsageError: the archive knows no such kind, party, body or municipality, or a date is none.

    >>> narrow(sqlite3.connect(":memory:"), Filters(kinds=["reservatio"]))
    Traceback (most recent call last):
    ...
    protokoll.errors.UsageError: there is no kind 'reservatio'; perhaps 'reservation'.
    """
    kinds = [*KINDS, *(kind.value for kind in DocumentKind)]
    chosen = [
        _marks("kind", filters.kinds, {kind: [kind] for kind in kinds}),
        _marks("party", filters.parties, _party_codes(database)),
        _marks("body", filters.bodies, _named(_distinct(database, _BODIES, "body")), part=True),
        _marks("municipality", filters.municipalities, _named(_distinct(database, ["documents"], "municipality"))),
    ]
    since, until = _check_date(filters.since), _check_date(filters.until)
    years = _years(database, since, until)
    if years is not None:
        chosen.append(_any([mark("year", year) for year in years] or [mark("year", "none")]))
    return Narrowing(" AND ".join(filter(None, chosen)), since, _after(until))


def _marks(name: str, asked: Sequence[str], choices: dict[str, list[str]], *, part: bool = False) -> str:
    """Return a query for any of the values asked for, each the name of one choice or, with `part`, a part of it."""
    marks: list[str] = []
    folded = {choice.casefold(): values for choice, values in choices.items()}
    for value in asked:
        found = folded.get(value.casefold(), [])
        if not found and part:
            found = [each for choice, values in folded.items() if value.casefold() in choice for each in values]
        if not found:
            where = "" if name == "kind" else " in this archive"
            raise UsageError(f"there is no {name} {value!r}{where}", hint=_advise(value, choices))
        marks += [mark(name, each) for each in found]
    return _any(marks)


def _any(marks: Iterable[str]) -> str:
    words = " OR ".join(f'"{each}"' for each in dict.fromkeys(marks))
    return f"({words})" if words else ""


def _advise(value: str, choices: Iterable[str]) -> str:
    choices = sorted(choices)
    by_folded = {choice.casefold(): choice for choice in choices}
    near = get_close_matches(value.casefold(), by_folded, n=3, cutoff=0.6)
    if near:
        return f"perhaps {' or '.join(repr(by_folded[each]) for each in near)}"
    if not choices:
        return "it names none"
    return f"choose {', '.join(choices[:_FEW])}{' …' if len(choices) > _FEW else ''}"


def _party_codes(database: sqlite3.Connection) -> dict[str, list[str]]:
    """Return the codes under which a party is found, by its code and its name: L was FP."""
    rows = database.execute("SELECT id, name, now FROM parties ORDER BY id").fetchall()
    found = {code: [code, *(other for other, _, now in rows if now == code != other)] for code, _, _ in rows}
    return found | {name: found[code] for code, name, _ in rows if name}


def _named(names: Iterable[str]) -> dict[str, list[str]]:
    return {name: [name] for name in names}


def _distinct(database: sqlite3.Connection, tables: Iterable[str], column: str) -> set[str]:
    """Return the values of a column that has an index, without a look at every row."""
    found: set[str] = set()
    for table in tables:
        value = database.execute(f"SELECT MIN({column}) FROM {table}").fetchone()[0]  # noqa: S608 # our own names
        while value is not None:
            found.add(value)
            query = f"SELECT MIN({column}) FROM {table} WHERE {column} > ?"  # noqa: S608
            value = database.execute(query, (value,)).fetchone()[0]
    return found


def _years(database: sqlite3.Connection, since: str | None, until: str | None) -> list[str] | None:
    """Return the years of the archive between two dates; None for all."""
    if since is None and until is None:
        return None
    years = sorted(map(str, _distinct(database, ["documents"], "year")))
    return [year for year in years if (since or "")[:4] <= year <= (until or "9999")[:4]]


def _check_date(date: str | None) -> str | None:
    if date is not None and not _DATE.fullmatch(date):
        raise UsageError(f"{date!r} is no date", hint="write a year, 2016, or a day, 2016-03-01")
    return date


def _after(until: str | None) -> str | None:
    """Return what every date up to `until` stands before: `2020` includes 2020-12-31."""
    return f"{until}~" if until else None
