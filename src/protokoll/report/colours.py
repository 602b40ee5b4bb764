"""The colours by which parties are known."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

__all__ = ["Colours", "colours_of", "load_colours"]


class Colours(NamedTuple):
    """The colours of one party."""

    page: str
    """Its own colour, for a page."""
    on: str
    """The colour of letters upon it."""
    terminal: str
    """One of the sixteen colours of a terminal."""


@cache
def load_colours() -> Mapping[str, Colours]:
    """Return the colours by the code of the party; `other` for all that are not there."""
    table = tomllib.loads((files("protokoll.report") / "colours.toml").read_text("utf-8"))
    return {code: Colours(**each) for code, each in table.items()}


def colours_of(party: str) -> Colours:
    """Return the colours of a party.

    >>> colours_of("V").terminal, colours_of("Byalaget").terminal
    ('red', 'white')
    """
    return load_colours().get(party, load_colours()["other"])
