"""A run over many inputs: plan, convert, keep count, leave a whole archive."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from protokoll.archive.engine import Engine, Loss
from protokoll.archive.folder import Folder
from protokoll.archive.inputs import Input, find_inputs
from protokoll.archive.ledger import Ledger
from protokoll.archive.local import LocalEngine
from protokoll.archive.lock import hold
from protokoll.archive.losses import explain_loss
from protokoll.archive.outcome import Outcome, failure, printable
from protokoll.archive.plan import Duplicate, Known, Wish, as_duplicate, plan
from protokoll.archive.processes import Limits
from protokoll.archive.recipe import Recipe
from protokoll.archive.summary import Summary
from protokoll.archive.watcher import Stop, Watcher
from protokoll.errors import OutputError, UsageError
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
        self.ledger = Ledger(folder, watcher)

    def over(self, inputs: Sequence[Input]) -> Summary:
        known = Known(self.ledger.outcomes, dict(self.folder.outputs()))
        work = plan(inputs, known, Wish(self.recipe, self.settings.again, self.settings.retry_failed))
        self.watcher.begin(work)
        try:
            for outcome in work.settled:
                self.ledger.settle(outcome)
            self._convert(work.todo)
            self._convert(self._share(work.duplicates))
        except BaseException:
            self._leave()
            raise
        self._finish()
        return self.ledger.summary

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
            self.ledger.keep(self._lost(task, result) if isinstance(result, Loss) else result)
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
            first = self.ledger.outcomes.get(path)
            if first and first.sha256 == digest:
                self.ledger.settle(as_duplicate(each, first))
            else:
                alone.append(each)
        return alone

    def _lost(self, task: Input, loss: Loss) -> Outcome:
        """Return the outcome of a task that was ended with its worker."""
        error = explain_loss(printable(task.path)[0], loss, self.settings.limits)
        outcome = failure(task.path, error, size=task.size, mtime=task.mtime, sha256=task.digest())
        return replace(outcome, version=__version__, recipe=self.recipe)

    def _finish(self) -> None:
        """Leave a whole archive: manifest, then database, and only then no journal."""
        self.ledger.summary.stopped = self.stop.wanted
        self.ledger.restore()
        is_new = self.ledger.write()
        if is_new or not self.folder.has_whole_database():
            from protokoll.archive.store import rebuild

            rebuild(self.folder.root, jobs=self.settings.jobs, progress=self.watcher.rebuild)
        self.folder.journal.unlink(missing_ok=True)
        self.folder.tidy()

    def _leave(self) -> None:
        """Leave at once: the journal stays, and tells the next run that the database is behind."""
        with suppress(OSError):  # the journal has it all
            self.ledger.write()
            self.folder.tidy()
