"""What a word costs that is in no list: by its letters, or by another form of it that is there."""

from zlib import crc32

from protokoll.cleaning.repair.store import Store, skeleton

__all__ = ["Unlisted"]

_UNKNOWN = 6.5
_STEM = 4
_FORM = 3.5
_ABSENT = 99.0
_SHORT = ("", "s", "n", "r", "d", "t", "de", "a", "e", "en", "er")
_LONG = ("ar", "or", "et", "na", "erna", "arna", "ande", "are", "ad", "at", "ade")
_ENDINGS = tuple((ending, skeleton(ending).encode()) for ending in (*_SHORT, *_LONG))


class Unlisted:
    """Weighs words that no list has.

    >>> from protokoll.cleaning.repair.store import open_store
    >>> words = Unlisted(open_store())
    >>> words.unknown("namnder") < words.unknown("nxqmndr")
    True
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def unknown(self, word: str) -> float:
        """Return the cost of a word that is in no list, by its letters."""
        return _UNKNOWN + self._store.spelling(word)

    def inflected(self, seen: str) -> float:
        """Return the cost of a form that is in no list, of a word that is there in another form."""
        best = _ABSENT
        may_have, cost_of = self._store.skeletons.may_have, self._store.cost
        for ending, _ in _ENDINGS:
            size = len(seen) - len(ending)
            if size >= _STEM and seen.endswith(ending):
                start = crc32(skeleton(seen[:size]).encode("latin-1", "replace"))
                for other, bones in _ENDINGS:
                    if other != ending and may_have(crc32(bones, start)):
                        best = min(best, cost_of(seen[:size] + other))
        return best + _FORM if best < _ABSENT else _ABSENT
