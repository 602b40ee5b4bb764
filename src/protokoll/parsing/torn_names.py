"""Names of voters that the end of a page has torn: the given name stands above it, the surname below."""

import re

from msgspec.structs import replace

from protokoll.model.document import Voter
from protokoll.model.text import CleanText, Span

__all__ = ["joined_names"]

# The last words before the end of the page, after a comma or "och" and without a party, and the first after it.
_TORN = re.compile(
    r"(?:,|\boch|\bsamt)[ \t\n]+(?P<first>[A-ZÅÄÖÉÜ][\w'’-]+(?:[ ][A-ZÅÄÖÉÜ][\w'’-]+)?)[ \t]*\n(?:[ \t]*\n)+[ \t]*"
    r"(?P<last>[A-ZÅÄÖÉÜ][\w'’-]+(?:[ ][A-ZÅÄÖÉÜ][\w'’-]+)?)[ ]*\("
)


def joined_names(text: CleanText, names: Span, voters: list[Voter]) -> list[Voter]:
    """Return `voters` with the name whole where a page ends inside it: 'och Britt-Inger', and below 'Hallberg (C)'."""
    for torn in _TORN.finditer(text.text, names.start, names.end):
        last = text.passage(*torn.span("last"))
        whole = text.passage(torn.start("first"), torn.end("last"))
        voters = [
            _joined(text, voter, f"{torn['first']} {torn['last']}", whole.span.start)
            if voter.name == torn["last"] and voter.span.start == last.span.start
            else voter
            for voter in voters
        ]
    return voters


def _joined(text: CleanText, voter: Voter, name: str, start: int) -> Voter:
    span = Span(start, voter.span.end)
    return replace(voter, name=name, span=span, page=text.page_at(start), printed=span.of(text.source.text))
