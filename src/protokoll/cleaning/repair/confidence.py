"""What a probability is worth: measured on pages whose truth is known, and turned into a choice of what to change."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from math import exp
from typing import Any, NamedTuple

from protokoll.cleaning.repairing import MAX_ERROR_RATE

__all__ = ["MAX_ERROR_RATE", "Grounds", "evidence", "features", "measured", "surest"]

_FAR = 8.0
_RARE = 20.0
_OFTEN = 3
_MORE = 0.33
_FIRM = 0.85
"""Other documents and typefaces are harder than those measured: the floor is that of a smaller rate."""
_NEVER = 1.01
_LEAST = 0.5
"""What is likelier wrong than right is never applied."""


class Grounds(NamedTuple):
    """What speaks for and against an edit."""

    odds: float
    """Of the new word against all others, as a power of ten, by its misreading and its neighbours."""
    channel: float
    """What the misreading costs."""
    cost: float
    """What the new word costs by itself."""
    letters: int
    own: float
    """What the word costs as it is seen, if it may stand as it is."""
    capital: bool
    """Whether it has a capital where none begins a sentence, a line or a heading."""
    lowered: bool = False
    """Whether the capital that is seen is taken for a misread small letter."""
    ending: bool = False
    """Whether its last letter is another."""
    running: float = 1.0
    """How many of the words around it have a small letter, as in sentences."""
    noisy: float = 0.0
    """How many words of the text have other misreadings than those of å, ä and ö."""
    often: int = 0
    """How often the text surely has the new word elsewhere."""


def evidence(kind: str, channel: float, *, known: bool) -> str:
    """Return the class of evidence for an edit.

    Args:
        kind: where the new word comes from: lexicon, compound, noise, split or unknown.
        channel: what the misreading costs; a costly one is far from what is seen.
        known: whether what is seen is a word, too, so that only its neighbours speak against it.

    >>> evidence("lexicon", 1.5, known=True)
    'lexicon twin'
    """
    far = " far" if channel > _FAR and kind != "noise" else ""
    return f"{kind}{far} twin" if known else f"{kind}{far}"


def features(grounds: Grounds) -> list[float]:
    """Return the grounds as the numbers that are weighed.

    >>> features(Grounds(odds=3.0, channel=1.0, cost=9.0, letters=7, own=25.0, capital=False))
    [1.0, 3.0, 0.0, 0.2, -0.25, 0.1, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0]
    """
    odds = max(-1.0, min(6.0, grounds.odds))
    return [
        1.0,
        odds,
        max(0.0, odds - 3.0),
        min(15.0, grounds.channel) / 5,
        (min(_RARE, grounds.cost) - 10) / 4,
        (min(15, grounds.letters) - 6) / 10,
        (25.0 - grounds.own) / 10,
        float(grounds.capital),
        float(grounds.lowered),
        float(grounds.ending),
        grounds.running,
        min(1.0, 20 * grounds.noisy),
        max(0.0, grounds.cost - _RARE) / 10,
        float(min(_OFTEN, grounds.often)),
    ]


def measured(grounds: Grounds, kind: str) -> float:
    """Return the share of edits of this kind and on these grounds that were right where the truth is known."""
    table = _table()
    weights = table["kinds"].get(kind) or table["kinds"]["other"]
    total = sum(weight * value for weight, value in zip(weights, features(grounds), strict=True))
    return float(min(table["most"], 1 / (1 + exp(-max(-30.0, min(30.0, total))))))


def surest(probabilities: Sequence[float], max_error_rate: float, *, worn: bool = False) -> float:
    """Return the probability from which the edits of one text are applied.

    The surest edits are applied for as long as the share of them that is likely to be wrong stays within the rate. In a
    text that is harder than most, they are applied down to the probability at which this was more than so over all the
    pages measured, but never so far that more than a third of a word above the rate is likely to be wrong in this text.

    Args:
        probabilities: those of all the edits of the text.
        max_error_rate: the share of the applied edits that may be wrong.
        worn: whether the print is worn, for which the floor is another, and holds in any text.

    >>> surest([0.9999, 0.9998, 0.6], 0.0), surest([0.9999, 0.9998, 0.6], 0.2)
    (1.01, 0.6)
    """
    table = _table()
    at = bisect_right(table["rates"], _FIRM * max_error_rate) - 1
    floor = max(_LEAST, table["floors_worn" if worn else "floors"][at]) if at >= 0 else _NEVER
    ranked = sorted(probabilities, reverse=True)
    hardest = 0.0 if worn else _down_to(ranked, max_error_rate, _MORE)
    return min(max(floor, hardest), _down_to(ranked, max_error_rate))


def _down_to(ranked: Sequence[float], rate: float, more: float = 0.0) -> float:
    """Return the least probability at which no more of the surest are likely to be wrong than the rate allows."""
    lowest, wrong = _NEVER, -more if rate else 0.0
    for count, probability in enumerate(ranked, 1):
        wrong += 1 - probability
        if probability < _LEAST or wrong > rate * count:
            break
        lowest = probability
    return lowest


@cache
def _table() -> dict[str, Any]:
    import json

    path = files("protokoll.cleaning.repair") / "data" / "confidence.json"
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found
