"""How a run went, in numbers and with what has no document."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct, field

from protokoll.archive.outcome import SERIOUS, Outcome, Status
from protokoll.errors import ExitCode

__all__ = ["Summary"]


class Summary(Struct):
    """How a run went."""

    counts: Counter[Status] = field(default_factory=Counter)
    failures: list[Outcome] = []
    """What has no document, now or from before."""
    remarks: Counter[str] = field(default_factory=Counter)
    """How many of the partial documents have each remark that makes them so."""
    stopped: bool = False

    @property
    def exit_code(self) -> int:
        """The code of the command: the highest of all inputs, 130 for a run that was stopped."""
        if self.stopped:
            return ExitCode.INTERRUPTED
        return max((outcome.exit_code for outcome in self.failures), default=ExitCode.OK)

    def add(self, outcome: Outcome) -> None:
        """Count the outcome of an input.

        >>> summary = Summary()
        >>> summary.add(Outcome(path="/arkiv/ks.txt", status=Status.FAILED, exit_code=12))
        >>> summary.counts[Status.FAILED], summary.exit_code
        (1, 12)
        """
        self.counts[outcome.status] += 1
        if outcome.is_failure:
            self.failures.append(outcome)
        if outcome.status is Status.PARTIAL:
            self.remarks.update(SERIOUS & outcome.remarks.keys())
