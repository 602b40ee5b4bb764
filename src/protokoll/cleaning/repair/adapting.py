"""What the document itself tells: which letters its reader put for å, ä and ö, and which words it uses."""

from collections import Counter
from collections.abc import Iterable
from math import exp, log

from protokoll.cleaning.repair.candidate import Candidate
from protokoll.cleaning.repair.channel import Channel
from protokoll.cleaning.repair.store import runs_of, skeleton

__all__ = ["adapted_channel", "own_words"]

_PRIOR = 60.0
"""How many observations the learnt confusions of one run are worth beside the document's own."""
_SHARE = 0.15
_MARKED = set("åäö")


def adapted_channel(base: Channel, sure: Iterable[tuple[str, Candidate]]) -> Channel:
    """Return the channel moved towards what was seen in words that are sure.

    Args:
        base: the learnt confusions.
        sure: words as seen, in lower case, and what they are.
    """
    runs: dict[str, Counter[str]] = {}
    for (seen, text), count in Counter((seen, candidate.text) for seen, candidate in sure).items():
        if not _MARKED.isdisjoint(text) and skeleton(seen) == skeleton(text):
            for true, other in zip(runs_of(text), runs_of(seen), strict=True):
                if not _MARKED.isdisjoint(true):
                    runs.setdefault(true, Counter())[other] += count
    return base.moved(runs, _PRIOR)


def own_words(sure: Iterable[tuple[str, Candidate]], total: int) -> dict[str, float]:
    """Return a cost for each word that the document surely uses, by how often it does."""
    counts = Counter(candidate.text for _, candidate in sure)
    known = {candidate.text: candidate.cost for _, candidate in sure}
    return {
        text: -log((1 - _SHARE) * exp(-known[text]) + _SHARE * count / max(total, 200))
        for text, count in counts.items()
        if len(text) > 3 and " " not in text
    }
