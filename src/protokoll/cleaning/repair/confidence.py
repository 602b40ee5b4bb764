"""What a probability is worth: measured on pages whose truth is known, and turned into a threshold."""

from bisect import bisect_right
from functools import cache
from importlib.resources import files
from math import exp, log10
from typing import Any

from protokoll.cleaning.repairing import MAX_ERROR_RATE

__all__ = ["MAX_ERROR_RATE", "evidence", "measured", "threshold"]

_FAR = 8.0
_LEAST = 1e-9


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


def measured(probability: float, kind: str) -> float:
    """Return the share of edits of this kind and probability that were right where the truth is known."""
    curves = _table()["curves"]
    start, slope, most = curves.get(kind) or curves["other"]
    odds = log10(max(_LEAST, probability)) - log10(max(_LEAST, 1 - probability))
    return float(min(most, 1 / (1 + exp(-start - slope * max(-1.0, min(6.0, odds))))))


def threshold(max_error_rate: float) -> float:
    """Return the measured probability from which edits are applied, so that at most this share of them is wrong.

    >>> threshold(0.05) <= threshold(0.001)
    True
    """
    rates, floors = _table()["rates"], _table()["floors"]
    at = bisect_right(rates, max_error_rate) - 1
    return float(floors[at]) if at >= 0 else 1.01


@cache
def _table() -> dict[str, Any]:
    import json

    path = files("protokoll.cleaning.repair") / "data" / "confidence.json"
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found
