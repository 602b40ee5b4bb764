"""Rule `characters`: one form for each letter and blank; quotes and dashes stay as printed."""

import re
import unicodedata
from collections.abc import Iterator

from protokoll.grammar import Grammar
from protokoll.model.text import Edit, Span

__all__ = ["mend_characters"]

# What a character stands for. PDF readers give U+FFFE or U+0002 for a hyphen at the end of a line that they
# closed up, and private-use characters for the bullets of symbol fonts.
_FORMS = (
    dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad", "")
    | dict.fromkeys(
        "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
    )
    | dict.fromkeys("\x0b\u2028\u2029", "\n")
    | dict.fromkeys("\uf0b7\uf0a7\uf0d8\uf0fc\uf06e\uf076", "•")
    | {"\ufffe": "-\n", "\x02": "-\n", "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl"}
    | {"\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st"}
)
# What Windows-1252 has where Latin-1 has control characters: dashes and quotes, if they were decoded as such.
_FORMS |= {chr(code): bytes((code,)).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}
_CONTROLS = r"\x00\x01\x03-\x08\x0e-\x1f\x7f"
_MARKS = r"\u0300-\u036f"
# One class of characters, so that the search runs at full speed; what a match means is told afterwards.
_ODD = re.compile(
    # A soft hyphen before a line end hyphenates; elsewhere it does not show.
    rf"(?P<marks>[{_MARKS}]+)|(?P<hyphen>\u00ad(?=[ ]*\n))|(?P<single>[{''.join(_FORMS)}{_CONTROLS}])"
)
_ANY = re.compile(rf"[{_MARKS}{''.join(_FORMS)}{_CONTROLS}]")
# Marks that some PDF fonts print twice: the ring and the dots of å, ä, ö.
_DOUBLED = {"\u030a": "åÅ", "\u0308": "äÄöÖüÜëËïÏ"}


def mend_characters(text: str, grammar: Grammar) -> Iterator[Edit]:  # noqa: ARG001 (every rule is given the grammar)
    r"""Propose one form for decomposed letters, ligatures, invisible characters and blanks.

    >>> from protokoll.grammar import load
    >>> from protokoll.cleaning.replaying import apply
    >>> apply("pra\u030amining av ﬁsk\u00a0", mend_characters("pra\u030amining av ﬁsk\u00a0", load()))
    'pråmining av fisk '
    """
    if not _ANY.search(text):
        return
    for match in _ODD.finditer(text):
        if match["marks"]:
            yield _marked(text, match.start(), match.end())
        else:
            yield Edit(Span(match.start(), match.end()), "-" if match["hyphen"] else _FORMS.get(match.group(), ""))


def _marked(text: str, start: int, end: int) -> Edit:
    """Put one letter for a letter and the marks after it; marks that lost their letter go."""
    base = text[start - 1 : start]
    if not base.isalpha() or base in _FORMS:
        return Edit(Span(start, end), "")
    composed = unicodedata.normalize("NFC", text[start - 1 : end])
    letter = composed[0]
    marks = (mark for mark in composed[1:] if letter not in _DOUBLED.get(mark, ""))
    return Edit(Span(start - 1, end), letter + "".join(marks))
