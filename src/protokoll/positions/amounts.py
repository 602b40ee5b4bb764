"""The numbers that a position names: how much, how many, by when."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from protokoll.grammar import load, words_pattern
from protokoll.positions.language import open_language

__all__ = ["Amount", "amounts_in"]

_DEADLINE = "deadline"
# "1 500 kr", "2,5 miljoner", "40 procent", "48 timmar", "år 2030"; the unit is the word right after the number.
_NUMBER = re.compile(r"(?<![\w,.])(?:(\d{1,3}(?:[ \u00a0]\d{3})+|\d+)(?:,(\d+))?|([a-zåäö]+))[ \u00a0]?(%|[^\W\d_]+)?")
_TIMES = {"öre": 0.01, "tkr": 1e3, "mnkr": 1e6, "mkr": 1e6, "mdkr": 1e9}
_TIMES |= {"miljon": 1e6, "miljoner": 1e6, "miljard": 1e9, "miljarder": 1e9}
_TIMES |= {"timme": 1, "timmar": 1, "dag": 24, "dagar": 24, "vecka": 168, "veckor": 168}
_TIMES |= {"månad": 730, "månader": 730, "år": 8760}
_FIRST_YEAR, _LAST_YEAR = 1990, 2100
_WORDS_BEFORE = 24


class Amount(NamedTuple):
    """A number with what it counts."""

    value: float
    """In kronor, hours, per cent or the thing itself; a deadline in years."""
    unit: str
    bound: bool
    """True for an upper bound or a deadline: the smaller number is the stronger wish."""

    @property
    def counts(self) -> bool:
        """True where it counts things, people or cases, not money, shares, time or years."""
        return self.unit != _DEADLINE and self.unit not in load().words["changes"]["units"]


@lru_cache(maxsize=65536)
def amounts_in(claim: str) -> tuple[Amount, ...]:
    """Return the numbers of a claim, each with what it counts.

    >>> amounts_in("Lönen ska höjas med 1 500 kr senast 2030.")
    (Amount(value=1500.0, unit='money', bound=False), Amount(value=2030.0, unit='deadline', bound=True))
    """
    return tuple(_amounts(claim))


def _amounts(claim: str) -> Iterator[Amount]:
    units, numbers = _units(), load().words["changes"]["numbers"]["words"]
    bounds = load().words["changes"]["bounds"]
    upper, deadline = words_pattern(bounds["upper"]), words_pattern(bounds["deadline"])
    for match in _NUMBER.finditer(claim.lower()):
        digits, decimals, letters, unit = match.groups()
        before = claim[max(0, match.start() - _WORDS_BEFORE) : match.start()].lower()
        if digits is None:
            if letters not in numbers or unit is None:
                continue
            value = float(numbers.index(letters))
        else:
            value = float(re.sub(r"\D", "", digits) + "." + (decimals or "0"))
        bound = bool(upper.search(before))
        kind = units.get(unit or "", "")
        if not kind and _FIRST_YEAR <= value < _LAST_YEAR:
            if bound or deadline.search(before):
                yield Amount(value, _DEADLINE, True)
        elif kind:
            yield Amount(value * _TIMES.get(unit, 1.0), kind, bound)
        elif unit and digits is not None and unit not in bounds["months"]:
            yield Amount(value, open_language().base(unit), bound)


@lru_cache(1)
def _units() -> dict[str, str]:
    return {name: kind for kind, names in load().words["changes"]["units"].items() for name in names}
