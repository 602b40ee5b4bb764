"""When two wordings count as the same, and how wordings are paired one to one."""

from collections.abc import Callable, Sequence
from typing import TypeVar

__all__ = ["CLOSING", "end_likenesses", "extent_agrees", "likeness", "normal", "pair"]

_One = TypeVar("_One")
_Other = TypeVar("_Other")

CLOSING = " .,;:!?"
"""What may stand or be missing at the end of a wording without making it another one."""

_EXTENT, _EXTENT_LIKENESS = 60, 90


def normal(words: str) -> str:
    r"""Return `words` with white space folded and closing punctuation dropped.

    >>> normal("Motionen  bifalls\nmed ändring. ")
    'Motionen bifalls med ändring'
    """
    return " ".join(words.split()).rstrip(CLOSING)


def likeness(one: str, other: str) -> float:
    """Return the normalised edit similarity of two wordings, from 0 to 100.

    >>> likeness("Motionen avslås.", "Motionen avslås")
    100.0
    >>> round(likeness("Motionen avslås", "Motionen bifalls"))
    69
    """
    from rapidfuzz.distance import Levenshtein  # only an evaluation needs it

    return 100 * Levenshtein.normalized_similarity(normal(one), normal(other))


def extent_agrees(one: str, other: str) -> bool:
    """Tell whether two long wordings begin and end alike: the first and the last 60 characters, at 90.

    An annotation gives a long passage as its first and last 80 characters, which is enough for this.

    >>> extent_agrees("Vi vill se fler bänkar.", "Vi vill se fler bänkar")
    True
    """
    return min(end_likenesses(one, other)) >= _EXTENT_LIKENESS


def end_likenesses(one: str, other: str) -> tuple[float, float]:
    """Return how alike the first 60 characters of two wordings are, and the last 60.

    >>> [round(each) for each in end_likenesses("Vi reserverar oss.", "Vi reserverar oss. Bilagor")]
    [65, 65]
    """
    one, other = normal(one), normal(other)
    return (
        likeness(one[:_EXTENT], other[:_EXTENT]),
        likeness(one[-_EXTENT:], other[-_EXTENT:]),
    )


def pair(
    ones: Sequence[_One], others: Sequence[_Other], merit: Callable[[_One, _Other], float | None]
) -> list[tuple[int, int]]:
    """Pair members of two rows one to one, the pairs of greatest merit first.

    Args:
        ones: the first row.
        others: the second row.
        merit: how well two members go together, or None if they do not at all.

    Returns:
        The pairs as places in the two rows, in the order of the first. Of equal pairs the one whose members
        stand at more like places is taken.

    >>> pair(["a", "b"], ["b", "c"], lambda one, other: 1.0 if one == other else None)
    [(1, 0)]
    """
    ranked = []
    for i, one in enumerate(ones):
        for j, other in enumerate(others):
            worth = merit(one, other)
            if worth is not None:
                ranked.append((-worth, abs(i - j), i, j))
    taken: dict[int, int] = {}
    used: set[int] = set()
    for _, _, i, j in sorted(ranked):
        if i not in taken and j not in used:
            taken[i] = j
            used.add(j)
    return sorted(taken.items())
