"""Words that lost the space between them: `1namnden`, `skavara`."""

from collections.abc import Mapping

from msgspec.structs import replace

from protokoll.cleaning.repair.candidate import Candidate
from protokoll.cleaning.repair.channel import Channel
from protokoll.cleaning.repair.likeness import Likenesses
from protokoll.cleaning.repair.ranking import MARGIN
from protokoll.cleaning.repair.store import Store, runs_of, skeleton

__all__ = ["Splits"]

_LOST_SPACE = 5.0
_DEAREST = 21.0
_NONE = 99.0
_FIRST = "i1|l"
_FEWEST = 3
_MOST = 2


class Splits:
    """Finds what was two words, the first of them mostly *i*."""

    def __init__(self, store: Store, likenesses: Likenesses) -> None:
        self._store, self._likenesses = store, likenesses

    def find(self, seen: str, channel: Channel, own: Mapping[str, float], extra: float) -> list[Candidate]:
        """Return `i` and the word that lost the space after it.

        Args:
            seen: a word in lower case.
            channel: the confusions.
            own: words of the document, with their costs.
            extra: what misreadings other than those of å, ä and ö cost more.
        """
        found: list[Candidate] = []
        if seen[0] not in _FIRST or len(seen) < _FEWEST:
            return found
        start = next(word for word in self._store.bucket("") if word.text == "i")
        for each in self._frequent(seen[1:], channel, own):
            pair = self._store.pair("i", each.text)
            cost = start.cost + (pair if pair >= 0 else start.backoff + each.cost)
            loss = each.channel + _LOST_SPACE + extra
            found.append(replace(each, text=f"i {each.text}", channel=loss, cost=cost, kind="split"))
        return found

    def run_together(self, seen: str, extra: float) -> list[Candidate]:
        """Return two words that go together and lost the space between them."""
        found: list[Candidate] = []
        for cut in range(2, len(seen) - 1):
            one = self._likenesses.word(seen[:cut])
            two = self._likenesses.word(seen[cut:]) if one else None
            pair = self._store.pair(one.text, two.text) if one and two else -1.0
            if one and two and pair >= 0:
                cost, loss = one.cost + pair, _LOST_SPACE + extra
                found.append(Candidate(f"{one.text} {two.text}", loss, cost, 0, two.backoff, "split"))
        return found

    def _frequent(self, seen: str, channel: Channel, own: Mapping[str, float]) -> list[Candidate]:
        """Return the two most frequent words that may have been read as what is seen."""
        runs, best, found = runs_of(seen), _NONE, list[Candidate]()
        words = [
            replace(word, cost=min(word.cost, own.get(word.text, _NONE)))
            for word in self._likenesses.bucket(skeleton(seen))
        ]
        for word in sorted(words, key=lambda word: word.cost):
            if word.cost > min(best + MARGIN, _DEAREST) or len(found) == _MOST:
                break
            misread = channel.cost(word.runs, runs, best + MARGIN - word.cost)
            if misread + word.cost < best + MARGIN:
                best = min(best, misread + word.cost)
                found.append(Candidate(word.text, misread, word.cost, word.case, word.backoff, "lexicon"))
        return found
