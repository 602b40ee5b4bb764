"""How two positions on one question stand to each other: the same, stronger, weaker, reversed, or only related."""

from collections.abc import Iterator

from protokoll.model.position import Basis, Position, Relation, Stance
from protokoll.positions.features import wording
from protokoll.positions.links import Link
from protokoll.positions.matters import is_one_matter, subject_of
from protokoll.positions.propositions import is_one_proposition, is_short
from protokoll.positions.relations_of_acts import relation_of_acts
from protokoll.positions.sides import is_of_matter, side_of
from protokoll.positions.things import is_same_thing
from protokoll.positions.wishes import Wish, wish_of

__all__ = ["relation_of"]

_SAME, _COMPARABLE, _MEASURABLE = 0.42, 0.3, 0.5
"""As near as this, two positions are one proposition, their amounts are comparable, their words can be weighed."""
_WORDS, _MEANING, _NAME = 0.6, 0.4, 0.1
_OPPOSITE, _AGAINST, _DENIED = 0.3, 0.38, 0.7
"""As near as this, contrary ways for one thing, contrary stances, and a denial make a reversal."""
_STEP = 0.75
_LIKELY = 0.2
"""Amounts are compared only where the link is at least as sure as this."""
_ACT_AND_WORDS = 0.75
"""With words as alike as this, an act on a matter and words are one proposition."""
_BINDING = frozenset([Basis.VOTE, Basis.PROPOSAL, Basis.RESERVATION])
_LOOSE = frozenset([Basis.PROGRAMME, Basis.REPORT])
_IN_WORDS = frozenset([Stance.DEMAND, Stance.SUPPORT, Stance.OPPOSE])
_NO_SIDE = frozenset([Stance.NONE, Stance.ABSTAIN, Stance.DEFER])

Told = tuple[Relation, tuple[str, ...]]


def relation_of(before: Position, after: Position, link: Link) -> Told:
    """Return how a later position stands to an earlier one on the same question, and why, a clause each.

    Args:
        before: the earlier position.
        after: the later one.
        link: what they share.
    """
    acts = is_of_matter(before), is_of_matter(after)
    if all(acts):
        return relation_of_acts(before, after, link)
    if any(acts):
        return _of_act_and_words(before, after, link)
    if not {before.stance, after.stance}.isdisjoint(_NO_SIDE):
        return Relation.RELATED, ("one of them takes no side",)
    early, late = wish_of(link.texts[0], before.stance), wish_of(link.texts[1], after.stance)
    near = _WORDS * link.likeness + _MEANING * max(0.0, link.meaning) + _NAME * link.named
    short, one = is_short(before, after), is_one_proposition(before, after, link)
    if (contrary := _contrary(early, late, near, short)) and not link.only_topic and (short or one):
        if {before.basis, after.basis} & _BINDING and {before.basis, after.basis} & _LOOSE:
            return Relation.RELATED, (contrary, "a general text against a formal act: a tension, no change proved")
        return Relation.REVERSED, (contrary,)
    return _measured(before, after, (early, late), near, link)


def _measured(before: Position, after: Position, wishes: tuple[Wish, Wish], near: float, link: Link) -> Told:
    """Return the relation of two wishes that are not contrary."""
    one = is_one_proposition(before, after, link)
    comparable = near >= _COMPARABLE and link.weight >= _LIKELY and (one or is_short(before, after))
    amounts = list(_amounts(*wishes)) if comparable else []
    if (near < _SAME or not one) and not amounts:
        likely, perhaps = (
            "the same question, not the same proposition",
            "perhaps the same question, not the same proposition",
        )
        return Relation.RELATED, (likely if link.weight >= _LIKELY else perhaps,)
    if link.only_topic and not amounts:
        return Relation.RELATED, ("only the words of the topic in common",)
    if Stance.DESCRIBE in (before.stance, after.stance) and before.stance is not after.stance:
        return Relation.RELATED, ("the one tells how things are, the other wants something",)
    for relation, why in (*amounts, *(_levels(*wishes) if near >= _MEASURABLE else ())):
        return relation, (why, *_kinds(before, after))
    return Relation.SAME, tuple(_kinds(before, after))


def _of_act_and_words(before: Position, after: Position, link: Link) -> Told:
    """Return the relation of an act on a whole matter and of words: seldom more than a tension or a likeness."""
    act, words = (before, after) if is_of_matter(before) else (after, before)
    text = link.texts[1] if words is after else link.texts[0]
    turned = side_of(act) * wish_of(text, words.stance).sign
    if turned < 0:
        return Relation.RELATED, (
            "for the one time, against the other",
            "an act against words: a tension, no change proved",
        )
    one = is_one_matter(before, after) or wording(words.claim, subject_of(act.title or "")) >= _ACT_AND_WORDS
    if turned > 0 and link.likeness >= _ACT_AND_WORDS and not link.only_topic and one:
        return Relation.SAME, tuple(_kinds(before, after))
    return Relation.RELATED, ("an act on a matter, and words on a like question",)


def _contrary(early: Wish, late: Wish, near: float, short: bool) -> str | None:
    """Return why two wishes in words are contrary, or None."""
    turned = early.sign * late.sign
    ways = [
        (word, one * other)
        for word, one in early.directions
        for each, other in late.directions
        if is_same_thing(word, each)
    ]
    if ways and near >= _OPPOSITE:
        word, way = ways[0]
        return f"contrary ways for {word}" if turned * way < 0 else None
    words = {early.stance, late.stance} <= _IN_WORDS and Stance.OPPOSE in (early.stance, late.stance)
    # In a long text a denial may belong to anything, and what an act was against may be any part of it.
    surely = near >= _AGAINST if words else near >= _DENIED and short
    return "for the one time, against the other" if turned < 0 and surely else None


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
