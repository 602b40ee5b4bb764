"""Rule `furniture`: the heads and feet of pages."""

from collections.abc import Iterator, Sequence

from protokoll.cleaning.furniture.lines import Line, split_lines
from protokoll.cleaning.furniture.phrases import phrases
from protokoll.cleaning.furniture.scan import Found, find_lines
from protokoll.grammar import Grammar, fold
from protokoll.model.text import Edit, Span

__all__ = ["remove_furniture"]

_BREAK = "\n\f\n"
"""A page end in the text: a line that holds a form feed."""


def remove_furniture(text: str, grammar: Grammar) -> Iterator[Edit]:
    r"""Propose to take out heads and feet, and to leave one form feed, on its own line, where a page ends.

    >>> from protokoll.cleaning.replaying import apply
    >>> from protokoll.grammar import load
    >>> text = "Motionen\n\nJusterandes sign\n\n\favslås.\n"
    >>> apply(text, remove_furniture(text, load()))
    'Motionen\n\x0c\navslås.\n'
    """
    lines = split_lines(text)
    if not lines:
        return
    found = find_lines(lines, phrases(grammar))
    broken: set[int] = set()
    known: set[str] = set()
    for first, last in _runs(lines, found):
        if _opens_extract(lines, first, last, known, grammar):
            continue
        start = lines[first - 1].end if first else 0
        end = lines[last].start if last < len(lines) else len(text)
        # An edge without a page end of its own is one, at the first of its lines that go.
        here = {found.lines[index] for index in range(first, last)} & found.unmarked
        ends_page = "\f" in text[start:end] or bool(here - broken)
        broken |= here
        if not first:
            yield Edit(Span(start, end), "")
        elif last == len(lines):
            yield Edit(Span(start, end), "\n" if text.endswith("\n") or "\f" in text[start:end] else "")
        else:
            yield Edit(Span(start, end), _BREAK if ends_page else "\n\n")


def _opens_extract(lines: Sequence[Line], first: int, last: int, known: set[str], grammar: Grammar) -> bool:
    """Tell the head of the first page of an extract bound in: it is the title of the extract, and stays.

    Args:
        lines: all lines of the text.
        first: the first line of the head.
        last: the line after the last.
        known: the heads of extracts met so far, to which this one is added.
        grammar: the words by which an extract calls itself.
    """
    names = tuple(fold(name) for name in grammar.words["matters"]["papers"]["extract"] if len(name.split()) > 1)
    named = next((index for index in range(first, last) if fold(lines[index].text).startswith(names)), None)
    if named is None:
        return False
    head = " ".join(fold(line.text) for line in lines[first : named + 1])
    anew = head not in known
    known.add(head)
    return anew and last < len(lines) and lines[last].text.lstrip().startswith("§")


def _runs(lines: Sequence[Line], found: Found) -> Iterator[tuple[int, int]]:
    """Yield the stretches of lines that go, as first and after last; an empty one for a bare page end."""
    first = None
    for index in range(len(lines) + 1):
        if index < len(lines) and index in found.lines:
            first = index if first is None else first
            continue
        if first is not None:
            yield first, index
        elif index < len(lines) and lines[index].feed:
            yield index, index
        first = None
