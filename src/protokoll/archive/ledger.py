"""The outcomes of an archive while a run adds to them: in memory, in the journal, and at the end in the manifest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from protokoll.archive.manifest import Journal, as_lines, read_lines
from protokoll.archive.outcome import Outcome, Status
from protokoll.archive.strays import settle_strays
from protokoll.archive.summary import Summary

if TYPE_CHECKING:
    from protokoll.archive.folder import Folder
    from protokoll.archive.watcher import Watcher

__all__ = ["Ledger"]


class Ledger:
    """What is known of every input.

    Args:
        folder: the archive, whose manifest and journal are read.
        watcher: is told of each outcome, and of damage.
    """

    def __init__(self, folder: Folder, watcher: Watcher) -> None:
        self.folder = folder
        self.watcher = watcher
        self.summary = Summary()
        self._journal = Journal(folder.journal)
        self.outcomes, damaged = read_lines(folder.manifest)
        later, torn = read_lines(folder.journal)
        self.outcomes |= later
        if damaged or torn:
            watcher.note(f"damaged lines in the manifest: {damaged + torn}; they are restored from the documents")

    def settle(self, outcome: Outcome) -> None:
        """Keep an outcome that needed no work, unless it stands in the manifest already."""
        if self._merge(outcome) == self.outcomes.get(outcome.key):
            self._tell(replace(outcome, status=Status.SKIPPED))
        else:
            self.keep(outcome)

    def keep(self, outcome: Outcome) -> None:
        """Put an outcome on disk.

        Raises:
            OSError: it cannot be written.
        """
        outcome = self._merge(outcome)
        self._add(outcome)
        self._tell(outcome)

    def restore(self) -> None:
        """Take in the documents that no line names, and say so if some are gone or cut."""
        for outcome in list(settle_strays(self.folder, self.outcomes)):
            self._add(outcome)
        there = dict(self.folder.outputs())
        documents = {each.output: each.output_size for each in self.outcomes.values() if each.output}
        lost = [output for output, size in documents.items() if there.get(output) != size]
        if lost:
            told = f"{len(lost)} documents are damaged or gone, such as {lost[0]}"
            self.watcher.note(f"{told}; name their sources again, and they are converted anew")

    def write(self) -> bool:
        """Write the manifest, if anything is new; tell whether it was. The journal stays."""
        self._journal.close()
        is_new = self.folder.journal.exists() or not self.folder.manifest.exists()
        if is_new:
            self.folder.write(self.folder.manifest, as_lines(self.outcomes))
        return is_new

    def _merge(self, outcome: Outcome) -> Outcome:
        """Return the outcome with the document of earlier bytes, which is not given up for a failure."""
        before = self.outcomes.get(outcome.key)
        if outcome.is_failure and before and before.output:
            return replace(outcome, output=before.output, output_size=before.output_size)
        return outcome

    def _add(self, outcome: Outcome) -> None:
        self._journal.add(outcome)
        self.outcomes[outcome.key] = outcome

    def _tell(self, outcome: Outcome) -> None:
        self.summary.add(outcome)
        self.watcher.outcome(outcome)
