"""What runs in a process of the local engine: tasks in, results out, until the pipe closes."""

from __future__ import annotations

import signal
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
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


def serve(pipe: Connection, function: Callable[[Any], Any]) -> None:
    """Answer each task that comes with what `function` makes of it.

    Ctrl-C reaches every process of a terminal; what it means is decided by the one that hands out tasks.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    with suppress(EOFError, OSError):  # whoever handed out the tasks is gone
        pipe.send(READY)
        while True:
            pipe.send(function(pipe.recv()))
