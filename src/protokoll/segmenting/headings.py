"""Which lines of an item are headings, and what they open."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from protokoll.grammar import Grammar, fold
from protokoll.model.outline import BlockKind
from protokoll.model.text import Span

__all__ = ["Heading", "find_headings"]

_LINE = re.compile(r"^[ \t]*(\S(?:[^\n]{0,87}\S)?)[ \t]*$", re.MULTILINE)
# A heading in the margin, with the text beside it: "Beslut          Nämnden beslutar".
_MARGIN = re.compile(
    r"^[ \t]*(?P<phrase>[A-ZÅÄÖ](?:[^\n\t:]|:s\b){3,40}?):?(?:[ ]{3,}|[ ]?\t)[ \t]*(?=[^\s\d]|\d[.)])(?!(?:Ja|Nej)\b)",
    re.MULTILINE,
)
# "Beslut: Byggnadsnämnden beslutar …" on a line too long for a heading.
_LED = re.compile(r"^[ \t]*(?P<phrase>[A-ZÅÄÖ][^\n,:(]{2,48}):[ \t]+(?=\S[^\n]{40,})", re.MULTILINE)
# "Socialnämndens beslut", "KOMMUNSTYRELSENS FÖRSLAG TILL BESLUT": a body in the genitive before the word.
_OF_BODY = re.compile(
    r"^(?![^\n]*\s(?:beslut(?:ar|ade|at)|beslöt|bifaller|biföll|antar|avslår|godkänner|finner|enligt)\s)"
    r"(?!(?:Enligt|På|I|Med|Utifrån|Efter|Bifall|Avslag|Utöver|Den|De|Ja|Nej|Ja-röst|Nej-röst)\s)(?P<body>[A-ZÅÄÖ][^\n.:;§\d]{3,70}?s)\s+"
    r"(?P<what>beslut(?: för egen del)?"
    r"|förslag(?: till (?:[a-zåäö]*(?:fullmäktige|styrelsen|utskottet|nämnden)|beslut))?):?$",
    re.IGNORECASE,
)
# "Au:s förslag", "KS beslut": a body by its letters.
_OF_LETTERS = re.compile(
    r"^(?P<body>[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{0,3}[AaUuNnSsFf])(?::s|s)?\s+(?P<what>beslut|förslag till beslut|förslag):?$"
)
# "Reservation, bilaga 3", "Beslut:", "Reservation (M)", "Yrkanden: …" – a heading with something after it on its line.
_WITH_MORE = re.compile(r"^(?P<phrase>[A-ZÅÄÖ][^\n,:(]{2,40}?)\s*(?P<mark>[:,(]|\s[–-]\s)\s*(?P<more>\S.*)$")
# The rule that many clerks type under a § or under an act; what follows belongs to something else.
_RULE = re.compile(r"[-–—_=*]{3,}|(?:[-–*_][ \t]+){2,}[-–*_]")
# Words after which somebody's own text begins.
_FOLLOWING = re.compile(
    r"(?:följande|anför\w*|uttalande|yttrande)[^\n.]{0,40}:|\bföljande\.?[ \t]*(?=\n|$)", re.IGNORECASE
)
# Blocks whose text is somebody's own and may run over pages with subject headings of its own.
_VOICED = frozenset(
    {
        BlockKind.PROPOSAL,
        BlockKind.RESERVATION,
        BlockKind.SPECIAL_STATEMENT,
        BlockKind.SUBSTITUTE_STATEMENT,
        BlockKind.RECORD_NOTE,
        BlockKind.VOTE_EXPLANATION,
    }
)
_STATED = _VOICED - {BlockKind.PROPOSAL, BlockKind.RESERVATION}
# Kinds whose heading may carry a pointer or a name on its own line.
# The name of the body is lost before its genitive.
_LOST = "s beslut"
_OPEN = _VOICED | {BlockKind.DECISION, BlockKind.VOTE, BlockKind.RECUSAL}


_IN_MARGIN = _OPEN | {
    BlockKind.QUESTION_ORDER,
    BlockKind.BACKGROUND,
    BlockKind.SUMMARY,
    BlockKind.HISTORY,
    BlockKind.RECIPIENTS,
    BlockKind.NOT_PARTICIPATING,
    BlockKind.ATTACHMENTS,
}


_PAPER = re.compile(
    r"\s*(?:[-–•*\d.]+[ \t]+)?(?:[A-ZÅÄÖ][\wåäö-]*(?:skrivelse|utlåtande|förslag|yttrande|protokoll|rapport|beslut)\w*"
    r"|Motion|Bilaga|Protokollsutdrag|Remiss)\b[^\n]{0,120}(?:\n|\Z)"
)
# "Kommunfullmäktige ajournerar sig kl. 12:00–13:30.": the meeting pauses, whatever was under way is over.
_ADJOURNED = re.compile(r"(?:[A-ZÅÄÖ][\wåäö-]+\s+)?ajourner(?:a|ing)\w*", re.IGNORECASE)


# "Protokollsanteckning från Centerpartiet": whose text follows, on the line of the heading.
_OF_MAKER = re.compile(
    r"^(?P<phrase>[A-ZÅÄÖ][^\n.:]{5,40}?)\s+(?:från|av|för)\s+(?:[A-ZÅÄÖ(][^\n.:]{0,60}|[a-zåäö]{1,4}-gruppen)$"
)


class Heading(NamedTuple):
    """A heading: its words and what they open."""

    kind: BlockKind
    span: Span
    """The words that are the heading; the block's text begins after them."""
    body: str | None


def find_headings(text: str, start: int, end: int, grammar: Grammar) -> Iterator[Heading]:
    r"""Yield the structural headings of `text` between `start` and `end`.

    Only phrases of the closed list open a block; a subject heading inside somebody's statement does not,
    even where it is a word such as 'Ekonomi' that elsewhere is structural.

    >>> from protokoll.grammar import load
    >>> words = "Beslut\nMotionen avslås.\n\nReservation\nEva Ek (V) reserverar sig."
    >>> [heading.kind.value for heading in find_headings(words, 0, len(words), load())]
    ['decision', 'reservation']
    """
    voiced: int | None = None
    listed = False
    weak = _weak(grammar)
    for match in _lines(text, start, end):
        heading = _match(match, grammar) if match.re is _LINE else _beside(match, grammar)
        if heading is None:
            continue
        under_way = voiced is not None and _FOLLOWING.search(text, voiced, heading.span.start)
        if under_way and fold(heading.span.of(text)) in weak and not _lists_papers(text, heading):
            continue
        if listed and heading.kind in _STATED and heading.span.end < match.end(1) and match.re is _LINE:
            # In a list of papers 'Protokollsanteckning från M den 3 maj' is one of them.
            continue
        listed = heading.kind in (BlockKind.ATTACHMENTS, BlockKind.HISTORY)
        voiced = heading.span.end if heading.kind in _VOICED else None
        yield heading


def _lists_papers(text: str, heading: Heading) -> bool:
    """Tell 'Underlag' over a list of papers from the same word in somebody's text."""
    return heading.kind is BlockKind.ATTACHMENTS and _PAPER.match(text, heading.span.end) is not None


def _lines(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield what may be headings, in order: short lines, and what stands in the margin before a wide gap."""
    found = {match.start(1): match for match in _LINE.finditer(text, start, end)}
    found |= {match.start(1): match for match in _LED.finditer(text, start, end) if match.start(1) not in found}
    if "   " in text[start:end] or "\t" in text[start:end]:
        found |= {match.start(1): match for match in _MARGIN.finditer(text, start, end)}
    yield from (found[place] for place in sorted(found))


def _beside(match: re.Match[str], grammar: Grammar) -> Heading | None:
    """Match a heading in the margin, or one with a colon before a long line."""
    place = Span(*match.span("phrase"))
    of_body = _OF_BODY.match(match["phrase"]) or _OF_LETTERS.match(match["phrase"])
    if of_body and (of_body.re is _OF_LETTERS or grammar.is_body(of_body["body"][:-1])):
        kind = _of_what(of_body["what"])
        return Heading(kind, place, of_body["body"])
    known = grammar.headings.get(fold(match["phrase"]))
    if match.re is _LED:
        return Heading(known, Span(place.start, place.end + 1), None) if known in _OPEN else None
    return Heading(known, place, None) if known in _IN_MARGIN else None


def _match(match: re.Match[str], grammar: Grammar) -> Heading | None:
    line = match[1]
    if _RULE.fullmatch(line) or _ADJOURNED.match(line):
        return Heading(BlockKind.OTHER, Span(match.start(1), match.end(1)), None)
    if not (line[0].isupper() or line[0].isdigit() or line.startswith(_LOST)):
        return None
    left = match.start(1)
    kind = grammar.headings.get(fold(line)) or _counted(line, grammar)
    if kind is not None:
        return Heading(kind, Span(left, left + len(line)), None)
    if len(line) > 78 or line[-1] in ".,;":
        return _with_more(line, left, grammar)
    of_body = _OF_BODY.match(line) or _OF_LETTERS.match(line)
    if of_body and (of_body.re is _OF_LETTERS or grammar.is_body(of_body["body"][:-1])):
        what = _of_what(of_body["what"])
        return Heading(what, Span(left, left + len(line)), of_body["body"])
    return _of_maker(line, left, grammar) or _with_more(line, left, grammar)


def _counted(line: str, grammar: Grammar) -> BlockKind | None:
    """Match 'Beslutsgång 2' and 'Votering 3'."""
    bare = line.rstrip("0123456789")
    kind = grammar.headings.get(fold(bare)) if bare != line and bare.endswith(" ") else None
    return kind if kind in (BlockKind.VOTE, BlockKind.QUESTION_ORDER) else None


def _of_what(words: str) -> BlockKind:
    """Tell what a body decided, also when it only proposes to another one, from what it wants decided."""
    decides = fold(words).startswith("beslut") or fold(words).endswith(
        ("fullmaktige", "styrelsen", "utskottet", "namnden")
    )
    return BlockKind.DECISION if decides else BlockKind.PROPOSAL


def _of_maker(line: str, left: int, grammar: Grammar) -> Heading | None:
    """Match 'Protokollsanteckning från Centerpartiet'; whose it is stands first in the block."""
    parts = _OF_MAKER.match(line)
    kind = grammar.headings.get(fold(parts["phrase"])) if parts else None
    return Heading(kind, Span(left, left + parts.end("phrase")), None) if parts and kind in _STATED else None


def _with_more(line: str, left: int, grammar: Grammar) -> Heading | None:
    """Match 'Reservation, bilaga 3' and 'Beslut: att …': the rest of the line belongs to the block."""
    parts = _WITH_MORE.match(line)
    if parts is None:
        return None
    kind = grammar.headings.get(fold(parts["phrase"]))
    of_body = _OF_BODY.match(parts["phrase"]) if kind is None and parts["mark"] == ":" else None
    if of_body and grammar.is_body(of_body["body"][:-1]):
        kind = _of_what(of_body["what"])
        return Heading(kind, Span(left, left + parts.end("mark")), of_body["body"])
    if kind not in _OPEN and not (kind is BlockKind.RECIPIENTS and parts["mark"] == ":"):
        return None
    if parts["mark"] == ",":
        pointer = re.match(r"(?:se\s+)?bilaga|se\s", parts["more"], re.IGNORECASE)
        return Heading(kind, Span(left, left), None) if pointer else None
    if parts["mark"] == "(" and kind in _STATED and line[-1] == ")":
        return Heading(kind, Span(left, left + parts.end("phrase")), None)
    if parts["mark"].strip() in ("–", "-", "("):
        return Heading(kind, Span(left, left + len(line)), None) if len(line) <= 60 and line[-1] != "." else None
    return Heading(kind, Span(left, left + parts.end("mark")), None)


@lru_cache(maxsize=8)
def _weak(grammar: Grammar) -> frozenset[str]:
    return frozenset(fold(phrase) for phrase in grammar.words["sections"]["weak"])
