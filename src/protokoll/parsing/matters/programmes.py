"""What a party's programme demands, topic by topic."""

import re
from functools import lru_cache

from msgspec.structs import replace

from protokoll.grammar import Grammar
from protokoll.model.document import Action, Fate, Point, Proposal
from protokoll.model.outline import Block, BlockKind, Outline
from protokoll.model.text import CleanText, Span
from protokoll.parsing.matters.authors import find_authors
from protokoll.parsing.matters.fronts import find_title
from protokoll.parsing.matters.heads import Papers, as_point, matter_item
from protokoll.parsing.sentences import sentences

__all__ = ["parse_programme"]

_LINE = re.compile(r"[^\n]+")
_BULLET = re.compile(r"[-–•*][ \t]|\d{1,2}[.)][ \t]")
_ENDS = re.compile(r"[.!?][”\")]*$")
_FULL = 0.8
_FEW = 2


def parse_programme(text: CleanText, outline: Outline, grammar: Grammar) -> Papers:
    """Return head facts and the item of a programme: one proposal whose points are the demands.

    A paragraph or bullet that says what is to be done is a point. What a law says is none, nor is how things are;
    where only part of a paragraph demands, only that part is the point.
    """
    front = outline.blocks[0].span
    title = find_title(text.text, front, grammar, last=False)
    authors = find_authors(text, front, None, None, grammar)
    points: list[Point] = []
    # Before the first of several topics stands what the programme is, not what it wants.
    first = 1 if len(outline.blocks) > _FEW else 0
    for block in outline.blocks[first:]:
        if block.kind is not BlockKind.BACKGROUND:
            points.extend(_demands(text, block, grammar))
    item = matter_item(text, title, outline)
    if points:
        whole = text.passage(outline.blocks[0].span.start, len(text.text))
        proposal = Proposal(
            authors, Action.OWN, None, tuple(points), None, None, "paper", Fate.UNKNOWN, whole.span, whole.page
        )
        item = replace(item, proposals=(proposal,))
    return Papers(authors, None, item)


def _demands(text: CleanText, block: Block, grammar: Grammar) -> list[Point]:
    """Return the demands of one topic; under a law, its list is the law's."""
    words = text.text
    found: list[Point] = []
    lead: str | None = None
    opened = block.content.start
    for span in paragraphs(words, block.content):
        said = span.of(words)
        bullet = _BULLET.match(said)
        if bullet:
            inside = lead == "law" or (lead is None and _is_law(said, grammar))
            if lead == "part" and found:
                found[-1] = as_point(text, Span(opened, span.end))
            elif not inside:
                found.append(as_point(text, Span(span.start + bullet.end(), span.end)))
            continue
        lead = None
        if re.search(r"[:]\s*$|\batt\s*$", said) or said.lower().rstrip(" :").endswith(_leads(grammar)):
            lead = "law" if _is_law(said, grammar) else "own"
            if said.lower().rstrip(" :").endswith(_leads(grammar)):
                continue
        if lead != "law":
            demand = _demand(words, span, grammar)
            if demand:
                opened = demand.start
                found.append(as_point(text, demand))
                lead = "part" if lead == "own" else None
    return found


def _demand(words: str, span: Span, grammar: Grammar) -> Span | None:
    """Return the part of a paragraph that demands: all of it, unless it first tells how things are."""
    parts = list(sentences(words, span.start, span.end))
    marks = [_wants(part.of(words), grammar) for part in parts]
    if not any(marks):
        return None
    first = marks.index(True)
    if first == 0:
        # A law quoted after the demand is not part of it.
        own = [part for part in parts if not _is_law(part.of(words), grammar)]
        return Span(span.start, own[-1].end)
    last = len(marks) - 1 - marks[::-1].index(True)
    return Span(parts[first].start, parts[last].end)


def _wants(said: str, grammar: Grammar) -> bool:
    if _is_law(said, grammar):
        return False
    first, modals = _words(grammar)
    opening = re.match(r"(?:[^:\n]{3,60}:\s+|Om [^,.]{5,90},\s+)?(\w+)", said)
    if opening and opening[1].lower() in first and not said.rstrip().endswith("?"):
        return True
    return bool(modals.search(said))


def _is_law(said: str, grammar: Grammar) -> bool:
    folded = " ".join(said.lower().split())
    return bool(_statutes(grammar).search(folded))


def paragraphs(words: str, content: Span) -> list[Span]:
    r"""Return the paragraphs and bullets of a text in which every line may stand between blank lines.

    A line goes on in the next where it is full and ends no sentence, or where the next opens with a small letter.

    >>> words = "Varje skola ska\n\nha en kurator.\n\nRusta badet."
    >>> [span.of(words) for span in paragraphs(words, Span(0, len(words)))]
    ['Varje skola ska\n\nha en kurator.', 'Rusta badet.']
    """
    lines = []
    for match in _LINE.finditer(words, content.start, content.end):
        bare = match[0].strip()
        if bare:
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            lines.append(Span(start, start + len(bare)))
    widest = max((line.end - line.start for line in lines), default=0)
    found: list[Span] = []
    for index, line in enumerate(lines):
        if index and _goes_on(words, lines[index - 1], line, widest, _gap(words, lines[index - 1], line)):
            found[-1] = Span(found[-1].start, line.end)
        else:
            found.append(line)
    return found


def _gap(words: str, before: Span, line: Span) -> bool:
    return words[before.end : line.start].count("\n") > 1


def _goes_on(words: str, before: Span, line: Span, widest: int, gap: bool) -> bool:
    above, below = before.of(words), line.of(words)
    if _BULLET.match(below):
        # A dash list that the sentence above leads in belongs to that sentence's demand.
        return False
    if not gap:
        return True
    if below[0].islower():
        return True
    full = before.end - before.start + 1 + len(below.split()[0]) > widest * _FULL
    return full and not _ENDS.search(above) and not above.endswith(":")


@lru_cache(maxsize=8)
def _words(grammar: Grammar) -> tuple[frozenset[str], re.Pattern[str]]:
    table = grammar.words["matters"]["programme"]
    modals = "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in table["modals"])
    return frozenset(table["first"]), re.compile(
        rf"(?<!\w)(?<!\bsom )(?<!\bsom de )(?<!\bsom vi )(?:{modals})(?!\w)", re.IGNORECASE
    )


@lru_cache(maxsize=8)
def _statutes(grammar: Grammar) -> re.Pattern[str]:
    phrases = grammar.words["matters"]["programme"]["statutes"]
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, phrases))})")


@lru_cache(maxsize=8)
def _leads(grammar: Grammar) -> tuple[str, ...]:
    return tuple(grammar.words["matters"]["programme"]["leads"])
