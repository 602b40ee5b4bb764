"""What runs in a process of the local engine: tasks in, results out, until the pipe closes."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import parent_process
from multiprocessing.connection import Connection
from threading import Thread
from typing import Any

__all__ = ["PRELOAD", "READY", "serve"]

PRELOAD = (
    "protokoll.archive.convert",
    "protokoll.cleaning.repair.mender",
    "protokoll.parsing.matters",
    "protokoll.parsing.minutes",
    "protokoll.sources.pdf_page",
)
"""What the first file would load otherwise, in every worker anew."""

READY = "ready"
"""What a worker says before it takes its first task."""

# Libraries of linear algebra would otherwise start a thread a core in every worker.
_ONE_CORE = dict.fromkeys(("MKL_NUM_THREADS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1")


def serve(pipe: Connection, function: Callable[[Any], Any]) -> None:
    """Answer each task that comes with what `function` makes of it.

    Ctrl-C reaches every process of a terminal, and `kill` may reach every one of a group; what they mean is decided
    by the one that hands out tasks.
    """
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    os.environ.update(_ONE_CORE)
    Thread(target=_follow, daemon=True).start()
    with suppress(EOFError, OSError):  # whoever handed out the tasks is gone
        pipe.send(READY)
        while True:
            pipe.send(function(pipe.recv()))


def _follow() -> None:
    """End when the one that hands out tasks does, also in the middle of a file that takes for ever."""
    if parent := parent_process():
        parent.join()
        os._exit(0)
