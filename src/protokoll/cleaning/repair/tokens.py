"""The words of a text as the mender sees them: pieces that may be misread, and the marks between that hold."""

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from protokoll.model.text import Span

__all__ = ["Token", "normal", "tokens_of"]

# One piece: letters with the digits and signs that Tesseract puts for å, ä, ö and i; or a run of digits; or a
# mark that closes a sentence; or an empty line. The bounds keep the search linear in a line without blanks.
_PIECE = re.compile(
    r"(?P<word>[^\W\d_]{0,60}[&{}|¥]?[^\W_]{0,60}[^\W\d_][^\W_]{0,60}(?:[&{}|¥][^\W_]{0,60}){0,4}|(?<![&|])[&|](?![&|]))"
    r"|(?P<number>\d+(?:[.,:/-]\d+)*)"
    r"|(?P<stop>[.!?:;](?=[\s\"')\]]|$)|\n[ \t]*\n\s*)",
)
# The same where a letter is worn: signs and figures may stand for a part of it, between letters, and 0 for a first o.
_WORN = re.compile(
    r"(?P<word>(?<!\w)(?:0(?=[a-zåäö]{2}))?[^\W\d_]{1,40}(?:[<>!{}|\\\d]{1,2}[^\W\d_]{1,40}){0,3})(?![\d_])"
    r"|(?P<number>\d+(?:[.,:/-]\d+)*)"
    r"|(?P<stop>[.!?:;](?=[\s\"')\]]|$)|\n[ \t]*\n\s*)",
)
_SUFFIX = "se|com|pdf|docx?|xlsx?|pptx?|odt|rtf|txt|csv|jsonl?|xml|html?|zip|png|jpe?g|tiff?"
# What is never touched, as a whole: addresses, file names, numbers with units and bars.
_FROZEN = re.compile(rf"\S{{0,80}} @ \S|[@\\]|\bwww\.|https?:|\.(?:{_SUFFIX})\b|\d{{2}}[-/]\d")
_REACH = 120
_INNER = str.maketrans({"G": "6", "O": "o", "@": "&", "¥": "&", "¢": "é", "$": "8", "£": "é", "è": "é"})
_CAPITAL = 3
_LONGEST = 50
"""No word is longer than this."""
_DAMAGED = re.compile(r"[a-zåäöéèA-ZÅÄÖ&{}|¥¢1468]+")


class Token(Struct, frozen=True, gc=False):
    """A piece of text from `start` to `end`; `kind` is word, number or stop."""

    kind: str
    text: str
    start: int
    end: int
    open: bool
    """Whether the piece may be mended."""


def tokens_of(text: str, span: Span | None = None, *, worn: bool = False) -> list[Token]:
    """Return the pieces of the text, or of one span of it, in order.

    Args:
        text: any text.
        span: the stretch that is wanted; all of it where none is given.
        worn: whether any letter may be misread, and not only å, ä, ö and i.

    >>> [token.text for token in tokens_of("Dnr 1.1/23: 6kad hjdlp p& 12 platser.") if token.kind == "word"]
    ['Dnr', '6kad', 'hjdlp', 'p&', 'platser']
    """
    start, end = (span.start, span.end) if span else (0, len(text))
    frozen = [*_frozen(text, start, end), (len(text), len(text))]
    at, tokens = 0, []
    for match in (_WORN if worn else _PIECE).finditer(text, start, end):
        start, end = match.span()
        while frozen[at][1] <= start and at < len(frozen) - 1:
            at += 1
        kind = match.lastgroup or "word"
        piece = match.group()
        free = kind == "word" and not frozen[at][0] <= start < frozen[at][1]
        free = free and (_may_be_worn(piece) if worn else _may_be_word(piece))
        tokens.append(Token(kind, piece, start, end, free))
    return tokens


def _frozen(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches without blanks around what must not be touched."""
    for match in _FROZEN.finditer(text, start, end):
        before = text[max(start, match.start() - _REACH) : match.start()]
        after = text[match.end() : match.end() + _REACH]
        yield (
            match.start() - len(before) + len(before.rstrip()) - len(before.split()[-1])
            if before[-1:].strip()
            else match.start(),
            match.end() + (len(after.split()[0]) if after[:1].strip() else 0),
        )


@lru_cache(8_000)
def _may_be_word(piece: str) -> bool:
    """Tell whether a piece can be a misread word: digits only where a letter of a lower-case word can be."""
    if len(piece) > _LONGEST or not _DAMAGED.fullmatch(piece):
        return False
    if piece.isalpha():
        return True
    letters = sum(letter.isalpha() for letter in piece)
    if piece[0].isupper() and letters < _CAPITAL:
        return False
    return len(piece) - letters <= max(1, letters // 2)


def _may_be_worn(piece: str) -> bool:
    """Tell whether a piece can be a misread word: figures and signs only within a word in lower case."""
    return len(piece) <= _LONGEST and (piece.isalpha() or piece[1:].lower() == piece[1:])


@lru_cache(8_000)
def normal(piece: str) -> str:
    """Return a piece in lower case, the capitals that stand for ö inside a word written as what they look like.

    >>> normal("sOker"), normal("berGr"), normal("Gymnasiet")
    ('soker', 'ber6r', 'gymnasiet')
    """
    letters = [letter for letter in piece if letter.isalpha()]
    if len(letters) > 1 and all(letter.isupper() for letter in letters):
        return piece.lower()
    return (piece[:1] + piece[1:].translate(_INNER)).lower()
