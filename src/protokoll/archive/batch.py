"""A run over many inputs: plan, convert, keep count, leave a whole archive."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from protokoll.archive.engine import Engine, Loss
from protokoll.archive.folder import Folder
from protokoll.archive.inputs import Input, find_inputs
from protokoll.archive.local import Limits, LocalEngine
from protokoll.archive.lock import hold
from protokoll.archive.manifest import Journal, as_lines, read_lines
from protokoll.archive.outcome import Outcome, Status, failure, printable
from protokoll.archive.plan import Duplicate, Known, Wish, as_duplicate, plan
from protokoll.archive.recipe import Recipe
from protokoll.archive.strays import settle_strays
from protokoll.archive.summary import Summary
from protokoll.archive.watcher import Stop, Watcher
from protokoll.errors import Crashed, OutputError, ProtokollError, TimedOut, TooLarge, UsageError
from protokoll.version import __version__

__all__ = ["Settings", "run"]


class Settings(Struct, frozen=True):
    """How a run is to go."""

    recipe: Recipe = Recipe()
    jobs: int = 1
    limits: Limits = Limits()
    again: bool = False
    retry_failed: bool = False


def run(sources: Iterable[str], root: Path, settings: Settings, watcher: Watcher, stop: Stop) -> Summary:
    """Convert what `sources` name into the archive at `root`, as far as it is new or changed.

    Raises:
        UsageError: there is nothing to convert.
        ArchiveError: `root` is no archive, is in use, or lies among the sources.
        OutputError: the archive cannot be written to; what was done before stays done.
    """
    folder = Folder(root)
    inputs = find_inputs(sources, root)
    if not inputs:
        raise UsageError("there are no files to convert", hint="name folders with records, or the records themselves")
    with folder.telling():
        folder.check()
        root.mkdir(parents=True, exist_ok=True)
        with hold(folder.lock):
            folder.prepare()
            return _Run(folder, settings, watcher, stop).over(inputs)


class _Run:
    """One run, under the lock."""

    def __init__(self, folder: Folder, settings: Settings, watcher: Watcher, stop: Stop) -> None:
        self.folder = folder
        self.settings = settings
        self.watcher = watcher
        self.stop = stop
        self.recipe = settings.recipe.digest
        self.journal = Journal(folder.journal)
        self.outcomes: dict[str, Outcome] = {}
        self.summary = Summary()

    def over(self, inputs: Sequence[Input]) -> Summary:
        self._recall()
        wish = Wish(self.recipe, self.settings.again, self.settings.retry_failed)
        work = plan(inputs, Known(self.outcomes, dict(self.folder.outputs())), wish)
        self.watcher.begin(work)
        try:
            for outcome in work.settled:
                self._settle(outcome)
            self._convert(work.todo)
            self._convert(self._share(work.duplicates))
        except BaseException:
            self._leave()
            raise
        self._finish()
        return self.summary

    def _recall(self) -> None:
        """Read what the archive knows; damaged lines are made anew from the documents at the end."""
        self.outcomes, damaged = read_lines(self.folder.manifest)
        later, torn = read_lines(self.folder.journal)
        self.outcomes |= later
        if damaged or torn:
            self.watcher.note(f"damaged lines in the manifest: {damaged + torn}; they are restored from the documents")

    def _convert(self, todo: Sequence[Input]) -> None:
        """Hand the inputs to the engine and keep what comes back.

        Raises:
            OutputError: the archive takes no more; what was in hand is finished first.
        """
        if not todo or self.stop.wanted:
            return
        engine: Engine = LocalEngine(self.settings.jobs, self.settings.limits, tick=lambda: self._tick(engine))
        from protokoll.archive.convert import Converter  # while the engine loads it too

        converter = Converter(str(self.folder.root), self.settings.recipe, self.recipe)
        broken: OutputError | None = None
        for task, result in engine.map(converter, todo):
            if isinstance(result, OutputError):
                broken = broken or result
                engine.stop()
                continue
            self._keep(self._lost(task, result) if isinstance(result, Loss) else result)
            if self.stop.wanted:
                engine.stop()
        if broken:
            raise broken

    def _tick(self, engine: Engine) -> None:
        if self.stop.wanted and not self.stop.told:
            self.stop.told = True
            self.watcher.note("finishing the files in hand; Ctrl-C once more stops at once")
            engine.stop()
        self.watcher.tick(engine.in_hand())

    def _share(self, duplicates: Iterable[Duplicate]) -> list[Input]:
        """Give each duplicate what became of the first; return those whose first is not what it was taken for."""
        alone = []
        for each, digest, path in duplicates:
            first = self.outcomes.get(path)
            if first and first.sha256 == digest:
                self._settle(as_duplicate(each, first))
            else:
                alone.append(each)
        return alone

    def _settle(self, outcome: Outcome) -> None:
        """Keep an outcome that needed no work, unless it stands in the manifest already."""
        if self._merge(outcome) == self.outcomes.get(outcome.key):
            self._tell(replace(outcome, status=Status.SKIPPED))
        else:
            self._keep(outcome)

    def _keep(self, outcome: Outcome) -> None:
        """Put an outcome on disk."""
        outcome = self._merge(outcome)
        self.journal.add(outcome)
        self.outcomes[outcome.key] = outcome
        self._tell(outcome)

    def _merge(self, outcome: Outcome) -> Outcome:
        """Return the outcome with the document of earlier bytes, which is not given up for a failure."""
        before = self.outcomes.get(outcome.key)
        if outcome.is_failure and before and before.output:
            return replace(outcome, output=before.output, output_size=before.output_size)
        return outcome

    def _tell(self, outcome: Outcome) -> None:
        self.summary.add(outcome)
        self.watcher.outcome(outcome)

    def _lost(self, task: Input, loss: Loss) -> Outcome:
        """Return the outcome of a task that was ended with its worker."""
        name, limits = printable(task.path)[0], self.settings.limits
        errors: dict[Loss, Callable[[], ProtokollError]] = {
            Loss.TIME: lambda: TimedOut(f"{name} took longer than {limits.seconds:g} seconds"),
            Loss.MEMORY: lambda: TooLarge(
                f"{name} took more than {limits.megabytes:g} MB of memory",
                hint="give it more with --max-memory and --retry-failed, or split it into one file for each meeting",
            ),
            Loss.DEATH: lambda: Crashed(f"the process that read {name} died"),
        }
        outcome = failure(task.path, errors[loss](), size=task.size, mtime=task.mtime, sha256=task.digest())
        return replace(outcome, version=__version__, recipe=self.recipe)

    def _finish(self) -> None:
        """Leave a whole archive: manifest, then database, and only then no journal."""
        self.summary.stopped = self.stop.wanted
        for outcome in list(settle_strays(self.folder, self.outcomes)):
            self.journal.add(outcome)
            self.outcomes[outcome.key] = outcome
        self._look_for_losses()
        self.journal.close()
        is_new = self.folder.journal.exists() or not self.folder.manifest.exists()
        if is_new:
            self._write_manifest()
        if is_new or not self.folder.has_whole_database():
            self._rebuild()
        self.folder.journal.unlink(missing_ok=True)
        self.folder.tidy()

    def _look_for_losses(self) -> None:
        """Say so if documents are gone or cut that this run had no input for."""
        there = dict(self.folder.outputs())
        lost = [
            each.output for each in self.outcomes.values() if each.output and there.get(each.output) != each.output_size
        ]
        if lost:
            told = f"{len(lost)} documents are damaged or gone, such as {lost[0]}"
            self.watcher.note(f"{told}; name their sources again, and they are converted anew")

    def _leave(self) -> None:
        """Leave at once: the journal stays, and tells the next run that the database is behind."""
        self.journal.close()
        try:
            self._write_manifest()
            self.folder.tidy()
        except OSError:  # the journal has it all
            pass

    def _write_manifest(self) -> None:
        self.folder.write(self.folder.manifest, as_lines(self.outcomes))

    def _rebuild(self) -> None:
        from protokoll.archive.store import rebuild

        rebuild(self.folder.root, jobs=self.settings.jobs, progress=self.watcher.rebuild)
