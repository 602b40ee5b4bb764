"""Capitals: which words are left alone for them, and how a mended word is written."""

import re

from protokoll.cleaning.repair.candidate import Candidate
from protokoll.cleaning.repair.tokens import Token

__all__ = ["cased", "is_abbreviation", "opens_line"]

_NARROW = 55
"""A line shorter than this did not run to the margin: what follows it begins anew."""
_FARTHEST = 400
_LEADERS = " \t*-\"'(\f–—•§$.:0123456789"
# A line of a list, a table of contents or a form: what it begins with is a heading's capital.
_LISTED = re.compile(r"^\s*[-*•–]|\w:\s|\.{4}|\s\d+$")
_LONE = frozenset("&|apsrn")
_SHORT = 5
_BESIDE = re.compile(r"(?:[a-zåäö,.] |^|[\n\f])\| [^\W\d_]")
_DAY = re.compile(r"\bden\s+$")
"""Before a bar that is the first of a month."""


def opens_line(text: str, start: int) -> bool:
    r"""Tell whether the word at `start` is the first of a line after one that did not run to the margin.

    >>> opens_line("Beslut\nArendet bordlaggs", 7)
    True
    """
    line_start = text.rfind("\n", max(0, start - _FARTHEST), start) + 1
    if (not line_start and start > _FARTHEST) or text[line_start:start].strip(_LEADERS):
        return False
    before_end = max(0, line_start - 1)
    before = text[text.rfind("\n", max(0, before_end - _FARTHEST), before_end) + 1 : before_end].rstrip()
    if not before or len(before) < _NARROW:
        return True
    end = text.find("\n", start, start + _FARTHEST)
    line = text[line_start : end if end > 0 else start + _FARTHEST]
    return len(before) < 0.85 * len(line) or _LISTED.search(line) is not None


def is_abbreviation(text: str, token: Token) -> bool:
    """Tell whether a piece is a single letter, initials, a party in brackets or half a word, which are left alone.

    >>> is_abbreviation("enligt KSAU den", Token("word", "KSAU", 7, 11, True))
    True
    """
    piece, after = token.text, text[token.end : token.end + 1]
    if text[token.end : token.end + 2] == "-\n" or text[token.start - 2 : token.start] == "-\n":
        return True
    if piece == "|":
        return not _is_letter_i(text, token)
    if len(piece) == 1:
        return piece not in _LONE or after in {".", ")", ":", "/"}
    if len(piece) <= _SHORT and piece.isalpha() and piece.isupper():
        return not (len(piece) == 2 and piece[1] == "A")  # SA, FA: so, få with the mark of å or ö as a capital
    if len(piece) <= _SHORT and piece[0].isupper() and any(letter.isupper() for letter in piece[1:]):
        return True
    return len(piece) <= 3 and after == ")" and text[token.start - 1 : token.start] == "("


def _is_letter_i(text: str, token: Token) -> bool:
    """Tell whether a bar can be the word *i*: not the first of a month, nor a line between cells."""
    before = text[max(0, token.start - _FARTHEST) : token.start].rpartition("\n")[2]
    after = text[token.end : token.end + _FARTHEST].partition("\n")[0]
    if "|" in before + after or _DAY.search(before):
        return False
    return _BESIDE.search(text[max(0, token.start - 2) : token.end + 2]) is not None


def cased(seen: str, candidate: Candidate, *, begins: bool) -> str:
    """Return the candidate with the capitals that it must have had on the page.

    Args:
        seen: the word as read; an initial å, ä or ö is often read as a capital.
        candidate: what it was.
        begins: whether it stands where a sentence, a line or a heading begins.

    >>> arende = Candidate("ärende", 0.1, 9.0, 1, 1.0, "lexicon")
    >>> cased("Arende", arende, begins=False), cased("ARENDE", arende, begins=True)
    ('ärende', 'ÄRENDE')
    """
    text = candidate.text
    letters = [letter for letter in seen if letter.isalpha()]
    capitals = sum(letter.isupper() for letter in letters)
    if capitals > 1 and all(letter.isupper() or letter == "l" for letter in letters):  # l is read for I
        if len(letters) == 2 and candidate.case == 1:
            return text[0].upper() + text[1:] if begins else text
        return text.upper()
    if seen == "|":
        return "I" if begins else "i"
    if seen[0].isupper():
        common = candidate.case == 1 or candidate.kind == "compound"
        if (text[0] in "åäö" or (seen[0] == "I" and text[0] == "l")) and common and not begins:
            return text
        return text[0].upper() + _inner(seen, text)
    return "I" + text[1:] if begins and seen[0] == "l" and text[0] == "i" else text


def _inner(seen: str, text: str) -> str:
    """Return the rest of a word with the capitals that it has inside: `GöteborgsLokaler`."""
    if len(seen) != len(text) or seen[1:].islower():
        return text[1:]
    pairs = zip(seen[1:], text[1:], strict=True)
    return "".join(letter.upper() if other == letter.upper() else letter for other, letter in pairs)
