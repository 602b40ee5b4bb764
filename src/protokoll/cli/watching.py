"""What a batch shows while it runs: on a terminal, in a log, as JSON lines."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

import msgspec

from protokoll.archive.outcome import Outcome, Status
from protokoll.cli import console

if TYPE_CHECKING:
    from rich.console import RenderableType

    from protokoll.archive.engine import Under
    from protokoll.archive.inputs import Input
    from protokoll.archive.plan import Plan
    from protokoll.archive.summary import Summary

__all__ = ["JsonLog", "Quiet", "Screen"]


_SMALL = 4000  # the smallest file takes about as long as so many bytes


class Quiet:
    """Says only what needs attention; for a log or a pipe."""

    def begin(self, plan: Plan) -> None:
        """Say nothing."""

    def outcome(self, outcome: Outcome) -> None:
        """Say nothing: failures stand in the closing table."""

    def tick(self, in_hand: Sequence[Under]) -> None:
        """Say nothing."""

    def note(self, message: str) -> None:
        """Say the sentence."""
        console.say(f"{message}.")

    def rebuild(self, done: int, total: int) -> None:
        """Say nothing."""

    def close(self) -> None:
        """Nothing is open."""


class JsonLog(Quiet):
    """A JSON object a line on standard error: the plan, each outcome, each note."""

    def begin(self, plan: Plan) -> None:
        """Say how much there is to do."""
        told = {"todo": len(plan.todo), "settled": len(plan.settled), "duplicates": len(plan.duplicates)}
        self._put("plan", told)

    def outcome(self, outcome: Outcome) -> None:
        """Say what became of an input."""
        self._put("outcome", outcome)

    def note(self, message: str) -> None:
        """Say the sentence."""
        self._put("note", {"message": message})

    def end(self, summary: Summary) -> None:
        """Say how it went."""
        told = {"counts": summary.counts, "stopped": summary.stopped, "exit_code": summary.exit_code}
        self._put("end", told)

    def _put(self, event: str, about: object) -> None:
        line = {"event": event} | msgspec.to_builtins(about)
        sys.stderr.write(msgspec.json.encode(line).decode() + "\n")
        sys.stderr.flush()


class Screen(Quiet):
    """A view on a terminal: how far, how fast, how long still, and the files now in hand."""

    def __init__(self) -> None:
        from rich.console import Console
        from rich.live import Live

        self.counts: Counter[Status] = Counter()
        self.todo = self.done = 0
        self.load = self.lifted = 0
        self.built = (0, 0)
        self.hand: Sequence[Under] = ()
        self.start = monotonic()
        self.shown = 0.0
        # No thread of its own: whatever forks or is interrupted meets a single one.
        self.live = Live(console=Console(stderr=True), auto_refresh=False, transient=True)
        self.live.start()

    def begin(self, plan: Plan) -> None:
        """Take note of how much there is to do."""
        self.todo = len(plan.todo)
        self.load = sum(_weight(each) for each in plan.todo)
        self.start = monotonic()

    def outcome(self, outcome: Outcome) -> None:
        """Count an outcome."""
        self.counts[outcome.status] += 1
        if outcome.status is not Status.SKIPPED and not outcome.duplicate_of:
            self.done += 1
            self.lifted += _weight(outcome)
        self._draw()

    def tick(self, in_hand: Sequence[Under]) -> None:
        """Draw anew, with the files in hand."""
        self.hand = in_hand
        self._draw()

    def note(self, message: str) -> None:
        """Say the sentence above the view."""
        self.live.console.print(f"protokoll: {message}.", markup=False, highlight=False)

    def rebuild(self, done: int, total: int) -> None:
        """Show how far the database is."""
        self.hand, self.built = (), (done, total)
        self._draw(now=done == total)

    def close(self) -> None:
        """Take the view away."""
        self.live.stop()

    def _draw(self, *, now: bool = False) -> None:
        if now or monotonic() - self.shown > 0.1:
            self.shown = monotonic()
            self.live.update(self._view(), refresh=True)

    def _view(self) -> RenderableType:
        from rich.console import Group
        from rich.progress_bar import ProgressBar
        from rich.table import Table
        from rich.text import Text

        done, total = self.built if self.built[1] else (self.done, self.todo)
        head = Table.grid(padding=(0, 1))
        told = "database" if self.built[1] else f"{self._rate():.0f}/s, {self._left()} left"
        head.add_row(ProgressBar(total=max(total, 1), completed=done, width=40), f"{done} of {total}", told)
        counts = Text(", ".join(f"{number} {status.value}" for status, number in sorted(self.counts.items())))
        hand = [Text(f"{each.seconds:6.1f} s  {_short(each)}", no_wrap=True, overflow="ellipsis") for each in self.hand]
        return Group(head, counts, *hand)

    def _rate(self) -> float:
        return self.done / max(monotonic() - self.start, 0.001)

    def _left(self) -> str:
        """How long still, by bytes: the large files come first."""
        if not self.lifted:
            return "?"
        seconds = int((monotonic() - self.start) * (self.load - self.lifted) / self.lifted)
        return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def _weight(file: Input | Outcome) -> int:
    return file.size + _SMALL


def _short(under: Under) -> str:
    path: Any = getattr(under.task, "path", under.task)
    return os.fsencode(Path(path).name).decode("utf-8", "replace").replace("\n", "?")
