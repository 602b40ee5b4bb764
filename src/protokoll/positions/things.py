"""Whether two nouns name one thing."""

from protokoll.positions.features import root
from protokoll.positions.language import open_language

__all__ = ["is_same_thing"]


def is_same_thing(one: str, other: str) -> bool:
    """Tell whether two nouns in base form name one thing, the one perhaps by a compound.

    >>> is_same_thing("skatt", "kommunalskatt"), is_same_thing("skatt", "avgift")
    (True, False)
    """
    if one == other or root(one) == root(other):
        return True
    parts = open_language().parts
    return (parts(one) or (one,))[-1] == (parts(other) or (other,))[-1]
