"""The words that are like what is seen, and how much of their misreading no document can make cheaper or dearer."""

from array import array
from collections.abc import Callable, Iterable, Sequence
from zlib import crc32

from msgspec import Struct

from protokoll.cleaning.repair.channel import MARKED, Channel, Key
from protokoll.cleaning.repair.kept import Kept
from protokoll.cleaning.repair.ranking import INVERSE, MARGIN
from protokoll.cleaning.repair.slips import Slips
from protokoll.cleaning.repair.store import Store, Word, runs_of, skeleton
from protokoll.cleaning.repair.unlisted import Unlisted

__all__ = ["ANY", "DARING", "EDIT", "FARTHEST", "Likeness", "Likenesses"]

_LETTERS = tuple((letter, skeleton(letter).encode()) for letter in "abcdefghijklmnopqrstuvxyzåäö")
_CONSONANTS = "bcfghjklmnprstuvxy"
_SLACK = 8.0
_DEAREST = 21.0
_LOST_FIRST = 4.0
"""A part that would have lost its first letter is mostly no part: `reinvestering` is no `öreinvestering`."""
_KEPT = 20_000
_ABSENT = 99.0
ANY, EDIT = 10.5, 11.0
"""What it costs that a letter is another, and that one is lost, added or another."""
FARTHEST, DARING = 14.0, 12.0
"""What the misreading of a part of a compound, and of a word that nobody knows, may cost at most."""


class Likeness(Struct, frozen=True, gc=False):
    """A word that may have been meant."""

    text: str
    cost: float
    """Of the word in the lexicon; 99 where only the caller or the document has it."""
    still: float
    """What its misreading costs, as far as it is the same in every document."""
    moving: tuple[Key, ...]
    """What else was misread, at the cost of the channel."""
    word: Word


class Likenesses:
    """Finds what does not depend on the document, once for each form that is seen; the latest are kept.

    Args:
        store: the language data.
        channel: the learnt confusions.
        noise: other misreadings, as (true, seen, cost).
        own: words of the caller's, which are in no list.
    """

    def __init__(
        self, store: Store, channel: Channel, noise: Sequence[tuple[str, str, float]], own: Iterable[str]
    ) -> None:
        self._store, self._channel = store, channel
        self._noise = [(true, seen, cost, skeleton(true).encode("latin-1", "replace")) for true, seen, cost in noise]
        self._keys: dict[Key, Key] = {}
        self._own: dict[str, list[Word]] = {}
        for text in own:
            self._own.setdefault(skeleton(text), []).append(Word(text, _ABSENT, 0, 99.0, 99.0, 1.0, runs_of(text)))
        self._own_codes = {_code(key) for key in self._own}
        self.words = Kept(self._words, _KEPT).__getitem__
        self.noisy = Kept(self._noisy, _KEPT).__getitem__
        self.other_letter = Kept(self._other_letter, _KEPT // 10).__getitem__
        self.edited = Kept(self._edited, _KEPT // 10).__getitem__
        self.firsts = Kept(self._firsts, 2 * _KEPT).__getitem__
        self.heads = Kept(self._heads, _KEPT).__getitem__
        self.guesses = Kept(self._guesses, _KEPT // 10).__getitem__
        self.nearby = Kept(self._nearby, _KEPT).__getitem__
        self.twice = Kept(self._twice, _KEPT // 10).__getitem__
        self._slips = Slips(store, noise)
        unlisted = Unlisted(store)
        self.inflected = Kept(unlisted.inflected, _KEPT).__getitem__
        self.unknown = Kept(unlisted.unknown, _KEPT).__getitem__

    def bucket(self, key: str) -> Sequence[Word]:
        """Return the words with this skeleton, those of the caller among them."""
        own, found = self._own.get(key), self._store.bucket(key)
        if not own:
            return found
        known = {word.text for word in found}
        return [*(word for word in own if word.text not in known), *found]

    def word(self, text: str) -> Word | None:
        """Return what is known of a word, or nothing."""
        key = skeleton(text)
        if not self._may_be(_code(key)):
            return None
        return next((word for word in self.bucket(key) if word.text == text), None)

    def _words(self, seen: str) -> tuple[Likeness, ...]:
        """Return the words with the skeleton of what is seen."""
        return tuple(self._alike(seen, self._bound(seen)))

    def _noisy(self, seen: str) -> tuple[Likeness, ...]:
        """Return words that one other misreading turns into what is seen."""
        before, after = _bones(seen)
        bound, found = self._bound(seen), list[Likeness]()
        may_be = self._may_be
        for true, other, cost, bones in self._noise:
            at = seen.find(other)
            while at >= 0:
                end = at + len(other)
                if may_be(crc32(bones + after[end], before[at])):
                    found += self._alike(seen[:at] + true + seen[end:], bound, cost)
                at = seen.find(other, at + 1)
        return tuple(found)

    def _other_letter(self, seen: str) -> tuple[Likeness, ...]:
        """Return words that differ in one consonant, whatever it is."""
        before, after = _bones(seen)
        bound, found = self._bound(seen), list[Likeness]()
        for at, old in enumerate(seen):
            for letter in _CONSONANTS:
                if letter != old and self._may_be(crc32(letter.encode() + after[at + 1], before[at])):
                    found += self._alike(seen[:at] + letter + seen[at + 1 :], bound, ANY)
        return tuple(found)

    def _edited(self, seen: str) -> tuple[Word, ...]:
        """Return words that differ in one letter, lost, added or another."""
        before, after = _bones(seen)
        changed = []
        for at in range(len(seen) - 1):  # an ending more or less makes another form of the word
            start, rest, next_ = seen[:at], seen[at:], seen[at + 1 :]
            if self._may_be(crc32(after[at + 1], before[at])):
                changed.append(start + next_)
            for letter, bones in _LETTERS:
                if self._may_be(crc32(bones + after[at], before[at])):
                    changed.append(start + letter + rest)
                if self._may_be(crc32(bones + after[at + 1], before[at])):
                    changed.append(start + letter + next_)
        knows = self._store.knows
        return tuple(word for each in changed if each != seen and knows(each) and (word := self.word(each)))

    def _firsts(self, seen: str) -> tuple[Likeness, ...]:
        """Return the words that can be a first part of a compound, at what they cost there."""
        return self._part(seen, head=False)

    def _heads(self, seen: str) -> tuple[Likeness, ...]:
        """Return the words that can be the last part of a compound, at what they cost there."""
        return self._part(seen, head=True)

    def _part(self, seen: str, *, head: bool) -> tuple[Likeness, ...]:
        key = skeleton(seen)
        if not self._store.skeletons.may_have(_code(key)):
            return ()
        runs, found = runs_of(seen), list[Likeness]()
        for word in self._store.bucket(key):
            cost = word.head if head else word.prefix
            if cost < _ABSENT:
                lost = _LOST_FIRST if word.runs[0] and not runs[0] else 0.0
                misread = self._misread(word.runs, runs, FARTHEST - lost)
                if misread is not None:
                    found.append(Likeness(word.text, cost, misread[0] + lost, misread[1], word))
        return tuple(found)

    def _guesses(self, seen: str) -> tuple[tuple[str, float, float, tuple[Key, ...]], ...]:
        """Return spellings with å, ä or ö: the text, its cost, and what the misreading costs."""
        runs, found = runs_of(seen), []
        for at, letter in enumerate(seen):
            for true in INVERSE.get(letter, ""):
                text = seen[:at] + true + seen[at + 1 :]
                misread = self._misread(runs_of(text), runs, DARING)
                if misread is not None:
                    found.append((text, self.unknown(text), *misread))
        return tuple(found)

    def _nearby(self, seen: str) -> "array[int]":
        """Return the checksums of the skeletons that one other misreading turns into that of what is seen."""
        before, after = _bones(seen)
        codes = array("I")
        for _, other, _, bones in self._noise:
            at = seen.find(other)
            while at >= 0:
                codes.append(crc32(bones + after[at + len(other)], before[at]))
                at = seen.find(other, at + 1)
        return codes

    def _twice(self, seen: str) -> tuple[Likeness, ...]:
        """Return words that two other misreadings turn into what is seen."""
        bound = self._bound(seen)
        return tuple(each for text, cost in self._slips.twice(seen) for each in self._alike(text, bound, cost))

    def _bound(self, seen: str) -> float:
        """Return a cost that no candidate has: what is seen, taken for a word that nobody knows, costs less."""
        runs = runs_of(seen)
        return self.unknown(seen) + self._channel.cost(runs, runs) + MARGIN + _SLACK

    @property
    def _may_be(self) -> Callable[[int], bool]:
        has, own = self._store.skeletons.may_have, self._own_codes
        return (lambda code: has(code) or code in own) if own else has

    def _alike(self, seen: str, bound: float, noise: float = 0.0) -> list[Likeness]:
        runs, found = runs_of(seen), []
        for word in self.bucket(skeleton(seen)):
            cost = word.cost
            if _DEAREST < cost < _ABSENT:
                break
            misread = self._misread(word.runs, runs, bound - noise - (cost if cost < _ABSENT else 0.0))
            if misread is not None:
                found.append(Likeness(word.text, cost, misread[0] + noise, misread[1], word))
        return found

    def _misread(self, true: Sequence[str], seen: Sequence[str], limit: float) -> tuple[float, tuple[Key, ...]] | None:
        """Return what a misreading costs in every document, and what else is misread; nothing where it is too dear."""
        still, moving, costs = 0.0, tuple[Key, ...](), self._channel.runs
        for at, run in enumerate(true):
            other = seen[at]
            if run != other:
                key = (run, other, not at)
                if "ä" in run or "ö" in run or "å" in run:
                    moving += (self._keys.setdefault(key, key),)
                else:
                    still += costs[key]
                    if still >= limit:
                        return None
            elif run in MARKED:
                key = (run, other, not at)
                moving += (self._keys.setdefault(key, key),)
        return (still, moving) if still < limit else None


def _bones(word: str) -> tuple[list[int], list[bytes]]:
    """Return the checksum of the skeleton of what is before each letter, and the skeleton of what is behind it."""
    each = [skeleton(letter).encode("latin-1", "replace") for letter in word]
    before, after = [0], [b""]
    for bone in each:
        before.append(crc32(bone, before[-1]))
    for bone in reversed(each):
        after.append(bone + after[-1])
    return before, after[::-1]


def _code(key: str) -> int:
    return crc32(key.encode("latin-1", "replace"))
