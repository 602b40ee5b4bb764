"""What is told at the end of a batch: a number for each status, what has no document, and what to do about it."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from protokoll.archive.outcome import Outcome, Status
from protokoll.cli import console

if TYPE_CHECKING:
    from protokoll.archive.summary import Summary

__all__ = ["describe", "tell_end"]

_MOST = 5  # failures told of each kind; the manifest has them all


def tell_end(summary: Summary, seconds: float, archive: str) -> None:
    """Say on standard error how a run went."""
    total = sum(summary.counts.values())
    console.say(f"{total} inputs in {seconds:.1f} s{', stopped early' * summary.stopped}: {archive}")
    sys.stderr.write("".join(f"{line}\n" for line in describe(summary)))
    sys.stderr.flush()


def describe(summary: Summary) -> Iterator[str]:
    """Yield the lines of the closing table.

    >>> from collections import Counter
    >>> from protokoll.archive.summary import Summary
    >>> list(describe(Summary(counts=Counter({Status.CONVERTED: 3}))))
    ['      3  converted']
    """
    for status in Status:
        if number := summary.counts[status]:
            yield f"{number:>7}  {status.value}{_more(status, summary)}"
    kinds: dict[tuple[int, str | None], list[Outcome]] = defaultdict(list)
    for outcome in sorted(summary.failures, key=lambda each: each.key):
        kinds[outcome.exit_code, outcome.hint].append(outcome)
    for (_, hint), outcomes in sorted(kinds.items(), key=lambda kind: -len(kind[1])):
        yield f"{len(outcomes):>7}  without a document{f': {hint}' if hint else ''}"
        # A name can hold a line break.
        yield from ("         - " + (each.error or "").replace("\n", "\\n") for each in outcomes[:_MOST])
        if len(outcomes) > _MOST:
            yield f"         - and {len(outcomes) - _MOST} more: see manifest.jsonl"


def _more(status: Status, summary: Summary) -> str:
    """What there is to say of a status beside its number."""
    if status is Status.PARTIAL and summary.remarks:
        return ": " + ", ".join(f"{code} {number}" for code, number in summary.remarks.most_common())
    failed = sum(each.status is Status.SKIPPED for each in summary.failures)
    if status is Status.SKIPPED and failed:
        return f", {failed} of them failures from before: --retry-failed tries them again"
    return ""
