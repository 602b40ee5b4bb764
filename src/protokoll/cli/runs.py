"""Several files, one after another: the rest go on after a failure, and the worst code wins."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

import typer

from protokoll.cli import console
from protokoll.errors import ExitCode, ProtokollError

__all__ = ["Run"]

Result = TypeVar("Result")


class Run:
    """One call over some files: it remembers which failed and why.

    >>> with Run(["a.txt"]) as run:
    ...     list(run.over(len))
    [5]
    """

    def __init__(self, paths: Sequence[str]) -> None:
        self.paths = list(paths)
        self.failures: dict[str, tuple[int, str]] = {}
        """Path → exit code and sentence."""

    def over(self, work: Callable[[str], Result]) -> Iterator[Result]:
        """Yield what `work` makes of each path; a path that fails is remembered and passed over."""
        for path in console.track(self.paths):
            try:
                result = work(path)
            except ProtokollError as error:
                self._remember(path, error.exit_code, str(error))
            except Exception as error:
                self._remember(path, ExitCode.FAILURE, console.describe_bug(error))
            else:
                yield result

    def __enter__(self) -> Run:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Say what failed, however the run ended, and leave with the worst code."""
        self._tell()
        if self.failures and kind is None:
            raise typer.Exit(max(code for code, _ in self.failures.values()))

    def _tell(self) -> None:
        """One sentence for one file, a summary for several."""
        if len(self.paths) == 1:
            for _, reason in self.failures.values():
                console.say(reason)
        elif self.failures:
            count = f"{len(self.failures)} of {len(self.paths)} files"
            reasons = "".join(f"\n  {path}: {reason}" for path, (_, reason) in self.failures.items())
            console.say(f"{count} failed:{reasons}")

    def _remember(self, path: str, code: int, reason: str) -> None:
        self.failures[path] = (code, reason)
        if console.is_debugging():
            console.say(traceback.format_exc())
