"""What words are near in meaning, as the weighted mean of their vectors."""

from collections.abc import Mapping
from typing import Any

from protokoll.positions.language import open_language

__all__ = ["meaning_of"]

_COMMON = 2.2


def meaning_of(words: Mapping[str, float]) -> Any:
    """Return a vector of length 1 for some words with their weights, or None where none is known.

    A compound that was never met means what its parts mean.

    >>> float(meaning_of({"hemlöshet": 1}) @ meaning_of({"vräkning": 1})) > 0.5
    True
    """
    import numpy as np

    language = open_language()
    places, weights = [], []
    for base, weight in words.items():
        rarity = min(language.rarity(base), 9.5) - _COMMON
        for part in (base,) if language.row(base) is not None else language.parts(base):
            row = language.row(part)
            if row is not None and rarity > 0:
                places.append(row)
                weights.append(weight * rarity)
    if not places:
        return None
    mean = np.asarray(weights, dtype=np.float32) @ language.vectors()[places]
    return mean / max(float(np.linalg.norm(mean)), 1e-9)
