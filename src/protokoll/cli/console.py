"""The one place that talks: data goes to standard output, everything else to standard error."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TextIO

import typer

from protokoll.errors import ExitCode

if TYPE_CHECKING:
    from rich.console import RenderableType

__all__ = ["DEBUG", "describe_bug", "draw", "is_coloured", "is_debugging", "put", "put_text", "say", "track"]

DEBUG = "PROTOKOLL_DEBUG"
"""The environment variable that lets tracebacks through."""


def put(pieces: Iterable[bytes]) -> None:
    """Write data to standard output; a reader that has had enough (`| head`) is a quiet end."""
    try:
        for piece in pieces:
            sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # Python flushes once more when it ends; that must not meet the closed pipe again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(ExitCode.OK) from None


def put_text(text: str) -> None:
    """Write text for people to standard output; what the terminal cannot show becomes question marks."""
    put([text.encode(sys.stdout.encoding or "utf-8", "replace")])


def draw(renderable: RenderableType, *, wrap: bool = True) -> None:
    """Write a rich renderable to standard output, in colour where that is wanted.

    Args:
        renderable: what to draw.
        wrap: whether to fold lines at the width of the terminal, or leave that to the terminal.
    """
    from rich.console import Console

    coloured = is_coloured(sys.stdout)
    canvas = Console(
        force_terminal=coloured,
        no_color=not coloured,
        color_system="standard" if coloured else None,
        width=shutil.get_terminal_size((100, 24)).columns,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    with canvas.capture() as capture:
        canvas.print(renderable, soft_wrap=not wrap)
    put_text("\n".join(line.rstrip() for line in capture.get().split("\n")))


def say(message: str) -> None:
    """Tell the user something, on standard error."""
    sys.stderr.write(f"protokoll: {message}\n")
    sys.stderr.flush()


def is_coloured(stream: TextIO) -> bool:
    """Tell whether `stream` takes colours: a terminal that is not dumb, unless NO_COLOR is set."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return bool(os.environ.get("FORCE_COLOR")) or stream.isatty()


def is_debugging() -> bool:
    """Tell whether tracebacks are wanted."""
    return bool(os.environ.get(DEBUG))


def describe_bug(error: Exception) -> str:
    """Return the sentence for an error that should not have been.

    >>> describe_bug(KeyError("beslut"))
    "unexpected error (KeyError: 'beslut'): please report it, with the output of the same call with --debug."
    """
    return (
        f"unexpected error ({type(error).__name__}: {error}): "
        "please report it, with the output of the same call with --debug."
    )


def track(paths: list[str]) -> Iterable[str]:
    """Yield the paths of a run, with a progress bar on standard error if that is a terminal."""
    if len(paths) < 2 or not sys.stderr.isatty():
        return paths
    from rich.console import Console
    from rich.progress import track as bar

    settings: dict[str, Any] = {"console": Console(stderr=True), "transient": True}
    return bar(paths, description="protokoll", **settings)
