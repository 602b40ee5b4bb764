"""The parties of an archive: those of the grammar, and any other code that its records have."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from protokoll.grammar import load

__all__ = ["PartyRow", "find_parties"]


class PartyRow(NamedTuple):
    """One party."""

    code: str
    name: str | None
    now: str
    """The code of today: FP is L."""


def find_parties(met: Iterable[str]) -> list[PartyRow]:
    """Return the parties of the default grammar and the others met, in the order of their codes.

    >>> [party for party in find_parties(["ALM"]) if party.code in ("ALM", "FP")]
    [PartyRow(code='ALM', name=None, now='ALM'), PartyRow(code='FP', name='Folkpartiet', now='L')]
    """
    grammar = load()
    names = {party.code: party.names[0] for party in grammar.parties}
    table = grammar.words["parties"]
    return [PartyRow(code, names.get(code), table.get(code, {}).get("now", code)) for code in sorted({*names, *met})]
