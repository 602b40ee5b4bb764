"""`protokoll batch`: many records into an archive, to be resumed at any time."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Annotated, Any

import typer

from protokoll.cli import console
from protokoll.cli.options import Decipher, Force, Lexicon, MaxErrorRate, NoRepair, Profile, choose_repair
from protokoll.errors import MissingInput, UsageError

if TYPE_CHECKING:
    from protokoll.archive.batch import Settings
    from protokoll.archive.watcher import Stop

EXAMPLES = """
protokoll batch protokoll/ --into arkiv                 # every file in a folder and below
protokoll batch protokoll/ --into arkiv                 # once more: only what is new or changed
protokoll batch 'ks-*.pdf' 'kf-*.pdf' --into arkiv -j 2 # two files at a time
find . -name '*.pdf' -print0 | protokoll batch --from-list - --into arkiv
protokoll batch protokoll/ --into arkiv --retry-failed --timeout 1800
protokoll batch protokoll/ --into arkiv --log-json 2> log.jsonl
"""

Sources = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="SOURCE",
        show_default=False,
        help="Folders, files or patterns; - for a list of paths on standard input.",
    ),
]
Into = Annotated[
    Path,
    typer.Option("--into", metavar="ARCHIVE", show_default=False, help="The folder of the archive."),
]
FromList = Annotated[
    str | None,
    typer.Option(
        "--from-list",
        metavar="FILE",
        show_default=False,
        help="Read the paths of sources from a file, one a line or with a zero byte after each; - for standard input.",
    ),
]
Jobs = Annotated[
    int | None,
    typer.Option("--jobs", "-j", metavar="N", min=1, show_default=False, help="Files at a time; else one a core."),
]
Timeout = Annotated[
    float,
    typer.Option("--timeout", metavar="SECONDS", min=0, help="The most time for one file; 0 for no end."),
]
MaxMemory = Annotated[
    float,
    typer.Option("--max-memory", metavar="MB", min=0, help="The most memory for one file; 0 for all there is."),
]
Again = Annotated[bool, typer.Option("--again", help="Convert also what has not changed.")]
RetryFailed = Annotated[bool, typer.Option("--retry-failed", help="Try again what failed before.")]
LogJson = Annotated[bool, typer.Option("--log-json", help="Tell each outcome as a line of JSON on standard error.")]


def batch(
    sources: Sources = None,
    *,
    into: Into,
    from_list: FromList = None,
    jobs: Jobs = None,
    timeout: Timeout = 600,
    max_memory: MaxMemory = 1500,
    again: Again = False,
    retry_failed: RetryFailed = False,
    log_json: LogJson = False,
    profile: Profile = None,
    force: Force = False,
    no_repair: NoRepair = False,
    max_error_rate: MaxErrorRate = None,
    lexicon: Lexicon = None,
    decipher: Decipher = False,
) -> None:
    """Convert many records into an archive.

    An archive is a folder with a document for each record, a manifest of what became of every input, and a database
    made from them. The same command again does only what is new, has changed, or was converted by another version.
    Ctrl-C finishes the files in hand; a second one stops at once; either way the same command goes on from there. The
    exit code is the highest one of all inputs.
    """
    from protokoll.archive.batch import Settings
    from protokoll.archive.processes import Limits
    from protokoll.archive.recipe import Recipe

    repair = choose_repair(no_repair=no_repair, max_error_rate=max_error_rate, lexicon=lexicon, decipher=decipher)
    settings = Settings(
        recipe=Recipe(profile, repair, force),
        jobs=jobs or _cores(),
        limits=Limits(timeout or None, max_memory or None),
        again=again,
        retry_failed=retry_failed,
    )
    _run(_find_sources(sources or [], from_list), into, settings, log_json=log_json)


def _run(sources: list[str], into: Path, settings: Settings, *, log_json: bool) -> None:
    from protokoll.archive.batch import run
    from protokoll.archive.watcher import Stop
    from protokoll.cli.closing import tell_end
    from protokoll.cli.watching import JsonLog, Quiet, Screen

    start = monotonic()
    watcher: Any = JsonLog() if log_json else Screen() if sys.stderr.isatty() else Quiet()
    stop = Stop()
    try:
        with _heeding(stop):
            summary = run(sources, into, settings, watcher, stop)
    except KeyboardInterrupt:
        watcher.close()
        console.say("stopped; the same command goes on from here.")
        raise typer.Exit(130) from None
    finally:
        watcher.close()
    if isinstance(watcher, JsonLog):
        watcher.end(summary)
    else:
        tell_end(summary, monotonic() - start, str(into))
    raise typer.Exit(summary.exit_code)


@contextmanager
def _heeding(stop: Stop) -> Iterator[None]:
    """Take a first Ctrl-C as a wish, and a second as an order."""

    def heed(*_: object) -> None:
        if stop.wanted:
            raise KeyboardInterrupt
        stop.wanted = True

    before = signal.signal(signal.SIGINT, heed)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _find_sources(sources: list[str], from_list: str | None) -> list[str]:
    """Return the sources of the call and those of its list."""
    from protokoll.archive.inputs import read_list

    found = [source for source in sources if source != "-"]
    lists = ["-"] * ("-" in sources) + [from_list] * (from_list is not None)
    for each in dict.fromkeys(lists):
        try:
            data = sys.stdin.buffer.read() if each == "-" else Path(str(each)).read_bytes()
        except OSError as error:
            raise MissingInput(f"the list {each} cannot be read: {error.strerror}") from None
        found += read_list(data)
    if not found:
        raise UsageError("there is nothing to convert", hint="name folders or files, or a list with --from-list")
    return found


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
