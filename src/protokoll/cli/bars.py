"""Votes as bars of signs: one sign a vote, a row a party."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rich.text import Text

from protokoll.export.labels import Labels
from protokoll.export.phrases import by_party, counts
from protokoll.model.document import Vote, Voting

__all__ = ["draw_votes"]

# Each way to vote has its own sign, so that bars are read without colours too.
_SIGNS = {
    Voting.YES: ("█", "green"),
    Voting.NO: ("▒", "red"),
    Voting.ABSTAIN: ("░", "yellow"),
    Voting.ABSENT: ("·", "dim"),
}
_WIDTH = 40


def draw_votes(vote: Vote, labels: Labels) -> Iterator[Text]:
    """Yield a bar for each party of the roll, or one for the whole vote where no roll is printed."""
    parties = by_party(vote) or ({"": Counter(counts(vote))} if counts(vote) else {})
    longest = max((sum(each.values()) for each in parties.values()), default=0)
    scale = min(1.0, _WIDTH / longest) if longest else 1.0
    margin = max(map(len, parties), default=0)
    for party, votes in parties.items():
        bar = Text(f"{party:<{margin}} ".lstrip(" ") if margin == 0 else f"{party:<{margin}} ")
        for voting, (sign, style) in _SIGNS.items():
            # A single vote is seen however long the longest bar is.
            bar.append(sign * max(round(votes[voting] * scale), bool(votes[voting])), style)
        told = ", ".join(f"{votes[voting]} {labels.of(voting).lower()}" for voting in _SIGNS if votes[voting])
        yield bar.append(f"  {told}", "dim")
