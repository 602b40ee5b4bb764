"""Names of voters not printed in one piece: torn by the end of a page, or with the surname first."""

import re

from msgspec.structs import replace

from protokoll.model.document import Voter
from protokoll.model.text import CleanText, Span

__all__ = ["joined_names", "turned_names"]

# The last words before the end of the page, after a comma or "och" and without a party, and the first after it.
_TORN = re.compile(
    r"(?:,|\boch|\bsamt)[ \t\n]+(?P<first>[A-ZÅÄÖÉÜ][\w'’-]+(?:[ ][A-ZÅÄÖÉÜ][\w'’-]+)?)[ \t]*\n(?:[ \t]*\n)+[ \t]*"
    r"(?P<last>[A-ZÅÄÖÉÜ][\w'’-]+(?:[ ][A-ZÅÄÖÉÜ][\w'’-]+)?)[ ]*\("
)
# "Lundell, Ove (S)" on a line of its own.
_TURNED = re.compile(r"^[ \t]*(?P<last>[A-ZÅÄÖÉÜ][\w'’-]+),[ ](?P<first>[A-ZÅÄÖÉÜ][\w'’-]+)[ ]+\(", re.MULTILINE)
_FEWEST = 2


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


def turned_names(text: CleanText, names: Span, voters: list[Voter]) -> list[Voter]:
    """Return `voters` with their whole names where each has a line on which the surname stands first."""
    turned = {text.passage(*match.span("first")).span.start: match for match in _TURNED.finditer(*_of(text, names))}
    if len(turned) < max(_FEWEST, len(voters)):
        return voters
    return [
        _joined(text, voter, f"{match['first']} {match['last']}", text.passage(*match.span("last")).span.start)
        if (match := turned.get(voter.span.start))
        else voter
        for voter in voters
    ]


def _of(text: CleanText, span: Span) -> tuple[str, int, int]:
    return text.text, span.start, span.end


def _joined(text: CleanText, voter: Voter, name: str, start: int) -> Voter:
    span = Span(start, voter.span.end)
    return replace(voter, name=name, span=span, page=text.page_at(start), printed=span.of(text.source.text))
