"""Misread § far from any head: in rolls (`ekonomichef 8 133`), in laws (`Av 9 8 framgår`), before and after numbers."""

import re
from collections.abc import Iterable, Iterator, Sequence

from protokoll.model.text import Edit, Span

__all__ = ["scattered_signs"]

_RIGHT = 0.99
_ENOUGH = 3
_WIDEST = 120
"""Items of one meeting are fewer."""
_SINGLE = "[8$S&£5]"
_TWO = r"88|\$\$|SS|&&|\$&|8\$|\$8|S8|8S"
_BLANK = r"[ \n]"
# Which items a person was there for, or a page is of: 'ekonomichef 8 133', 'Under 8 55 deltog'.
_ITEMS = (
    r"(?<![\d.,:/%%-])(?<!\d )(?P<part>(?i:\b(?:%s)) )?(?P<sign>[8S5])(?P<gap> )(?P<number>\d{1,3})"
    r"(?![\w%%/:]|[.,]\d| ?[-–] ?\d| \d)(?=[,.)]?(?P<after>\n| \(?[^\W\d]|$))"
)
# '(V) 8 62-75', '$$ 57, 60', 'Paragrafer 88 12-18': no number is written so.
_RANGED = re.compile(
    rf"(?<![\d.,:/-])(?<!\d )(?P<sign>{_TWO}|85|58|[8S$])(?P<gap> )(?P<number>\d{{1,3}}) ?[-–] ?-?"
    r"(?P<last>\d{1,3})(?![\w%/:-]|[.,]\d| ?(?:kr|tkr|mnkr|år)\b)"
)
_GLUED_RANGE = re.compile(
    r"(?i:paragraf(?:er(?:na)?)?):?[ \n]+(?P<sign>[8S])(?P<number>\d{1,3}) ?[-–] ?-?(?P<sign2>[8S])(?P<last>\d{1,3})\b"
)
# Nothing but a § is a dollar beside a number, in minutes that lost it: '16 a $', '25 $ samma lag', '$$ 57, 60'.
_DOLLAR = re.compile(
    rf"(?<=\d)(?P<gap>{_BLANK}?)(?P<sign>\${{1,2}})(?![\w$%&])|(?<=\d{_BLANK}[a-z]{_BLANK})(?P<sign3>\${{1,2}})(?![\w$])"
    rf"|(?<![\w$])(?P<sign2>\$\$|\$&|\$(?= \d{{1,3}}/\d\d\b))(?={_BLANK}?\d)"
)
# A line of its own between empty lines, before a title: '8 121', 'KF 8 38', 'g 211'.
_ALONE = re.compile(
    r"(?:\A|(?<=\n\n)|(?<=\f))[ \t]*(?:K[FfSs]|[A-ZÅÄÖ][a-zåäö]{0,3}[fnsu] )?"
    r"(?P<sign>[8g])(?P<gap> )(?P<number>\d{2,3})\n+(?=[A-ZÅÄÖ][a-zåäö]{3})"
)
_HEADED = re.compile(r"(?m)^(?:KF|KS|Kf|Ks) (?P<sign>[8g])(?P<gap> )(?P<number>\d{1,3})(?=\n| [A-ZÅÄÖ])")
_BEFORE_DIARY = re.compile(
    r"(?<=[a-zåäö)] )(?P<sign>[8S$&])(?P<gap>[ \n])(?P<number>\d{1,3}),? (?=[Dd]nr\b|[Dd]iarienr|Ärendenummer)"
)
_FORTS = re.compile(
    r"(?i:\bforts(?:ättning)?(?:\.| av| på| från)?) (?P<sign>[8$S&£])(?P<gap> ?)(?P<number>\d{1,3})\b(?![.,:/]?\d)"
)
_AFTER_BREAK = r"\d{1,2}%s(?:%s)%s\d{4},\s{1,3}(?P<sign>[8$&£])(?P<gap> )(?P<number>\d{1,4})(?=[.,;)]?[ \n]|$)"
_GLUED_DATE = re.compile(r"\b\d{4}-\d\d-\d\d[ \n]\(?(?P<sign>[8S])(?P<number>\d{2,3})(?=\)[.,]?|[.,;][ \n]|\n)")
_CHAPTER = re.compile(
    rf"\b[\dIl]{{1,2}}{_BLANK}kap(?:\.|:|,|itel|itlet)?,?{_BLANK}[\dIl]{{1,3}}(?: ?[a-z])?"
    rf"(?P<gap>{_BLANK})(?P<sign>{_SINGLE}|88|\$\$)(?={_BLANK}|[.,;)])"
)
_IN_BRACKETS = re.compile(r"\((?:\d{1,2}(?: ?[a-z])?)(?P<gap> )(?P<sign>[8S])(?=\)|,? )")
_LEGAL = r"\b(?:%s) (?P<sign>[8S&])(?P<gap> )(?P<number>\d{1,3})(?: ?[a-z])?(?![\w%%/:]|[.,]\d| \d)"
_STATED = (
    rf"(?i:\b(?:i|av|enligt|till|med|efter))({_BLANK})(?P<sign>[8S])(?P<gap> )(?P<number>\d{{1,3}})"
    r"(?: ?[a-z])?(?= (?:%s)\b)"
)
_NUMBERED = (
    rf"(?i:\b(?:i|av|enligt|och|eller|till))({_BLANK})\d{{1,3}}(?: ?[a-z])?(?P<gap> )(?P<sign>[8S])(?= (?:%s)\b)"
)
_LAW = (
    rf"(?<![\d-])(?<!\d )\b\d{{1,3}}(?: ?[a-z])?(?P<gap>{_BLANK})(?P<sign>{_SINGLE}|{_TWO}|58|85)"
    rf"(?={_BLANK}\w*(?:%s)\b)"
)
# Glued to its number: '3 kapitel 18.', '(2 kap. 18 i reglementet)', 'Av 81 framgår'.
_IN_CHAPTER = re.compile(
    rf"\b\d{{1,2}}{_BLANK}kap(?:\.|itel|itlet)?{_BLANK}\d{{1,2}}(?P<sign>8)(?= i\b|[.,;)](?!\d))(?!.{{0,3}}[8$§])"
)
_TOLD = r"(?<![\d.,:/-])(?<!\d )\b(?P<sign>[8S])(?P<number>\d{1,2})(?= (?:%s)\b)"
_PART = r"\b\d{1,2}(?P<sign>[8S])(?= (?:%s) (?:stycket|punkten|meningen))"
_LETTERED = re.compile(r"\b\d{1,3} [a-z] (?P<sign>88)(?=[.,;)]?(?:\n|$| [A-ZÅÄÖ]))")


def scattered_signs(text: str, items: Sequence[int], words: dict[str, list[str]], *, lost: bool) -> Iterator[Edit]:
    r"""Yield the signs that stand alone in a text that has no § of its own.

    Args:
        text: the text.
        items: the numbers of the items whose heads were found.
        words: the table `repair` of the grammar.
        lost: whether the text surely lost its signs; else only what can be nothing but a § is yielded.

    >>> from protokoll.grammar import load
    >>> text = "Ekonomichef Bo Ek 8 133\nAv 9 8 framgår och i 16 a $ samma lag"
    >>> words = load().words["repair"]
    >>> [edit.span.start for edit in scattered_signs(text, [131, 134], words, lost=True)]
    [18, 29, 50]
    """
    found = dict(_matched(text, _plain(words)))
    found |= dict(_glued_ranges(text, items))
    ranges = [match for match in _RANGED.finditer(text) if _is_range(match)]
    if lost or len(found) + len(ranges) >= _ENOUGH:
        numbers = [*items, *(int(match[name]) for match in ranges for name in ("number", "last"))]
        for match in ranges:
            found.setdefault(match.start("sign"), _edit(text, *match.span("sign"), double=match["sign"] not in "8S$"))
        for at, edit in (*_matched(text, _likely(words)), *_of_items(text, numbers, words["before_item"])):
            found.setdefault(at, edit)
    for at in sorted(found):
        yield found[at]


def _matched(text: str, patterns: Iterable[re.Pattern[str]]) -> Iterator[tuple[int, Edit]]:
    for pattern in patterns:
        for match in pattern.finditer(text):
            for name, sign in match.groupdict().items():
                if sign and name.startswith("sign"):
                    yield match.start(name), _edit(text, *match.span(name))


def _glued_ranges(text: str, items: Sequence[int]) -> Iterator[tuple[int, Edit]]:
    """Yield the signs of 'Paragrafer 854-864' where the items are 54 to 64; 'Paragrafer 82-86' is as printed."""
    for match in _GLUED_RANGE.finditer(text):
        if {int(match["number"]), int(match["last"])} & set(items):
            yield from ((match.start(name), _edit(text, *match.span(name))) for name in ("sign", "sign2"))


def _is_range(match: re.Match[str]) -> bool:
    return 0 < int(match["last"]) - int(match["number"]) <= _WIDEST


def _of_items(text: str, items: Sequence[int], before: Sequence[str]) -> Iterator[tuple[int, Edit]]:
    """Yield the signs before numbers that items of this text have."""
    if not items:
        return
    first, last = min(items) - 1, max(items) + 1
    for match in re.finditer(_ITEMS % "|".join(map(re.escape, before)), text):
        # '8 133' may be a number of four figures before a word; with two figures it is none.
        counted = match["after"].strip(" ,")[:1].islower() and not match["part"]
        if first <= int(match["number"]) <= last and not counted and len(match["number"]) > 1:
            yield match.start("sign"), _edit(text, *match.span("sign"))


def _plain(words: dict[str, list[str]]) -> Iterator[re.Pattern[str]]:
    """Yield the expressions for what can be nothing but a §."""
    stated = "|".join(words["after_clause"])
    yield from (_DOLLAR, _FORTS, _CHAPTER, _IN_CHAPTER)
    yield re.compile(_TOLD % "|".join(words["law_verbs"]))
    yield re.compile(_LEGAL % "|".join(words["law_names"]))
    yield re.compile(_STATED % stated)
    yield re.compile(_NUMBERED % stated)
    yield re.compile(_LAW % "|".join(words["after_sign"]))
    yield re.compile(_PART % "|".join(words["divisions"]))


def _likely(words: dict[str, list[str]]) -> Iterator[re.Pattern[str]]:
    """Yield the expressions for what is a § in a text that lost its signs."""
    yield from (_ALONE, _HEADED, _GLUED_DATE, _IN_BRACKETS, _LETTERED, _BEFORE_DIARY)
    yield re.compile(_AFTER_BREAK % (_BLANK, "|".join(words["months"]), _BLANK))


def _edit(text: str, start: int, end: int, *, double: bool = False) -> Edit:
    sign = "§§" if double or (end - start == 2 and text[start:end] != "85") else "§"
    before = " " if text[start - 1 : start].isdigit() else ""
    return Edit(Span(start, end), before + sign + (" " if text[end : end + 1].isdigit() else ""), _RIGHT, "place")
