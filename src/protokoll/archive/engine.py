"""What maps a function over the inputs of a batch: here the promise, in `local` the processes of one machine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple, Protocol, TypeVar

__all__ = ["Engine", "Loss", "Under"]

Task = TypeVar("Task")
Result = TypeVar("Result")


class Loss(StrEnum):
    """Why there is no result for a task."""

    TIME = "time"
    """It took longer than a task may."""
    MEMORY = "memory"
    """It took more memory than a task may."""
    DEATH = "death"
    """The worker died over it."""


class Under(NamedTuple):
    """A task in hand."""

    task: object
    seconds: float


class Engine(Protocol):
    """A way to map a function over tasks, here or on other machines."""

    def map(self, function: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[tuple[Task, Result | Loss]]:
        """Yield each task with its result or why there is none, as they come and in any order.

        Args:
            function: what every worker does; it can be pickled, and never raises.
            tasks: they can be pickled; begun in their order.
        """

    def stop(self) -> None:
        """Begin no more tasks; `map` ends when those in hand are done."""

    def in_hand(self) -> Sequence[Under]:
        """Return the tasks under way, with the seconds that each has taken."""
