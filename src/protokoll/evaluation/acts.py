"""The judgement of proposals, reservations and statements: who does what, and apart from it the details."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from msgspec import UNSET

from protokoll.evaluation.annotation import (
    ActorFacts,
    PersonFacts,
    ProposalFacts,
    ReservationFacts,
    StatementFacts,
)
from protokoll.evaluation.judgement import Element, Judgement, Verdict, find_nearest, judge_one, judge_texts
from protokoll.evaluation.likeness import end_likenesses, extent_agrees, likeness, normal, pair

__all__ = [
    "OBJECT",
    "POINT",
    "judge_proposals",
    "judge_reservations",
    "judge_statements",
    "named",
    "same_body",
]

POINT, OBJECT = 95, 90
"""The likeness at which two points, and two objects of a proposal, are the same."""

_Act = TypeVar("_Act", ProposalFacts, ReservationFacts, StatementFacts)


def named(person: PersonFacts) -> str:
    """Return a person as minutes print it.

    >>> named(PersonFacts("Åsa Lind", "MP"))
    'Åsa Lind (MP)'
    """
    name = normal(person.name or "")
    return f"{name} ({person.party})".strip() if person.party else name


def same_body(one: str, other: str) -> bool:
    """Tell whether two names of bodies are the same; capitals do not count.

    >>> same_body("Förvaltningen", "förvaltningen")
    True
    """
    return normal(one).casefold() == normal(other).casefold()


def judge_proposals(gold: Sequence[ProposalFacts], found: Sequence[ProposalFacts]) -> Iterator[Judgement]:
    """Judge proposals: right are action, parties and persons. Optional ones count neither way.

    A proposer who is named only as a body or as parties in the words before a decision ('Enligt
    kommunstyrelsens förslag:') is optional: the decision already says whose proposal it follows.
    """
    core = [each for each in gold if not _is_optional(each)]
    kept = _without_optional(gold, core, found)
    pairs, judgements = _judge(Element.PROPOSAL, core, kept, _proposal_key, _proposal_merit)
    yield from judgements
    for i, j in pairs:
        yield from _proposal_details(core[i], kept[j])


def judge_reservations(gold: Sequence[ReservationFacts], found: Sequence[ReservationFacts]) -> Iterator[Judgement]:
    """Judge reservations: right are parties and persons; their extent is judged apart."""
    pairs, judgements = _judge(Element.RESERVATION, gold, found, lambda act: _who(act.by), _text_merit)
    yield from judgements
    for i, j in pairs:
        yield from judge_one(Element.RESERVATION_EXTENT, gold[i].text, found[j].text, extent_agrees)


def judge_statements(gold: Sequence[StatementFacts], found: Sequence[StatementFacts]) -> Iterator[Judgement]:
    """Judge statements: right are kind and parties; their actors and extent are judged apart."""
    pairs, judgements = _judge(
        Element.STATEMENT, gold, found, lambda act: (act.kind, frozenset(act.by.parties)), _text_merit
    )
    yield from judgements
    for i, j in pairs:
        ones, others = gold[i], found[j]
        yield from judge_one(Element.STATEMENT_ACTORS, _actors(ones.by), _actors(others.by), same_body)
        yield from judge_one(Element.STATEMENT_EXTENT, ones.text, others.text, extent_agrees)


def _judge(
    element: Element,
    gold: Sequence[_Act],
    found: Sequence[_Act],
    key: Callable[[_Act], object],
    merit: Callable[[_Act, _Act], float],
) -> tuple[list[tuple[int, int]], list[Judgement]]:
    """Pair acts that agree in `key`, those of most merit first, and judge all."""
    pairs = pair(gold, found, lambda one, other: merit(one, other) if key(one) == key(other) else None)
    right, used = {i for i, _ in pairs}, {j for _, j in pairs}
    missed = [_described(act) for i, act in enumerate(gold) if i not in right]
    invented = [_described(act) for j, act in enumerate(found) if j not in used]
    judgements = [Judgement(element, Verdict.RIGHT, _described(gold[i])) for i, _ in pairs]
    judgements += _faults(element, Verdict.MISSED, missed, invented)
    judgements += _faults(element, Verdict.INVENTED, invented, missed)
    return pairs, judgements


def _faults(element: Element, verdict: Verdict, acts: Sequence[str], others: Sequence[str]) -> list[Judgement]:
    return [Judgement(element, verdict, each, nearest=find_nearest(each, others)) for each in acts]


def _proposal_details(gold: ProposalFacts, found: ProposalFacts) -> Iterator[Judgement]:
    yield from judge_one(Element.PROPOSAL_BODY, gold.by.body, found.by.body, same_body)
    yield from judge_texts(Element.PROPOSAL_POINT, gold.points, found.points, POINT)
    yield from judge_one(Element.PROPOSAL_STATEMENT, gold.statement, found.statement, extent_agrees)
    if gold.object is not UNSET:
        yield from judge_one(
            Element.PROPOSAL_OBJECT,
            gold.object,
            found.object or None,
            lambda one, other: likeness(one, other) >= OBJECT,
        )


def _without_optional(
    gold: Sequence[ProposalFacts], core: Sequence[ProposalFacts], found: Sequence[ProposalFacts]
) -> list[ProposalFacts]:
    """The found proposals, less those that answer to an optional one and to none that counts."""
    pairs, _ = _judge(Element.PROPOSAL, core, found, _proposal_key, _proposal_merit)
    counted = {j for _, j in pairs}
    spare = [j for j in range(len(found)) if j not in counted]
    optional = [each for each in gold if _is_optional(each)]
    matched, _ = _judge(Element.PROPOSAL, optional, [found[j] for j in spare], _proposal_key, _proposal_merit)
    pardoned = {spare[j] for _, j in matched}
    return [each for j, each in enumerate(found) if j not in pardoned]


def _is_optional(proposal: ProposalFacts) -> bool:
    return proposal.source == "lead_in" and not proposal.by.persons


def _proposal_key(proposal: ProposalFacts) -> object:
    return proposal.action, _who(proposal.by)


def _who(by: ActorFacts) -> object:
    persons = frozenset((normal(each.name or ""), each.party) for each in by.persons)
    return persons, frozenset(by.parties)


def _proposal_merit(one: ProposalFacts, other: ProposalFacts) -> float:
    worth = likeness(_matter(one), _matter(other))
    same = one.by.body == other.by.body or same_body(one.by.body or "", other.by.body or "")
    return worth + 100 * same


def _matter(proposal: ProposalFacts) -> str:
    return " ".join(filter(None, (proposal.object or "", *proposal.points)))


def _text_merit(one: ReservationFacts | StatementFacts, other: ReservationFacts | StatementFacts) -> float:
    return sum(end_likenesses(one.text, other.text)) + 200 * same_body(one.by.body or "", other.by.body or "")


def _actors(by: ActorFacts) -> str | None:
    return ", ".join(sorted(filter(None, (by.body, *map(named, by.persons))))) or None


def _described(act: ProposalFacts | ReservationFacts | StatementFacts) -> str:
    """An act in one line for people: who, what, and the first words of it."""
    by = act.by
    who = ", ".join(map(named, by.persons)) or ", ".join(by.parties) or by.body or "nobody"
    if isinstance(act, ProposalFacts):
        return f"{who}: {act.action}: {_matter(act)}"
    what = act.kind if isinstance(act, StatementFacts) else "reservation"
    return f"{who}: {what}: {act.text}"
