"""The processes of the local engine, seen from the one that hands out tasks."""

from __future__ import annotations

import contextlib
import multiprocessing as mp
import sys
from collections import deque
from collections.abc import Callable, Iterator
from time import monotonic
from types import ModuleType
from typing import Any, NamedTuple

from protokoll.archive.engine import Loss
from protokoll.archive.worker import PRELOAD, serve

__all__ = ["Limits", "Worker", "make_context"]

_MOMENT = 0.02  # seconds of work that a worker has before it
_DEEPEST = 8


class Limits(NamedTuple):
    """What one task may take."""

    seconds: float | None = None
    megabytes: float | None = None
    """Of resident memory, that of Python itself included."""


class Worker:
    """One process, and the tasks that it has been given.

    Args:
        context: how processes are made.
        function: what it does with each task.
    """

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
        """How many tasks it is to have, so that it never waits."""
        self.count = 0
        """How many it has done."""
        self.is_ready = False
        self._usage: Any = None

    def give(self, task: Any) -> None:
        """Send it a task."""
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
        """Return the task whose result has come; the next one is being done from now on."""
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
        """Kill it."""
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


def make_context() -> Any:
    """Return how processes are made: by a server that has loaded the code and forks them, where the system has that.

    >>> make_context().get_start_method() in ("forkserver", "spawn")
    True
    """
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
