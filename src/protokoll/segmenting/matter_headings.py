"""Which words of a report are headings, alone on a line or run into the paragraph that they head."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from protokoll.grammar import Grammar, fold
from protokoll.model.outline import BlockKind
from protokoll.model.text import Span
from protokoll.segmenting.headings import Heading

__all__ = ["Line", "find_lines", "find_matter_headings", "matter_headings"]

_LINE = re.compile(r"[^\n]+")
_LONGEST = 90
# "Socialnämndens förslag till beslut", "Kommunledningskontorets bedömning": whose, and what.
_WHOSE = re.compile(
    r"^[A-ZÅÄÖ][^\n.:;§\d]{3,70}?s\s+(?P<what>beslut|förslag till beslut|förslag|bedömning|synpunkter|yttrande)\s*:?$",
    re.IGNORECASE,
)
_WHAT = {"beslut": BlockKind.DECISION, "forslag till beslut": BlockKind.PROPOSAL, "forslag": BlockKind.PROPOSAL}


class Line(NamedTuple):
    """A line of text that is not blank, without outer white space."""

    start: int
    end: int
    after_gap: bool
    """True where a blank line or the text's beginning stands before it."""
    after_stop: bool = True
    """True where that, or a line that closed a sentence, stands before it: blank lines get lost in reading images."""


def find_lines(words: str, start: int, end: int) -> Iterator[Line]:
    r"""Yield the lines between `start` and `end` that are not blank.

    >>> [(line.start, line.after_gap) for line in find_lines("Bakgrund\n\nI maj", 0, 15)]
    [(0, True), (10, True)]
    """
    gap = stop = True
    reach = start
    for match in _LINE.finditer(words, start, end):
        bare = match[0].strip()
        gap = gap or "\n" in words[reach : match.start()].replace("\n", "", 1)
        reach = match.end()
        if not bare:
            gap = True
            continue
        left = match.start() + len(match[0]) - len(match[0].lstrip())
        yield Line(left, left + len(bare), gap, gap or stop)
        gap, stop = False, bare[-1] in ".:"


@lru_cache(maxsize=8)
def matter_headings(grammar: Grammar) -> dict[str, BlockKind]:
    """Return folded heading → kind of block for documents of one matter."""
    own = {
        fold(phrase): BlockKind(kind)
        for kind, phrases in grammar.words["matters"]["headings"].items()
        for phrase in phrases
    }
    return grammar.headings | own


def find_matter_headings(words: str, start: int, end: int, grammar: Grammar) -> Iterator[Heading]:
    """Yield the headings of a report between `start` and `end`.

    Args:
        words: the clean text.
        start: the first character.
        end: the character after the last.
        grammar: the wordings.
    """
    for line in find_lines(words, start, end):
        kind = _kind_of(words, line, grammar)
        if kind:
            yield Heading(kind, Span(line.start, line.end), None)
            continue
        yield from _run_in(words, line, grammar)


def _kind_of(words: str, line: Line, grammar: Grammar) -> BlockKind | None:
    said = words[line.start : line.end]
    if len(said) > _LONGEST or not said[0].isalpha() or (said[-1] in ".,;" and not said.endswith("m.m.")):
        return None
    folded = fold(said)
    headings = matter_headings(grammar)
    kind = headings.get(folded) if said[0].isupper() else None
    if kind is None and (whose := _WHOSE.match(said)) and len(said.split()) <= 8:
        kind = _WHAT.get(fold(whose["what"]), BlockKind.VIEWS)
    return kind


def _run_in(words: str, line: Line, grammar: Grammar) -> Iterator[Heading]:
    """Yield a heading that opens its paragraph without a break: 'Sammanfattning Förvaltningen har …'."""
    at_start, inside = _run_in_patterns(grammar)
    for floor in _floor(grammar).finditer(words, line.start, line.end):
        yield Heading(BlockKind.PROPOSAL, Span(*floor.span(1)), None)
    match = at_start.match(words, line.start, line.end)
    if match and _floor(grammar).match(words, line.start, line.end):
        return
    if match:
        end = match.end(1) + words.startswith(":", match.end(1))
        yield Heading(matter_headings(grammar)[fold(match[1])], Span(match.start(1), end), None)
        return
    match = inside.search(words, line.start, line.end)
    if match and (heading := match[1] or match[2]):
        start = match.start(match.lastindex or 1)
        yield Heading(matter_headings(grammar)[fold(heading)], Span(start, start + len(heading)), None)


@lru_cache(maxsize=8)
def _floor(grammar: Grammar) -> re.Pattern[str]:
    """Match 'Yrkande' and the like where the sentence that it opens says who proposes: elsewhere it names a paper."""
    headings = "|".join(re.escape(phrase) for phrase in grammar.words["matters"]["run_in"]["floor"])
    verbs = "|".join(re.escape(verb) for verb in grammar.words["cues"]["proposal"])
    return re.compile(
        rf"(?:^|(?<=[.\d] ))({headings})(?=[ \t]+[A-ZÅÄÖ](?:(?!\.\s)[^\n]){{0,200}}?\b(?:{verbs})\b)", re.MULTILINE
    )


@lru_cache(maxsize=8)
def _run_in_patterns(grammar: Grammar) -> tuple[re.Pattern[str], re.Pattern[str]]:
    def alternatives(entry: str) -> str:
        phrases = sorted(grammar.words["matters"]["run_in"][entry], key=len, reverse=True)
        return "|".join(re.escape(phrase) for phrase in phrases if fold(phrase) in matter_headings(grammar))

    # Whose decision is proposed: "… i parken Förslag till beslut Parknämnden avstyrker …".
    body = rf"[A-ZÅÄÖ]\w*(?:{'|'.join(map(re.escape, grammar.words['bodies']['deciding']))})\b"
    at_start = re.compile(rf"({alternatives('words')}):?[ \t]+(?=[A-ZÅÄÖ•–-]|\d+\.|\d{{4}}-\d\d)")
    # "… i allmännyttan Förslag till beslut I kommunstyrelsen", "… i allmännyttan Yrkandet Att förebygga …": a small
    # letter before and a capital after tell the heading from the word.
    inside = re.compile(
        rf"(?<=[a-zåäö.)\d] )(?:({alternatives('inside')})(?=:?[ \t]+(?:(?:I|1\.)[ \t]|{body}))"
        rf"|(?<![.] )({alternatives('between')})(?=[ \t]+[A-ZÅÄÖ][a-zåäö]+[ \t]))"
    )
    return at_start, inside
