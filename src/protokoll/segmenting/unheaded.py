"""Extracts of minutes that are bound in without the head that calls them so: a § with its matter's number."""

import re
from functools import lru_cache

from protokoll.grammar import Grammar
from protokoll.model.text import Span
from protokoll.segmenting.matter_headings import Line

__all__ = ["goes_on", "section_number"]

# "§ 92, N609-0137/23", "§222, N166-0392/23", "§ 273 Ärendenummer SOCN-2025-01052", "§ 215 Dnr MKN-2022-18724".
_NUMBER = re.compile(
    r"""§\s?\d{1,4}[a-z]?,?\s{1,3}(?:(?i:ärendenummer|ärendenr|diarienummer|diarienr|dnr)[.:]?\s{1,3})?
        (?=[^\s§]{0,24}\d[^\s§]{0,12}(?:\s|$))[\w-]{1,24}(?:[/-]\d{1,10})?(?!\S)""",
    re.VERBOSE,
)
_LONGEST_TITLE = 420
_NEAR = 3


def section_number(words: str, lines: list[Line], index: int, grammar: Grammar) -> Span | None:
    r"""Return where the number of a § ends a line's title or opens it, where that § stands with its sections below.

    A sentence that only mentions the § of another meeting has no section close below.

    >>> from protokoll.grammar import load
    >>> from protokoll.segmenting.matter_headings import find_lines
    >>> words = "Motion av Eva Ek (V) om bad § 92, N609-0137/23\n\nBeslut Parknämnden avstyrker motionen.\n"
    >>> number = section_number(words, list(find_lines(words, 0, len(words))), 0, load())
    >>> number.of(words) if number else None
    '§ 92, N609-0137/23'
    """
    line = lines[index]
    stop = min(line.end, line.start + _LONGEST_TITLE)
    match = _NUMBER.search(words, line.start, stop)
    if match is None or not (words[line.start].isupper() or words[line.start] == "§"):
        return None
    opens = match.start() == line.start
    inside = _sections(grammar).match(words, match.end() + 1, line.end)
    if not opens and not inside and match.end() != line.end:
        return None
    below = any(_sections(grammar).match(words, each.start) for each in lines[index + 1 : index + 1 + _NEAR])
    return Span(*match.span()) if inside or below else None


def goes_on(words: str, line: Line) -> bool:
    """Tell words that go on with the § above from the head of a paper: somebody acts in them."""
    return bool(_ACTS.match(words, line.start, line.end))


# "Protokollsanteckning Per Ek (S) antecknar …": the page's head stands above a section, not above a paper's name.
_ACTS = re.compile(
    r"[A-ZÅÄÖ][a-zåäö]+ (?:[A-ZÅÄÖ][\wåäöÅÄÖ-]+ ){2,5}\([A-ZÅÄÖ]\w{0,3}\)[^.\n]{0,300}?"
    r"\b(?:antecknar|lämnar|anmäler|reserverar|yrkar|inkommer)\b"
)


@lru_cache(maxsize=8)
def _sections(grammar: Grammar) -> re.Pattern[str]:
    headings = "|".join(re.escape(each) for each in grammar.words["matters"]["papers"]["sections"])
    return re.compile(rf"(?:{headings})(?::|[ \t]*$|[ \t]+(?=[A-ZÅÄÖ\d]))", re.MULTILINE)
