"""How a party's later positions stand to its earlier ones."""

from collections.abc import Iterator, Sequence

from protokoll.model.position import Basis, Change, Position, Relation, Stance
from protokoll.positions.language import open_language
from protokoll.positions.links import Link, find_links
from protokoll.positions.matters import subject_of, years_apart
from protokoll.positions.questions import root
from protokoll.positions.repeats import Told, told_once
from protokoll.positions.sides import is_of_matter, one_proposition, side_of
from protokoll.positions.wishes import Wish, wish_of

__all__ = ["compare"]

_SAME, _COMPARABLE = 0.42, 0.3
"""As near as this, two positions are one proposition; as near as that, their amounts can be compared."""
_WORDS, _MEANING, _NAME = 0.6, 0.4, 0.1
_OPPOSITE, _AGAINST, _DENIED = 0.3, 0.38, 0.6
"""As near as this, contrary ways for one thing, contrary stances, and a denial make a reversal."""
_ONE_MATTER = 0.55
"""Subjects as alike as this are one matter."""
_STEP = 0.75
_ACT_AND_WORDS = 0.65
"""As near as this, an act on a matter and words are one proposition."""
_LIKELY = 0.2
"""A reversal is told only of a link that is at least as sure as this."""
_BINDING = frozenset([Basis.VOTE, Basis.PROPOSAL, Basis.RESERVATION])
_NO_SIDE = frozenset([Stance.NONE, Stance.ABSTAIN, Stance.DEFER])
_LOOSE = frozenset([Basis.PROGRAMME, Basis.REPORT])


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
    relation, why = _relation(before, after, link)
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


def _relation(before: Position, after: Position, link: Link) -> tuple[Relation, tuple[str, ...]]:
    """Return how two positions on one question stand to each other, and why."""
    if is_of_matter(before) and is_of_matter(after):
        return _of_acts(before, after, link)
    early, late = wish_of(link.texts[0], before.stance), wish_of(link.texts[1], after.stance)
    near = _WORDS * link.likeness + _MEANING * max(0.0, link.meaning) + _NAME * link.named
    if contrary := _contrary(early, late, near):
        if is_of_matter(before) or is_of_matter(after):
            return Relation.RELATED, (contrary, "an act against words: a tension, no change proved")
        if _tension(before, after):
            return Relation.RELATED, (contrary, "a general text against a formal act: a tension, no change proved")
        return Relation.REVERSED, (contrary,)
    amounts = list(_amounts(early, late)) if near >= _COMPARABLE else []
    if not {before.stance, after.stance}.isdisjoint(_NO_SIDE):
        return Relation.RELATED, ("one of them takes no side",)
    if is_of_matter(before) is not is_of_matter(after) and near < _ACT_AND_WORDS:
        return Relation.RELATED, ("an act on a matter, and words on a like question",)
    if near < _SAME and not amounts:
        return Relation.RELATED, ("the same question, not the same proposition",)
    if Stance.DESCRIBE in (before.stance, after.stance) and before.stance is not after.stance:
        return Relation.RELATED, ("the one tells how things are, the other wants something",)
    reasons = [*amounts, *_levels(early, late)]
    if not reasons:
        return Relation.SAME, tuple(_kinds(before, after))
    relation, why = reasons[0]
    return relation, (why, *_kinds(before, after))


def _of_acts(before: Position, after: Position, link: Link) -> tuple[Relation, tuple[str, ...]]:
    """Return how two acts stand to each other: they must be on one matter, and tell their sides."""
    one, other = side_of(before), side_of(after)
    if years_apart(before, after):
        return Relation.RELATED, ("the like matter of another year",)
    if link.likeness < _ONE_MATTER or link.weak:
        return Relation.RELATED, ("acts on matters that are alike, not on one",)
    if not (one and other and one_proposition(before, after)) and Stance.REMIT not in (before.stance, after.stance):
        return Relation.RELATED, ("the words of the acts do not tell that they are on one proposal",)
    if Stance.REMIT in (before.stance, after.stance) and before.stance is not after.stance:
        if one or other:
            relation = Relation.STRENGTHENED if after.stance is Stance.FOR else Relation.WEAKENED
            return relation, ("sent back for more work the one time, decided the other",)
        return Relation.RELATED, ("sent back for more work the one time",)
    return _sides(before, after, one * other, link)


def _sides(before: Position, after: Position, turned: int, link: Link) -> tuple[Relation, tuple[str, ...]]:
    ways = [
        first * second
        for word, first in wish_of(subject_of(before.title or ""), Stance.DEMAND).directions
        for each, second in wish_of(subject_of(after.title or ""), Stance.DEMAND).directions
        if _same_thing(word, each)
    ]
    if (turned < 0) is not (bool(ways) and ways[0] < 0):
        return Relation.REVERSED, ("for the one time, against the other",)
    amounts = list(_amounts(wish_of(link.texts[0], before.stance), wish_of(link.texts[1], after.stance)))
    return (amounts[0][0], (amounts[0][1],)) if amounts else (Relation.SAME, tuple(_kinds(before, after)))


def _contrary(early: Wish, late: Wish, near: float) -> str | None:
    """Return why two wishes in words are contrary, or None."""
    turned = early.sign * late.sign
    shared = [
        (word, one * other)
        for word, one in early.directions
        for each, other in late.directions
        if _same_thing(word, each)
    ]
    if shared and near >= _OPPOSITE:
        word, ways = shared[0]
        return f"contrary ways for {word}" if turned * ways < 0 else None
    if turned >= 0:
        return None
    least = _DENIED if early.stance is late.stance else _AGAINST
    return "for the one time, against the other" if near >= least else None


def _same_thing(one: str, other: str) -> bool:
    """Tell whether two nouns name one thing, the one perhaps by a compound: 'skatt', 'kommunalskatt'."""
    if one == other or root(one) == root(other):
        return True
    parts = open_language().parts
    return (parts(one) or (one,))[-1] == (parts(other) or (other,))[-1]


def _tension(before: Position, after: Position) -> bool:
    kinds = {before.basis, after.basis}
    return bool(kinds & _BINDING) and bool(kinds & _LOOSE)


def _amounts(early: Wish, late: Wish) -> Iterator[tuple[Relation, str]]:
    """Yield what comparable amounts say."""
    for one in early.amounts:
        for other in late.amounts:
            same = one.unit == other.unit or (one.bound and other.bound and one.counts and other.counts)
            if same and one.value != other.value:
                more = (other.value > one.value) is not (one.bound or other.bound)
                relation = Relation.STRENGTHENED if more else Relation.WEAKENED
                yield relation, f"from {one.value:g} to {other.value:g} ({one.unit})"
                return


def _levels(early: Wish, late: Wish) -> Iterator[tuple[Relation, str]]:
    """Yield what the words of demand say, where both are words of one kind."""
    if early.stance is not late.stance:
        return
    if late.level - early.level >= _STEP:
        yield Relation.STRENGTHENED, "from a study to a demand" if early.study else "stronger words"
    elif early.level - late.level >= _STEP:
        yield Relation.WEAKENED, "from a demand to a study" if late.study else "weaker words"


def _kinds(before: Position, after: Position) -> Iterator[str]:
    if before.basis is not after.basis:
        yield f"another kind of evidence ({before.basis} before, {after.basis} after), which by itself is no change"
