"""Who voted how, where the names stand in running text."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from protokoll.grammar import Grammar
from protokoll.model.document import Voter, Voting
from protokoll.model.text import CleanText, Span
from protokoll.parsing.actors import find_persons

__all__ = ["Side", "find_sides"]

# "A (S), B (V) och C (MP) röstar Ja (3).": the names run from the end of the sentence before.
_AFTER_NAMES = re.compile(
    r"""(?P<how>(?:röstar|röstade)\s+(?:för\s+)?["”“]?(?:ja|nej)\b["”“]?
        |(?:avstår|avstod)(?:\s+från\s+att\s+rösta)?|(?:lägger|lade)\s+ned\s+sin\s+röst
        |(?:är|var)\s+frånvarande)\s*(?:\(\s*(?P<printed>\d{1,3})\s*(?:st\.?)?\))?""",
    re.VERBOSE | re.IGNORECASE,
)
# "Ja-röster: A (S), B (V)", "Nej röstar: …", "Följande ledamöter röstar ja (3): …": the names after their side.
_BEFORE_NAMES = re.compile(
    r"""^[ \t]*(?P<how>Ja(?:-röst(?:er|ar)?|\s+röstar|\s+röstade)?|Nej(?:-röst(?:er|ar)?|\s+röstar|\s+röstade)?
        |Avstår|Avstod|Avstående|Frånvarande|Följande\s+(?:ledamöter\s+)?(?:röstar|röstade)\s+(?:ja|nej))
        (?:\s*\((?P<printed>\d{1,3})\s*(?:st\.?)?\)|\s+(?P<bare>\d{1,3})\s*(?:st\.?)?)?\s*:\s*(?=[A-ZÅÄÖ])""",
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)
_CUT = re.compile(r"[.”\"]\s|\n[ \t]*\n|\(\d{1,3}\)\.?\s|:\s")
_NO_CUT = re.compile(r"(?:\b[A-ZÅÄÖ]|m\.fl|fl)\.\s$")
_GAP = re.compile(r"\n[ \t]*\n")


class Side(NamedTuple):
    """One side of a vote: its voters and the number printed for it."""

    how: Voting
    voters: tuple[Voter, ...]
    printed: int | None


def find_sides(text: CleanText, span: Span, grammar: Grammar) -> Iterator[Side]:
    """Yield each side whose names stand inside `span` of the clean text."""
    words = text.text
    begin = span.start
    for match in _AFTER_NAMES.finditer(words, span.start, span.end):
        names = Span(_names_from(words, begin, match.start()), match.start())
        begin = match.end()
        if "(" in names.of(words) or match["printed"]:
            yield _side(text, names, match["how"], match["printed"], grammar)
    listed = list(_BEFORE_NAMES.finditer(words, span.start, span.end))
    for index, match in enumerate(listed):
        stop = listed[index + 1].start() if index + 1 < len(listed) else span.end
        gap = _GAP.search(words, match.end(), stop)
        names = Span(match.end(), gap.start() if gap else stop)
        yield _side(text, names, match["how"], match["printed"] or match["bare"], grammar)


def _names_from(words: str, begin: int, end: int) -> int:
    """Return where the names before 'röstar' begin: after the last end of a sentence that is no abbreviation."""
    cuts = (cut.end() for cut in _CUT.finditer(words, begin, end))
    return max([begin, *(cut for cut in cuts if not _NO_CUT.search(words, max(0, cut - 8), cut))])


def _side(text: CleanText, names: Span, how: str, printed: str | None, grammar: Grammar) -> Side:
    voting = _voting(how)
    voters = tuple(
        Voter(person.name, person.party, voting, person.span, person.page, person.printed)
        for person in find_persons(text, names.start, names.end, grammar)
        if person.name
    )
    return Side(voting, voters, int(printed) if printed else None)


def _voting(how: str) -> Voting:
    said = how.lower()
    if "nej" in said:
        return Voting.NO
    if "frånv" in said:
        return Voting.ABSENT
    return Voting.YES if re.search(r"\bja\b", said) else Voting.ABSTAIN
