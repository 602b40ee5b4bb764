"""The search for the key of a substitution: simulated annealing over what each sign stands for.

The likelihood is that of a homophonic cipher (several signs may stand for one letter, as in a text with bold
headings): what the letters cost in a row, and what it costs that a letter was written with this of its signs. The
latter keeps all signs from becoming *e*.
"""

import random
from math import exp
from operator import itemgetter
from typing import TYPE_CHECKING

from msgspec import Struct

from protokoll.cleaning.deciphering.letters import ALPHABET, LIKELY, open_letters

if TYPE_CHECKING:
    from numpy import float64, intp
    from numpy.typing import NDArray

__all__ = ["FEWEST", "Key", "find_key", "weighed"]

FEWEST = 120
"""Fewer signs than this say too little."""
_MOST = 3000
"""So many signs are looked at; the key is then good for the rest."""
_TRIES = 8
_STEPS = 7000
_GOOD = 1.75
"""Right readings cost 1.3–1.7 a sign, wrong ones more than 2; in between a better one is sought."""
_SAME = 0.005
"""Two walks that end this near each other have most likely found all there is."""
_SIZE = len(ALPHABET)


class Key(Struct, frozen=True):
    """What each sign of a text stands for."""

    letters: dict[str, str]
    """The letter, in lower case, of each sign."""
    odds: dict[str, float]
    """How much likelier (natural logarithm) each sign stands for its letter than for the next best."""
    cost: float
    """Of the reading, a sign."""


def find_key(signs: str, *, seed: int = 0) -> Key:
    r"""Return the likeliest key of a text in an unknown alphabet; a blank stands for itself.

    Args:
        signs: at least `FEWEST` signs.
        seed: of the chance in the search; the same gives the same key.

    >>> text = "kommunstyrelsen beslutar att godkänna förslaget till budget och att överlämna det till fullmäktige " * 3
    >>> written = "".join(each if each == " " else chr(ord(each) + 500) for each in text)
    >>> key = find_key(written)
    >>> "".join(key.letters[each] for each in written[:15])
    'kommunstyrelsen'
    """
    search = _Search(signs[:_MOST])
    chance = random.Random(seed)  # noqa: S311 - no secret depends on it, and the same text gives the same key
    found = search.polished(search.annealed(search.start(chance, wild=False), chance))
    for _ in range(_TRIES - 1):
        if found[0] < _GOOD * search.length:
            break
        other = search.polished(search.annealed(search.start(chance, wild=True), chance))
        met_again = abs(other[0] - found[0]) < _SAME * found[0]
        found = min(found, other, key=itemgetter(0))
        if met_again:
            break
    return search.key(found[1])


def weighed(letters: dict[str, str], signs: str) -> Key:
    """Return the key that gives these letters to the signs of a text, with what speaks for each of them."""
    search = _Search(signs[:_MOST])
    return search.key(search.given(letters))


class _Search:
    def __init__(self, signs: str) -> None:
        import numpy as np

        self._np = np
        self.length = len(signs)
        self._signs = sorted(set(signs), key=lambda sign: (-signs.count(sign), sign))
        place = {sign: at for at, sign in enumerate(self._signs)}
        row = np.array([place[sign] for sign in signs])
        fours, times = np.unique(np.stack([row[:-3], row[1:-2], row[2:-1], row[3:]], 1), axis=0, return_counts=True)
        self._fours, self._times = fours.T.copy(), times.astype(np.float32)
        self._frequency = np.bincount(row, minlength=len(self._signs)).astype(float)
        self._blank = place.get(" ", -1)
        self._free = [at for at in range(len(self._signs)) if at != self._blank]
        self._costs = open_letters()

    def cost(self, key: "NDArray[intp]") -> float:
        """Return the cost of the text and its signs under a key."""
        a, b, c, d = key[self._fours]
        told = float(self._costs[((a * _SIZE + b) * _SIZE + c) * _SIZE + d] @ self._times)
        total = self._np.bincount(key, weights=self._frequency, minlength=_SIZE)
        written: NDArray[float64] = self._frequency * self._np.log(self._frequency / total[key])
        return told - float(written.sum())

    def start(self, chance: random.Random, *, wild: bool) -> "NDArray[intp]":
        """Return a first key: frequent signs for frequent letters, shuffled a little where it is `wild`."""
        last = len(LIKELY) - 1
        places = (max(0, min(last, round(at + chance.gauss(0, 3) * wild))) for at in range(len(self._signs)))
        key = self._np.array([LIKELY[place] for place in places])
        if self._blank >= 0:
            key[self._blank] = 0
        return key

    def given(self, letters: dict[str, str]) -> "NDArray[intp]":
        """Return the key with these letters."""
        return self._np.array([ALPHABET.index(letters[sign]) for sign in self._signs])

    def annealed(self, key: "NDArray[intp]", chance: random.Random) -> "NDArray[intp]":
        """Return the best key met on a walk that at first goes downhill as well, and less and less so."""
        cost = least = self.cost(key)
        best = key.copy()
        hot = 0.02 * self.length + 8
        for step in range(_STEPS):
            heat = hot * (1 - step / _STEPS) ** 2 + 0.3
            changed = self._change(key, chance)
            new = self.cost(key)
            if new < cost or chance.random() < exp((cost - new) / heat):
                cost = new
                if cost < least:
                    least, best = cost, key.copy()
            else:
                for sign, before in reversed(changed):
                    key[sign] = before
        return best

    def _change(self, key: "NDArray[intp]", chance: random.Random) -> list[tuple[int, int]]:
        """Give one sign another letter, mostly in exchange; return what the signs were."""
        free = self._free
        common = min(int(chance.expovariate(4 / len(free))), len(free) - 1)
        sign = free[common] if chance.random() < 0.7 else chance.choice(free)
        letter, before = chance.choice(LIKELY), int(key[sign])
        changed = [(sign, before)]
        if chance.random() < 0.6:
            holders = (other for other in free if key[other] == letter and other != sign)
            if (other := next(holders, None)) is not None:
                changed.append((other, letter))
                key[other] = before
        key[sign] = letter
        return changed

    def polished(self, key: "NDArray[intp]") -> "tuple[float, NDArray[intp]]":
        """Return the key with each sign at its best, all others given, and its cost."""
        cost, better = self.cost(key), True
        while better:
            better = False
            for sign in self._free:
                costs = self._of_each(key, sign)
                best = min(range(_SIZE), key=costs.__getitem__)
                if costs[best] < cost - 1e-6:
                    key[sign], cost, better = best, costs[best], True
        return cost, key

    def _of_each(self, key: "NDArray[intp]", sign: int) -> list[float]:
        before, costs = key[sign], []
        for letter in range(_SIZE):
            key[sign] = letter
            costs.append(self.cost(key))
        key[sign] = before
        return costs

    def key(self, best: "NDArray[intp]") -> Key:
        """Return the key with what speaks for each of its letters."""
        odds = {}
        for at, sign in enumerate(self._signs):
            costs = sorted(self._of_each(best, at)) if at != self._blank else [0.0, 1e3]
            odds[sign] = costs[1] - costs[0]
        letters = {sign: ALPHABET[best[at]] for at, sign in enumerate(self._signs)}
        return Key(letters, odds, self.cost(best) / self.length)
