"""Where the title of an item ends in a text without lines."""

import re
from functools import lru_cache
from typing import NamedTuple

from protokoll.cleaning.flat.codes import Codes, after_codes, first_code, read_codes
from protokoll.grammar import Grammar
from protokoll.model.text import Span

__all__ = ["FlatTitle", "find_title"]

_CAPITAL = re.compile(r"\s(?P<word>[A-ZÅÄÖ][\wåäö:-]*)(?P<after>\s[^\s]+|[.,:]?)")
_NAME_GOES_ON = re.compile(r"[A-ZÅÄÖ\d(&]")
_STOP = re.compile(r"(?<=[.?!])\s(?=[A-ZÅÄÖ])")
_PERSON = re.compile(r"[A-ZÅÄÖ][\wåäö-]+\s(?:[A-ZÅÄÖ][\wåäö.-]*\s){1,3}\(")
# "Fastställande av dagordning 1. Upprop": a list begins.
_LIST = re.compile(r"\s\d{1,2}[.)]\s(?=[A-ZÅÄÖ])")
# "EKONOMISK RAPPORT 2005 Beslut": a title in capitals ends where they end.
_CAPITALS = re.compile(
    r"(?:[A-ZÅÄÖ0-9\"”“(),.:/&–-]{2,}[ ]){1,20}(?<=[A-ZÅÄÖ]{3}[ ])(?:[A-ZÅÄÖ0-9\"”“(),.:/&–-]+[ ]){0,20}"
    r"(?=[A-ZÅÄÖ][a-zåäö])"
)
_CAPITAL_HEADING = re.compile(r"\s(?=(?:[A-ZÅÄÖ]+S\s)?(?:BESLUT|FÖRSLAG)\b)")
_NAME = r"[A-ZÅÄÖ][\w-]+\s[A-ZÅÄÖ][\w-]+\s\([A-ZÅÄÖa-zåäö]{1,5}\)"
_BODY = (
    r"(?:[A-ZÅÄÖ][\wåäö-]*(?:nämnden|styrelsen|fullmäktige|utskottet|ordföranden|kontoret|förvaltningen)"
    r"|Nämnden|Styrelsen|Fullmäktige|Utskottet|Ordföranden|Kontoret|Förvaltningen)"
)
_OFFICER = (
    r"[A-ZÅÄÖ][a-zåäö]+(?:chefen|ledaren|direktören|sekreteraren|ingenjören|arkitekten|strategen|ekonomen|samordnaren)"
)
_AHEAD = 40
_LONGEST = 260
_SHORTEST = 3


class FlatTitle(NamedTuple):
    """A title, and the codes before it."""

    codes: Codes
    start: int
    end: int
    after: int
    """Where the story begins: behind the codes that follow the title."""


def find_title(text: str, item: Span, heading: int | None, listed: str | None, grammar: Grammar) -> FlatTitle:
    """Return what stands behind the number of an item: codes, then its title.

    Args:
        text: the text.
        item: the item from the end of its number on.
        heading: where the first heading in the item begins.
        listed: the title in the list of contents, where there is one.
        grammar: the words after which a capital opens a name.

    >>> from protokoll.grammar import load
    >>> words = "Bad i Almby Nämnden har sett på badet."
    >>> find_title(words, Span(0, len(words)), None, None, load()).end
    11
    """
    codes = read_codes(text, item, grammar)
    start = codes.end
    if listed and text[start : start + len(listed)].casefold() == listed.casefold():
        end = start + len(listed)
    else:
        limit = min(item.end, start + _LONGEST)
        if heading is not None and start + _SHORTEST < heading <= limit:
            limit = heading
        end = _end(text, start, limit, grammar)
    return FlatTitle(codes, start, end, after_codes(text, end, grammar))


def _end(text: str, start: int, limit: int, grammar: Grammar) -> int:
    for shape in (_LIST, _STOP, _acts(grammar)):
        stop = shape.search(text, start + 1, limit)
        limit = stop.start() if stop else limit
    whole = grammar.pattern("flat", "whole_titles").match(text, start, limit)
    if whole and not whole[0].isupper() and text[whole.end() : whole.end() + 2].strip()[:1].isupper():
        return whole.end()
    limit = min(_sentence(text, start, limit, grammar), first_code(text, start + 1, limit, grammar))
    return limit - (text[limit - 1] == "(")


def _sentence(text: str, start: int, limit: int, grammar: Grammar) -> int:
    """Return where the first sentence begins after a title that has no full stop."""
    if capitals := _CAPITALS.match(text, start, limit):
        heading = _CAPITAL_HEADING.search(text, start + 1, capitals.end())
        return heading.start() if heading else capitals.end()
    names = frozenset(grammar.phrases("flat", "before_names"))
    within, openers = (frozenset(grammar.phrases("flat", each)) for each in ("within_names", "openers"))
    for match in _CAPITAL.finditer(text, start, limit + _AHEAD):
        if match.start() >= limit:
            break
        before = text[start : match.start()].rsplit(" ", 1)[-1]
        if match["word"] in openers and before and before[-1] not in ",:-–/&":
            return match.start()
        if before and before.lower() not in names and before[-1] not in ",:-–/&" and not before[0].isupper():
            word, after = match["word"], match["after"].strip()
            person = len(word) == 1 or _PERSON.match(text, match.start("word"), limit + _AHEAD)
            if person or (not word.isupper() and after and after not in within and not _is_named(after)):
                return match.start()
    return limit


def _is_named(after: str) -> bool:
    """Tell what goes on with a name from what goes on with a sentence, 'Ordförande Eva' being one."""
    return bool(_NAME_GOES_ON.match(after)) and not (after[:1].isupper() and after[1:].islower())


@lru_cache(maxsize=8)
def _acts(grammar: Grammar) -> re.Pattern[str]:
    """Return what tells that somebody acts: a body or person with a verb, or a verb of deciding whose body is lost."""
    deeds, decides = ("|".join(map(re.escape, grammar.phrases("flat", each))) for each in ("deeds", "decides"))
    return re.compile(
        rf"\s(?=(?:{_BODY}|{_OFFICER}|{_NAME}(?:\soch\s{_NAME})?)\s(?:{deeds}|{decides})\b|(?:{decides})\s)"
    )
