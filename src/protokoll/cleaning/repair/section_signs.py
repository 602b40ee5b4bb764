"""The § that a model without it reads as 8, $, S, 5 or &: restored by its place and by the run of numbers."""

import re
from collections.abc import Iterator

from protokoll.cleaning.repair.section_heads import chained_heads, find_heads
from protokoll.cleaning.repair.section_references import scattered_signs
from protokoll.grammar import Grammar
from protokoll.model.text import Edit, Span

__all__ = ["restore_section_signs"]

# The clauses of a statute, each with its number before the sign: '5 8 Nämnden ska'.
_CLAUSE = re.compile(
    r"^[ \t\f]*(?P<number>\d{1,3}) ?(?P<sign>[$&£]{1,2}|[85])(?P<gap>)(?= [A-ZÅÄÖ][a-zåäö]+,? [^\n])", re.MULTILINE
)
# What is no reference by itself, but one among others: a date, and after it a figure and a number that count nothing.
_LIKELY = (
    re.compile(
        r"\b\d{4}-\d\d-\d\d,?(?: |\n)(?P<sign>[$&£]{1,2}|[85])(?P<gap> |\n)"
        r"(?P<number>\d{1,3}\b)(?![.,:/-]?\d| \d{3}\b| ?(?:kr|tkr|mnkr|kronor|st|kl)\b|%)"
    ),
    re.compile(r"(?<=[\wåäö.:] )(?P<sign>&)(?P<gap> )(?P<number>\d{1,3})(?= [A-ZÅÄÖa-zåäö])"),
)
# What a date and a number are given of, where a § stands between them.
_MINUTES = re.compile(
    r"(?i:protokoll|handling|beslut|sammanträd|antag|antog|uppdrag|styrelse|nämnd|fullmäktig)[^.\n]{0,40}\n?.{0,12}$"
)
# A reference after a date or in brackets, where nothing else can stand between date and number.
_AFTER_DATE = (
    r"(?:\d{1,2}[ \n](?:%s)[ \n]\d{4}|\b\d{4}-\d\d-\d\d)(?:,\n|,? ?\(?)"
    r"(?P<sign>[$&£]{2}|[8$S&£5]|3(?= ))(?P<gap>[ \n]?)(?P<number>\d{1,4})"
    r"(?= ?(?:[.,](?!\d)|[;:)\n]|(?:%s)\b|$))"
)
_UNDER_DATE = r"\b\d{4}-\d\d-\d\d\n(?P<sign>[8$S&£])(?P<gap> )(?P<number>\d{1,4})(?=,(?!\d)| (?:%s)\b)"
_BRACKET = re.compile(
    r"(?<!\d )\((?P<sign>[8$&£])(?P<gap> )(?P<number>\d{1,4})\)|\((?P<sign2>[$&£])(?P<number2>\d{1,4})\)"
)
# A dollar is no money here: nobody counts in dollars with a blank before the sum in minutes without a single §.
_DOLLAR = re.compile(r"(?<![\w$.,])(?P<sign>[$£])(?P<gap> ?)(?P<number>\d{1,4})(?: ?[a-z])?(?![\w.,:/]?\d)")
_RANGE = re.compile(
    r"^(?P<before>.{0,40}?)(?P<sign>88|\$\$|SS|&&)(?P<gap> ?)(?P<number>\d{1,4}) ?[-–] ?(?P<last>\d{1,4})\b",
    re.MULTILINE,
)
_DOUBLE = frozenset(["88", "$$", "SS", "&&"])
# A head of its own, § 11 read as one word: two strokes make an n, a u, an i or an l.
_ELEVEN = re.compile(r"(?:\A|(?<=\n\n)|(?<=\f))[ \t]*(?P<sign>[Ss8$][nuil])[ \t]*\n+(?=[A-ZÅÄÖ][a-zåäö]{3,}[^\n]{3,})")
_BEFORE = 60
_RUN = 3
_FEW = 0.2
_KEPT = 10
"""A text with so many signs of its own has not lost them."""
_LIKELY_RIGHT = 0.95
_RIGHT = 0.993
"""Of 510 signs restored where the truth is known 509 were right; so much can surely be said of the next."""


def restore_section_signs(text: str, grammar: Grammar) -> Iterator[Edit]:
    r"""Propose to write § where the place and the numbers beside it leave no doubt.

    Only in a text that lost the sign: one with its own § keeps its figures as they are.

    >>> from protokoll.cleaning.replaying import apply
    >>> from protokoll.grammar import load
    >>> text = "8 423 Val av justerare\nBeslut\n8 424 Motion\nBordlagt den 24 januari 2024, 8 44."
    >>> apply(text, restore_section_signs(text, load()))
    '§ 423 Val av justerare\nBeslut\n§ 424 Motion\nBordlagt den 24 januari 2024, § 44.'
    >>> list(restore_section_signs("8 423 platser i förskolan", load()))
    []
    """
    kept = text.count("§")
    if kept >= _KEPT and "$" not in text:
        return
    words = grammar.words["repair"]
    heads = find_heads(text)
    chained = chained_heads(text, heads, tuple(words["item_starts"]))
    found = {match.start("sign"): _sign(match, evidence="run") for match in chained}
    _add_references(found, text, words)
    if not any(each["sign"] in "$&8" for each in heads):
        found |= {match.start("sign"): _eleven(match) for match in _ELEVEN.finditer(text)}
    if kept >= _KEPT or kept > _FEW * len(found):
        # Where most signs were read, one that was not shows by the run of numbers, and only where it is no figure.
        read = {match["number"] for match in heads if match["sign"] == "§"}
        own = {
            match.start("sign") for match in chained if set(match["sign"]) & {"$", "S"} and match["number"] not in read
        }
        yield from (edit for at, edit in sorted(found.items()) if at in own)
        return
    for match in _DOLLAR.finditer(text):
        found.setdefault(match.start("sign"), _sign(match))
    items = [int(match["number"]) for match in chained]
    for edit in scattered_signs(text, items, words, lost=len(found) >= _RUN):
        found.setdefault(edit.span.start, edit)
    end = 0
    for _, edit in sorted(found.items()):
        if edit.span.start >= end:
            yield edit
            end = edit.span.end


def _add_references(found: dict[int, Edit], text: str, words: dict[str, list[str]]) -> None:
    """Add the signs of references and clauses to those of heads."""
    for pattern in _references(words):
        for match in pattern.finditer(text):
            group = "sign" if match["sign"] else "sign2"
            found.setdefault(match.start(group), _sign(match, group))
    clauses = list(_clauses(text))
    likely = [match for pattern in _LIKELY for match in pattern.finditer(text)]
    many = len(found) + len(likely) + len(clauses) >= _RUN
    for match in (*clauses, *likely):
        if many or _MINUTES.search(text, max(0, match.start() - _BEFORE), match.start()):
            found.setdefault(match.start("sign"), _sign(match))


def _eleven(match: re.Match[str]) -> Edit:
    return Edit(Span(*match.span("sign")), "§ 11", _LIKELY_RIGHT, "place")


def _sign(match: re.Match[str], group: str = "sign", evidence: str = "place") -> Edit:
    """Return the edit that writes the sign, with a blank before a number that was glued to it."""
    start, end = match.span(group)
    double = match.group(group) in _DOUBLE
    sign = ("§§" if double else "§") + ("" if _has_blank(match, end) else " ")
    return Edit(Span(start, end), sign, _RIGHT, evidence)


def _has_blank(match: re.Match[str], at: int) -> bool:
    """Tell whether white space or no digit follows the sign."""
    return not match.string[at : at + 1].isdigit()


def _clauses(text: str) -> Iterator[re.Match[str]]:
    """Yield the clauses whose number goes on from the one before or to the one after."""
    found = list(_CLAUSE.finditer(text))
    numbers = [0, *(int(match["number"]) for match in found), 0]
    for at, match in enumerate(found, 1):
        if numbers[at] - numbers[at - 1] == 1 or numbers[at + 1] - numbers[at] == 1:
            yield match


def _references(words: dict[str, list[str]]) -> Iterator[re.Pattern[str]]:
    """Yield the expressions for references inside a sentence."""
    months = "|".join(words["months"])
    after = "|".join(words["after_reference"])
    yield re.compile(_AFTER_DATE % (months, after))
    yield re.compile(_UNDER_DATE % after)
    yield _BRACKET
    yield _RANGE
    before = "|".join(words["before_sign"])
    yield re.compile(rf"(?i:\b(?:{before})) (?P<sign>[8$S&£])(?P<gap> )(?P<number>\d{{1,4}})(?![\d%])(?P<sign2>)")
    laws = "|".join(words["after_sign"])
    parts = "|".join(words["divisions"])
    place = rf"(?=\w*(?:{laws})\b|(?:{parts})\b)"
    yield re.compile(
        rf"\b(?:\d{{1,2}} kap\.? )?\d{{1,3}}(?: ?[a-z])?[ -](?P<sign>[8$S&£5])(?P<gap> ){place}(?P<sign2>)"
    )
    yield re.compile(r"\b\d{1,3}(?: ?[a-z])? (?P<sign>[$&£])(?P<gap> ?)(?=[A-ZÅÄÖ]{2,4}\b)(?P<sign2>)")
    yield re.compile(r"\b\d{1,2} kap\.? \d{1,3}(?: ?[a-z])? (?P<sign>[8$S&£5])(?P<gap>)(?=[ \n.,;)](?!\d))(?P<sign2>)")
    yield re.compile(r"\b\d{1,3} ?(?:[-–]|och) ?\d{1,3} (?P<sign>88|\$\$|SS|&&)(?P<gap>)(?!\w)(?P<sign2>)")
    yield re.compile(
        r"\b(?:i|enligt|av|avser) \d{1,3}(?: ?[a-z])? (?P<sign>[8$&])(?P<gap>)(?=[,.;] ?)(?![,.]\d)(?P<sign2>)"
    )
