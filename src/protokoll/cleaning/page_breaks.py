"""Rule `page_breaks`: page ends that show only as an indented line."""

import re
from collections.abc import Iterator

from protokoll.grammar import Grammar
from protokoll.model.text import Edit, Span

__all__ = ["mark_page_breaks"]

# In a double-spaced text every line has an empty line before it, but for the first line of a page, which
# follows its predecessor directly and begins with one blank.
_TRACE = re.compile(
    r"^(?P<before>[ \t]*+\n)[ \t]*+[^\s][^\n\f]*+\n(?P<blank> )(?=[^\W_\d§•-][^\n\f]*+\n[ \t]*+\n)", re.MULTILINE
)
_DOUBLE = re.compile(r"^[ \t]*+[^\s][^\n\f]*+\n[ \t]*+\n(?=[ \t]*[^\s])", re.MULTILINE)
_DIRECT = re.compile(r"^[ \t]*+[^\s][^\n\f]*+\n(?=[ \t]*[^\s])", re.MULTILINE)
_SHARE = 4
"""So many times as many lines must stand double-spaced as not."""
_ENOUGH = 20


def mark_page_breaks(text: str, grammar: Grammar) -> Iterator[Edit]:  # noqa: ARG001 (every rule is given the grammar)
    r"""Propose a form feed for the blank that opens the first line of a page in a double-spaced text.

    >>> from protokoll.grammar import load
    >>> text = "Vi ser behov \n\n" * 30 + "av mer \n stöd i hela \n\nstaden. \n"
    >>> [edit.text for edit in mark_page_breaks(text, load())]
    ['\x0c']
    """
    if "\n " not in text:
        return
    traces = [match.start("blank") for match in _TRACE.finditer(text)]
    if not traces:
        return
    double = sum(1 for _ in _DOUBLE.finditer(text))
    if double < _ENOUGH or double < _SHARE * sum(1 for _ in _DIRECT.finditer(text)):
        return
    for start in traces:
        yield Edit(Span(start, start + 1), "\f")
