"""Compounds that are in no list: first parts and a last part, each possibly misread."""

from protokoll.cleaning.repair.candidate import Candidate
from protokoll.cleaning.repair.channel import Channel
from protokoll.cleaning.repair.likeness import FARTHEST, Likenesses

__all__ = ["Compounds"]

_COMPOUND = 4.5
_JOINT = 2.0
_LAST = 6
"""The fewest letters that two more parts can have."""


class Compounds:
    """Finds compounds with one channel; the parts found are kept for the next word."""

    def __init__(self, likenesses: Likenesses, channel: Channel) -> None:
        self._likenesses, self._channel = likenesses, channel
        self._parts: dict[tuple[str, bool], list[tuple[float, float, str]]] = {}

    def find(self, seen: str) -> list[Candidate]:
        """Return compounds: one or two first parts and a last part, each possibly misread."""
        size = len(seen)
        heads = {cut: self._part(seen[cut:], head=True) for cut in range(2, size - 2)}
        first = {cut: self._part(seen[:cut], head=False) for cut in range(2, size - 2)}
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
                    for channel2, cost2, text2 in self._part(seen[cut:cut2], head=False)[:1]:
                        for channel3, cost3, text3 in heads[cut2][:1]:
                            whole = _COMPOUND + _JOINT + cost + cost2 + cost3
                            total = channel + channel2 + channel3
                            found.append(Candidate(text + text2 + text3, total, whole, 0, 1.0, "compound"))
        found.sort(key=lambda each: each.channel + each.cost)
        return found[:8]

    def _part(self, seen: str, *, head: bool) -> list[tuple[float, float, str]]:
        """Return up to three forms that can be this part of a compound: channel cost, own cost and text."""
        kept = self._parts.get((seen, head))
        if kept is not None:
            return kept
        runs, found = self._channel.runs, []
        for each in self._likenesses.part(seen, head=head):
            channel = each.still
            for key in each.moving:
                channel += runs[key]
            if channel < FARTHEST:
                found.append((channel, each.cost, each.text))
        found.sort(key=lambda each: each[0] + each[1])
        self._parts[seen, head] = found[:3]
        return found[:3]
