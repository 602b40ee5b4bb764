"""What a point does, to whom, and what it and its item refer to."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import lru_cache
from typing import TypeVar

from msgspec.structs import replace

from protokoll.grammar import Grammar
from protokoll.model.document import Decision, Item, Point, Proposal, Reference
from protokoll.model.outline import BlockKind, Outline
from protokoll.model.text import CleanText, Passage, Span
from protokoll.parsing.citations import find_references

__all__ = ["verb_of", "with_details"]

Act = TypeVar("Act", Decision, Proposal)

_WORD = re.compile(r"[^\W\d_]+")
_VERB_WORDS, _VERB_ROOM = 60, 600
"""The verb of a point is among so many of its first words and characters."""
_LISTS = (BlockKind.ATTACHMENTS, BlockKind.RECIPIENTS, BlockKind.CONTENTS, BlockKind.VERIFICATION)


def with_details(text: CleanText, outline: Outline, items: tuple[Item, ...], grammar: Grammar) -> tuple[Item, ...]:
    """Return the items, each point with its verb and addressee, each reference with the point or item that names it.

    Args:
        text: the cleaned text.
        outline: its blocks.
        items: the items read from them, in the order of `Block.item`.
        grammar: the wordings.
    """
    references: dict[int, list[Reference]] = {}
    starts = [text.position(block.span.start) for block in outline.blocks]
    for each in find_references(text, 0, len(text.text)):
        block = outline.blocks[max(0, bisect_right(starts, each.span.start) - 1)]
        if block.item is not None and block.kind not in _LISTS:
            references.setdefault(block.item, []).append(each)
    return tuple(_detailed(text, item, references.get(index, []), grammar) for index, item in enumerate(items))


def _detailed(text: CleanText, item: Item, references: list[Reference], grammar: Grammar) -> Item:
    left = {each.span: each for each in references}
    own = {each.text for each in item.diary_numbers}
    # Those of a point go with the point; its own number is no reference of an item.
    decisions = tuple(_with_points(text, each, left, grammar) for each in item.decisions)
    proposals = tuple(_with_points(text, each, left, grammar) for each in item.proposals)
    rest = tuple(each for each in left.values() if each.text not in own)
    return replace(item, decisions=decisions, proposals=proposals, references=rest)


def _with_points(text: CleanText, act: Act, left: dict[Span, Reference], grammar: Grammar) -> Act:
    return replace(act, points=tuple(_detailed_point(text, each, left, grammar) for each in act.points))


def _detailed_point(text: CleanText, point: Point, left: dict[Span, Reference], grammar: Grammar) -> Point:
    inside = _take(left, point.span)
    return replace(
        point, verb=verb_of(point.text, grammar), addressee=_addressee(text, point, grammar), references=inside
    )


def _take(left: dict[Span, Reference], span: Span) -> tuple[Reference, ...]:
    if not left:
        return ()
    inside = [each for each in left if span.start <= each.start and each.end <= span.end]
    return tuple(left.pop(each) for each in inside)


@lru_cache(maxsize=1024)  # 'Ärendet bordläggs', 'Antecknas': minutes say the same again and again
def verb_of(words: str, grammar: Grammar) -> str | None:
    """Return what a point does, as an infinitive; None where no known verb stands near its beginning.

    >>> from protokoll.grammar import load
    >>> [verb_of(words, load()) for words in ("Motionen avslås.", "Nämnden ger kontoret i uppdrag att utreda saken.")]
    ['avslå', 'uppdra']
    >>> verb_of("Socialnämnden beslutar att godkänna rapporten.", load())
    'godkänna'
    """
    said = [(match[0].lower(), match.start()) for match in _WORD.finditer(words, 0, _VERB_ROOM)][:_VERB_WORDS]
    handed = _task(grammar).search(words)
    weak = None
    for at, (word, start) in enumerate(said):
        if handed and start >= handed.start():
            return "uppdra"
        verb = _finite(grammar).get(word)
        if (
            verb is None
            and word in _infinitives(grammar)
            and _leads([each for each, _ in said[max(0, at - 3) : at]], grammar)
        ):
            verb = word
        if verb and verb not in grammar.words["points"]["weak"]:
            return verb
        weak = weak or verb
    return "uppdra" if handed and weak in ("få", "ge") else weak


def _leads(before: list[str], grammar: Grammar) -> bool:
    """Tell whether an infinitive after these words is the verb of the point: after nothing, 'att', 'beslutar att'."""
    if before[-1:] == ["inte"]:
        before = before[:-1]
    if before[-1:] != ["att"]:
        return not before
    return len(before) == 1 or before[-2] in grammar.words["points"]["before_att"]


def _addressee(text: CleanText, point: Point, grammar: Grammar) -> Passage | None:
    """Return who is to do what the point says, or to receive it."""
    for pattern in _handing(point.text, grammar):
        start = _clean(text, point.span.start)
        match = pattern.search(text.text, start, start + len(point.printed))
        if match and " ".join(match["who"].split()) in point.text:
            return text.passage(*match.span("who"))
    return None


@lru_cache(maxsize=1024)
def _handing(words: str, grammar: Grammar) -> tuple[re.Pattern[str], ...]:
    """Return the patterns that find an addressee in the words of a point: most points hand nothing over."""
    said = words.lower()
    if not any(map(said.__contains__, _receivers(grammar))):
        return ()
    return tuple(
        pattern
        for stems, pattern in zip(_stems(grammar), _addressees(grammar), strict=True)
        if any(map(said.__contains__, stems)) and pattern.search(words)
    )


def _clean(text: CleanText, position: int) -> int:
    """Return the first character of the clean text that comes from `position` of the source or later."""
    return bisect_left(range(len(text.text)), position, key=text.position)


def _alternatives(phrases: Iterable[str]) -> str:
    ordered = sorted(phrases, key=len, reverse=True)
    return "|".join(re.escape(each).replace(r"\ ", r"\s+") for each in ordered)


@lru_cache(maxsize=8)
def _task(grammar: Grammar) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_alternatives(grammar.words['points']['task'])})\b", re.IGNORECASE)


@lru_cache(maxsize=8)
def _receivers(grammar: Grammar) -> tuple[str, ...]:
    return tuple(each.split()[0].lower() for each in grammar.words["points"]["receivers"])


@lru_cache(maxsize=8)
def _stems(grammar: Grammar) -> tuple[tuple[str, ...], ...]:
    """Return for each pattern of addressees beginnings of the words without which it finds nothing."""
    table = grammar.words["points"]
    lists = (("task",), ("task_before",), ("task_after",), ("hand_over", "to_hand_over"))
    return tuple(tuple(sorted({word[:6] for name in names for word in table[name]})) for names in lists)


@lru_cache(maxsize=8)
def _addressees(grammar: Grammar) -> tuple[re.Pattern[str], ...]:
    table = grammar.words["points"]
    purposes = _alternatives(table["purposes"])
    name = (
        rf"(?P<who>(?:[\w-]+\s+){{0,5}}?[\w-]*(?:{_alternatives(table['receivers'])})"
        rf"(?:\s+för\s+(?!(?:{purposes})\b)[\w-]+)?)"
    )
    gives = _alternatives(table["task_gives"])
    before, after = _alternatives(table["task_before"]), _alternatives(table["task_after"])
    sends, to_send = _alternatives(table["hand_over"]), _alternatives(table["to_hand_over"])
    return (
        re.compile(rf"\b(?:{gives})\s+{name}\s+(?:i\s+uppdrag|uppdraget)\b", re.IGNORECASE),
        re.compile(rf"\b(?:{before})\s+{name}\s+(?:i\s+uppdrag\b|att\b)", re.IGNORECASE),
        re.compile(rf"(?:^|\batt\s+|[.;]\s+){name}\s+(?:{after})\b", re.IGNORECASE | re.MULTILINE),
        re.compile(
            rf"(?:\b(?:{sends})|(?:^|^att\s+|beslutar\s+att\s+|\boch\s+)(?:{to_send}))\b(?:\s+[^\s.]+){{0,8}}?\s+till\s+{name}\b",
            re.IGNORECASE | re.MULTILINE,
        ),
    )


@lru_cache(maxsize=8)
def _infinitives(grammar: Grammar) -> dict[str, str]:
    """Return each known infinitive, by itself."""
    verbs = (*grammar.words["verbs"]["infinitives"], *grammar.words["points"]["verbs"])
    return {verb: verb for verb in verbs}


@lru_cache(maxsize=8)
def _finite(grammar: Grammar) -> dict[str, str]:
    """Return form → infinitive for what can be the verb of a clause, by the rules of Swedish conjugation."""
    forms: dict[str, str] = {}
    for verb in _infinitives(grammar):
        stem = verb.removesuffix("a")
        endings = ("ar", "er", "as", "s", "es", "ades") if stem != verb else ("r", "s")
        for ending in endings:
            forms.setdefault(stem + ending, verb)
    return forms | dict(grammar.words["points"]["irregular"])
