"""The engine of one machine: processes that are killed when a task takes too long or too much memory.

A worker is given its next tasks before it asks, as many as it does in a moment, so that it never waits; if it dies,
the first of them is lost and the others go to another worker.
"""

from __future__ import annotations

import contextlib
import multiprocessing as mp
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import wait
from time import monotonic
from types import ModuleType
from typing import Any, NamedTuple

from protokoll.archive.engine import Loss, Under
from protokoll.archive.worker import PRELOAD, serve
from protokoll.errors import ProtokollError

__all__ = ["Limits", "LocalEngine"]

_MOMENT = 0.02  # seconds of work that a worker has before it
_DEEPEST = 8
_TRIES = 3  # workers that may die in a row before they have done anything
_TICK = 0.1  # seconds between two looks at clocks and memory


class Limits(NamedTuple):
    """What one task may take."""

    seconds: float | None = None
    megabytes: float | None = None
    """Of resident memory, that of Python itself included."""


class LocalEngine:
    """Processes on this machine.

    Args:
        jobs: how many.
        limits: what a task may take.
        tick: called several times a second while `map` runs.
    """

    def __init__(self, jobs: int, limits: Limits = Limits(), tick: Callable[[], None] = lambda: None) -> None:  # noqa: B008
        self.jobs = jobs
        self.limits = limits
        self.tick = tick
        self._context = _context()
        self._workers: list[_Worker] = []
        self._again: deque[Any] = deque()
        self._stopped = False
        self._looked = 0.0
        self._stillborn = 0

    def map(self, function: Callable[[Any], Any], tasks: Iterable[Any]) -> Iterator[tuple[Any, Any]]:
        """Yield each task with its result or its loss, as they come (`Engine.map`)."""
        rest = iter(tasks)
        try:
            while self._hand_out(function, rest):
                for worker in self._ready():
                    yield from self._collect(worker)
                if monotonic() - self._looked >= _TICK:
                    self._looked = monotonic()
                    self.tick()
                    yield from self._enforce()
        finally:
            for worker in self._workers:
                worker.end()
            self._workers.clear()

    def stop(self) -> None:
        """Begin no more tasks."""
        self._stopped = True

    def in_hand(self) -> list[Under]:
        """Return the first task of each worker, the longest under way first."""
        now = monotonic()
        busy = [Under(worker.queue[0], now - worker.since) for worker in self._workers if worker.queue]
        return sorted(busy, key=lambda each: -each.seconds)

    def _hand_out(self, function: Callable[[Any], Any], rest: Iterator[Any]) -> bool:
        """Fill up every worker; tell whether anything is in hand."""
        while not self._stopped:
            worker = min(self._workers, key=lambda each: len(each.queue), default=None)
            if len(self._workers) < self.jobs and (worker is None or worker.queue):
                worker = None
            elif worker is None or len(worker.queue) >= worker.depth:
                break
            try:
                task = self._again.popleft() if self._again else next(rest)
            except StopIteration:
                break
            if worker is None:
                worker = _Worker(self._context, function)
                self._workers.append(worker)
            worker.give(task)
        return any(worker.queue for worker in self._workers)

    def _ready(self) -> list[_Worker]:
        pipes = {worker.pipe: worker for worker in self._workers}
        return [pipes[pipe] for pipe in wait(list(pipes), _TICK)]

    def _collect(self, worker: _Worker) -> Iterator[tuple[Any, Any]]:
        """Yield what a worker has done, or lose the task over which it died."""
        try:
            while worker.pipe.poll():
                result = worker.pipe.recv()
                if not worker.is_ready:
                    worker.begin()
                    self._stillborn = 0
                    continue
                yield worker.done(), result
        except (EOFError, OSError):
            if worker.is_ready:
                yield from self._lose(worker, Loss.DEATH)
            else:
                self._bury(worker)

    def _enforce(self) -> Iterator[tuple[Any, Any]]:
        """Kill the workers whose task takes too much, unless the result has come meanwhile."""
        for worker in list(self._workers):
            excess = worker.excess(self.limits)
            if excess is None or worker.pipe.poll():
                continue
            if excess is Loss.MEMORY and worker.count:
                # Perhaps the files before it are to blame; alone in a new process it shows.
                self._take_back(worker)
            else:
                yield from self._lose(worker, excess)

    def _lose(self, worker: _Worker, loss: Loss) -> Iterator[tuple[Any, Any]]:
        """End a worker; the task that it was at is lost."""
        lost = [worker.queue.popleft()] if worker.queue else []
        self._take_back(worker)
        yield from ((task, loss) for task in lost)

    def _take_back(self, worker: _Worker) -> None:
        """End a worker and give its tasks to others."""
        self._again.extendleft(reversed(worker.queue))
        self._workers.remove(worker)
        worker.end()

    def _bury(self, worker: _Worker) -> None:
        """Take back the tasks of a worker that died before its first; they are not to blame.

        Raises:
            ProtokollError: it is not the first one.
        """
        self._take_back(worker)
        self._stillborn += 1
        if self._stillborn >= _TRIES:
            raise ProtokollError(
                "the processes that read files cannot be started",
                hint="see whether there is memory left, and try fewer at a time with --jobs",
            )


class _Worker:
    """One process, and the tasks that it has been given."""

    def __init__(self, context: Any, function: Callable[[Any], Any]) -> None:
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=serve, args=(theirs, function), daemon=True)
        with _without_main():
            self.process.start()
        theirs.close()
        self.queue: deque[Any] = deque()
        self.since = monotonic()
        """When the first task of the queue was begun."""
        self.depth = 1
        self.count = 0
        self.is_ready = False
        self._usage: Any = None

    def give(self, task: Any) -> None:
        if not self.queue:
            self.since = monotonic()
        self.queue.append(task)
        with contextlib.suppress(OSError):  # it has died, and the pipe will tell
            self.pipe.send(task)

    def begin(self) -> None:
        """Note that the first task is being done from now on."""
        self.is_ready = True
        self.since = monotonic()

    def done(self) -> Any:
        now = monotonic()
        self.depth = 1 + min(int(_MOMENT / max(now - self.since, 0.001)), _DEEPEST)
        self.since = now
        self.count += 1
        return self.queue.popleft()

    def excess(self, limits: Limits) -> Loss | None:
        """Tell which limit the task in hand has gone over."""
        if not (self.queue and self.is_ready):
            return None
        if limits.seconds is not None and monotonic() - self.since > limits.seconds:
            return Loss.TIME
        if limits.megabytes is not None and self._megabytes() > limits.megabytes:
            return Loss.MEMORY
        return None

    def end(self) -> None:
        self.pipe.close()
        self.process.kill()
        self.process.join()

    def _megabytes(self) -> float:
        import psutil

        try:
            self._usage = self._usage or psutil.Process(self.process.pid)
            return float(self._usage.memory_info().rss) / 1e6
        except psutil.Error:
            return 0.0


def _context() -> Any:
    """A server that has loaded the code and forks a worker at once, where the system has that."""
    if "forkserver" not in mp.get_all_start_methods():
        return mp.get_context("spawn")
    from multiprocessing import forkserver

    context = mp.get_context("forkserver")
    context.set_forkserver_preload(list(PRELOAD))
    with _without_main():
        forkserver.ensure_running()
    return context


@contextlib.contextmanager
def _without_main() -> Iterator[None]:
    """Hide the script that was called, which a new process would load again: that takes time, and may fail."""
    main = sys.modules.get("__main__")
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        if main is not None:
            sys.modules["__main__"] = main
