"""How a party's later positions stand to its earlier ones."""

from collections.abc import Iterator, Sequence

from protokoll.model.position import Basis, Change, Position, Relation, Stance
from protokoll.positions.language import open_language
from protokoll.positions.links import Link, find_links
from protokoll.positions.questions import root
from protokoll.positions.wishes import Wish, wish_of

__all__ = ["compare"]

_SAME, _COMPARABLE = 0.42, 0.3
"""As near as this, two positions are one proposition; as near as that, their amounts can be compared."""
_WORDS, _MEANING, _NAME = 0.6, 0.4, 0.1
_OPPOSITE = 0.25
"""As near as this, contrary stances make a reversal."""
_STEP = 0.75
_BINDING = frozenset([Basis.VOTE, Basis.PROPOSAL, Basis.RESERVATION])
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
    early = [each for each in before if _is_of(each, party)]
    late = [each for each in after if _is_of(each, party)]
    links = find_links(early, late)
    pairs = [_change(early[link.before], late[link.after], link, party) for link in links]
    linked_early, linked_late = {link.before for link in links}, {link.after for link in links}
    alone = [
        *(_single(Relation.NEW, each, party) for at, each in enumerate(late) if at not in linked_late),
        *(_single(Relation.NOT_FOUND_LATER, each, party) for at, each in enumerate(early) if at not in linked_early),
    ]
    return (*pairs, *alone)


def _is_of(position: Position, party: str) -> bool:
    return position.party == party


def _single(relation: Relation, position: Position, party: str) -> Change:
    later = relation is Relation.NEW
    reason = "nothing like it among the earlier ones" if later else "nothing like it among the later ones"
    return Change(
        party=party,
        topic=position.topic,
        relation=relation,
        before=None if later else position,
        after=position if later else None,
        weight=0.0,
        weak=False,
        reasons=(reason,),
    )


def _change(before: Position, after: Position, link: Link, party: str) -> Change:
    relation, why = _relation(before, after, link)
    return Change(
        party=party,
        topic=after.topic or before.topic,
        relation=relation,
        before=before,
        after=after,
        weight=link.weight,
        weak=link.weak,
        reasons=(*link.reasons, *why),
    )


def _relation(before: Position, after: Position, link: Link) -> tuple[Relation, tuple[str, ...]]:
    """Return how two positions on one question stand to each other, and why."""
    early, late = wish_of(link.texts[0], before.stance), wish_of(link.texts[1], after.stance)
    near = _WORDS * link.likeness + _MEANING * max(0.0, link.meaning) + _NAME * link.named
    contrary = _contrary(early, late)
    if contrary and near >= _OPPOSITE:
        if _tension(before, after):
            return Relation.RELATED, (contrary, "a general text against a formal act: a tension, no change proved")
        return Relation.REVERSED, (contrary,)
    amounts = list(_amounts(early, late)) if near >= _COMPARABLE else []
    if near < _SAME and not amounts:
        return Relation.RELATED, ("the same question, not the same proposition",)
    if Stance.DESCRIBE in (before.stance, after.stance) and before.stance is not after.stance:
        return Relation.RELATED, ("the one tells how things are, the other wants something",)
    reasons = [*amounts, *_levels(early, late)]
    if not reasons:
        return Relation.SAME, tuple(_kinds(before, after))
    relation, why = reasons[0]
    return relation, (why, *_kinds(before, after))


def _contrary(early: Wish, late: Wish) -> str | None:
    """Return why two wishes are contrary, or None."""
    turned = early.sign * late.sign
    shared = [
        (word, one * other)
        for word, one in early.directions
        for each, other in late.directions
        if _same_thing(word, each)
    ]
    if shared:
        word, ways = shared[0]
        return f"contrary ways for {word}" if turned * ways < 0 else None
    return "for the one time, against the other" if turned < 0 else None


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
    """Yield what the words of demand say."""
    if late.level - early.level >= _STEP:
        yield Relation.STRENGTHENED, "from a study to a demand" if early.study else "stronger words"
    elif early.level - late.level >= _STEP:
        yield Relation.WEAKENED, "from a demand to a study" if late.study else "weaker words"


def _kinds(before: Position, after: Position) -> Iterator[str]:
    if before.basis is not after.basis:
        yield f"another kind of evidence ({before.basis} before, {after.basis} after), which by itself is no change"
