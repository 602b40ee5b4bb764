"""How a statement names its maker without a verb: on a line above, in its mention, before a colon."""

import re
from typing import NamedTuple

from protokoll.grammar import Grammar
from protokoll.model.document import Actors
from protokoll.model.text import CleanText, Span
from protokoll.parsing.actors import find_parties, joined_actors
from protokoll.parsing.makers import find_makers

__all__ = ["Introduction", "introduction", "maker_line"]

# "Yttrande från (M, D och L), protokollsbilaga 1": all that is said of it.
_MENTIONED = re.compile(
    r"(?:\w+\s+)?(?:[Yy]ttrande|[Uu]ttalande|\w*anteckning)\s+(?:från|av)\s+(?P<who>[A-ZÅÄÖ(][^\n.:]{0,80}?)"
    r"(?=,?\s+(?:från|se|enligt|den|\w*bilaga)\b|\s+\d|\s*\.?\Z)"
)
# "S-, MP- och V-gruppernas särskilda uttalande, se bilaga 2".
_OF_THEIRS = re.compile(
    r"(?P<who>[A-ZÅÄÖ(][^\n.:]{0,80}?s)\s+(?:särskilda\s+)?(?:[Yy]ttrande|[Uu]ttalande|\w*anteckning)"
    r"(?=,?\s+(?:se|enligt|\w*bilaga)\b|\s*\.?\Z)"
)
# "Socialdemokraterna, Eva Ek: Vi anser …".
_SPOKEN = re.compile(r"(?P<who>[A-ZÅÄÖ][^\n:().]{3,70}):\s*(?=\S)")
# Its maker on a line of its own over the words: "från Eva Ek (V)⏎Nämnden borde …", "Sverigedemokraterna⏎Vi anser …".
_MAKER_LINE = re.compile(
    r"\s*(?:(?:från|av|för)\s+)?(?P<who>[a-zåäö]{1,4}-gruppen|(?!(?:Det|Den|De|Vi|Jag|I|En|Ett|Som|För|Att|Om|Vid)\s)[A-ZÅÄÖ(][^\s.:;]*"
    r"(?:[ \t]+(?:[A-ZÅÄÖ(][^\s.:;]*|och|samt|m\.?\s?fl\.?|av|von|de))*)[ \t]*\n(?=\s*\S)"
)


class Introduction(NamedTuple):
    """Who makes a statement, and where its own words begin, if they follow."""

    by: Actors
    words_from: int | None


def maker_line(text: CleanText, start: int, end: int, grammar: Grammar) -> Introduction | None:
    r"""Read a line at `start` that holds nothing but the maker, over the words of the statement.

    >>> from protokoll.grammar import load
    >>> from protokoll.model.text import SourceText
    >>> said = "från Eva Ek (V)\nNämnden borde ta fram en plan."
    >>> text = CleanText(SourceText("-", "", 0, "text", None, said), (), said)
    >>> maker_line(text, 0, len(said), load()).by.parties
    ('V',)
    """
    line = _MAKER_LINE.match(text.text, start, end)
    by = find_makers(text, *line.span("who"), grammar) if line else None
    return Introduction(by, line.end()) if line and by and by.parties else None


def introduction(text: CleanText, span: Span, grammar: Grammar) -> Introduction | None:
    """Read a maker named without a verb: 'Yttrande från M, se bilaga 1', 'S-gruppens särskilda yttrande'.

    >>> from protokoll.grammar import load
    >>> from protokoll.model.text import SourceText
    >>> said = "Centerpartiet, Eva Ek: Vi anser att badet ska vara kvar."
    >>> text = CleanText(SourceText("-", "", 0, "text", None, said), (), said)
    >>> introduction(text, Span(0, len(said)), load()).by.parties
    ('C',)
    """
    words = text.text
    mentioned = _MENTIONED.match(words, span.start, span.end) or _OF_THEIRS.match(words, span.start, span.end)
    if mentioned:
        by = find_makers(text, *mentioned.span("who"), grammar)
        return Introduction(by, None) if by.persons or by.parties else None
    spoken = _SPOKEN.match(words, span.start, span.end)
    parties = tuple(dict.fromkeys(find_parties(spoken["who"], grammar))) if spoken else ()
    by = find_makers(text, *spoken.span("who"), grammar) if spoken and parties else Actors()
    return Introduction(joined_actors(by, Actors(parties=parties)), spoken.end()) if spoken and by.persons else None
