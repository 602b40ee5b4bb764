"""Text in which an empty line follows every line."""

import re
from collections.abc import Iterator

__all__ = ["find_double_spacing"]

_BREAK = re.compile(r"[ \t\r]*+[\n\f]\s*+")
_BLANK_LINE = re.compile(r"\n[ \t]+\n|\n[ \t]*\n[ \t]*\n")
_LINES = 6
"""Double spacing shows in so many lines on end at least,"""
_INSIDE = 0.4
"""of which so large a part end inside a sentence."""


def find_double_spacing(text: str) -> dict[int, bool]:
    r"""Return the breaks of the double-spaced parts of `text`: where each starts, and whether it only ends a line.

    Such a part shows by lines that are not empty but hold blanks, or by two empty lines, between its paragraphs.
    Where nothing parts paragraphs, nothing is found.

    >>> text = "Vi vill\n\n" + "se mer\n\n" * 6 + "stöd.\n \n\nBarn\n\nhar"
    >>> list(find_double_spacing(text).values())
    [True, True, True, True, True, True, True, False, True]
    """
    if not _BLANK_LINE.search(text):
        return {}
    found: dict[int, bool] = {}
    for run in _runs(text):
        lines = [match for match, single in run if single]
        inside = sum(1 for match in lines if _is_inside(text, match))
        if len(lines) >= _LINES and len(lines) < len(run) and inside >= _INSIDE * len(lines):
            found |= {match.start(): single for match, single in run}
    return found


def _runs(text: str) -> Iterator[list[tuple[re.Match[str], bool]]]:
    """Yield stretches without a plain line end: breaks, and whether each is one empty line; page ends are left out."""
    run: list[tuple[re.Match[str], bool]] = []
    for match in _BREAK.finditer(text):
        blanks = match.group()
        if "\f" in blanks:
            continue
        lines = blanks.count("\n")
        if lines < 2:
            yield run
            run = []
        else:
            run.append((match, lines == 2 and not _BLANK_LINE.search(blanks)))
    yield run


def _is_inside(text: str, match: re.Match[str]) -> bool:
    start, end = match.span()
    return 0 < start < end < len(text) and text[start - 1] not in ".:?!" and text[end].islower()
