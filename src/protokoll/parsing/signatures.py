"""Where a politician's own text is signed: place, date and names under it are no part of what was said."""

import re

from msgspec.structs import replace

from protokoll.grammar import Grammar
from protokoll.model.document import Actors
from protokoll.model.text import CleanText, Span
from protokoll.parsing.actors import NAME, NOBODY, find_actors, joined_actors, party_of

__all__ = ["signers", "unsigned"]

_DAY = r"(?:den\s+)?(?:\d{1,2}(?:\s+[a-zåäö]+|/\d{1,2})\s+\d{4}|\d{4}-\d\d-\d\d|\d{6})"
# "Eva Ek⏎gruppledare (c)".
_TITLE = r"[a-zåäö][a-zåäö:0-9 ]{3,40}"
_SIGNED = re.compile(
    rf"""\n\s*(?:[A-ZÅÄÖ][\wåäöÅÄÖ-]+(?:[ ][A-ZÅÄÖ][\wåäö]+)?[ ,]+)?{_DAY}[ \t.]*\n
        (?:\s*(?:För[ ][^\n]{{3,40}}|{NAME}(?:[ \t]*[(,][^\n]{{0,50}})?|[.…_]{{5,}})[ \t]*(?:\n|\Z)){{1,8}}\s*\Z""",
    re.VERBOSE,
)
# Names, each with the party on a line of its own, under the last full stop.
_NAMED = re.compile(
    rf"(?<=[.!?”\"])[ \t]*(?:\n\s*{NAME}(?:,?[ \t]*\n?[ \t]*(?:{_TITLE}))?[ \t]+\([^()\n]{{1,20}}\)"
    r"[ \t]*(?=\n|\Z)){1,8}\s*\Z"
)
# A line of a signature; a title with the party may stand on the line under the name, or after a comma.
_LINE = re.compile(rf"(?P<name>[^\n,]+)(?:,?\s*{_TITLE}[ \t]+\((?P<party>[^()\n]{{1,20}})\))?[^\n]*")
_ROOM = 500


def unsigned(words: str, span: Span) -> Span:
    r"""Return `span` without place, date and names that close it.

    >>> said = "Vi anser att badet ska vara kvar.\n\nTallåsa den 3 maj 2011\nEva Ek (V)"
    >>> unsigned(said, Span(0, len(said))).of(said)
    'Vi anser att badet ska vara kvar.'
    """
    match = _signature(words, span)
    return Span(span.start, match.start()) if match else span


def signers(text: CleanText, span: Span, grammar: Grammar) -> Actors:
    r"""Return who signed the text that `span` holds: the names under its last full stop, or nobody.

    >>> from protokoll.grammar import load
    >>> from protokoll.model.text import SourceText
    >>> said = "Vi anser att badet ska vara kvar.\n\nEva Ek (V)\nBo Ask (V)"
    >>> text = CleanText(SourceText("-", "", 0, "text", None, said), (), said)
    >>> [person.name for person in signers(text, Span(0, len(said)), load()).persons]
    ['Eva Ek', 'Bo Ask']
    """
    match = _signature(text.text, span)
    by = NOBODY
    for line in _LINE.finditer(text.text, match.start(), match.end()) if match else ():
        found = find_actors(text, *line.span("name"), grammar)
        code = party_of(line["party"], grammar) if line["party"] else None
        if code and not found.parties:
            persons = tuple(replace(each, party=code) for each in found.persons)
            found = replace(found, persons=persons, parties=(code,))
        by = joined_actors(by, found) if by.persons or by.parties else found
    return by if by.parties else NOBODY


def _signature(words: str, span: Span) -> re.Match[str] | None:
    start = max(span.start, span.end - _ROOM)
    match = _SIGNED.search(words, start, span.end) or _NAMED.search(words, start, span.end)
    return match if match and words[span.start : match.start()].strip() else None
