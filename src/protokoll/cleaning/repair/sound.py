"""Words that print has not worn: those of the lexicon, and the forms that older clerks gave them."""

from functools import lru_cache

from protokoll.cleaning.repair.store import open_store

__all__ = ["is_sound"]

# "begäres", "ställes", "antages", "godkännes": the passive as it was written until the nineties.
_PASSIVE = "es"
_LONG_PASSIVE = "ages"
_FEWEST = 3


@lru_cache(20_000)
def is_sound(word: str) -> bool:
    """Tell whether a word in lower case is one of the lexicon, or an older form of one.

    A real word in the wrong place is not for this to find: who changes it harms more names than mends words.

    >>> [is_sound(word) for word in ("lager", "begäres", "antages", "ftireslår")]
    [True, True, True, False]
    """
    knows = open_store().knows
    if knows(word):
        return True
    if not word.endswith(_PASSIVE):
        return False
    stem = word.removesuffix(_LONG_PASSIVE) if word.endswith(_LONG_PASSIVE) else word.removesuffix(_PASSIVE)
    return len(stem) >= _FEWEST and any(knows(stem + ending) for ending in ("s", "as", "a", "er"))
