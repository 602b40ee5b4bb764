"""Where a politician's own text is signed: place, date and names under it are no part of what was said."""

import re

from protokoll.model.text import Span
from protokoll.parsing.actors import NAME

__all__ = ["unsigned"]

_DAY = r"(?:den\s+)?(?:\d{1,2}(?:\s+[a-zåäö]+|/\d{1,2})\s+\d{4}|\d{4}-\d\d-\d\d|\d{6})"
_SIGNED = re.compile(
    rf"""\n\s*(?:[A-ZÅÄÖ][\wåäöÅÄÖ-]+(?:[ ][A-ZÅÄÖ][\wåäö]+)?[ ,]+)?{_DAY}[ \t.]*\n
        (?:\s*(?:För[ ][^\n]{{3,40}}|{NAME}(?:[ \t]*[(,][^\n]{{0,50}})?|[.…_]{{5,}})[ \t]*(?:\n|\Z)){{1,8}}\s*\Z""",
    re.VERBOSE,
)
# Names, each with the party on a line of its own, under the last full stop.
_NAMED = re.compile(rf"(?<=[.!?”\"])[ \t]*(?:\n\s*{NAME}[ \t]+\([^()\n]{{1,20}}\)[ \t]*(?=\n|\Z)){{1,8}}\s*\Z")
_ROOM = 500


def unsigned(words: str, span: Span) -> Span:
    r"""Return `span` without place, date and names that close it.

    >>> said = "Vi anser att badet ska vara kvar.\n\nTallåsa den 3 maj 2011\nEva Ek (V)"
    >>> unsigned(said, Span(0, len(said))).of(said)
    'Vi anser att badet ska vara kvar.'
    """
    start = max(span.start, span.end - _ROOM)
    match = _SIGNED.search(words, start, span.end) or _NAMED.search(words, start, span.end)
    return Span(span.start, match.start()) if match and words[span.start : match.start()].strip() else span
