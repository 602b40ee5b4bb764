"""One run at a time on an archive."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from protokoll.errors import ArchiveBusy

__all__ = ["hold"]


@contextmanager
def hold(lock: Path) -> Iterator[None]:
    """Hold the lock of an archive for as long as the block runs.

    The system lets go of it when the process ends, however it ends, so that a file left behind is no obstacle.

    Raises:
        ArchiveBusy: another process holds it.
        OSError: the file cannot be made.
    """
    import fcntl

    with lock.open("ab") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise ArchiveBusy(f"another run is writing to the archive {lock.parent}") from None
        yield
