"""Where headings, decisions and points begin in a text without lines."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from protokoll.grammar import Grammar, fold
from protokoll.model.outline import BlockKind

__all__ = ["FlatHeading", "find_decided", "find_headings", "find_points"]

_ENDS = "(?:nämnden|styrelsen|fullmäktige|utskottet|beredningen)"
_BODY = (
    rf"(?:[A-ZÅÄÖ][a-zåäö]+(?:-,?\s(?:[a-zåäö]+-,?\s)*och\s|\s)[a-zåäö-]*{_ENDS}|[A-ZÅÄÖ][\wåäö-]*{_ENDS}"
    r"|Nämnden|Styrelsen|Fullmäktige|Utskottet)"
)
# What follows a heading: a capital, a quote, a list; common nouns have no capital inside a sentence.
_FOLLOWS = r"(?=\s+(?:[A-ZÅÄÖ\"”(•]|[-–]\s|1[.)]\s|att\s|beslutar\s))"
_GENITIVE = re.compile(
    rf"(?<=\s)(?=[A-ZÅÄÖ]|s\s)(?:{_BODY}s|s)\s(?:beslut|förslag till beslut|förslag)(?::|{_FOLLOWS})"
)
_CAPITALS = re.compile(
    r"(?<=[a-zåäö0-9.)”]\s)(?:[A-ZÅÄÖ-]{2,}\s?(?:OCH\s)?){1,6}(?=\s[A-ZÅÄÖ]?[a-zåäö]|\s[A-ZÅÄÖ]\s|:)"
)
_BODY_CAPITALS = re.compile(
    r"(?<=\s)[A-ZÅÄÖ-]+(?:NÄMNDENS|STYRELSENS|UTSKOTTETS|FULLMÄKTIGES)\s(?:BESLUT|FÖRSLAG(?:\sTILL\s(?:BESLUT|[A-ZÅÄÖ]+))?)(?![A-ZÅÄÖ])"
)
_DECIDES = re.compile(rf"(?<=[.:)”]\s)(?=[A-ZÅÄÖ]){_BODY}\s(?:beslutar|beslutade|beslöt|föreslår)\b")
_SENTENCE = re.compile(r"(?:(?<=[a-zåäö)”]\.)|(?<=\d{3}\.))\s(?=[A-ZÅÄÖ])")
_NEXT = re.compile(r"(?<=[,;.])\s(?=att\s)|(?<=\ssamt)\s(?=att\s)|\s(?=Att\s)|\s(?=[-–•]\s[A-ZÅÄÖa-zåäö])|\s(?=ATT\s)")
_FIRST = re.compile(r"\b(?:beslutar?|besluta|BESLUTAR?|föreslås|följande):?(?P<gap>\s)(?=att\s)")
_SENTENCE_FIRST = re.compile(r"\b(?:beslutar?|BESLUTAR?|beslutade|följande):?\s(?=[A-ZÅÄÖ][a-zåäö]+\s[a-zåäö])")
# "… till den 31 augusti att uppdra åt": a list of att-satser without marks.
_UNMARKED = re.compile(r"(?P<before>[\wåäö.]+)\s(?=att\s(?P<verb>[a-zåäö]+)\s)")
_NUMBER = re.compile(r"\s(?=(?P<number>\d{1,2})[.)]\s[A-ZÅÄÖa-zåäö])")


class FlatHeading(NamedTuple):
    """A heading inside a line."""

    start: int
    end: int
    kind: BlockKind | None


def find_headings(text: str, start: int, end: int, grammar: Grammar) -> list[FlatHeading]:
    """Return the headings between `start` and `end`, in order."""
    found: dict[int, FlatHeading] = {}
    for match in _phrases(grammar).finditer(text, start, end):
        kind = grammar.headings.get(fold(match["phrase"]))
        found[match.start("phrase")] = FlatHeading(match.start("phrase"), match.end("phrase"), kind)
    for match in _GENITIVE.finditer(text, start, end):
        kind = (
            BlockKind.DECISION
            if match[0].rstrip(":").endswith("beslut") and "förslag" not in match[0]
            else BlockKind.PROPOSAL
        )
        found[match.start()] = FlatHeading(match.start(), match.end(), kind)
    for match in _BODY_CAPITALS.finditer(text, start, end):
        found[match.start()] = FlatHeading(
            match.start(), match.end(), BlockKind.DECISION if match[0].endswith("BESLUT") else BlockKind.PROPOSAL
        )
    words = frozenset(grammar.phrases("flat", "capital_headings"))
    for match in _CAPITALS.finditer(text, start, end):
        if not words.isdisjoint(match[0].split()):
            kind = BlockKind.DECISION if re.search(r"\bBESLUT(?:AR)?\b", match[0]) else None
            found[match.start()] = FlatHeading(match.start(), match.end(), kind)
    kept: list[FlatHeading] = []
    for at in sorted(found):
        if not kept or at >= kept[-1].end:
            kept.append(found[at])
    return kept


def find_decided(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where a sentence begins in which a body decides."""
    yield from (match.start() for match in _DECIDES.finditer(text, start, end))


def find_points(text: str, start: int, end: int, grammar: Grammar) -> Iterator[tuple[int, int, str]]:
    """Yield the blanks before the points of a decision, each with the break to be put there."""
    follows = [*_NEXT.finditer(text, start, end), *_unmarked(text, start, end, grammar)]
    yield from ((match.end() - 1, match.end(), "\n") for match in _SENTENCE_FIRST.finditer(text, start, end))
    first = _FIRST.search(text, start, end)
    if first and any(text.startswith("att ", match.end()) for match in follows):
        yield first.start("gap"), first.end("gap"), "\n"
    numbers = list(_numbered(text, start, end))
    taken = {match.end() - 1 for match in follows}
    yield from ((match.end() - 1, match.end(), "\n") for match in follows)
    yield from ((match.start(), match.end(), "\n") for match in numbers if match.start() not in taken)
    taken |= {match.start() for match in numbers}
    yield from (
        (match.start(), match.end(), "\n\n")
        for match in _SENTENCE.finditer(text, start, end)
        if match.start() not in taken
    )


def _unmarked(text: str, start: int, end: int, grammar: Grammar) -> Iterator[re.Match[str]]:
    verbs = frozenset(grammar.phrases("flat", "deciding"))
    receivers = tuple(grammar.phrases("points", "receivers"))
    before = frozenset(grammar.phrases("flat", "before_att"))
    for match in _UNMARKED.finditer(text, start, end):
        word = match["before"]
        if (
            match["verb"] in verbs
            and word.lower() not in before
            and not word.endswith(receivers)
            and not word.endswith((",", "."))
        ):
            yield match


def _numbered(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    wanted = 1
    for match in _NUMBER.finditer(text, max(0, start - 1), end):
        if int(match["number"]) == wanted:
            yield match
            wanted += 1


@lru_cache(maxsize=8)
def _phrases(grammar: Grammar) -> re.Pattern[str]:
    """Return one expression for the headings as printed, behind anything but a heading's own words."""
    phrases = {
        phrase
        for kind, each in grammar.words["headings"].items()
        for phrase in each
        if "{" not in phrase and kind not in ("contents",) and phrase[0].isupper()
    }
    longest = "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))
    lost = "|".join(re.escape(verb) for verb in grammar.phrases("flat", "lost_subject"))
    return re.compile(
        rf"(?:(?<=[a-zåäö0-9.,;:)”\"!?-]\s)|(?<=[A-ZÅÄÖ]{{2}}\s))(?P<phrase>(?:{longest}))(?::(?=\s)|{_FOLLOWS}|(?<=\sBeslut)(?=\s(?:{lost})\s))"
    )
