"""The engine of one machine: processes that are killed when a task takes too long or too much memory.

A worker is given its next tasks before it asks, as many as it does in a moment, so that it never waits; if it dies,
the first of them is lost and the others go to another worker.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import wait
from time import monotonic
from typing import Any

from protokoll.archive.engine import Loss, Under
from protokoll.archive.processes import Limits, Worker, make_context
from protokoll.errors import ProtokollError

__all__ = ["LocalEngine"]

_TRIES = 3  # workers that may die in a row before they have done anything
_TICK = 0.1  # seconds between two looks at clocks and memory


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
        self._context = make_context()
        self._workers: list[Worker] = []
        self._again: deque[Any] = deque()
        self._stopped = False
        self._looked = 0.0
        self._stillborn = 0

    def map(self, function: Callable[[Any], Any], tasks: Iterable[Any]) -> Iterator[tuple[Any, Any]]:
        """Yield each task with its result or its loss, as they come (`Engine.map`)."""
        rest = iter(tasks)
        try:
            while self._hand_out(function, rest):
                pipes = {worker.pipe: worker for worker in self._workers}
                for pipe in wait(list(pipes), _TICK):
                    yield from self._collect(pipes[pipe])
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
                worker = Worker(self._context, function)
                self._workers.append(worker)
            worker.give(task)
        return any(worker.queue for worker in self._workers)

    def _collect(self, worker: Worker) -> Iterator[tuple[Any, Any]]:
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

    def _lose(self, worker: Worker, loss: Loss) -> Iterator[tuple[Any, Any]]:
        """End a worker; the task that it was at is lost."""
        lost = [worker.queue.popleft()] if worker.queue else []
        self._take_back(worker)
        yield from ((task, loss) for task in lost)

    def _take_back(self, worker: Worker) -> None:
        """End a worker and give its tasks to others."""
        self._again.extendleft(reversed(worker.queue))
        self._workers.remove(worker)
        worker.end()

    def _bury(self, worker: Worker) -> None:
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
