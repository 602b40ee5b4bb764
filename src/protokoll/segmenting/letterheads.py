"""The head of a paper bound into a report: the body named above it, the parties and the date before its subject."""

import re
from functools import lru_cache

from protokoll.grammar import Grammar, fold
from protokoll.segmenting.matter_headings import Line, find_lines, matter_headings

__all__ = [
    "before_page_head",
    "body_above",
    "first_contents",
    "letterhead",
    "names_body",
    "paper_names",
    "tells_subject",
]

_LONGEST_NAME = 90
_LONGEST_LINE = 200
_HEAD_ROOM = 300
_PERSON = re.compile(
    r"^[A-ZÅÄÖ][a-zåäö]+(?:-[A-ZÅÄÖ][a-zåäö]+)? [A-ZÅÄÖ][a-zåäö]+(?:-[A-ZÅÄÖ][a-zåäö]+)?"
    r"(?:\s+[A-ZÅÄÖ][a-zåäö]+(?:-[A-ZÅÄÖ][a-zåäö]+)? [A-ZÅÄÖ][a-zåäö]+(?:-[A-ZÅÄÖ][a-zåäö]+)?)?$"
)
# Who signs the paper before: "Eva Ek (V)", "Bo Ask, VD".
_SIGNS = re.compile(r"\([A-ZÅÄÖ]\w{0,2}\)|\b[Vv][Dd]\b|Sida\b|Bilaga\b")
# An annex that opens a page of its own: "Bilaga 3".
_ANNEX = re.compile(r"Bilaga\s+(?:\d{1,2}|[A-F])\b[^.]{0,80}$")
_CONTENTS = re.compile(
    r"(?:^[^\n.]{1,120}\n\s*\n)?^[ \t]*(?:INNEHÅLL|Innehåll)(?:sförteckning|SFÖRTECKNING)?\s[^\n]{0,200}?\.{6,}",
    re.MULTILINE,
)
# Lines between the name of the body and the subject of a party's paper.
_LETTERHEAD = 9


def names_body(words: str, grammar: Grammar) -> bool:
    """Tell words that hold part of the name of a body, an office or a company.

    >>> from protokoll.grammar import load
    >>> names_body("Parknämnden Centrum", load()), names_body("Eva Ek", load())
    (True, False)
    """
    return _body_parts(grammar).search(words) is not None


def body_above(words: str, line: Line | None, grammar: Grammar) -> str | None:
    r"""Return the name that stands alone on the line above, where it can be a body, an office or a company.

    What signs the paper before (a name, a title) stands there as well.
    """
    if line is None:
        return None
    said = words[line.start : line.end]
    labels = grammar.words["matters"]["front"]["labels"]
    if said.rstrip(":") in labels or len(said) > _LONGEST_NAME or not said[0].isupper():
        return None
    table = grammar.words["matters"]["papers"]
    papers = {name.lower() for kind in ("demand", "note") for name in table[kind]}
    if said[-1] in ".,;:" or " till " in said or re.search(r"\d", said) or papers & set(said.lower().split()):
        return None
    if _PERSON.match(said) and not names_body(said, grammar):
        return None
    if fold(said) in matter_headings(grammar) or paper_names(grammar).match(said):
        return None
    titles = tuple(fold(title) for title in grammar.words["matters"]["offices"]["titles"])
    if any(token in grammar.words["matters"]["papers"]["answers"] for token in said.lower().split()):
        return None
    signs = any(token.endswith(titles) for token in fold(said).split()) or _SIGNS.search(said)
    return said if len(said.split()) <= 9 and not signs else None


def tells_subject(words: str, name: re.Match[str], line: Line) -> bool:
    """Tell the subject line of a party's paper: 'Yrkande angående motion av …'."""
    return words[name.end() : line.end].lstrip(" :–-").startswith("angående")


def letterhead(
    words: str, lines: list[Line], index: int, grammar: Grammar, kind: str = "demand"
) -> tuple[int, str | None] | None:
    r"""Return where the head of a paper known by its subject line begins, and its body; parties and date stand between.

    The body may stand alone ('Kommunstyrelsen'), before the paper's name ('Kommunstyrelsen Yttrande (V)') or nowhere.

    >>> from protokoll.grammar import load
    >>> from protokoll.segmenting.matter_headings import find_lines
    >>> words = "Kommunstyrelsen\n\nInitiativ MP\n2022-12-02\n\nYrkande angående bad\n"
    >>> letterhead(words, list(find_lines(words, 0, len(words))), 3, load())
    (0, 'Kommunstyrelsen')
    """
    names = paper_names(grammar)
    for at in range(index - 1, max(-1, index - 1 - _LETTERHEAD), -1):
        line = lines[at]
        said = words[line.start : line.end]
        if grammar.is_body(said) and said[0].isupper() and " till " not in said:
            first = said.split(" och ")[0]
            return line.start, first if grammar.is_body(first) else said
        if said[-1] in ".:;" or len(said) > _LONGEST_LINE:
            return None
        before = _body_before(grammar).match(said)
        named = names.match(words, line.start + (before.end() if before else 0))
        # 'Särskilt yttrande Centerpartiet' in the head of a demand is no paper of its own.
        if named and named.lastgroup == kind:
            above = body_above(words, lines[at - 1] if at and not before else None, grammar)
            return (lines[at - 1].start if above else line.start), above or (before["body"] if before else None)
    return None


def before_page_head(words: str, start: int, end: int, body: str | None, grammar: Grammar) -> int:
    r"""Return where the head of a page that is printed again right before `end` begins: `end` where none is.

    >>> from protokoll.grammar import load
    >>> words = "Eva Ek (V) reserverar sig.\n\nParknämnden\n\nUtdrag ur protokoll nr 6\n\nVid protokollet"
    >>> words[before_page_head(words, 0, words.index("Vid"), "Parknämnden", load()):].split()[0]
    'Parknämnden'
    """
    lines = list(find_lines(words, max(start, end - _HEAD_ROOM), end))
    begin = end
    for line in reversed(lines):
        named = paper_names(grammar).match(words, line.start)
        if words[line.start : line.end] != body and not (named and named.lastgroup == "extract"):
            break
        begin = line.start
    return begin


def first_contents(words: str, start: int, end: int) -> int | None:
    r"""Return where the table of contents of an annex begins, with the title above it, between `start` and `end`.

    >>> words = "Kontoret delar det.\n\nLägesrapport\n\nInnehåll 1 Inledning ........ 3 2 Boende ....... 5\n"
    >>> words[first_contents(words, 0, len(words)):].split()[0]
    'Lägesrapport'
    """
    match = _CONTENTS.search(words, start, end)
    return match.start() if match else None


@lru_cache(maxsize=8)
def paper_names(grammar: Grammar) -> re.Pattern[str]:
    """Return an expression for what a paper calls itself, its groups named by the kinds of paper.

    >>> from protokoll.grammar import load
    >>> paper_names(load()).match("Tilläggsyrkande angående bad").lastgroup
    'demand'
    """
    table = grammar.words["matters"]["papers"]
    kinds = ("demand", "note", "dissent", "report", "extract", "motion", "question")
    groups = [
        f"(?P<{kind}>{'|'.join(re.escape(name) for name in sorted(table[kind], key=len, reverse=True))})"
        for kind in kinds
    ] + [r"(?P<front>Handling\s+(?:19|20)\d\d\s+nr)"]
    # The names of extracts are also printed with a capital inside: "Utdrag ur Protokoll".
    either = "|".join(groups).replace("protokoll)", "[Pp]rotokoll)").replace("protokoll|", "[Pp]rotokoll|")
    return re.compile(rf"(?:{either}|(?P<annex>{_ANNEX.pattern}))(?![\wåäö])")


@lru_cache(maxsize=8)
def _body_parts(grammar: Grammar) -> re.Pattern[str]:
    table = grammar.words["matters"]["boards"]
    parts, wholes = ("|".join(map(re.escape, table[entry])) for entry in ("parts", "ends"))
    return re.compile(rf"(?:{parts})|(?:{wholes})\b")


@lru_cache(maxsize=8)
def _body_before(grammar: Grammar) -> re.Pattern[str]:
    """Match the body that stands before the name of its paper on one line: 'Parknämnden Centrum Yrkande (V)'."""
    deciding = "|".join(map(re.escape, grammar.words["bodies"]["deciding"]))
    return re.compile(rf"(?P<body>[A-ZÅÄÖ][\w-]*(?:{deciding})(?:\s[A-ZÅÄÖ][a-zåäö]+(?=\s[A-ZÅÄÖ]))?)\s+")
