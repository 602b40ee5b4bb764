"""The numbers of a vote."""

import re
from typing import NamedTuple

from protokoll.model.text import CleanText, Passage, Span

__all__ = ["Tally", "find_tally"]

_NUMBERS = ("noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")
_N = rf"(?<![\w-])(?P<n>\d{{1,3}}|ett|{'|'.join(_NUMBERS)})"
_M = r"[ \t]*[:=]\s*(?P<m>\d{1,3})"
_MEMBERS = r"[ \t]+(?:ledam(?:ot|öter)\s+|som\s+)?(?:är\s+|var\s+)?"
_VOTED = r"[ \t]*(?:st\.?\s+)?[\"”“]?(?:röster\s+)?"
# "40 Ja mot 28 Nej", "5 Ja-röster", "Antal Ja: 39", "12 ledamöter avstår", "En ledamot är frånvarande".
_SIDES = {
    "yes": rf"{_N}{_VOTED}(?:ja\b|ja-röst|jaröst)|\bja(?:-röster)?{_M}",
    "no": rf"{_N}{_VOTED}(?:nej\b|nej-röst|nejröst)|\bnej(?:-röster)?{_M}",
    "abstain": rf"{_N}{_MEMBERS}(?:avst[åo]\w+|nedlagd|lägger\s+ned|lade\s+ned)|\bavst(?:år|ående|ått)?{_M}",
    "absent": rf"{_N}{_MEMBERS}frånvarande|\bfrånv(?:arande)?\.?{_M}",
}
_PATTERNS = {side: re.compile(pattern, re.IGNORECASE) for side, pattern in _SIDES.items()}
# "med röstsiffrorna 23-21", "röstetalen 31 mot 30": the winning side first, so which is Ja is not said.
_SCORE = re.compile(r"röst(?:siffrorna|etalen|erna)\s+(\d{1,3})\s*(?:-|–|mot)\s*(\d{1,3})", re.IGNORECASE)


class Tally(NamedTuple):
    """The printed numbers of a vote, each None where it is not printed, and the words that print them."""

    yes: int | None
    no: int | None
    abstain: int | None
    absent: int | None
    words: Passage | None


def find_tally(text: CleanText, span: Span) -> Tally:
    """Return the numbers that stand inside `span` of the clean text: 'utfaller med 40 Ja mot 28 Nej'."""
    found = {side: pattern.search(text.text, span.start, span.end) for side, pattern in _PATTERNS.items()}
    numbers = {side: _number(match["n"] or match["m"]) if match else None for side, match in found.items()}
    places = [match.span() for match in found.values() if match]
    if not places:
        score = _SCORE.search(text.text, span.start, span.end)
        return Tally(None, None, None, None, text.passage(*score.span()) if score else None)
    words = text.passage(min(start for start, _ in places), max(end for _, end in places))
    return Tally(numbers["yes"], numbers["no"], numbers["abstain"], numbers["absent"], words)


def _number(words: str) -> int:
    if words.isdigit():
        return int(words)
    return 1 if words.lower() == "ett" else _NUMBERS.index(words.lower())
