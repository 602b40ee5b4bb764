"""Precision, recall and F1 with their uncertainty, from counts of right, missed and invented facts."""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import sqrt
from random import Random

from msgspec import Struct

from protokoll.evaluation.judgement import Element, Judgement, Verdict

__all__ = ["Count", "Interval", "Score", "counts", "score", "wilson"]

_Z = 1.959964
_DRAWS, _SEED = 1000, 20110101


class Interval(Struct, frozen=True, array_like=True):
    """Both ends of a 95 % interval, from 0 to 1."""

    low: float
    high: float


class Count(Struct, frozen=True):
    """How many facts of one element were right, missed and invented."""

    right: int = 0
    missed: int = 0
    invented: int = 0

    @property
    def annotated(self) -> int:
        """How many the annotation has."""
        return self.right + self.missed

    @property
    def found(self) -> int:
        """How many the output has."""
        return self.right + self.invented

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; None where there is nothing on either side."""
        both = self.annotated + self.found
        return 2 * self.right / both if both else None


class Score(Struct, frozen=True):
    """How well one element was read; a ratio is None where there is nothing to divide by."""

    n: int
    """Facts in the annotation."""
    found: int
    """Facts in the output."""
    right: int
    precision: float | None
    precision_interval: Interval | None
    """Wilson's, for independent facts."""
    recall: float | None
    recall_interval: Interval | None
    f1: float | None
    f1_interval: Interval | None
    """From drawing whole documents again and again, since facts of one document stand or fall together;
    None for a single document."""


def counts(judgements: Iterable[Judgement]) -> dict[Element, Count]:
    """Return the count of every element, those without any fact included."""
    seen = Counter((each.element, each.verdict) for each in judgements)
    return {
        element: Count(*(seen[element, verdict] for verdict in (Verdict.RIGHT, Verdict.MISSED, Verdict.INVENTED)))
        for element in Element
    }


def score(documents: Sequence[Count]) -> Score:
    """Return the score of one element over documents, each with its count.

    >>> score([Count(right=8, missed=2), Count(right=2)]).recall
    0.8333333333333334
    """
    total = _sum(documents)
    return Score(
        n=total.annotated,
        found=total.found,
        right=total.right,
        precision=total.right / total.found if total.found else None,
        precision_interval=wilson(total.right, total.found),
        recall=total.right / total.annotated if total.annotated else None,
        recall_interval=wilson(total.right, total.annotated),
        f1=total.f1,
        f1_interval=_bootstrap(documents),
    )


def wilson(right: int, of: int) -> Interval | None:
    """Return Wilson's 95 % interval for a share; None for a share of nothing.

    >>> wilson(0, 0) is None
    True
    >>> round(wilson(10, 10).low, 2)
    0.72
    """
    if not of:
        return None
    share, spread = right / of, _Z * _Z / of
    middle = share + spread / 2
    half = _Z * sqrt(share * (1 - share) / of + spread / (4 * of))
    return Interval(max(0.0, (middle - half) / (1 + spread)), min(1.0, (middle + half) / (1 + spread)))


def _sum(documents: Iterable[Count]) -> Count:
    documents = tuple(documents)
    return Count(
        sum(each.right for each in documents),
        sum(each.missed for each in documents),
        sum(each.invented for each in documents),
    )


def _bootstrap(documents: Sequence[Count]) -> Interval | None:
    """The middle 95 % of F1 over documents drawn with replacement; the same draws every time."""
    telling = [each for each in documents if each.annotated or each.found]
    if len(telling) < 2:
        return None
    draw = Random(_SEED)  # noqa: S311 - draws for statistics, nothing secret
    values = sorted(_sum(draw.choices(telling, k=len(telling))).f1 or 0.0 for _ in range(_DRAWS))
    return Interval(values[round(0.025 * (_DRAWS - 1))], values[round(0.975 * (_DRAWS - 1))])
