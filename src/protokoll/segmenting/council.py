"""Where things are in a report to the council: the board's own part, the bodies it heard, the papers bound in."""

import re
from collections.abc import Iterator
from functools import lru_cache

from protokoll.grammar import Grammar, fold
from protokoll.model.outline import BlockKind
from protokoll.model.text import Span
from protokoll.segmenting.headings import Heading
from protokoll.segmenting.hearing import find_consulted, hearing_marks
from protokoll.segmenting.matter_headings import find_lines, find_matter_headings
from protokoll.segmenting.papers import Paper, find_papers, paper_marks

__all__ = ["council_marks"]

# "Stockholm den 27 mars 2024", "Göteborg den 8 februari 2023 Göteborgs kommunstyrelse": the board's part is signed.
_SIGNED = re.compile(
    r"^[ \t]*[A-ZÅÄÖ][a-zåäö]+(?:[ -][A-ZÅÄÖ][a-zåäö]+)?,? (?:den )?\d{1,2} [a-z]{3,9} (?:19|20)\d\d\b[^\n.]{0,60}$",
    re.MULTILINE,
)
# "Eva Ek (V) yrkade …": the board's debate is told without the words that lead it in.
_YRKADE = re.compile(r"(?:[A-ZÅÄÖ][\wåäöÅÄÖé-]+ ){2,4}\([A-ZÅÄÖ]\w{0,2}\)[^.\n]{0,200}? yrkade\b")
_LONGEST_NAME = 100
# "… nedan. Valberedningen föreslår att kommunfullmäktige med godkännande av avsägelserna beslutar:"
_PUTS = re.compile(
    r"(?:(?<=[.:] )|(?<=-- ))(?P<body>[A-ZÅÄÖ][a-zåäö]+(?: [a-zåäö]+)?) föreslår att \w*fullmäktige\b"
    r"[^.:]{0,60}\bbeslutar\s*:"
)
_BODY_ACTS = r"(?:[A-ZÅÄÖ][\wåäöÅÄÖ-]*(?: (?:och |för )?[\wåäöÅÄÖ-]+){0,5}?)"


def council_marks(words: str, grammar: Grammar) -> Iterator[Heading]:
    """Yield what opens each block of a report to the council, in the order of the text.

    The first paper is the board's own; inside it the consulted bodies stand under their names, each with its
    decision, its text and its reservations.
    """
    headings = list(find_matter_headings(words, 0, len(words), grammar))
    hearing = _hearing_start(words, headings)
    papers = list(find_papers(words, _own_end(words), grammar))
    if hearing is not None and any(paper.start < hearing and paper.body for paper in papers):
        hearing = None
    elif hearing is not None:
        papers = []
    end = papers[0].start if papers else len(words)
    yield from _own_marks(words, hearing if hearing is not None else end, headings, grammar)
    if hearing is not None:
        yield from hearing_marks(words, Span(hearing, end), find_consulted(words, end, grammar), grammar)
    for index, paper in enumerate(papers):
        stop = papers[index + 1].start if index + 1 < len(papers) else len(words)
        yield from paper_marks(words, Paper(paper.start, stop, paper.kind, paper.name, paper.body), grammar)


def _own_end(words: str) -> int:
    """Return where the board's own part is signed: only after that are papers bound in."""
    signed = _SIGNED.search(words)
    return signed.end() if signed else 0


def _own_marks(words: str, end: int, headings: list[Heading], grammar: Grammar) -> Iterator[Heading]:
    # 'Reservationer m.m.' in the list of annexes heads no hearing.
    own = [mark for mark in headings if mark.span.start < end and mark.kind is not BlockKind.CONSULTATION]
    yield from own
    yield from _proposals(words, end, own)
    yield from _treatment(words, end, grammar)
    yield from _acts(words, end, own, grammar)


def _proposals(words: str, end: int, own: list[Heading]) -> Iterator[Heading]:
    """Yield proposals to the council inside a paragraph, without a heading: '… Valberedningen föreslår att …:'."""
    headed = [mark.span.start for mark in own if mark.kind is BlockKind.PROPOSAL]
    for match in _PUTS.finditer(words, 0, end):
        if not any(start < match.start() for start in headed):
            yield Heading(BlockKind.PROPOSAL, Span(match.start("body"), match.start("body")), match["body"])


def _hearing_start(words: str, headings: list[Heading]) -> int | None:
    """Return where the part begins in which each consulted body stands under its own name.

    Only after the board's part is signed: 'Remissinstanser' in a report bound in heads a table.
    """
    signed = _own_end(words)
    for heading in headings:
        if heading.kind is BlockKind.CONSULTATION and fold(heading.span.of(words)).startswith(
            ("remissammanstallning", "remissvar", "inkomna remissvar", "remisser")
        ):
            return heading.span.start if heading.span.start > signed or "Föredragande" in words else None
    return None


def _treatment(words: str, end: int, grammar: Grammar) -> list[Heading]:
    """Return where the board's own debate and vote are told: 'Vid behandling av ärendet i kommunstyrelsen …'."""
    openers = tuple(grammar.words["matters"]["council"]["treatment"]["opens"])
    marks = []
    for line in find_lines(words, 0, end):
        said = words[line.start : line.end]
        if said.startswith(openers):
            # The words that lead in are the heading where a list follows, else part of what is told.
            stop = line.end if said.endswith(":") else line.start
            marks.append(Heading(BlockKind.DECISION, Span(line.start, stop), _named_body(said)))
        elif not marks and line.after_gap and _YRKADE.match(said):
            marks.append(Heading(BlockKind.DECISION, Span(line.start, line.start), None))
    return marks


def _named_body(said: str) -> str | None:
    match = re.search(r"ärendet i (?P<body>[a-zåäö-]+)", said)
    return match["body"].capitalize() if match else None


def _acts(words: str, end: int, headings: list[Heading], grammar: Grammar) -> Iterator[Heading]:
    """Yield the paragraphs of the board's own part that are acts: decisions, reservations, statements, signature."""
    told = [
        (mark.span.start, headings[index + 1].span.start if index + 1 < len(headings) else end)
        for index, mark in enumerate(headings)
        if mark.kind in (BlockKind.HISTORY, BlockKind.SUMMARY, BlockKind.PROPOSAL)
    ]
    presents = tuple(grammar.words["matters"]["council"]["rapporteur"])
    known = {mark.span.start for mark in headings}
    for line in find_lines(words, 0, end):
        if not line.after_stop or line.start in known:
            continue
        if words.startswith(presents, line.start) and line.end - line.start < _LONGEST_NAME:
            yield Heading(BlockKind.OTHER, Span(line.start, line.end), None)
            continue
        if _SIGNED.match(words, line.start, line.end):
            yield Heading(BlockKind.OTHER, Span(line.start, line.start), None)
            continue
        if any(start <= line.start < stop for start, stop in told):
            continue
        act = act_of(words, line.start, line.end, grammar)
        if act and not (act[1] and act[1].lower().endswith(("nämnden", "nämnd"))):
            yield Heading(act[0], Span(line.start, line.start), act[1])


def act_of(words: str, start: int, end: int, grammar: Grammar) -> tuple[BlockKind, str | None] | None:
    """Return what the paragraph that opens at `start` does, and the body that does it; None if it is no act."""
    folded = fold(words[start : min(end, start + 200)])
    for kind in (BlockKind.RESERVATION, BlockKind.SPECIAL_STATEMENT, BlockKind.SUBSTITUTE_STATEMENT):
        if folded.startswith(_openings(grammar)[kind]):
            return kind, None
    match = _decides(grammar).match(words, start, end)
    if match and _is_deciding(match["body"], grammar):
        proposes = match["verb"] == "föreslår"
        return BlockKind.PROPOSAL if proposes else BlockKind.DECISION, " ".join(match["body"].split())
    return None


def _is_deciding(name: str, grammar: Grammar) -> bool:
    return name.lower().endswith(tuple(grammar.words["bodies"]["deciding"])) or " för " in name


@lru_cache(maxsize=8)
def _openings(grammar: Grammar) -> dict[BlockKind, tuple[str, ...]]:
    table = grammar.words["matters"]["council"]
    kinds = (BlockKind.RESERVATION, BlockKind.SPECIAL_STATEMENT, BlockKind.SUBSTITUTE_STATEMENT)
    return {kind: tuple(f"{fold(phrase)} " for phrase in table[kind.value]) for kind in kinds}


@lru_cache(maxsize=8)
def _decides(grammar: Grammar) -> re.Pattern[str]:
    verbs = "|".join(re.escape(verb) for verb in grammar.words["matters"]["council"]["acts"])
    return re.compile(rf"(?P<body>{_BODY_ACTS})\s+(?P<verb>{verbs})\b")
