"""How often two parties voted alike, for any two and in either order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from protokoll.positions.agreement import Agreement, Cell, Group

__all__ = ["PAIR_COLUMNS", "cells_of", "order_parties", "pair_rows"]

PAIR_COLUMNS = ("group", "party", "other", "votes", "agreed", "share")
"""The columns of `pair_rows`; `group` is the year, term or body."""

# From left to right, as Swedes are used to seeing them; others come last.
_ORDER = ("V", "S", "MP", "Fi", "D", "C", "L", "KD", "M", "SD")


def order_parties(codes: tuple[str, ...]) -> tuple[str, ...]:
    """Return parties from left to right, those without a place in that order last.

    >>> order_parties(("ALM", "SD", "M", "V"))
    ('V', 'M', 'SD', 'ALM')
    """
    return tuple(sorted(codes, key=lambda code: (_ORDER.index(code) if code in _ORDER else len(_ORDER), code)))


def cells_of(group: Group) -> Mapping[tuple[str, str], Cell]:
    """Return the cells of a group by their two parties, in either order."""
    return {pair: each for each in group.cells for pair in ((each.party, each.other), (each.other, each.party))}


def pair_rows(agreement: Agreement) -> Iterator[dict[str, Any]]:
    """Yield a row for each two parties of each group."""
    for group in agreement.groups:
        for cell in group.cells:
            share = None if cell.share is None else round(cell.share, 4)
            yield {
                "group": group.key,
                "party": cell.party,
                "other": cell.other,
                "votes": len(cell.votes),
                "agreed": len(cell.agreed),
                "share": share,
            }
