"""Documents of which only a half is damaged: every second page, or some lines among healthy ones."""

import random
from bisect import bisect_right
from collections.abc import Sequence

from accounts import Piece
from aligning import groups

__all__ = ["HEALTHY", "by_lines", "by_pages"]

HEALTHY = "healthy"
_FEWEST, _MOST = 4, 10


def by_pages(pages: Sequence[Piece]) -> list[Piece]:
    """Return the pages with every second one as it was printed."""
    return [_healthy(page, page.truth) if at % 2 else page for at, page in enumerate(pages)]


def by_lines(pages: Sequence[Piece], seed: int = 0) -> list[Piece]:
    r"""Return the pages in runs of four to ten lines, as read and as printed by turns.

    >>> from rendering import Look
    >>> page = Piece("en nämnd\nav tre", "en namnd\nav tre", Look("", 10, 200, "clean"), "prose")
    >>> [(run.truth, run.seen) for run in by_lines([page])]
    [('en nämnd\nav tre', 'en namnd\nav tre')]
    """
    chance = random.Random(seed)  # noqa: S311 - a sample, no secret
    runs: list[Piece] = []
    for page in pages:
        lines = _lines(page)
        at = 0
        while at < len(lines):
            end = at + chance.randint(_FEWEST, _MOST)
            truth, seen = ("\n".join(column) for column in zip(*lines[at:end], strict=True))
            runs.append(_healthy(page, truth) if len(runs) % 2 else page._replace(truth=truth, seen=seen))
            at = end
    return runs


def _lines(page: Piece) -> list[tuple[str, str]]:
    """Return the lines of a page, as printed and as read; lost words go with the line before."""
    seen = page.seen.split("\n")
    starts, at = [], 0
    for line in seen:
        starts.append(at)
        at += len(line) + 1
    truth: list[list[str]] = [[] for _ in seen]
    here = 0
    for group in groups(page.truth, page.seen):
        here = bisect_right(starts, group.start) - 1 if group.start >= 0 else here
        truth[here].append(group.truth)
    return [(" ".join(words), line) for words, line in zip(truth, seen, strict=True)]


def _healthy(page: Piece, truth: str) -> Piece:
    return page._replace(truth=truth, seen=truth, kind=HEALTHY)
