"""Lists of papers, earlier steps and recipients: one entry a line or a sentence."""

import re

from protokoll.model.text import CleanText, Passage, Span
from protokoll.parsing.sentences import sentences

__all__ = ["find_entries"]

_MARK = re.compile(r"^(?:[-–•*]|\d{1,2}[.)])\s+")
_LINE = re.compile(r"[^\n]+")
_OPEN_END = re.compile(r"(?:,|\b(?:och|den|från|i|på|av|till|för)|\b[Dd]nr(?:\s+[A-ZÅÄÖ]{1,5})?)$")
# The last words of a line tell whether it runs on; they are no longer than this.
_WORD_ROOM = 40


def find_entries(text: CleanText, content: Span) -> tuple[Passage, ...]:
    """Return the entries of a list in the order of the text.

    Each line is an entry unless it runs on from the line before (it opens in lower case, or the line before
    ends in a comma or an open word); several sentences on a line are several entries.
    """
    words = text.text
    entries = []
    for start, end in _lines(words, content):
        for span in sentences(words, start, end):
            mark = _MARK.match(span.of(words))
            begin = span.start + (mark.end() if mark else 0)
            if words[begin : span.end].strip(" .-–•"):
                entries.append(text.passage(begin, span.end))
    return tuple(entries)


def _lines(words: str, content: Span) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for match in _LINE.finditer(words, content.start, content.end):
        line = match[0].strip()
        if not line:
            continue
        runs_on = joined and (
            line[0].islower()
            or _OPEN_END.search(words[max(joined[-1][0], joined[-1][1] - _WORD_ROOM) : joined[-1][1]].rstrip())
        )
        if runs_on and words[joined[-1][1] : match.start()].count("\n") < 2:
            joined[-1] = (joined[-1][0], match.end())
        else:
            joined.append((match.start(), match.end()))
    return joined
