"""Which side of its matter an act takes, as far as its own words tell."""

from functools import lru_cache

from protokoll.grammar import load
from protokoll.model.position import Position, Stance
from protokoll.positions.keywords import is_body, weightless
from protokoll.positions.language import open_language
from protokoll.positions.matters import is_act
from protokoll.positions.terms import bases_of, words_in

__all__ = ["is_of_matter", "one_proposition", "says_what", "side_of"]

_COMMON = 3.0
_SHARED = 0.5

_SIDES = {Stance.FOR: 1, Stance.AMEND: 1, Stance.DEMAND: 1, Stance.SUPPORT: 1, Stance.AGAINST: -1, Stance.OPPOSE: -1}


def side_of(position: Position) -> int:
    """Return 1 where an act is for what its matter is about, -1 where it is against it, and 0 where that is not told.

    'Bifall till kommunstyrelsens förslag' on a motion tells no side: the proposal may be to reject the motion. An act
    on 'yrkande från …' or 'övriga yrkanden' is about a text that is not there.

    >>> from protokoll.model.position import Basis
    >>> from protokoll.model.text import Span
    >>> def act(claim: str, title: str) -> Position:
    ...     return Position(
    ...         party="M", printed="M", stance=Stance.FOR, claim=claim, basis=Basis.VOTE, rank=1, title=title,
    ...         document="-", sha256="", pointer="", quote=claim, span=Span(0, 1), page=1,
    ...     )
    >>> side_of(act("att avslå motionen", "Motion om fler bänkar"))
    -1
    >>> side_of(act("kommunstyrelsens förslag", "Motion om fler bänkar"))
    0
    >>> side_of(act("kommunstyrelsens förslag", "Ny simhall i Norrby"))
    1
    """
    side = _SIDES.get(position.stance, 0)
    words = load().words["changes"]["sides"]
    bases = frozenset(bases_of(position.claim))
    if position.stance is not Stance.OPPOSE and not bases.isdisjoint(words["rejections"]):
        side = -side
    if not bases.isdisjoint(words["postponements"]):
        return 0
    if "motion" in bases or says_what(position):
        return side
    title = frozenset(bases_of(position.title or ""))
    return side if bases.isdisjoint(words["others"]) and title.isdisjoint(words["papers"]) else 0


def says_what(position: Position) -> bool:
    """Tell whether the words of a position say what it is about, not only whose proposal it backs or turns down."""
    return bool(_told(position))


@lru_cache(maxsize=50_000)
def _tells(base: str) -> bool:
    """Tell whether a word tells what a proposal is about."""
    words = load().words["changes"]
    return (
        open_language().rarity(base) > _COMMON
        and base not in weightless()
        and base not in words["sides"]["others"]
        and base not in words["sides"]["rejections"]
        and not is_body(base)
    )


def one_proposition(one: Position, other: Position) -> bool:
    """Tell whether two acts on one matter are on one proposal: the matter itself, or texts that share their words."""
    first, second = _told(one), _told(other)
    if not first or not second:
        return not first and not second
    return len(first & second) >= _SHARED * min(len(first), len(second))


def _told(position: Position) -> frozenset[str]:
    own = bases_of(" ".join(position.persons))
    found = (word.base for word in words_in(position.claim) if not word.name and word.base not in own)
    return frozenset(base for base in found if _tells(base))


def is_of_matter(position: Position) -> bool:
    """Tell whether a position is about its matter as a whole: 'bifall till motionen', 'därför avslår vi motionen'."""
    return not says_what(position) or (is_act(position) and "motion" in bases_of(position.claim))
