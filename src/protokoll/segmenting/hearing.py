"""The part of a report in which each consulted body stands under its own name."""

import re
from collections.abc import Iterator
from functools import lru_cache

from protokoll.grammar import Grammar, fold
from protokoll.model.outline import BlockKind
from protokoll.model.text import Span
from protokoll.segmenting.headings import Heading
from protokoll.segmenting.matter_headings import find_lines

__all__ = ["find_consulted", "hearing_marks"]

_LONGEST_LIST = 2_500
_LONGEST_NAME = 80
_SEPARATOR = re.compile(r"\s*,\s*|\s+(?:och|samt)\s+(?=[A-ZÅÄÖa-zåäö])")
# "barn- och ungdomsnämnden", "nämnden för arbete och hälsa": here "och" separates no names.
_JOINED = re.compile(r"-$|\bför\b")
# "Socialnämnden beslutade vid sitt sammanträde den 29 augusti 2023 följande."
_DECIDED = re.compile(r"(?P<body>[A-ZÅÄÖ][^.\n]{2,80}?)\s+(?:har\s+)?(?:beslutade|beslutat|beslöt|beslutar)\b")


def find_consulted(words: str, end: int, grammar: Grammar) -> frozenset[str]:
    """Return the names, folded, of those to whom the matter was sent.

    >>> from protokoll.grammar import load
    >>> words = "Ärendet har remitterats till socialnämnden, barn- och ungdomsnämnden och Polisregion Norr."
    >>> sorted(find_consulted(words, len(words), load()))
    ['barn och ungdomsnamnden', 'polisregion norr', 'socialnamnden']
    """
    names: set[str] = set()
    for match in _sent_to(grammar).finditer(words, 0, end):
        stop = re.compile(r"\.(?=\s|$)").search(words, match.end(), min(end, match.end() + _LONGEST_LIST))
        names |= {fold(name) for name in _split(words[match.end() : stop.start() if stop else match.end()])}
    return frozenset(name for name in names if name)


def hearing_marks(words: str, span: Span, consulted: frozenset[str], grammar: Grammar) -> Iterator[Heading]:
    r"""Yield what opens each block of the hearing: names, decisions, quoted texts, reservations.

    Subject headings inside a quoted text open nothing. After 'Reservationer m.m.' the names stand again, each
    with the dissents made there.

    >>> from protokoll.grammar import load
    >>> words = "Remissvar\n\nParknämnden\n\nParknämnden beslutade den 2 maj 2021 följande.\n\nNämnden säger ja.\n"
    >>> [mark.kind.value for mark in hearing_marks(words, Span(0, len(words)), frozenset(), load())]
    ['consultation', 'consultation', 'decision']
    """
    body: str | None = None
    named = span.start
    for line in find_lines(words, span.start, span.end):
        said = words[line.start : line.end]
        if line.start == span.start or fold(said) in _annexed(grammar):
            body = None
            yield Heading(BlockKind.CONSULTATION, Span(line.start, line.end), None)
        elif _is_name(said, consulted, grammar) and (line.after_stop or line.start == span.start):
            body, named = said.rstrip(" :"), line.end
            yield Heading(BlockKind.CONSULTATION, Span(line.start, line.end), body)
        elif body:
            opens = line.after_stop or not words[named : line.start].strip()
            mark = _inside(words, line.start, span.end, body, grammar) if opens else None
            if mark:
                yield mark


def _inside(words: str, start: int, end: int, body: str, grammar: Grammar) -> Heading | None:
    gap = re.compile(r"\n[ \t]*\n|\Z").search(words, start, end)
    paragraph = words[start : gap.start() if gap else end]
    folded = fold(paragraph[:200])
    for kind, openings in _openings(grammar).items():
        if folded.startswith(openings):
            return Heading(kind, Span(start, start), body)
    decided = _DECIDED.match(paragraph)
    if decided and _same(decided["body"], body) and len(paragraph) < 600:
        return Heading(BlockKind.DECISION, Span(start, start), body)
    # Where a blank line was lost, what is quoted stands in the same paragraph.
    for told in (paragraph.partition("\n")[0], paragraph):
        if any(phrase in " ".join(told.split()) for phrase in _quoted(grammar)):
            return Heading(BlockKind.CONSULTATION, Span(start, start + len(told)), body)
    return None


def _is_name(said: str, consulted: frozenset[str], grammar: Grammar) -> bool:
    if len(said) > _LONGEST_NAME or said[-1] in ".,;" or not said[0].isupper():
        return False
    folded = fold(said)
    if folded in consulted:
        return True
    bodies = grammar.words["bodies"]
    ends = (*bodies["deciding"], *bodies["office"])
    return len(said.split()) <= 6 and said.lower().endswith(ends) and not re.search(r"\d|\bav\b|\bi\b", said)


def _same(one: str, other: str) -> bool:
    """Tell whether two names mean the same body: 'Nämnden' and 'Stadsdelsnämnden' stand for the full name."""
    first, second = fold(one), fold(other)
    return first == second or first in ("namnden", "styrelsen", "stadsdelsnamnden") or second.startswith(first)


def _split(listed: str) -> Iterator[str]:
    """Split a list of names at commas and 'och', but not inside 'barn- och ungdomsnämnden'."""
    name, begin = "", 0
    for match in _SEPARATOR.finditer(listed):
        name = (name + listed[begin : match.start()]).strip()
        begin = match.end()
        if "," not in match[0] and _JOINED.search(name):
            name += match[0]
            continue
        yield name
        name = ""
    yield (name + listed[begin:]).strip()


@lru_cache(maxsize=8)
def _sent_to(grammar: Grammar) -> re.Pattern[str]:
    phrases = sorted(grammar.words["matters"]["council"]["consulted"], key=len, reverse=True)
    alternatives = "|".join(r"\s+".join(re.escape(word) for word in phrase.split()) for phrase in phrases)
    return re.compile(rf"\b(?:{alternatives})\s+")


@lru_cache(maxsize=8)
def _annexed(grammar: Grammar) -> frozenset[str]:
    return frozenset(fold(phrase) for phrase in grammar.words["matters"]["council"]["annexed"])


@lru_cache(maxsize=8)
def _quoted(grammar: Grammar) -> tuple[str, ...]:
    return tuple(grammar.words["matters"]["council"]["quoted"])


@lru_cache(maxsize=8)
def _openings(grammar: Grammar) -> dict[BlockKind, tuple[str, ...]]:
    table = grammar.words["matters"]["council"]
    kinds = (BlockKind.RESERVATION, BlockKind.SPECIAL_STATEMENT, BlockKind.SUBSTITUTE_STATEMENT)
    return {kind: tuple(f"{fold(phrase)} " for phrase in table[kind.value]) for kind in kinds}
