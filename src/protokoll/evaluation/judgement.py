"""The smallest unit of an evaluation: one fact that is right, missed or invented."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum

from msgspec import Struct

from protokoll.evaluation.likeness import likeness, normal, pair

__all__ = [
    "APART",
    "Element",
    "Judgement",
    "Verdict",
    "find_nearest",
    "judge_agreement",
    "judge_one",
    "judge_set",
    "judge_texts",
]


class Element(StrEnum):
    """What is counted, each on its own. `docs/format.md` says when each is right."""

    KIND = "kind"
    MUNICIPALITY = "municipality"
    BODY = "body"
    DATE = "date"
    DOCUMENT_TITLE = "document_title"
    DOCUMENT_DIARY_NUMBER = "document_diary_number"
    AUTHORS = "authors"
    ATTENDANCE = "attendance"
    ITEM = "item"
    TITLE = "title"
    DIARY_NUMBER = "diary_number"
    POINT = "point"
    OUTCOME = "outcome"
    PROPOSAL = "proposal"
    RESERVATION = "reservation"
    STATEMENT = "statement"
    TALLY = "tally"
    BALLOT = "ballot"
    WHOLE_VOTE = "whole_vote"
    PERSON_VOTE = "person_vote"
    RECUSAL = "recusal"
    NOT_PARTICIPATING = "not_participating"
    ATTACHMENT = "attachment"
    ATTENDANCE_ROLE = "attendance_role"
    DECISION_BODY = "decision_body"
    PROPOSAL_BODY = "proposal_body"
    PROPOSAL_OBJECT = "proposal_object"
    PROPOSAL_POINT = "proposal_point"
    PROPOSAL_STATEMENT = "proposal_statement"
    RESERVATION_EXTENT = "reservation_extent"
    STATEMENT_ACTORS = "statement_actors"
    STATEMENT_EXTENT = "statement_extent"


APART = frozenset(
    {
        Element.ATTENDANCE_ROLE,
        Element.DECISION_BODY,
        Element.PROPOSAL_BODY,
        Element.PROPOSAL_OBJECT,
        Element.PROPOSAL_POINT,
        Element.PROPOSAL_STATEMENT,
        Element.RESERVATION_EXTENT,
        Element.STATEMENT_ACTORS,
        Element.STATEMENT_EXTENT,
    }
)
"""Details of what is right: judged only where the act they belong to is itself right."""


class Verdict(StrEnum):
    """What became of one fact."""

    RIGHT = "right"
    MISSED = "missed"
    INVENTED = "invented"


class Judgement(Struct, frozen=True, omit_defaults=True):
    """One fact of the annotation or the output, and whether the other side has it."""

    element: Element
    verdict: Verdict
    words: str
    """The fact in words, for people."""
    item: str | None = None
    """The number of the § that it belongs to."""
    nearest: str | None = None
    """The likest wording of the other side, where wordings are compared."""
    page: int | None = None
    line: int | None = None


def judge_one(
    element: Element,
    gold: str | None,
    found: str | None,
    same: Callable[[str, str], bool] = lambda one, other: normal(one) == normal(other),
) -> Iterator[Judgement]:
    """Judge a single value; None is no value, and two of them are nothing to judge.

    >>> [each.verdict.value for each in judge_one(Element.DATE, "2023-04-27", "2023-05-11")]
    ['missed', 'invented']
    """
    agree = gold is not None and found is not None and same(gold, found)
    yield from judge_agreement(element, gold, found, agree=agree)


def judge_agreement(element: Element, gold: str | None, found: str | None, *, agree: bool) -> Iterator[Judgement]:
    """Judge two facts of which it is known whether they `agree`; the words are for people, None is no fact.

    >>> [each.words for each in judge_agreement(Element.TALLY, "yes 40, no 38", None, agree=False)]
    ['yes 40, no 38']
    """
    if agree and gold is not None:
        yield Judgement(element, Verdict.RIGHT, gold)
        return
    if gold is not None:
        yield Judgement(element, Verdict.MISSED, gold, nearest=found)
    if found is not None:
        yield Judgement(element, Verdict.INVENTED, found, nearest=gold)


def judge_set(element: Element, gold: Iterable[str], found: Iterable[str]) -> Iterator[Judgement]:
    """Judge values that are compared as a set; one that is told twice counts twice.

    >>> [each.words for each in judge_set(Element.DIARY_NUMBER, ["1339/22"], ["1339/22"])]
    ['1339/22']
    """
    wanted, given = Counter(map(normal, gold)), Counter(map(normal, found))
    verdicts = (
        (Verdict.RIGHT, wanted & given),
        (Verdict.MISSED, wanted - given),
        (Verdict.INVENTED, given - wanted),
    )
    for verdict, counted in verdicts:
        yield from (Judgement(element, verdict, words) for words in counted.elements())


def judge_texts(element: Element, gold: Sequence[str], found: Sequence[str], threshold: float) -> Iterator[Judgement]:
    """Judge wordings, paired one to one where they are alike at `threshold` of 100 or better.

    >>> points = ["Motionen avslås."], ["Motionen avslås", "Paragrafen justeras omedelbart."]
    >>> [each.verdict.value for each in judge_texts(Element.POINT, *points, 95)]
    ['right', 'invented']
    """

    def merit(one: str, other: str) -> float | None:
        worth = likeness(one, other)
        return worth if worth >= threshold else None

    pairs = dict(pair(gold, found, merit))
    for i, words in enumerate(gold):
        if i in pairs:
            yield Judgement(element, Verdict.RIGHT, words)
        else:
            yield Judgement(element, Verdict.MISSED, words, nearest=find_nearest(words, found))
    for j in sorted(set(range(len(found))) - set(pairs.values())):
        yield Judgement(element, Verdict.INVENTED, found[j], nearest=find_nearest(found[j], gold))


def find_nearest(words: str, others: Sequence[str]) -> str | None:
    """Return the likest of other wordings, if any is half alike: it shows what went wrong.

    >>> find_nearest("Motionen avslås", ["Paragrafen justeras", "Motionen bifalls"])
    'Motionen bifalls'
    """
    best = max(others, key=lambda other: likeness(words, other), default=None)
    return best if best is not None and likeness(words, best) >= 50 else None
