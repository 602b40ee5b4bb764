"""The marks of lists and the blanks in diary numbers, which are read from images otherwise than they were printed."""

import re
from collections.abc import Iterator, Sequence

from protokoll.model.text import Edit, Span

__all__ = ["restore_marks"]

# What is read for a bullet, or a dash read twice, at the start of a line; no word, quotation or sum begins so.
_BULLET = re.compile(r"\n(?P<sign>[+\"'*]{1,2}|[©®°¢»e]|-{1,2}|~) (?=\w)")
_RUN, _NEAR = 2, 900
"""So many lines begin with such a sign, each so near the one before, that they are a list."""
# A number at the start of a line, with the mark after it as read.
_NUMBER = re.compile(r"\n(?P<number>\d{1,2})(?P<mark>[.,;:]?) (?=[A-ZÅÄÖ])")
_FAR = 3000
# "2017 /0150", "Dnr 201 1/KS".
_SLASH = re.compile(r" /(?<=\d\d /)(?=\d\d)")
_YEAR = re.compile(r"nr\W{0,2}(?:19|20)\d(?P<blank> )\d/(?=[A-ZÅÄÖ]{2})")
# "§ 40 088 1/22" among heads like "§ 39 0877/22".
_DIARY = re.compile(r"\n§ \d{1,4} (?P<number>\d[\d ]{2,6})/\d\d(?=[ \t]*\n)")
_LIKE = 3
_SURE = 0.99


def restore_marks(text: str) -> Iterator[Edit]:
    r"""Propose bullets, the stops after the numbers of points, and diary numbers without blanks.

    No figure is changed, and no mark that does not stand in a row of its like.

    >>> text = "\n3. Avslag\n4, Bifall\n5. Jakt\n+ rast\n+ ro\nDnr 2017 /0150"
    >>> [(edit.span.of(text), edit.text) for edit in restore_marks(text)]
    [('+', '•'), ('+', '•'), (',', '.'), (' ', '')]
    """
    for match in _listed(list(_BULLET.finditer(text))):
        if match["sign"] != "-":
            yield Edit(Span(*match.span("sign")), "-" if _is_dash(match) else "•", _SURE, "mark")
    yield from _numbered(list(_NUMBER.finditer(text)))
    for match in _SLASH.finditer(text):
        yield Edit(Span(match.start(), match.start() + 1), "", _SURE, "blank")
    for match in _YEAR.finditer(text):
        yield Edit(Span(*match.span("blank")), "", _SURE, "blank")
    yield from _joined(text, list(_DIARY.finditer(text)))


def _listed(found: Sequence[re.Match[str]]) -> Iterator[re.Match[str]]:
    run: list[re.Match[str]] = []
    for match in found:
        if run and (_is_dash(match) != _is_dash(run[-1]) or match.start() - run[-1].end() > _NEAR):
            yield from run if len(run) >= _RUN else ()
            run = []
        run.append(match)
    yield from run if len(run) >= _RUN else ()


def _is_dash(match: re.Match[str]) -> bool:
    return match["sign"][0] in "-~"


def _numbered(found: Sequence[re.Match[str]]) -> Iterator[Edit]:
    """Yield the stop after a number between those before and after it; a number of its own is no point."""
    stops = {at for at, match in enumerate(found) if match["mark"] == "."}
    for at, match in enumerate(found):
        if match["mark"] == ".":
            continue
        before = at - 1 in stops and _follows(found[at - 1], match)
        after = at + 1 in stops and _follows(match, found[at + 1])
        if (before and after) or (match["mark"] == "," and (before or (after and match["number"] == "1"))):
            stops.add(at)
            yield Edit(Span(match.end("number"), match.end("mark")), ".", _SURE, "mark")


def _follows(one: re.Match[str], other: re.Match[str]) -> bool:
    return int(other["number"]) - int(one["number"]) == 1 and other.start() - one.end() < _FAR


def _joined(text: str, heads: Sequence[re.Match[str]]) -> Iterator[Edit]:
    """Yield the blanks inside a diary number that has as many figures as those of the other items."""
    whole = [len(head["number"]) for head in heads if " " not in head["number"]]
    for head in heads:
        figures = head["number"].replace(" ", "")
        if figures != head["number"] and whole.count(len(figures)) >= _LIKE:
            for at in range(*head.span("number")):
                if text[at] == " ":
                    yield Edit(Span(at, at + 1), "", _SURE, "blank")
