"""What Ja and Nej stand for in a vote (voteringsproposition)."""

import re
from collections.abc import Iterator

from protokoll.model.document import Ballot
from protokoll.model.text import CleanText, Passage, Span

__all__ = ["find_ballots"]

_MEANS = (
    r"(?:är\s+för|står\s+för|för|till|är|=|:|[–-](?=\s)"
    r"|inneb[äa]r|betyd(?:er|de)|avs(?:er|åg)|gäll(?:er|de)|motsvarar)"
)
# What no side says but what is asked for: there "är" or "innebär" may be left out.
_ASKING = r"(?=(?:bifall|avslag|återremiss|bordläggning|att|[\w-]+s\s+(?:förslag|yrkande))\b)"
# A new line with the result ends the ballot, though no full stop does.
_RESULT = r"\n[ \t]*(?:Vid\s|Omröst|Voter|Result|Utfall|Med\s|Ja\b|Nej\b|Följande|Upprop|Ordföranden|Efter\s|\d)"
# In a line that went on, the result may follow without a stop: "… Bo Asks yrkande Omröstningen ger 17 ja".
_GOES_ON = (
    r"[ ](?=(?-i:Ja|JA|Nej|NEJ)[- ]?(?:röster|röstar|röstade)\b"
    r"|(?-i:Omröst|Voter|Röst|Result|Utfall|Ledam|Namn|Följande|Upprop)"
    r"|(?-i:(?:[A-ZÅÄÖÉ][\w'’-]+[ ]){2,4}\([^()\n]{1,25}\)(?:,[ ]ordf\w*\.?)?[ .:,–-]+(?:[Jj]a|JA|[Nn]ej|NEJ|[Xx])\b)"
    r"|(?-i:(?:[A-ZÅÄÖ]\w*(?:ämnden|tyrelsen|ullmäktige|tskottet)|Ordföranden)[ ](?:godkän|beslut|finn|bifall)\w+)"
    r"|(?-i:Vid|Med)[ ](?:omröst|voter|upprop|\d|\w+[ ](?:ja|röst))|\d{1,3}[ ](?:ja|nej)\b)"
)
# "Ja för A och Nej för B", "Ja för A. Nej för B", "Ja-röst för A, Nej-röst för B", "Ja = A, Nej = B", "Ja-röst: A⏎
# Nej-röst: B".
# What is counted ("5 ja-röster för A och 8 nej-röster för B") is a result, no ballot; nor is "vi säger ja till A".
_JA, _NEJ = (
    rf"""["”“]?\b{side}\b["”“]?(?:-?[ ]?(?:röst(?:er)?|svar)\b|-proposition(?:en)?)?["”“]?""" for side in ("Ja", "Nej")
)
_SIDES = re.compile(
    rf"""["”“']?\s*{_JA}\s*(?P<copula>{_MEANS})\s+(?>(?P<yes>[^"”“]{{1,400}}?)
        (?:\s*[.,;]|\s+(?:och|samt|medan))?\s+(?:och\s+|[–−•*-]\s+)?(?:att\s+)?{_NEJ}\s*
        (?:{_MEANS}\s+|{_ASKING}))(?P<no>(?:[^"”“\n]|\n(?![ \t]*\n)){{1,600}}?)
        (?=\s*\.?\s*["”“]|(?<!fl)\.\s|\.?\s*$|\n[ \t]*\n|{_RESULT}|{_GOES_ON})""",
    re.VERBOSE | re.IGNORECASE,
)
# What stands after the paragraph of a side, as the head of a page does, is no part of it.
_PARAGRAPH = re.compile(r"(?<=\S)\.?[ \t]*\n[ \t]*\n")
_BEFORE = 32  # characters before a ballot in which a count would stand
_COUNT = re.compile(
    r"(?:\d|\b(?:en|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|antal|säga|säger))"
    r"(?:\s+(?:ledam(?:ot|öter)|personer|röster)\s+(?:röst(?:ar|ade)|svara(?:r|de))(?:\s+för)?)?[ \t\"”“]*\Z",
    re.IGNORECASE,
)
# After a colon stands what is voted on, or the names of those who voted.
_ASKED = re.compile(
    r"\b(?:bifall|avslag|avslå|återremi|bordlägg|godkänn|antag|anta\b|avgör)|yrkande|förslag|beslut", re.IGNORECASE
)
_VERB = (
    r"(?:röstar|säger|trycker(?:\s+på)?|svarar|avger|lägger"
    r"|sk(?:a|all|ulle)\s+(?:svara|rösta|säga)|svarade|röstade|rösta|svara)"
)
# A stretch of one sentence; "m.fl." ends none.
_SAID = r"(?:[^.:;]|(?<=\bm)\.(?=\s?fl)|(?<=[\s.m]fl)\.)"
# The full stop after a sentence, and not those of "m.fl.".
_STOP = r"(?:(?<!fl)\.(?!\s?fl\b)|(?<=fl)\.(?=\s*(?:$|(?-i:[A-ZÅÄÖ]))))"
_WHO = r"(?:(?:vill|önskar|ville)\s+(?:rösta\s+(?:för|på)\s+)?|röst(?:ar|ade)\s+(?:för|på)\s+|(?:är|var)\s+för\s+)?"
# "Den som vill bifalla A röstar ja. Den som vill bifalla B röstar nej."
_WISHES = re.compile(
    rf"""(?:Den|De|Ledamöter|Ledamot),?\s+som\s+{_WHO}(?>(?P<yes>{_SAID}{{1,400}}?),?\s+
        {_VERB}\s+(?:en\s+)?["”“]?ja\b)(?:-röst|-knapp\w*)?["”“]?[.,;\s–-]+(?:och\s+|medan\s+|samt\s+)?(?:att\s+)?
        (?:vinner\s+nej,?\s+(?:bifalle?s|anta(?:ge)?s)\s+(?P<else>[^.;]{{3,200}})
          |(?:den|de)\s+det\s+(?:ej|inte|icke)\s+(?:vill|önskar)\s+{_VERB}\s+["”“]?nej\b["”“]?(?=[;,.]\s*vinner)
          |(?:(?:den|de|ledamöter|ledamot),?\s+(?:som\s+|det\s+ej\s+|det\s+inte\s+))?
            {_WHO}(?>(?P<no>{_SAID}{{1,400}}?),?\s+(?:{_VERB})?\s*(?:en\s+)?["”“]?nej\b)(?:-röst|-knapp\w*)?["”“]?)
        (?:[;,.]\s*vinner\s+nej[,]?\s+(?:har|är)\s+(?:(?:[\w-]+\s+){{0,2}}(?P<won>(?:bifall|beslut|antag|avsl)\w*[^.;]+)
          |(?P<bare>[^.;]{{3,200}}?)\s+(?:bifallits|antagits|bifallet|antaget)))?""",
    re.VERBOSE | re.IGNORECASE,
)
# "Den som röstar ja bifaller A. Den som röstar nej bifaller B."
_CHOICES = re.compile(
    rf"""(?:Den|De|Ledamöter)\s+som\s+{_VERB}\s+["”“]?ja["”“]?\s+(?:röstar\s+för\s+|är\s+för\s+)?(?>(?P<yes>{_SAID}{{1,400}}?)
        (?:[.,;]\s+|\s+)(?:och\s+|medan\s+)?(?:den|de|ledamöter)\s+som\s+{_VERB}\s+["”“]?nej)["”“]?\s+
        (?:röstar\s+för\s+|är\s+för\s+)?(?P<no>{_SAID}{{1,400}}?)(?={_STOP}|[;:]|\n[ \t]*\n|$)""",
    re.VERBOSE | re.IGNORECASE,
)
# "Bifall till A = JA⏎Avslag på A = NEJ", "Bifall till A är ja-röst och avslag på A är nej-röst".
_MARK = r"[ \t]*(?:=|–|-|→|:|(?<=\s)(?:är|ger|blir))\s*"
_LINES = re.compile(
    rf"""(?:^[ \t]*|(?<=[.:]\s))(?:Den\s+som\s+{_WHO})?(?P<yes>(?=\S)[^=.:]{{3,200}}?)
        {_MARK}["”“]?ja\b(?:-?röst(?:er)?)?["”“]?(?:[.,;]?\s+(?:och\s+|medan\s+)?)(?:Den\s+som\s+{_WHO})?
        (?P<no>[^=.:]{{3,200}}?){_MARK}["”“]?nej\b(?:-?röst(?:er)?)?["”“]?[.,;]?(?:[ \t]*$|(?=\s+(?-i:[A-ZÅÄÖ])))""",
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)
_ELLIPSIS = re.compile(r"^(?P<act>avslag|bifall)$", re.IGNORECASE)
_AIM = re.compile(r"^(?:bifall|avslag)\s+(?:till|på)\s+(?P<aim>.+)$", re.IGNORECASE | re.DOTALL)


def find_ballots(text: CleanText, span: Span) -> Iterator[tuple[Ballot, Span]]:
    """Yield each ballot inside `span` of the clean text, and where it stands.

    Both sides are written out: in 'Ja för avslag och Nej för bifall till X' Ja is 'avslag på X'. A bare Ja means
    nothing: in many municipalities it is as often a No to the party that proposed.
    """
    for match in _matches(text.text, span):
        sides = match.groupdict()
        lost = next((side for side in ("won", "bare", "else", "no") if sides.get(side)), None)
        if lost is None:
            continue
        yes, no = (_bare(text, match, side) for side in ("yes", lost))
        yield Ballot(_completed(yes, no), _completed(no, yes)), Span(*match.span())


def _matches(words: str, span: Span) -> Iterator[re.Match[str]]:
    """Yield what has the shape of a ballot, in order; the first of two that overlap."""
    found = [
        match
        for pattern in (_SIDES, _WISHES, _CHOICES, _LINES)
        for match in pattern.finditer(words, span.start, span.end)
        if _is_meant(words, match)
    ]
    end = span.start
    for match in sorted(found, key=lambda each: each.start()):
        if match.start() >= end:
            yield match
            end = match.end()


def _is_meant(words: str, match: re.Match[str]) -> bool:
    """Leave out what has the shape of a ballot and is a result: counts, and names with their votes."""
    if match.re is _LINES:
        return bool(_ASKED.search(match["yes"]) and _ASKED.search(match["no"]))
    return match.re is not _SIDES or _is_ballot(words, match)


def _is_ballot(words: str, match: re.Match[str]) -> bool:
    asked = bool(_ASKED.search(match["yes"]) and _ASKED.search(match["no"]))
    if match["copula"] in (":", "–", "-"):
        return asked
    start = match.end() - len(match[0].lstrip("\"”“' \t\n"))
    return not _COUNT.search(words, max(0, start - _BEFORE), start)


def _bare(text: CleanText, match: re.Match[str], side: str) -> Passage:
    start, end = match.span(side)
    gap = _PARAGRAPH.search(text.text, start, end)
    passage = text.passage(start, gap.start() if gap else end)
    return Passage(passage.text.rstrip(' ."”“,'), passage.span, passage.page, passage.printed)


def _completed(side: Passage, other: Passage) -> Passage:
    short, whole = _ELLIPSIS.match(side.text), _AIM.match(other.text)
    if not short or not whole:
        return side
    link = "på" if short["act"].lower() == "avslag" else "till"
    return Passage(f"{short['act']} {link} {whole['aim']}", side.span, side.page, side.printed)
