"""Why a file has no document when it was ended with the process that read it."""

from __future__ import annotations

from protokoll.archive.engine import Loss
from protokoll.archive.processes import Limits
from protokoll.errors import Crashed, ProtokollError, TimedOut, TooLarge

__all__ = ["explain_loss"]


def explain_loss(name: str, loss: Loss, limits: Limits) -> ProtokollError:
    """Return what to tell of a file that was lost.

    >>> explain_loss("ks.pdf", Loss.TIME, Limits(seconds=600)).message
    'ks.pdf took longer than 600 seconds'
    """
    if loss is Loss.TIME:
        return TimedOut(f"{name} took longer than {limits.seconds:g} seconds")
    if loss is Loss.MEMORY:
        return TooLarge(
            f"{name} took more than {limits.megabytes:g} MB of memory",
            hint="give it more with --max-memory and --retry-failed, or split it into one file for each meeting",
        )
    return Crashed(f"the process that read {name} died")
