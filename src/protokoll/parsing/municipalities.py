"""Which municipality a record is of."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from protokoll.grammar import Grammar, fold
from protokoll.model.text import CleanText, Passage, Span

__all__ = ["find_municipality"]

_FRONT = 20_000
_HEAD = 200
_IN_HEAD = ("board", "council")
_OF_HALLS = ("hall", "town", "place")
_PLACE_ROOM = 220  # letters behind 'Plats' in which the place of the meeting stands
_WORD = r"[A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ]?[a-zåäöé]+)?"
_TOWN = re.compile(rf"(?:,|\bi)\s+(?P<town>{_WORD}(?:[ ]{_WORD})?)(?=[\s,.])")
_CAPS = r"[A-ZÅÄÖÉ]{3,}(?:-[A-ZÅÄÖÉ]+)?"


class _Names(NamedTuple):
    pattern: re.Pattern[str]
    known: dict[str, str]
    folded: dict[str, str]
    """Names by their folded form, where no two share it (as Habo and Håbo do)."""
    no_names: frozenset[str]


class _Found(NamedTuple):
    name: str
    plain: bool
    """True for a name before 'kommun'; False for the town of a hall."""
    known: bool
    start: int
    end: int
    owned: bool = False
    """True for 'Krokoms kommuns intresse': whoever has that need not be whose record it is."""


def find_municipality(text: CleanText, grammar: Grammar) -> Passage | None:
    """Return the municipality, without 'kommun' or 'stad', at the words that name it most plainly.

    The profile knows it, or else page heads name it, or the front page; a name that is a municipality's goes
    before one that only looks so, and the most frequent before the others.

    >>> from protokoll.grammar import load
    >>> from protokoll.model.text import SourceText
    >>> words = "ÖSTRA GÖINGE KOMMUN  Kommunstyrelsen"
    >>> source = SourceText(path="-", sha256="", size=0, reader="text", encoding=None, text=words)
    >>> find_municipality(CleanText(source, (), words), load()).text
    'Östra Göinge'
    """
    if grammar.municipality:
        return _named(text, grammar.municipality)
    names = _names(grammar)
    heads = [(found, passage) for passage in text.furniture for found in _find(_words(passage), 0, None, names)]
    if heads:
        best = _best([found for found, _ in heads])
        found, passage = next(each for each in heads if each[0].name == best.name)
        span = Span(passage.span.start + found.start, passage.span.start + found.end)
        return Passage(best.name, span, passage.page, span.of(text.source.text))
    front = [each for each in _find(text.text, 0, _FRONT, names) if not each.owned or each.start < _HEAD]
    best_of_front = _best(front) if front else None
    if best_of_front is None or not (best_of_front.known or best_of_front.plain):
        best_of_front = _of_place(text.text, grammar) or best_of_front
    return text.passage(best_of_front.start, best_of_front.end, best_of_front.name) if best_of_front else None


def _named(text: CleanText, name: str) -> Passage:
    """Return where the municipality of the profile is named; a text known by its habits may name it nowhere."""
    for passage in text.furniture:
        place = _words(passage).find(name)
        if place >= 0:
            span = Span(passage.span.start + place, passage.span.start + place + len(name))
            return Passage(name, span, passage.page, span.of(text.source.text))
    place = text.text.find(name)
    return text.passage(max(place, 0), max(place, 0) + (len(name) if place >= 0 else 0), name)


def _words(passage: Passage) -> str:
    """Return a page head as it must have read, if its places are those of what is printed."""
    return passage.text if len(passage.text) == len(passage.printed) else passage.printed


def _best(found: list[_Found]) -> _Found:
    """Return the known name that is met most often, else the name that is; a town only where there is no name."""
    counts = Counter(each.name for each in found)
    return max(found, key=lambda each: (each.plain, each.known, counts[each.name], -each.start))


def _find(words: str, start: int, end: int | None, names: _Names) -> Iterator[_Found]:
    for match in names.pattern.finditer(words, start, len(words) if end is None else end):
        group = match.lastgroup or "name"
        printed = " ".join(match[group].split())
        if printed.split()[0] in names.no_names or (group in _IN_HEAD and match.start() > _HEAD):
            continue
        if printed.isupper():
            printed = printed.title()
        name = _known(printed, names) or _known(printed.removesuffix("s"), names)
        if group == "region":
            yield _Found(printed, True, False, *match.span(group))
        elif name or group != "place":
            plain = group not in _OF_HALLS
            owned = match[0].endswith(("kommuns", "stads")) and group == "name"
            yield _Found(
                name or _without_genitive(printed), plain and not owned, name is not None, *match.span(group), owned
            )


def _of_place(words: str, grammar: Grammar) -> _Found | None:
    """Return the town of the place of the meeting, if a municipality has its name.

    It stands beside a hall, 'Nacka stadshus', or behind a comma: 'Plats: Forsgården, Nacka'.
    """
    names = _names(grammar)
    halls, labels = _places(grammar)
    for match in halls.finditer(words, 0, _FRONT):
        group = match.lastgroup or "house"
        if name := names.known.get(match[group]):
            return _Found(name, False, True, *match.span(group))
    for label in labels.finditer(words, 0, _FRONT):
        for match in _TOWN.finditer(words, label.end(), min(len(words), label.end() + _PLACE_ROOM)):
            printed = match["town"]  # 'Växjö', or 'Växjö Tid' where the next label stands behind it
            if name := names.known.get(printed) or names.known.get(printed.split()[0]):
                return _Found(name, False, True, *match.span("town"))
    return None


@lru_cache(maxsize=8)
def _places(grammar: Grammar) -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = grammar.words["municipalities"]
    before, after = "|".join(table["halls"]["words"]), "|".join(table["halls"]["after"])
    halls = rf"\b(?P<house>{_WORD})\s+(?i:{after})\b|\b(?i:{before})\s+(?P<beside>{_WORD})\b"
    return re.compile(halls), re.compile(rf"\b(?:{'|'.join(table['places']['words'])})\b")


def _known(printed: str, names: _Names) -> str | None:
    """Return the municipality of that name, also where å, ä and ö were misread."""
    return names.known.get(printed) or names.folded.get(fold(printed))


def _without_genitive(name: str) -> str:
    """Take off the s of 'Älvinges kommun'; a name that ends in s by itself keeps it (Torsås, Hofors)."""
    return name[:-1] if name.endswith("s") and not re.search(r"(?:[åäöiou]|or)s$", name) else name


@lru_cache(maxsize=8)
def _names(grammar: Grammar) -> _Names:
    table = grammar.words["municipalities"]
    openers = table["no_names"]["openers"]
    halls = "|".join(f"[{hall[0]}{hall[0].lower()}]{hall[1:]}" for hall in table["halls"]["words"])
    two = f"(?:(?:{'|'.join(openers)})[ ])?{_WORD}"
    two_caps = f"(?:(?:{'|'.join(each.upper() for each in openers)})[ ])?{_CAPS}"
    pattern = re.compile(
        rf"\b(?P<name>{two})\s+(?:[Kk]ommuns?|[Ss]tads?|KOMMUN|STAD)\b|\b(?P<caps>{two_caps})\s+(?:KOMMUN|STAD)S?\b"
        rf"|\b(?P<region>Region\s+{_WORD})\b"
        rf"|\b(?P<genitive>{two}s)\s+(?:kommun|stads)(?:fullmäktige|styrelse)\b"
        rf"|\b[Kk]ommun(?:fullmäktige|styrelsen)\s+i\s+(?P<seat>{two})\b"
        rf"|\b(?P<council>{two})\s+kommunfullmäktige\b"
        rf"|\b[A-ZÅÄÖ][\wåäö -]*(?:nämnden|styrelsen)\s+i\s+(?P<board>{two})\b"
        rf"|\b(?:{halls})\s+i\s+(?P<hall>{two})\b"
        rf"|(?:salen|rummet),\s+(?:{halls}),\s+(?P<town>{two})\b(?![ ]+[A-ZÅÄÖ\d])"
        rf"|\b(?:{halls}),\s+(?P<place>{two})\b"
    )
    known = {name: name for name in table["names"]} | dict(table["forms"])
    counts = Counter(map(fold, table["names"]))
    folded = {fold(name): name for name in table["names"] if counts[fold(name)] == 1}
    return _Names(pattern, known, folded, frozenset(table["no_names"]["words"]))
