"""What a text refers to: amounts of money, deadlines, laws, reports and bills, motions, meetings, other matters."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from protokoll.model.document import Reference, ReferenceKind
from protokoll.model.text import CleanText
from protokoll.parsing.references import find_diary_spans, match_date

__all__ = ["find_references"]

# 450 kr · 1 200 000 kronor · 4.450.000 kronor · 40.000:- · 5 958,6 tkr · 2,5 mnkr · 1,2 miljarder kronor.
_SIGN = re.compile(r"kr(?<=[\d\s\u00a0tkmnd]kr)(?:onor)?(?![a-zåäö])|:-(?<=\d:-)", re.IGNORECASE)
_AMOUNT = re.compile(
    r"""(?<![\w,.:/-])(?P<number>(?:\d{1,3}(?:[ \u00a0.\n]\d{3})+|\d+)(?:,\d+)?)[ \u00a0\n]?
        (?P<unit>kronor|kr|[tk]kr|mn?kr|mdkr|(?:tusen|miljon(?:er)?|miljard(?:er)?)\s+kr(?:onor)?|:-)\Z""",
    re.VERBOSE | re.IGNORECASE,
)
_NUMBER_ROOM = 40
_FACTORS = {"t": 1_000, "kk": 1_000, "md": 1_000_000_000, "miljard": 1_000_000_000, "m": 1_000_000}

# senast den 31 mars 2024 · före den 1 juli 2025 · före utgången av 2024 · senast i november 2024 · till och med 2026
_DUE = re.compile(
    r"""(?<!\w)(?:senast|före|innan|fram[ ]till|till[ ]och[ ]med|t\.o\.m\.|inom)\s+
        (?P<when>(?:den\s+)?\d{1,2}\s+[a-zåäö]{3,9}\s+(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d
          |(?:(?:vid|i|under|utgången\s+av)\s+)+(?:[a-zåäö]+\s+)?(?:19|20)\d\d
          |(?:en|ett|två|tre|fyra|fem|sex|nio|tolv|\d{1,2})\s+(?:veckor|vecka|månader|månad|år)\b)""",
    re.VERBOSE | re.IGNORECASE,
)

_DUE_KEYS = (
    "senast",
    "Senast",
    "före ",
    "Före ",
    "innan ",
    "Innan ",
    "fram till",
    "till och med",
    "t.o.m.",
    "inom ",
    "Inom ",
)

# 5 kap. 50 § kommunallagen · 14 § LVU · 4 kap 1 § 2 st. SoL · kommunallagen (2017:725) 5 kap. 27 § · SFS 2017:725
_LAW = (
    r"(?:[a-zåäöA-ZÅÄÖ-]{3,40}(?:lagen|balken|förordningen|ordningen)|lagen\s+\("
    r"|[SLPFOK](?:VU|VM|SS|oL|BL|SL|L)\b|JB\b|MB\b|RF\b)"
)
_PARAGRAPH = re.compile(
    rf"""(?<![\w§])(?:(?P<chapter>\d{{1,3}}\s?[a-z]?)\s*kap\.?(?:itlet)?\s*)?(?P<section>\d{{1,3}}(?:\s?[a-z])?(?:\s*[-–]\s*\d{{1,3}})?)\s*§§?
        (?:\s*,?\s*(?:\d|första|andra|tredje|fjärde)\s*(?:st(?:ycket|\.)?|punkten|p\.?))*\s*(?:i\s+)?(?P<law>{_LAW})""",
    re.VERBOSE,
)
# SFS 2017:725 · (2017:725) after a law's name · SOU 2020:47 · Ds 2016:24 · prop. 2016/17:171 · dir. 2019:32
_SERIES = re.compile(
    r"""(?<!\w)(?P<series>SFS|SOU|Ds|[Pp]rop(?:osition(?:en)?)?\.?|[Dd]ir\.?|[Ss]kr\.|[Bb]et\.)\s*(?:nr\s+)?
        (?P<number>(?:19|20)\d\d(?:/\d\d)?\s?:\s?(?:[A-Z][A-Za-z]{1,3})?\d{1,4})""",
    re.VERBOSE,
)
_SERIES_KEYS = ("SFS", "SOU", "Ds ", "Prop", "prop", "Dir", "dir. ", "dir ", "Skr.", "skr.", "Bet.", "bet.")
_STATUTE = re.compile(r"\(((?:1[89]|20)\d\d:\d{1,4})\)")
# Motion 2011:44 · motion (2011:44) · motion nr 12
_MOTION = re.compile(r"(?<!\w)[Mm]otion(?:en)?\s+(?:nr\s+(?P<number>\d{1,3})\b|\(?(?P<year>(?:19|20)\d\d:\d{1,3})\b)")
# Kommunstyrelsen 2023-10-04 § 134 · kommunfullmäktige den 20 februari 2023, § 18 · KS 2009-05-26, § 104
_MEETING = re.compile(
    r"""(?P<body>\b(?:[A-ZÅÄÖ]?[a-zåäö]*(?:nämnden|styrelsen|fullmäktige|utskottet?|beredningen)|K[SF]|KSAU|[A-ZÅÄÖ][a-zåäö]{0,2}N))\b
        (?:\s+(?:den|beslutade?|har|beslut))*\s+(?P<date>\d{4}-\d\d-\d\d|\d{1,2}\s+[a-zåäö]{3,9}\s+(?:19|20)\d\d)
        ,?\s*(?:\()?(?:§§?\s*(?P<item>\d{1,4}(?:/\d{2,4})?))""",
    re.VERBOSE,
)
_BEFORE_SIGN, _AFTER_SIGN, _BEFORE_MEETING, _AFTER_YEAR = 24, 80, 90, 16
_YEAR = re.compile(r"(?:19|20)\d\d")
# What every diary number without a label has: a year beside a bar, a hyphen or a full stop.
_YEARED = re.compile(r"/(?<=\d/)\d\d|[/.:-](?<=\d{4}.)\d")


class _Hit(NamedTuple):
    start: int
    end: int
    kind: ReferenceKind
    text: str
    value: float | None = None


def find_references(text: CleanText, start: int, end: int) -> tuple[Reference, ...]:
    r"""Return what the words between `start` and `end` of the clean text refer to, in order, each with its place.

    Args:
        text: the cleaned text.
        start: the first character.
        end: the character after the last.

    >>> from protokoll.model.text import SourceText
    >>> words = "Nämnden får 2,5 mnkr enligt 5 kap. 27 § kommunallagen och svarar senast den 3 maj 2024."
    >>> source = SourceText(path="-", sha256="", size=0, reader="text", encoding=None, text=words)
    >>> [(each.kind.value, each.text) for each in find_references(CleanText(source, (), words), 0, len(words))]
    [('amount', '2500000 kr'), ('law', '5 kap. 27 § kommunallagen'), ('deadline', '2024-05-03')]
    """
    words = text.text
    finders = (_amounts, _deadlines, _laws, _papers, _meetings, _matters)
    hits = sorted({hit for finder in finders for hit in finder(words, start, end)}, key=_longest_first)
    found, reach = [], -1
    for hit in hits:
        if hit.start >= reach:
            place = text.passage(hit.start, hit.end)
            found.append(Reference(hit.kind, hit.text, hit.value, place.span, place.page, place.printed))
            reach = hit.end
    return tuple(found)


def _longest_first(hit: _Hit) -> tuple[int, int]:
    return hit.start, -hit.end


def _near(words: str, keys: Iterable[str], start: int, end: int) -> Iterator[int]:
    """Yield where any of `keys` stands: to find a few letters is far cheaper than to try an expression everywhere."""
    for key in keys:
        at = words.find(key, start, end)
        while at >= 0:
            yield at
            at = words.find(key, at + len(key), end)


def _amounts(words: str, start: int, end: int) -> Iterator[_Hit]:
    for sign in _SIGN.finditer(words, start, end):
        # What is likely a unit is read with its number; far fewer words are units than digits are numbers.
        left = max(start, sign.start() - _NUMBER_ROOM)
        amount = _AMOUNT.search(words, left, sign.end())
        if amount:
            digits = re.sub(r"[ \u00a0.\n]", "", amount["number"]).replace(",", ".")
            named = amount["unit"].lower()
            factor = next((value for prefix, value in _FACTORS.items() if named.startswith(prefix)), 1)
            kronor = round(float(digits) * factor, 2)
            said = f"{kronor:.2f}".removesuffix(".00")
            yield _Hit(*amount.span(), ReferenceKind.AMOUNT, f"{said} kr", kronor)


def _deadlines(words: str, start: int, end: int) -> Iterator[_Hit]:
    for at in _near(words, _DUE_KEYS, start, end):
        match = _DUE.match(words, at, end)
        if match:
            when = " ".join(match["when"].split())
            yield _Hit(*match.span(), ReferenceKind.DEADLINE, match_date(when) or when)


def _laws(words: str, start: int, end: int) -> Iterator[_Hit]:
    for at in _near(words, "§", start, end):
        if not words[max(start, at - 3) : at].rstrip()[-1:].isalnum():  # the number of a law stands before its sign
            continue
        match = _PARAGRAPH.search(words, max(start, at - _BEFORE_SIGN), min(end, at + _AFTER_SIGN))
        if match:
            chapter = f"{' '.join(match['chapter'].split())} kap. " if match["chapter"] else ""
            law = match["law"].rstrip(" (")
            yield _Hit(*match.span(), ReferenceKind.LAW, f"{chapter}{' '.join(match['section'].split())} § {law}")


def _papers(words: str, start: int, end: int) -> Iterator[_Hit]:
    for at in _near(words, _SERIES_KEYS, start, end):
        match = _SERIES.match(words, at, end)
        if match:
            series = match["series"].rstrip(".").lower()
            name = {"sfs": "SFS", "sou": "SOU", "ds": "Ds"}.get(series, f"{series[:4].rstrip('.')}.")
            kind = ReferenceKind.LAW if name == "SFS" else ReferenceKind.REPORT
            yield _Hit(*match.span(), kind, f"{name} {''.join(match['number'].split())}")
    for at in _near(words, ("lagen (", "lag ("), start, end):
        match = _STATUTE.match(words, words.index("(", at), end)
        if match:
            yield _Hit(*match.span(1), ReferenceKind.LAW, f"SFS {match[1]}")
    for at in _near(words, ("motion", "Motion"), start, end):
        match = _MOTION.match(words, at, end)
        if match:
            yield _Hit(*match.span(), ReferenceKind.MOTION, match["year"] or match["number"])


def _meetings(words: str, start: int, end: int) -> Iterator[_Hit]:
    for at in _near(words, "§", start, end):
        left = max(start, at - _BEFORE_MEETING)
        if not _YEAR.search(words, max(left, at - _AFTER_YEAR), at):
            continue
        match = _MEETING.search(words, left, min(end, at + 12))
        date = match_date(match["date"]) if match else None
        if match and date:
            yield _Hit(*match.span(), ReferenceKind.MEETING, f"{match['body']} {date} § {match['item']}")


def _matters(words: str, start: int, end: int) -> Iterator[_Hit]:
    reach = start
    for match in _YEARED.finditer(words, start, end):
        left, right = max(reach, match.start() - 16), min(end, match.end() + 16)
        for begin, stop in find_diary_spans(words, left, right, labelled=False):
            yield _Hit(begin, stop, ReferenceKind.MATTER, " ".join(words[begin:stop].split()))
            reach = max(reach, stop)
