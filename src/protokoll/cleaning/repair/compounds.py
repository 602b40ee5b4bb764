"""Compounds that are in no list: first parts and a last part, each possibly misread."""

from collections.abc import Iterable

from protokoll.cleaning.repair.candidate import Candidate
from protokoll.cleaning.repair.channel import Channel
from protokoll.cleaning.repair.kept import Kept
from protokoll.cleaning.repair.likeness import FARTHEST, Likeness, Likenesses

__all__ = ["Compounds"]

_COMPOUND = 4.5
_JOINT = 2.0
_KEPT = 20_000
_LAST = 6
"""The fewest letters that two more parts can have."""


_Part = tuple[float, float, str]
"""What a part was misread at, what it costs there, and the part."""


class Compounds:
    """Finds compounds with one channel; the parts found are kept for the next word."""

    def __init__(self, likenesses: Likenesses, channel: Channel) -> None:
        self._channel = channel
        self._firsts = Kept(lambda seen: self._best(likenesses.firsts(seen)), _KEPT)
        self._heads = Kept(lambda seen: self._best(likenesses.heads(seen)), _KEPT)

    def find(self, seen: str) -> list[Candidate]:
        """Return compounds: one or two first parts and a last part, each possibly misread."""
        size, firsts = len(seen), self._firsts
        heads = {cut: self._heads[seen[cut:]] for cut in range(2, size - 2)}
        first = {cut: firsts[seen[:cut]] for cut in range(2, size - 2)}
        found = []
        for cut, starts in first.items():
            for channel, cost, text in starts:
                for channel2, cost2, text2 in heads[cut]:
                    whole = _COMPOUND + cost + cost2
                    found.append(Candidate(text + text2, channel + channel2, whole, 0, 1.0, "compound"))
                if size - cut < _LAST:
                    continue
                for cut2 in range(cut + 3, size - 2):
                    if not heads[cut2]:
                        continue
                    for channel2, cost2, text2 in firsts[seen[cut:cut2]][:1]:
                        for channel3, cost3, text3 in heads[cut2][:1]:
                            whole = _COMPOUND + _JOINT + cost + cost2 + cost3
                            total = channel + channel2 + channel3
                            found.append(Candidate(text + text2 + text3, total, whole, 0, 1.0, "compound"))
        found.sort(key=lambda each: each.channel + each.cost)
        return found[:8]

    def _best(self, parts: Iterable[Likeness]) -> list[_Part]:
        """Return up to three forms that can be a part of a compound."""
        runs, found = self._channel.runs, []
        for each in parts:
            channel = each.still
            for key in each.moving:
                channel += runs[key]
            if channel < FARTHEST:
                found.append((channel, each.cost, each.text))
        if len(found) > 1:
            found.sort(key=lambda each: each[0] + each[1])
        return found[:3]
