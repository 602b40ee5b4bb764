"""What Ja and Nej stand for in a vote (voteringsproposition)."""

import re
from collections.abc import Iterator

from protokoll.model.document import Ballot
from protokoll.model.text import CleanText, Passage, Span

__all__ = ["find_ballots"]

# "Ja för A och Nej för B", "Ja för A. Nej för B", "Ja-röst för A, Nej-röst för B", "Ja = A, Nej = B".
_SIDES = re.compile(
    r"""["”“']?\s*\bJa(?:-röst(?:er)?)?\s*(?:är\s+för|för|till|är|=|innebär|betyder)\s+(?P<yes>[^"”“]{1,400}?)
        (?:\s*[.,;]|\s+(?:och|samt|medan))?\s+(?:och\s+)?(?:att\s+)?Nej(?:-röst(?:er)?)?\s*
        (?:är\s+för|för|till|är|=|innebär|betyder)\s+(?P<no>(?:[^"”“\n]|\n(?![ \t]*\n)){1,600}?)
        (?=\s*\.?\s*["”“]|(?<!fl)\.\s|\.?\s*$|\n[ \t]*\n)""",
    re.VERBOSE | re.IGNORECASE,
)
# "Den som vill bifalla A röstar ja. Den som vill bifalla B röstar nej."
_WISHES = re.compile(
    r"""(?:Den|De|Ledamöter)\s+som\s+(?:vill\s+|röst(?:ar|ade)\s+för\s+(?:att\s+)?|är\s+för\s+|stöder\s+)?(?P<yes>[^.:;]{1,400}?),?\s+
        (?:röstar|säger|trycker|svarar|skulle\s+(?:svara|rösta|säga))\s+["”“]?ja["”“]?[.,;\s]+(?:och\s+|medan\s+)?
        (?:(?:den|de)\s+(?:som\s+|det\s+ej\s+|det\s+inte\s+))?
        (?:vill\s+|röst(?:ar|ade)\s+för\s+|är\s+för\s+|stöder\s+)?(?P<no>[^.:;]{1,400}?),?\s+
        (?:röstar|säger|trycker|svarar)?\s*["”“]?nej["”“]?
        (?:[;,.]\s*vinner\s+nej[,]?\s+(?:har|är)\s+(?:[\w-]+\s+)?(?P<won>(?:bifall|beslut|antag|avsl)\w*[^.;]+))?""",
    re.VERBOSE | re.IGNORECASE,
)
_ELLIPSIS = re.compile(r"^(?P<act>avslag|bifall)$", re.IGNORECASE)
_AIM = re.compile(r"^(?:bifall|avslag)\s+(?:till|på)\s+(?P<aim>.+)$", re.IGNORECASE | re.DOTALL)


def find_ballots(text: CleanText, span: Span) -> Iterator[tuple[Ballot, Span]]:
    """Yield each ballot inside `span` of the clean text, and where it stands.

    Both sides are written out: in 'Ja för avslag och Nej för bifall till X' Ja is 'avslag på X'. A bare Ja means
    nothing: in many municipalities it is as often a No to the party that proposed.
    """
    words = text.text
    matches = list(_SIDES.finditer(words, span.start, span.end)) or _WISHES.finditer(words, span.start, span.end)
    for match in matches:
        won = "won" if "won" in match.re.groupindex and match["won"] else "no"
        yes, no = (_bare(text, match, side) for side in ("yes", won))
        yield Ballot(_completed(yes, no), _completed(no, yes)), Span(*match.span())


def _bare(text: CleanText, match: re.Match[str], side: str) -> Passage:
    passage = text.passage(*match.span(side))
    return Passage(passage.text.rstrip(' ."”“,'), passage.span, passage.page, passage.printed)


def _completed(side: Passage, other: Passage) -> Passage:
    short, whole = _ELLIPSIS.match(side.text), _AIM.match(other.text)
    if not short or not whole:
        return side
    link = "på" if short["act"].lower() == "avslag" else "till"
    return Passage(f"{short['act']} {link} {whole['aim']}", side.span, side.page, side.printed)
