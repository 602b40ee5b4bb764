"""Rows of numbers for questions, so that many can be compared at once: by meaning and by words."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from protokoll.positions.language import open_language
from protokoll.positions.questions import Question

__all__ = ["meanings", "projection"]


def meanings(questions: Sequence[Question]) -> Any:
    """Return a row of length 1 for each question: the weighted mean of what its words are near in meaning."""
    import numpy as np

    language = open_language()
    table = language.vectors()
    rows = np.zeros((len(questions), language.dimensions), dtype=np.float32)
    for place, question in enumerate(questions):
        known = [(row, weight) for key, weight in question.weights.items() if (row := language.row(key)) is not None]
        if known:
            at, weights = zip(*known, strict=True)
            rows[place] = np.asarray(weights, dtype=np.float32) @ table[list(at)]
    return _normal(rows)


def _normal(rows: Any) -> Any:
    import numpy as np

    long = np.linalg.norm(rows, axis=1, keepdims=True)
    return rows / np.maximum(long, 1e-9)


def projection(questions: Iterable[Question], dimensions: int) -> Any:
    """Return the words of each question folded into few numbers, so that alike words give alike rows."""
    import zlib

    import numpy as np

    @lru_cache(maxsize=200_000)
    def place_of(key: str) -> tuple[int, float]:
        code = zlib.crc32(key.encode())
        return code % dimensions, 1.0 if code & 0x10000 else -1.0

    found = list(questions)
    rows = np.zeros((len(found), dimensions), dtype=np.float32)
    for at, question in enumerate(found):
        for key, weight in question.weights.items():
            place, sign = place_of(key)
            rows[at, place] += sign * weight
    return _normal(rows)
