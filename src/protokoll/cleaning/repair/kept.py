"""A memory that is bounded, and that costs the garbage collector nothing for each thing in it."""

from collections.abc import Callable
from typing import TypeVar

__all__ = ["Kept"]

Found = TypeVar("Found")


class Kept(dict[str, Found]):
    """What was found for each word; when there are too many it begins anew.

    Args:
        find: finds what is not there yet.
        most: how many words are kept.

    >>> kept = Kept(len, 1000)
    >>> kept["nämnd"], kept["nämnd"], list(kept)
    (5, 5, ['nämnd'])
    """

    def __init__(self, find: Callable[[str], Found], most: int) -> None:
        self._find, self._most = find, most

    def __missing__(self, word: str) -> Found:
        if len(self) >= self._most:
            self.clear()
        found = self[word] = self._find(word)
        return found
