"""What Tesseract makes of each letter: the costs of reading one run of loose letters as another."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import product
from math import log
from typing import Any

from protokoll.cleaning.repair.store import runs_of

__all__ = ["MARKED", "Channel", "Key", "open_confusions"]

Key = tuple[str, str, bool]
"""A true run of letters, what is seen in its place, and whether the word begins with it."""

_TRUST = 4.0
"""How many observations the letter-by-letter estimate of a run is worth."""
_FLOORS = {"å": 1e-3, "ä": 1e-3, "ö": 1e-3}
_STRAY = 1e-7
_FAR = 30.0
_NEVER = 1e-13


class Channel:
    """The costs of misreadings, from counts of true runs and the runs seen in their place.

    >>> channel = Channel({"ä": {"a": 90, "é": 9}}, {})
    >>> channel.cost(["", "ä", ""], ["", "a", ""]) < channel.cost(["", "ä", ""], ["", "é", ""])
    True
    """

    def __init__(self, runs: Mapping[str, Mapping[str, float]], first: Mapping[str, Mapping[str, float]]) -> None:
        self._counts, self._first = runs, first
        self._totals = {run: sum(seen.values()) for run, seen in runs.items()}
        self._first_totals = {run: sum(seen.values()) for run, seen in first.items()}
        self._letters: dict[tuple[str, str], float] = {}
        self._spelled: dict[tuple[str, str], float] = {}
        self.runs = _Runs(self)

    def cost(self, true: Sequence[str], seen: Sequence[str], limit: float = _FAR) -> float:
        """Return the cost of reading a word, cut into `true` runs, as the `seen` runs."""
        costs, total, initial = self.runs, 0.0, True
        for run, other in zip(true, seen, strict=True):
            if run != other or run in MARKED:
                total += costs[run, other, initial]
                if total > limit:
                    return total
            initial = False
        return total

    def moved(self, own: Mapping[str, Mapping[str, float]], prior: float) -> "Channel":
        """Return the channel as it is after seeing the runs of one document.

        Args:
            own: true runs and what was seen in their place, with counts.
            prior: how many observations the counts of each run here are worth at most.
        """
        both = []
        for counts, totals in ((self._counts, self._totals), (self._first, self._first_totals)):
            mixed = {run: dict(seen) for run, seen in counts.items()}
            for run, seen in own.items():
                total = totals.get(run, 0.0)
                scale = min(1.0, prior / total) if total else 1.0
                mixed[run] = {other: count * scale for other, count in counts.get(run, {}).items()}
                for other, count in seen.items():
                    mixed[run][other] = mixed[run].get(other, 0.0) + count
            both.append(mixed)
        return Channel(*both)

    def run(self, true: str, seen: str, *, initial: bool) -> float:
        """Return the cost of reading one run as another."""
        counts, totals = (self._first, self._first_totals) if initial else (self._counts, self._totals)
        guess = self._spell(true, seen)
        count, total = counts.get(true, {}).get(seen, 0.0), totals.get(true, 0.0)
        return min(_FAR, -log(max(_NEVER, (count + _TRUST * guess) / (total + _TRUST))))

    def _spell(self, true: str, seen: str) -> float:
        """Return the probability of a run letter by letter, each read as none to three characters."""
        if not true:
            return 1.0 if not seen else _STRAY ** len(seen)
        most = self._spelled.get((true, seen))
        if most is None:
            most, first, rest = 0.0, true[0], true[1:]
            for cut in range(min(3, len(seen)) + 1):
                letter = self._letters.get((first, seen[:cut]))
                if letter is None:
                    letter = self._letters[first, seen[:cut]] = self._letter(first, seen[:cut])
                if letter > most:
                    most = max(most, letter * self._spell(rest, seen[cut:]))
            self._spelled[true, seen] = most
        return most

    def _letter(self, letter: str, seen: str) -> float:
        floor = _FLOORS.get(letter, _STRAY) * (0.05 ** max(0, len(seen) - 1))
        if letter == seen and (letter not in _FLOORS or letter not in self._counts):
            return 0.998
        counts = self._counts.get(letter, {})
        total = self._totals.get(letter, 0.0)
        return (counts.get(seen, 0.0) + floor * 10) / (total + 10)


class _Runs(dict[Key, float]):
    """The costs of runs, each reckoned when it is first asked for."""

    def __init__(self, channel: Channel) -> None:
        self._channel = channel

    def __missing__(self, key: Key) -> float:
        cost = self[key] = self._channel.run(key[0], key[1], initial=key[2])
        return cost


MARKED = frozenset(
    "".join(letters) for size in (1, 2, 3) for letters in product("aoiåäöd", repeat=size) if set(letters) & set("åäö")
)


@cache
def open_confusions() -> dict[str, Any]:
    """Return the confusions that come with the package: counts of runs, of first runs and of other misreadings."""
    import json

    path = files("protokoll.cleaning.repair") / "data" / "confusions.json"
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def spelled(word: str) -> tuple[str, ...]:
    """Return the runs of a lower-case word."""
    return runs_of(word)
