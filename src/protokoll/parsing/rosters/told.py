"""Attendance told in sentences that name everybody: 'Närvarande var ledamöterna Eva Ek (S), ordförande, …'."""

import re
from collections.abc import Iterator

from protokoll.model.text import Span
from protokoll.parsing.rosters.labels import LabelKind
from protokoll.parsing.rosters.sections import Section

__all__ = ["told_sections"]

# What leads in the names of a sentence, by the part that those have who follow.
_MEMBERS = (
    r"(?:(?:Närvarande|Beslutande|Tjänstgörande)[ ](?:[^.:\n(]{1,60}[ ])?var"
    r"|(?:närvar(?:ade)?|deltog|tjänstgjorde)(?:[ ][a-zåäö]+){0,3})"
    r"\s+(?:samtliga\s+)?(?:ledamöterna|ledamoten|(?<=var\s))\s*:?\s*(?=(?-i:[A-ZÅÄÖ]))"
)
_SUBSTITUTES = (
    r"(?:närvar(?:ade|ande)?|deltog|inställt\s+sig|ävensom)(?:[ ]\w+){0,4}\s+"
    r"(?:suppleanterna|suppleanten|ersättarna|ersättaren)\s+(?=(?-i:[A-ZÅÄÖ]))"
)
_OTHERS = r"(?:Sekreterare|Protokollförare|Vid\s+protokollet)\s+var\s+(?=\S)"
_LEADS = re.compile(rf"(?P<members>{_MEMBERS})|(?P<substitutes>{_SUBSTITUTES})|(?P<others>{_OTHERS})", re.IGNORECASE)
_END = re.compile(r"(?<![.\s]\w)\.(?:\s|$)|\n[ \t]*\n|\n[ \t]*§")
_FRONT = 6_000
_EXCEPT = re.compile(r"\b(?:utom|med\s+undantag|förutom)\b", re.IGNORECASE)


def told_sections(words: str, span: Span) -> Iterator[Section]:
    """Yield the stretches of a narrative front page that name those present, each to the end of its sentence.

    Who was there all the time is named with the others; a roll call told by exception is read elsewhere.

    >>> words = "Närvarande var ledamöterna Eva Ek (s) och Bo Ask (m). Vidare närvar ersättarna Liv Alm (c)."
    >>> [section.kinds[0].value for section in told_sections(words, Span(0, len(words)))]
    ['members', 'substitutes']
    """
    stop = min(span.end, span.start + _FRONT)
    for match in _LEADS.finditer(words, span.start, stop):
        end = _END.search(words, match.end(), stop)
        names = Span(match.end(), end.start() if end else stop)
        if not _EXCEPT.search(words, match.start(), names.end):
            yield Section((LabelKind(match.lastgroup or "members"),), (names,), Span(*match.span()))
