"""How a party's later positions stand to its earlier ones."""

from collections.abc import Iterator, Sequence

from protokoll.model.position import Change, Position, Relation
from protokoll.positions.links import Link, find_links
from protokoll.positions.relations import relation_of
from protokoll.positions.repeats import Told, told_once

__all__ = ["compare"]

_LIKELY = 0.2
"""A reversal is told only of a link that is at least as sure as this."""


def compare(before: Sequence[Position], after: Sequence[Position], *, party: str) -> tuple[Change, ...]:
    """Return how the later positions of a party stand to its earlier ones.

    Args:
        before: the earlier positions, with topics.
        after: the later ones, with topics.
        party: the code of the party; only its positions are compared. A party that changed its name keeps the
            codes of its time in its positions: the caller chooses them (`renames`).

    Returns:
        First the pairs, the surest first, then what is new, then what was not found later. That a position was not
        found later does not mean that it was given up: what is compared may lack it.
    """
    early = told_once([each for each in before if each.party == party])
    late = told_once([each for each in after if each.party == party])
    links = find_links([each.position for each in early], [each.position for each in late])
    pairs = [_change(early[link.before], late[link.after], link, party) for link in links]
    linked_early, linked_late = {link.before for link in links}, {link.after for link in links}
    alone = [
        *(_single(Relation.NEW, each, party) for at, each in enumerate(late) if at not in linked_late),
        *(_single(Relation.NOT_FOUND_LATER, each, party) for at, each in enumerate(early) if at not in linked_early),
    ]
    return (*pairs, *alone)


def _single(relation: Relation, told: Told, party: str) -> Change:
    later, position = relation is Relation.NEW, told.position
    reason = "nothing like it among the earlier ones" if later else "nothing like it among the later ones"
    return Change(
        party=party,
        topic=position.topic,
        relation=relation,
        before=None if later else position,
        after=position if later else None,
        weight=0.0,
        weak=False,
        reasons=(reason, *_repeats(told)),
    )


def _repeats(told: Told, when: str = "") -> Iterator[str]:
    if told.times > 1:
        yield f"told {told.times} times{when}: the strongest and last is shown"


def _change(early: Told, late: Told, link: Link, party: str) -> Change:
    before, after = early.position, late.position
    relation, why = relation_of(before, after, link)
    if relation is Relation.REVERSED and link.weight < _LIKELY:
        relation, why = Relation.RELATED, (*why, "too weak a link to call it a reversal")
    return Change(
        party=party,
        topic=after.topic or before.topic,
        relation=relation,
        before=before,
        after=after,
        weight=link.weight,
        weak=link.weak,
        reasons=(*link.reasons, *why, *_repeats(early, " before"), *_repeats(late, " after")),
    )
