"""The words that a misread word may have been, each with what it costs."""

from collections.abc import Iterable, Mapping, Sequence
from math import exp, log

from protokoll.cleaning.repair.candidate import Candidate
from protokoll.cleaning.repair.channel import Channel
from protokoll.cleaning.repair.compounds import Compounds
from protokoll.cleaning.repair.ranking import INVERSE, MARGIN, is_beyond_doubt, likeliest
from protokoll.cleaning.repair.store import Store, Word, runs_of, skeleton

__all__ = ["Finder"]

Worn = Mapping[str, Sequence[tuple[str, float]]]

_PLAIN = 13.0
_UNKNOWN = 6.5
_FEWEST = 6
_MANY = 200_000
_GENITIVE = 3.5
_LOST_SPACE = 5.0
_STEM = 4
_FORM = 3.5
_SHORT_ENDINGS = ("", "s", "n", "r", "d", "t", "de", "a", "e", "en", "er")
_ENDINGS = (*_SHORT_ENDINGS, "ar", "or", "et", "na", "erna", "arna", "ande", "are", "ad", "at", "ade")
_ANY = 10.5
_EDIT = 11.0
_LETTERS = "abcdefghijklmnopqrstuvxyzåäö"
_CONSONANTS = "bcfghjklmnprstuvxy"


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
        self._found: dict[str, tuple[Candidate, ...]] = {}
        self._base: dict[str, tuple[Candidate, ...]] = {}  # words that are beyond doubt in any document
        self._compounds = Compounds(store, channel)
        self._own_buckets: dict[str, list[Word]] = {}
        for text, cost in self._own.items():
            self._own_buckets.setdefault(skeleton(text), []).append(Word(text, cost, 0, 99.0, 99.0, 1.0, runs_of(text)))

    @property
    def channel(self) -> Channel:
        """The confusions by which it finds."""
        return self._channel

    def adapted(self, channel: Channel, own: dict[str, float], extra: float) -> "Finder":
        """Return a finder for one document, with its confusions and its words."""
        noise = [(true, seen, exp(-cost)) for true, seen, cost in self._noise]
        finder = Finder(self._store, channel, noise, self._own | own, extra)
        finder._base = self._found
        finder._worn = self._worn
        return finder

    def worn(self, words: Mapping[str, Sequence[tuple[str, float]]]) -> "Finder":
        """Return a finder for worn print, where any letter may be lost, added or another.

        Args:
            words: what short and frequent words are read as whole, as the word meant and its probability.
        """
        noise = [(true, seen, exp(-cost)) for true, seen, cost in self._noise]
        finder = Finder(self._store, self._channel, noise, self._own, self._extra)
        finder._worn = {seen: [(true, -log(chance)) for true, chance in meant] for seen, meant in words.items()}
        return finder

    def find(self, seen: str) -> tuple[Candidate, ...]:
        """Return the candidates for a lower-case word, the likeliest first."""
        found = self._found.get(seen)
        if found is None:
            found = self._base.get(seen, ())
            if not found or not is_beyond_doubt(found):
                found = self._find(seen)
            if len(self._found) >= _MANY:
                self._found.clear()
            self._found[seen] = found
        return found

    def common(self, seen: str, most: float) -> list[Candidate]:
        """Return the words of at most this cost that a word of the lexicon may have been before it was misread."""
        whole = (self._worn or {}).get(seen, ())
        found = [each for true, cost in whole for each in self._exact(true, cost + self._extra)]
        return [each for each in (*found, *self._noisy(seen)) if each.cost <= most]

    def _find(self, seen: str) -> tuple[Candidate, ...]:
        unknown = self.unknown(seen)
        found = self._words(seen, 0.0)
        if self._worn is not None:
            for true, cost in self._worn.get(seen, ()):
                found += self._exact(true, cost + self._extra)
        best = min((each.channel + each.cost for each in found), default=99.0)
        if best > _PLAIN:
            if len(seen) >= _FEWEST:
                found += self._compounds.find(seen)
            if seen.endswith("s") and len(seen) > _FEWEST:
                found += [
                    each._replace(text=each.text + "s", cost=each.cost + _GENITIVE)
                    for each in self.find(seen[:-1])
                    if not each.text.endswith("s") and each.kind in {"lexicon", "compound"}
                ]
            if len(seen) > 1:
                found += self._noisy(seen)
                found += self._joined(seen)
            best = min((each.channel + each.cost for each in found), default=99.0)
            if best > unknown - 6:
                found += self._guesses(seen) if self._worn is None else []
                if len(seen) > _FEWEST and best > _PLAIN + 6:
                    found += self._any_letter(seen) if self._worn is None else self._any_edit(seen)
        if not any(each.text == seen and each.kind != "compound" for each in found):
            cost = min(unknown, self._inflected(seen))
            found.append(Candidate(seen, 0.0, cost, 0, 1.0, "unknown"))
        return likeliest(found)

    def _bucket(self, key: str) -> Iterable[Word]:
        own = self._own_buckets.get(key)
        if not own:
            return self._store.bucket(key)
        known = {word.text: word for word in self._store.bucket(key)}
        for word in own:
            old = known.get(word.text)
            known[word.text] = word if old is None else old._replace(cost=min(old.cost, word.cost))
        return sorted(known.values(), key=lambda word: word.cost)

    def _words(self, seen: str, extra: float) -> list[Candidate]:
        runs, best, found = runs_of(seen), 99.0, []
        cost_of = self._channel.cost
        for word in self._bucket(skeleton(seen)):
            if word.cost > min(best + MARGIN, 21.0):
                break
            channel = cost_of(word.runs, runs, best + MARGIN - word.cost)
            if channel + word.cost < best + MARGIN:
                best = min(best, channel + word.cost)
                kind = "noise" if extra else "lexicon"
                found.append(Candidate(word.text, channel + extra, word.cost, word.case, word.backoff, kind))
        return found

    def _noisy(self, seen: str) -> list[Candidate]:
        """Return words that one other misreading turns into what is seen."""
        found = []
        for true, other, cost in self._noise:
            at = seen.find(other)
            while at >= 0:
                found += self._words(seen[:at] + true + seen[at + len(other) :], cost + self._extra)
                at = seen.find(other, at + 1)
        found.sort(key=lambda each: each.channel + each.cost)
        return found[:4]

    def _inflected(self, seen: str) -> float:
        """Return the cost of a form that is in no list, of a word that is there in another form."""
        best = 99.0
        for ending in _ENDINGS:
            if seen.endswith(ending) and len(seen) - len(ending) >= _STEM:
                stem = seen[: len(seen) - len(ending)]
                for other in _ENDINGS:
                    if other != ending:
                        best = min(best, self._cost_of(stem + other) + _FORM)
        return best

    def _cost_of(self, text: str) -> float:
        return next((word.cost for word in self._store.bucket(skeleton(text)) if word.text == text), 99.0)

    def _any_letter(self, seen: str) -> list[Candidate]:
        """Return words that differ in one letter, whatever it is."""
        found = []
        for at in range(len(seen)):
            for letter in _CONSONANTS:
                if letter != seen[at]:
                    found += self._words(seen[:at] + letter + seen[at + 1 :], _ANY + self._extra)
        found.sort(key=lambda each: each.channel + each.cost)
        return found[:2]

    def _any_edit(self, seen: str) -> list[Candidate]:
        """Return words that differ in one letter, lost, added or another."""
        found = []
        for at in range(len(seen) - 1):  # an ending more or less makes another form of the word
            before, rest = seen[:at], seen[at:]
            changed = [before + rest[1:]] if rest else []
            for letter in _LETTERS:
                changed.append(before + letter + rest)
                if rest:
                    changed.append(before + letter + rest[1:])
            for each in changed:
                if each != seen and self._store.knows(each):
                    found += self._exact(each, _EDIT + self._extra)
        found.sort(key=lambda each: each.channel + each.cost)
        return found[:3]

    def _exact(self, text: str, cost: float) -> list[Candidate]:
        """Return the word itself, read as something else at this cost."""
        return [
            Candidate(text, cost, word.cost, word.case, word.backoff, "noise")
            for word in self._bucket(skeleton(text))
            if word.text == text
        ]

    def _joined(self, seen: str) -> list[Candidate]:
        """Return `i` and the word that lost the space after it."""
        found: list[Candidate] = []
        if seen[0] not in "i1|l" or len(seen) < 3:
            return found
        start = next(word for word in self._store.bucket("") if word.text == "i")
        for each in self._words(seen[1:], 0.0)[:2]:
            pair = self._store.pair("i", each.text)
            cost = start.cost + (pair if pair >= 0 else start.backoff + each.cost)
            loss = each.channel + _LOST_SPACE + self._extra
            found.append(each._replace(text=f"i {each.text}", channel=loss, cost=cost, kind="split"))
        return found

    def _guesses(self, seen: str) -> list[Candidate]:
        """Return spellings with å, ä or ö of a word that nobody knows, by the letters alone."""
        runs = runs_of(seen)
        found = []
        for at, letter in enumerate(seen):
            for true in INVERSE.get(letter, ""):
                text = seen[:at] + true + seen[at + 1 :]
                channel = self._channel.cost(runs_of(text), runs, 12.0)
                if channel < 12.0:
                    found.append(Candidate(text, channel, self.unknown(text), 0, 1.0, "unknown"))
        return found

    def unknown(self, word: str) -> float:
        """Return the cost of a word that is in no list, by its letters."""
        return _UNKNOWN + self._store.spelling(word)
