"""A whole document against its annotation: head, attendance, and item by item."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec import UNSET, UnsetType
from msgspec.structs import replace

from protokoll.evaluation.acts import (
    POINT,
    judge_proposals,
    judge_reservations,
    judge_statements,
    named,
    same_body,
)
from protokoll.evaluation.annotation import DecisionFacts, Facts, HeadFacts, ItemFacts, PersonFacts
from protokoll.evaluation.judgement import (
    Element,
    Judgement,
    Verdict,
    judge_agreement,
    judge_one,
    judge_set,
    judge_texts,
)
from protokoll.evaluation.likeness import likeness, pair
from protokoll.evaluation.votes import judge_votes

__all__ = ["ATTACHMENT", "TITLE", "compare"]

TITLE, ATTACHMENT = 90, 95
"""The likeness at which two titles, and two papers in a list, are the same."""

_NOTHING = ItemFacts(recusals=(), not_participating=(), attachments=())
"""What stands against an item that only one side has."""


def compare(gold: Facts, found: Facts) -> list[Judgement]:
    """Return a judgement for every fact of the annotation and every fact of the output.

    Args:
        gold: what the annotation says.
        found: what the output says (`facts` of a document).

    >>> from protokoll.evaluation.annotation import decode
    >>> cyklar = decode(b'{"document": {"kind": "motion", "title": "Motion om cykelbanor"}}', "cykel")
    >>> {each.verdict.value for each in compare(cyklar, cyklar)}
    {'right'}
    """
    judgements = [*_head(gold.document, found.document), *_attendance(gold.attendance, found.attendance)]
    for one, other in _paired_items(gold.items, found.items):
        number = (one or other or _NOTHING).number
        judgements += (replace(each, item=number) for each in _item(one, other))
    return judgements


def _head(gold: HeadFacts, found: HeadFacts) -> Iterator[Judgement]:
    yield from judge_one(Element.KIND, gold.kind, found.kind)
    yield from judge_one(Element.MUNICIPALITY, gold.municipality, found.municipality)
    yield from judge_one(Element.BODY, gold.body, found.body, same_body)
    yield from judge_one(Element.DATE, gold.date, found.date)
    yield from judge_one(Element.DOCUMENT_TITLE, gold.title, found.title, _same_title)
    yield from judge_set(Element.DOCUMENT_DIARY_NUMBER, gold.diary_numbers, found.diary_numbers)
    yield from judge_set(Element.AUTHORS, _authors(gold), _authors(found))


def _authors(head: HeadFacts) -> list[str]:
    return [*map(named, head.authors.persons), *head.authors.parties]


def _attendance(gold: Sequence[PersonFacts], found: Sequence[PersonFacts]) -> Iterator[Judgement]:
    yield from judge_set(Element.ATTENDANCE, map(named, gold), map(named, found))
    roles = defaultdict(list)
    for each in found:
        roles[named(each)].append(each.role)
    for each in gold:
        given = roles[named(each)]
        if given:
            who = named(each)
            yield from judge_one(Element.ATTENDANCE_ROLE, f"{who}: {each.role}", f"{who}: {given.pop(0)}")


def _paired_items(
    gold: Sequence[ItemFacts], found: Sequence[ItemFacts]
) -> list[tuple[ItemFacts | None, ItemFacts | None]]:
    """Items of one number go together; so do a document's one item and the output's one item."""
    if len(gold) == len(found) == 1:
        return [(gold[0], found[0])]
    pairs = dict(pair(gold, found, _item_merit))
    extra = sorted(set(range(len(found))) - set(pairs.values()))
    return [
        *((each, found[pairs[i]] if i in pairs else None) for i, each in enumerate(gold)),
        *((None, found[j]) for j in extra),
    ]


def _item_merit(one: ItemFacts, other: ItemFacts) -> float | None:
    if _number(one) != _number(other):
        return None
    return likeness(one.title or "", other.title or "")  # a number that stands twice


def _number(item: ItemFacts) -> str:
    return "".join((item.number or "").removeprefix("§").split())


def _item(one: ItemFacts | None, other: ItemFacts | None) -> Iterator[Judgement]:
    gold, found = one or _NOTHING, other or _NOTHING
    numbers = [f"§ {each.number or 'without a number'}" if each else None for each in (one, other)]
    same = one is not None and other is not None and _number(one) == _number(other)
    yield from judge_agreement(Element.ITEM, *numbers, agree=same)
    yield from judge_one(Element.TITLE, gold.title, found.title, _same_title)
    yield from judge_set(Element.DIARY_NUMBER, gold.diary_numbers, found.diary_numbers)
    yield from judge_texts(Element.POINT, _points(gold), _points(found), POINT)
    yield from _decisions(gold.decisions, found.decisions)
    yield from judge_proposals(gold.proposals, found.proposals)
    yield from judge_reservations(gold.reservations, found.reservations)
    yield from judge_statements(gold.statements, found.statements)
    yield from judge_votes(gold.votes, found.votes)
    if gold.recusals is not UNSET:
        yield from judge_set(Element.RECUSAL, _people(gold.recusals), _people(found.recusals))
    if gold.not_participating is not UNSET:
        absent = _people(gold.not_participating), _people(found.not_participating)
        yield from judge_set(Element.NOT_PARTICIPATING, *absent)
    if gold.attachments is not UNSET:
        papers = gold.attachments, found.attachments or ()
        yield from judge_texts(Element.ATTACHMENT, *papers, ATTACHMENT)


def _decisions(gold: Sequence[DecisionFacts], found: Sequence[DecisionFacts]) -> Iterator[Judgement]:
    """Outcome and body of the decisions that answer to one another, by their points or their body."""
    alone = len(gold) == len(found) == 1

    def merit(one: DecisionFacts, other: DecisionFacts) -> float | None:
        verdicts = [each.verdict for each in judge_texts(Element.POINT, one.points, other.points, POINT)]
        worth = 2 * verdicts.count(Verdict.RIGHT) + same_body(one.body or "", other.body or "")
        return worth if worth or alone else None

    for i, j in pair(gold, found, merit):
        yield from judge_one(Element.DECISION_BODY, gold[i].body, found[j].body, same_body)
        if gold[i].outcome is not UNSET:
            yield from judge_one(Element.OUTCOME, gold[i].outcome or None, found[j].outcome or None)


def _points(item: ItemFacts) -> list[str]:
    return [point for decision in item.decisions for point in decision.points]


def _people(people: Sequence[PersonFacts] | UnsetType) -> list[str]:
    return [named(each) for each in people or ()]


def _same_title(one: str, other: str) -> bool:
    return likeness(one, other) >= TITLE
