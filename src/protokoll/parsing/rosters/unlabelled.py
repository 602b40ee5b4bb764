"""A list of the present on a later page that has no label of its own: 'Övriga ledamöter redovisas på sidan 2'."""

import re

from protokoll.model.text import Span
from protokoll.parsing.rosters.labels import LabelKind
from protokoll.parsing.rosters.sections import Section

__all__ = ["unlabelled_section"]

_POINTS = re.compile(r"\bsid(?:an|a)?\.?[ ]+\d|\bnästa[ ]+sida\b", re.IGNORECASE)
_PERSON = r"[A-ZÅÄÖÉ][\w'’-]+(?:[ ][A-ZÅÄÖÉ][\w'’-]+){1,3}[ ]\([A-Za-zÅÄÖåäö]{1,4}\)"
# Five members in a row, each with a party in brackets.
_LIST = re.compile(rf"(?:{_PERSON}[ ,\n]+){{5}}")
_END = re.compile(r"\n[ \t]*\n")


def unlabelled_section(words: str, span: Span, sections: list[Section]) -> Section | None:
    """Return the list behind the pointer of a list of members, where no label stands over it.

    Args:
        words: the clean text.
        span: the front page.
        sections: the lists that have labels.

    >>> pointer = Section((LabelKind.MEMBERS,), (Span(16, 27),), Span(0, 16))
    >>> names = "Eva Ek (S) Bo Ask (M) Liv Alm (V) Kaj Hed (C) Siv Rot (L)"
    >>> words = f"Övriga ledamöter se sidan 2 {names} "
    >>> found = unlabelled_section(words, Span(0, len(words)), [pointer])
    >>> found.spans[0].of(words).strip() == names
    True
    """
    pointers = [
        part
        for section in sections
        if section.kinds[0] is LabelKind.MEMBERS
        for part in section.spans
        if _POINTS.search(words, part.start, min(part.end, part.start + 120))
    ]
    if not pointers:
        return None
    listed = _LIST.search(words, pointers[0].end, span.end)
    if not listed or any(part.start <= listed.start() < part.end for each in sections for part in each.spans):
        return None
    end = _END.search(words, listed.end(), span.end)
    later = [section.label.start for section in sections if section.label.start > listed.start()]
    stop = min([end.start() if end else span.end, *later])
    return Section((LabelKind.MEMBERS,), (Span(listed.start(), stop),), Span(listed.start(), listed.start()))
