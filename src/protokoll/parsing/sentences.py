"""Where a sentence ends in the Swedish of minutes."""

import re
from collections.abc import Iterator

from protokoll.model.text import Span

__all__ = ["opens_paragraph", "sentences"]

# A sentence ends at . ! ? (with closing quotes or bracket) before white space and a capital, digit, quote or dash, at a
# colon before a line end or list mark, and at a blank line or before a list mark, whatever stands there.
_END = re.compile(
    r"""[.!?:\n](?:
        (?P<stop>(?<=[.!?])["”’»)]*(?=\s+["”“»(]?[A-ZÅÄÖÉ0-9§–-])|(?<=:)(?=[ \t]*\n|\s+(?:\d{1,2}[.)]|[–-])\s))
      | (?<=\n)[ \t]*\n\s*
      | (?<=\n)(?=[ \t]*(?:\d{1,2}[.)]|[a-zåäö][.)]|[-–•*o])[ \t]))""",
    re.VERBOSE,
)
# Abbreviations whose point ends no sentence, and ordinals ("1.") and initials ("A.").
_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:m\.?\s?fl|m\.?\s?m|bl\.?\s?a|t\.?\s?ex|d\.?\s?v\.?\s?s|s\.?\s?k|f\.?\s?n|p\.?\s?g\.?\s?a|e\.?\s?d|o\.?\s?d|nr|dnr|kl|ca|kap|ordf|ers|tjg|jfr"
    r"|resp|inkl|exkl|avd|sid|s|v|vice|ev|adj|sekr|org|fr\.?\s?o\.?\s?m|t\.?\s?o\.?\s?m|[A-ZÅÄÖ])\.$"
)
# Words that are cut short only before a number: "bil. 3", and not "… en bil. Därefter …".
_BEFORE_NUMBER = re.compile(r"(?:^|[\s(])(?:st|tel|prop|bil)\.$")
# The number of a list item is no sentence of its own.
_NUMBER = re.compile(r"\s*(?:\d{1,2}|[a-zåäö])\.")
_DIGITS = tuple("0123456789§")
_BLANK = re.compile(r"\n[ \t]*\n[ \t]*$")
_NOTHING = re.compile(r"\s*+")


def sentences(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the sentences of `text` between `start` and `end`, without outer white space.

    Line breaks inside a sentence do not end it, blank lines and list marks do.

    >>> words = "Eva Ek m.fl. (V) yrkar bifall. Bo Ask (M) yrkar avslag."
    >>> [span.of(words) for span in sentences(words, 0, len(words))]
    ['Eva Ek m.fl. (V) yrkar bifall.', 'Bo Ask (M) yrkar avslag.']
    """
    begin = start
    for match in _END.finditer(text, start, end):
        stops = match["stop"] is not None
        if stops and _ABBREVIATION.search(text, max(begin, match.start() - 14), match.start() + 1):
            continue
        if stops and _is_before_number(text, begin, match):
            continue
        if stops and _NUMBER.fullmatch(text, begin, match.end()):
            continue
        span = _trim(text, begin, match.end() if stops else match.start())
        if span.start < span.end:
            yield span
        begin = match.end()
    span = _trim(text, begin, end)
    if span.start < span.end:
        yield span


def _is_before_number(text: str, begin: int, match: re.Match[str]) -> bool:
    follows = text[match.end() : match.end() + 3].strip()[:1] in _DIGITS
    return follows and _BEFORE_NUMBER.search(text, max(begin, match.start() - 7), match.start() + 1) is not None


def opens_paragraph(text: str, start: int) -> bool:
    r"""Tell whether a blank line, or nothing at all, stands before `start`.

    >>> opens_paragraph("Ett.\n\nTvå.", 6), opens_paragraph("Ett.\nTvå.", 5)
    (True, False)
    """
    return bool(_BLANK.search(text, max(0, start - 12), start)) or _NOTHING.fullmatch(text, 0, start) is not None


def _trim(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    return Span(start + len(words) - len(words.lstrip()), max(start, end - (len(words) - len(words.rstrip()))))
