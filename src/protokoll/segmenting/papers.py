"""The papers bound into a report to the council: party papers, official reports, extracts, the motion."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from protokoll.grammar import Grammar, fold
from protokoll.model.outline import BlockKind
from protokoll.model.text import Span
from protokoll.segmenting.headings import Heading, find_headings
from protokoll.segmenting.heads import find_item_heads
from protokoll.segmenting.letterheads import (
    before_page_head,
    body_above,
    first_contents,
    letterhead,
    names_body,
    paper_names,
    tells_subject,
)
from protokoll.segmenting.matter_headings import Line, find_lines, find_matter_headings
from protokoll.segmenting.signature import first_signature
from protokoll.segmenting.unheaded import goes_on, section_number

__all__ = ["Paper", "find_papers", "paper_marks"]

_LONGEST_HEAD = 400
# The document's own head: what stands here names itself and no paper bound in.
_OWN_HEAD = 300
# What an extract of minutes lists among its papers, in the words with which such a paper itself opens.
_LISTED = ("front", "annex", "motion", "question", "report", "demand", "note")
# What stands only in minutes: when it comes before the next paper, the minutes go on.
_GOES_ON = (BlockKind.QUESTION_ORDER, BlockKind.VOTE, BlockKind.VERIFICATION, BlockKind.RECIPIENTS)
_HEAD = 40
_OF_THE_REPORT = (BlockKind.VIEWS, BlockKind.PROPOSAL)
_ROOM = 3_000
_NEXT_PAGE = re.compile(r"[ \t]+Sammanträdesdatum\b")


class Paper(NamedTuple):
    """A paper inside another: where it stands, what it is, under whose name."""

    start: int
    end: int
    kind: str
    """`demand`, `note`, `dissent`, `report`, `extract`, `motion`, `question`, `front` or `annex`."""
    name: Span
    """The word by which the paper calls itself."""
    body: str | None


def find_papers(words: str, start: int, grammar: Grammar) -> Iterator[Paper]:
    r"""Yield the papers that stand after `start`, in order.

    A paper opens with the name of its body alone on a line and its own name on the next ('Kommunstyrelsen',
    'Yrkande …'), or with its own name where that can be nothing else ('Utdrag ur protokoll', 'Motion av …').

    >>> from protokoll.grammar import load
    >>> words = "Skäl. " * 60 + "\n\nParknämnden\n\nUtdrag ur protokoll Sammanträdesdatum: 2023-03-01\n"
    >>> [(paper.kind, paper.body) for paper in find_papers(words, 0, load())]
    [('extract', 'Parknämnden')]
    """
    lines = list(find_lines(words, max(start, _OWN_HEAD), len(words)))
    pattern = paper_names(grammar)
    last: tuple[str, str | None, str] | None = None
    last_start = -1
    for index, line in enumerate(lines):
        match = pattern.match(words, line.start, min(line.end, line.start + _LONGEST_HEAD))
        above = lines[index - 1] if index else None
        body = body_above(words, above, grammar)
        begin = above.start if above and body else line.start
        apart = last is None or line.start - last_start > _LONGEST_HEAD
        if line.after_gap and (not last or last[0] != "extract" or (apart and _is_other(last[1], body, grammar))):
            number = section_number(words, lines, index, grammar)
            if number is not None:
                last, last_start = ("extract", body, ""), line.start
                yield Paper(begin, len(words), "extract", number, body)
                continue
        kind = _kind(words, match, line, body, grammar) if match and line.after_gap else None
        if kind is None or match is None:
            continue
        if kind == "annex":
            begin, body = line.start, None
        elif body is None and kind in ("demand", "note") and tells_subject(words, match, line):
            begin, body = letterhead(words, lines, index, grammar, kind) or (begin, body)
        if kind in _LISTED and last and last[0] == "extract" and _is_listed(words, lines, index, grammar):
            continue
        # A page's head is printed again on each page of its paper.
        if last_start >= 0 and line.start - last_start < _LONGEST_HEAD and not body and kind != "extract":
            continue
        sign = (kind, body, _date_in(words, line) if kind == "extract" else words[line.start : line.start + 60])
        if _is_next_page(sign, last) and not _opens_anew(words, lines, index):
            continue
        last, last_start = sign, (-1 if kind == "front" else line.start)
        yield Paper(begin, len(words), kind, Span(match.start(), match.end()), body)


def paper_marks(words: str, paper: Paper, grammar: Grammar) -> Iterator[Heading]:
    """Yield what opens the paper and each block inside it; every block bears the name of the paper's body."""
    yield Heading(BlockKind.ANNEX, Span(paper.start, paper.name.end), paper.body)
    if paper.kind in ("annex", "front", "question"):
        return
    if paper.kind == "extract":
        yield from _extract_marks(words, paper, grammar)
        return
    headings = list(find_matter_headings(words, paper.name.end, paper.end, grammar))
    views = next((each.span.end for each in headings if each.kind is BlockKind.VIEWS), paper.name.end)
    signed = _report_end(words, views, paper.end, grammar) if paper.kind == "report" else None
    for heading in headings:
        # What follows the signature are annexes: their headings open nothing of the report's.
        if signed is None or heading.span.start < signed or heading.kind not in _OF_THE_REPORT:
            yield Heading(heading.kind, heading.span, paper.body)
    if signed is not None:
        yield Heading(BlockKind.OTHER, Span(signed, signed), paper.body)


def _report_end(words: str, views: int, end: int, grammar: Grammar) -> int | None:
    """Return where a report ends and its annexes begin: at its signature, or the contents of the first annex."""
    signed = first_signature(words, views, end, grammar)
    contents = first_contents(words, views, signed if signed is not None else end)
    return contents if contents is not None else signed


def _extract_marks(words: str, paper: Paper, grammar: Grammar) -> Iterator[Heading]:
    """Yield each § of an extract and its sections; a § has its own kind of head."""
    heads = find_item_heads(words[paper.name.end : paper.end])
    # The number of the first § may stand at the end of its title, where it is no head.
    first = paper.name.end + heads[0].start if heads else paper.end
    yield from _section_marks(words, paper.name.end, first, paper.body, grammar)
    for index, head in enumerate(heads):
        start = paper.name.end + head.start
        stop = paper.name.end + heads[index + 1].start if index + 1 < len(heads) else paper.end
        number = Span(paper.name.end + head.number_start, paper.name.end + head.number_end)
        yield Heading(BlockKind.ITEM, Span(start, number.end), paper.body)
        yield from _section_marks(words, number.end, stop, paper.body, grammar)


def _section_marks(words: str, start: int, end: int, body: str | None, grammar: Grammar) -> Iterator[Heading]:
    """Yield the sections of a §: headings as minutes have them, and headings run into their paragraph."""
    found = {heading.span.start: heading for heading in find_headings(words, start, end, grammar)}
    for heading in find_matter_headings(words, start, end, grammar):
        if not any(place <= heading.span.start < known.span.end for place, known in found.items()):
            found[heading.span.start] = heading
    for heading in found.values():
        span = heading.span
        if heading.kind is BlockKind.RECIPIENTS and _NEXT_PAGE.match(words, span.end):
            continue  # "Protokollsutdrag Sammanträdesdatum: …" heads the next page, and sends it to nobody
        if heading.kind is BlockKind.VERIFICATION:
            begin = before_page_head(words, start, span.start, body, grammar)
            span = span if begin == span.start else Span(begin, begin)
        yield Heading(heading.kind, span, body)


def _kind(words: str, match: re.Match[str], line: Line, body: str | None, grammar: Grammar) -> str | None:
    kind = match.lastgroup
    rest = words[match.end() : line.end].lstrip(" :")
    table = grammar.words["matters"]["papers"]
    if rest.startswith(tuple(f"{word} " for word in table["never"])) or rest in table["never"]:
        return None
    if kind in ("motion", "question", "front", "annex"):
        return kind
    if kind == "extract" and (match[0] != "Protokoll" or "Sammanträdesdatum" in rest[:_HEAD]):
        return kind
    if kind == "report" and any(label in rest[:_HEAD] for label in grammar.words["matters"]["papers"]["official"]):
        return kind
    if kind in ("demand", "note", "dissent") and goes_on(words, line):
        return None
    # A heading of one word is printed inside minutes as well: then no body stands above it, or text follows.
    if body and (not rest or rest[0] in "(–-" or not _is_prose(rest)):
        return kind
    if rest.startswith(("angående", "över motion")) and kind in ("demand", "note"):
        return kind
    return None


def _is_other(last: str | None, body: str | None, grammar: Grammar) -> bool:
    """Tell a § of a paper of its own from the next § of the extract that it stands in: another body is named above."""
    return body is not None and body != last and bool(names_body(body, grammar))


def _is_next_page(sign: tuple[str, str | None, str], last: tuple[str, str | None, str] | None) -> bool:
    """Tell the head of the next page of the same paper: also of an extract that has no head on its first page."""
    if last is None or sign[0] != "extract" or last[0] != "extract":
        return sign == last
    return last[2] == "" or sign[1:] == last[1:] or (sign[1] == last[1] and not sign[2][:1].isdigit())


def _is_listed(words: str, lines: list[Line], index: int, grammar: Grammar) -> bool:
    """Tell a paper that the minutes only list ('Handling 2022 nr 186.') from one that begins here."""
    line = lines[index]
    pattern = paper_names(grammar)
    stop = min(len(words), line.end + _ROOM)
    for at in range(index + 1, len(lines)):
        following = lines[at]
        if following.start >= stop:
            break
        match = pattern.match(words, following.start, min(following.end, following.start + _LONGEST_HEAD))
        body = body_above(words, lines[at - 1], grammar) if match else None
        if match and following.after_gap and body and _kind(words, match, following, body, grammar):
            stop = lines[at - 1].start
            break
    marks = find_matter_headings(words, line.end, stop, grammar)
    floor = tuple(fold(word) for word in grammar.words["matters"]["run_in"]["floor"])
    # 'Yrkandet' heads the reasons of a party's paper, 'Yrkanden' a section of a §.
    return any(_continues(words, mark, grammar) or fold(mark.span.of(words)).rstrip(":") in floor for mark in marks)


def _continues(words: str, mark: Heading, grammar: Grammar) -> bool:
    """Tell a heading that stands only in minutes; papers of every kind are signed, and sent to somebody."""
    anywhere = tuple(fold(word) for word in grammar.words["matters"]["papers"]["anywhere"])
    return mark.kind in _GOES_ON and fold(mark.span.of(words)).rstrip(":") not in anywhere


def _is_prose(rest: str) -> bool:
    """Tell running text from the labels, parties and dates of a paper's head."""
    head = rest[:120]
    return bool(re.match(r"[A-ZÅÄÖ]?[a-zåäö]+ (?:[a-zåäö]+ ){2,}", head)) and "Sammanträde" not in head


def _date_in(words: str, line: Line) -> str:
    date = re.search(r"\d{4}-\d\d-\d\d|\d{1,2} [a-zåäö]{3,9} \d{4}", words[line.start : line.end])
    return date[0] if date else words[line.start : line.start + 60]


def _opens_anew(words: str, lines: list[Line], index: int) -> bool:
    """Tell a new paper from a page's head that is printed again: a § or a subject line follows close below."""
    follows = words[lines[index].start : lines[min(len(lines) - 1, index + 3)].end]
    return bool(
        re.search(r"(?m)^§+\s*\d|\s§\s\d+,|\bYrkande angående|\bYttrande angående|Förslag till beslut", follows)
    )
