"""Who is told how a run goes, and how it is told to end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

if TYPE_CHECKING:
    from protokoll.archive.engine import Under
    from protokoll.archive.outcome import Outcome
    from protokoll.archive.plan import Plan

__all__ = ["Stop", "Watcher"]


class Stop(Struct):
    """The wish to end a run early; what is in hand is still finished."""

    wanted: bool = False
    told: bool = False
    """Whether somebody has been told that it was heard."""


class Watcher(Protocol):
    """Somebody who is told how a run goes."""

    def begin(self, plan: Plan) -> None:
        """The work is known."""

    def outcome(self, outcome: Outcome) -> None:
        """An input has its outcome; those that stay as they were come as `skipped`."""

    def tick(self, in_hand: Sequence[Under]) -> None:
        """Some time has passed."""

    def note(self, message: str) -> None:
        """Something about the archive is worth a sentence."""

    def rebuild(self, done: int, total: int) -> None:
        """So many documents are in the database."""
