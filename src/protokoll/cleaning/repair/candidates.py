"""The words that a misread word may have been, each with what it costs."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import copy
from functools import cached_property
from math import log
from zlib import crc32

from msgspec.structs import replace

from protokoll.cleaning.repair.candidate import Candidate
from protokoll.cleaning.repair.channel import Channel
from protokoll.cleaning.repair.compounds import Compounds
from protokoll.cleaning.repair.likeness import DARING, EDIT, Likeness, Likenesses
from protokoll.cleaning.repair.ranking import MARGIN, is_beyond_doubt, likeliest
from protokoll.cleaning.repair.splits import Splits
from protokoll.cleaning.repair.store import Store, Word, runs_of, skeleton

__all__ = ["Finder"]

Worn = Mapping[str, Sequence[tuple[str, float]]]

_PLAIN = 13.0
_FEWEST = 6
_MANY = 20_000
_GENITIVE = 3.5
_DEAREST = 21.0
_NONE = 99.0
_TWICE_FROM = 5
_TWICE_OVER = 19.0


class Finder:
    """Finds candidates with one channel; what was found is kept for the next time.

    Args:
        store: the language data.
        channel: the confusions.
        noise: other misreadings, as (true, seen, probability).
        own: words of the caller or of the document, with a cost each.
        extra: what misreadings other than those of å, ä and ö cost more: little on a noisy page, much on a clean one.
    """

    def __init__(
        self,
        store: Store,
        channel: Channel,
        noise: Sequence[tuple[str, str, float]] = (),
        own: dict[str, float] | None = None,
        extra: float = 1.0,
    ) -> None:
        self._worn: Worn | None = None
        self._store, self._channel, self._extra = store, channel, extra
        self._noise = [(true, seen, -log(chance)) for true, seen, chance in noise]
        self._own = own or {}
        self._likenesses = Likenesses(store, channel, self._noise, self._own)
        self._splits = Splits(store, self._likenesses)
        self._keep()

    def _keep(self) -> None:
        self._base: Callable[[str], tuple[Candidate, ...]] | None = None
        self._found: dict[str, tuple[Candidate, ...]] = {}
        self._compounds = Compounds(self._likenesses, self._channel)
        self.__dict__.pop("_own_codes", None)
        self._forms: dict[str, list[Word]] = {}

    @property
    def channel(self) -> Channel:
        """The confusions by which it finds."""
        return self._channel

    def adapted(self, channel: Channel, own: dict[str, float], extra: float) -> "Finder":
        """Return a finder for one document, with its confusions and its words."""
        finder = copy(self)
        finder._channel, finder._own, finder._extra = channel, self._own | own, extra
        finder._keep()
        finder._base = self.find
        for text, cost in own.items():  # genitives are in no list
            if self._likenesses.word(text) is None:
                word = Word(text, cost, 0, _NONE, _NONE, 1.0, runs_of(text))
                finder._forms.setdefault(skeleton(text), []).append(word)
        return finder

    def worn(self, words: Mapping[str, Sequence[tuple[str, float]]]) -> "Finder":
        """Return a finder for worn print, where any letter may be lost, added or another.

        Args:
            words: what short and frequent words are read as whole, as the word meant and its probability.
        """
        finder = copy(self)
        finder._worn = {seen: [(true, -log(chance)) for true, chance in meant] for seen, meant in words.items()}
        finder._keep()
        return finder

    def find(self, seen: str) -> tuple[Candidate, ...]:
        """Return the candidates for a lower-case word, the likeliest first."""
        found = self._found.get(seen)
        if found is None:
            found = self._base(seen) if self._base is not None else ()
            if not found or not is_beyond_doubt(found):
                found = self._weigh(seen)
            if len(self._found) >= _MANY:
                self._found.clear()
            self._found[seen] = found
        return found

    def common(self, seen: str, most: float) -> list[Candidate]:
        """Return the words of at most this cost that a word of the lexicon may have been before it was misread."""
        whole = (self._worn or {}).get(seen, ())
        found = [each for true, cost in whole for each in self._exact(true, cost + self._extra)]
        may_cost, codes = self._store.skeletons.may_cost, self._likenesses.nearby(seen)
        if not self._own_codes.isdisjoint(codes) or any(may_cost(code) <= most for code in codes):
            found += self._noisy(seen)
        return [each for each in found if each.cost <= most]

    @cached_property
    def _own_codes(self) -> set[int]:
        return {crc32(skeleton(text).encode("latin-1", "replace")) for text in self._own}

    def _weigh(self, seen: str) -> tuple[Candidate, ...]:
        unknown = self._likenesses.unknown(seen)
        found = self._candidates(self._likenesses.words(seen), 0.0, "lexicon")
        if self._forms:
            found += self._own_forms(seen)
        if self._worn is not None:
            for true, cost in self._worn.get(seen, ()):
                found += self._exact(true, cost + self._extra)
        if _least(found) > _PLAIN:
            found += self._farther(seen)
            best = _least(found)
            if best > unknown - 6:
                found += self._guesses(seen) if self._worn is None else []
                if len(seen) > _FEWEST and best > _PLAIN + 6:
                    found += self._any_letter(seen) if self._worn is None else self._any_edit(seen)
            if self._worn is not None and len(seen) >= _TWICE_FROM and best > _TWICE_OVER:
                found += self._noisy_twice(seen)
        if not any(each.text == seen and each.kind != "compound" for each in found):
            cost = min(unknown, self._likenesses.inflected(seen))
            found.append(Candidate(seen, 0.0, cost, 0, 1.0, "unknown"))
        return likeliest(found)

    def _farther(self, seen: str) -> list[Candidate]:
        """Return compounds, genitives, words misread otherwise and words that lost a space."""
        found: list[Candidate] = []
        if len(seen) >= _FEWEST:
            found += self._compounds.find(seen)
        if seen.endswith("s") and len(seen) > _FEWEST:
            found += [
                replace(each, text=each.text + "s", cost=each.cost + _GENITIVE)
                for each in self.find(seen[:-1])
                if not each.text.endswith("s") and each.kind in {"lexicon", "compound"}
            ]
        if len(seen) > 1:
            found += self._noisy(seen)
            found += self._splits.find(seen, self._channel, self._own, self._extra)
            if self._worn is not None:
                found += self._splits.run_together(seen, self._extra)
        return found

    def _candidates(self, alike: Iterable[Likeness], extra: float, kind: str) -> list[Candidate]:
        """Return what is alike with what it costs in this document, if it is likely enough beside the best."""
        best, found = _NONE, []
        own, runs = self._own, self._channel.runs
        for each in alike:
            text, cost, channel, word = each.text, each.cost, each.still, each.word
            if text in own:
                cost = min(cost, own[text])
            for key in each.moving:
                channel += runs[key]
            total = channel + cost
            if total < best + MARGIN and cost <= _DEAREST:
                best = min(best, total)
                found.append(Candidate(text, channel + extra, cost, word.case, word.backoff, kind))
        return found

    def _own_forms(self, seen: str) -> list[Candidate]:
        """Return the words of the document that are in no list."""
        cost_of, runs = self._channel.cost, runs_of(seen)
        return [
            Candidate(word.text, cost_of(word.runs, runs), word.cost, 0, word.backoff, "lexicon")
            for word in self._forms.get(skeleton(seen), ())
        ]

    def _noisy(self, seen: str) -> list[Candidate]:
        """Return words that one other misreading turns into what is seen."""
        found = self._candidates(self._likenesses.noisy(seen), self._extra, "noise")
        found.sort(key=_total)
        return found[:4]

    def _noisy_twice(self, seen: str) -> list[Candidate]:
        """Return words that two other misreadings turn into what is seen."""
        found = self._candidates(self._likenesses.twice(seen), self._extra, "noise")
        found.sort(key=_total)
        return found[:3]

    def _any_letter(self, seen: str) -> list[Candidate]:
        """Return words that differ in one letter, whatever it is."""
        found = self._candidates(self._likenesses.other_letter(seen), self._extra, "noise")
        found.sort(key=_total)
        return found[:2]

    def _any_edit(self, seen: str) -> list[Candidate]:
        """Return words that differ in one letter, lost, added or another."""
        found = [self._known(word, EDIT + self._extra) for word in self._likenesses.edited(seen)]
        found.sort(key=_total)
        return found[:3]

    def _exact(self, text: str, cost: float) -> list[Candidate]:
        """Return the word itself, read as something else at this cost."""
        word = self._likenesses.word(text)
        return [self._known(word, cost)] if word is not None else []

    def _known(self, word: Word, channel: float) -> Candidate:
        cost = min(word.cost, self._own.get(word.text, _NONE))
        return Candidate(word.text, channel, cost, word.case, word.backoff, "noise")

    def _guesses(self, seen: str) -> list[Candidate]:
        """Return spellings with å, ä or ö of a word that nobody knows, by the letters alone."""
        runs, told = self._channel.runs, self._likenesses.guesses(seen)
        every = ((text, still + sum(map(runs.__getitem__, moving)), cost) for text, cost, still, moving in told)
        return [Candidate(text, channel, cost, 0, 1.0, "unknown") for text, channel, cost in every if channel < DARING]


def _total(each: Candidate) -> float:
    return each.channel + each.cost


def _least(found: Iterable[Candidate]) -> float:
    return min((each.channel + each.cost for each in found), default=_NONE)
