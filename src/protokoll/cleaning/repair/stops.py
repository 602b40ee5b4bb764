"""Stops read for commas and commas for stops, told by the capital that follows: `rapporten. och`, `rapporten, Det`."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from protokoll.cleaning.repair.store import open_store, skeleton
from protokoll.model.text import Edit, Span

__all__ = ["restore_stops"]

# A stop or a comma after a word and before a word, on one line or over its end.
_STOP = re.compile(r"(?<=[a-zåäö)]{2})\.(?=[ \n](?P<next>[a-zåäö]{2,30})(?![\w.:/@-]))")
_COMMA = re.compile(r"(?<=[a-zåäö]{3})[,;](?=(?P<gap>[ \n]\n?)(?P<next>[A-ZÅÄÖ][a-zåäö]{1,30})(?![\w.:/@]))")
_BEFORE = re.compile(r"(?<![\w.:/@-])(?:[A-ZÅÄÖ]?[a-zåäö]{2,40}|[\wåäö-]{3,40}\))$")
_INNER = re.compile(r"(?<![\w.:/@])[a-zåäö-]{3,40}$")
_REACH = 45
_LONG = 7
"""No abbreviation has so many letters."""
_NARROW = 55
"""A line shorter than this did not run to the margin: what follows it is not its sentence."""
_LOWER = 1
_USUAL = 12.0
"""What a word costs that begins a sentence often enough to tell of one."""
_SURE = 0.95


def restore_stops(text: str, spans: Sequence[Span], words: dict[str, Any]) -> Iterator[Edit]:
    """Propose a comma for a stop before a word in lower case, and a stop for a comma before a capital that no name has.

    Args:
        text: the text.
        spans: the noisy stretches.
        words: the table `repair` of the grammar.

    >>> from protokoll.grammar import load
    >>> text = "Nämnden godkänner rapporten. som är klar, Det kostar bl.a. mer enl. beslut av kommunen, Eva Ek"
    >>> [(edit.span.start, edit.text) for edit in restore_stops(text, [Span(0, 94)], load().words["repair"])]
    [(27, ','), (40, '.')]
    """
    for span in spans:
        for match in _STOP.finditer(text, span.start, span.end):
            before = _BEFORE.search(text, max(span.start, match.start() - _REACH), match.start())
            mark = _mark(text, match, words, before.group() if before else "")
            if mark != ".":
                yield Edit(Span(*match.span()), mark, _SURE, "stop")
        for match in _COMMA.finditer(text, span.start, span.end):
            before = _INNER.search(text, max(span.start, match.start() - _REACH), match.start())
            apart = match["gap"] == "\n\n"
            if not before or before.group() in words["abbreviations"]:
                continue
            if _goes_on(text, match.end()) and (apart or _begins(match["next"])):
                yield Edit(Span(*match.span()), ".", _SURE, "stop")


def _mark(text: str, match: re.Match[str], words: dict[str, Any], before: str) -> str:
    """Return what a stop before a word in lower case was: a comma, a speck, or the stop that it seems."""
    follows = match["next"]
    known = before.endswith(")") or len(before) >= _LONG or open_store().knows(before.lower())
    if not before or not known or before.lower() in words["abbreviations"] or not _goes_on(text, match.end()):
        return "."
    if before in words["never_last"]:
        return ""
    if follows in words["not_after_comma"] or (text[match.end()] == "\n" and follows in words["list_openers"]):
        return "."
    return ","


def _begins(word: str) -> bool:
    """Tell whether a word with a capital is a common one that is no name, so that a sentence must begin."""
    lower = word.lower()
    store = open_store()
    return any(
        each.text == lower and each.case == _LOWER and each.cost < _USUAL for each in store.bucket(skeleton(lower))
    )


def _goes_on(text: str, end: int) -> bool:
    """Tell whether what follows is on the same line, or on the next after one that ran to the margin."""
    return text[end] == " " or end - text.rfind("\n", 0, end) > _NARROW
