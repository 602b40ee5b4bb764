"""`protokoll archive`: the database of an archive, to make anew, look at, hand out and serve."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from protokoll.cli import console
from protokoll.cli.archive_options import Archive
from protokoll.cli.options import Language, choose_language
from protokoll.cli.spelling import suggest

__all__ = ["EXAMPLES", "MEMBERS", "archive"]

EXAMPLES = """
protokoll archive rebuild arkiv                       # the database anew, from documents and manifest
protokoll archive status arkiv                        # what it holds, and what is wrong
protokoll archive status arkiv --format json | jq '.gaps'
protokoll archive export arkiv --format csv -o ut/    # a table a file, with a datapackage.json
protokoll archive serve arkiv --open                  # in the browser, with Datasette
"""

Jobs = Annotated[
    int | None, typer.Option("--jobs", "-j", metavar="N", min=1, show_default=False, help="Processes; else one a core.")
]


def _choice(*names: str) -> typer.models.OptionInfo:
    def check(name: str) -> str:
        if name not in names:
            raise typer.BadParameter(f"there is no format {name!r} here; {suggest(name, names)}")
        return name

    option: typer.models.OptionInfo = typer.Option(
        "--format",
        "-f",
        metavar="|".join(names),
        callback=check,
        autocompletion=lambda: list(names),
        help="How to give the answer.",
    )
    return option


StatusFormat = Annotated[str, _choice("text", "json")]
ExportFormat = Annotated[str, _choice("csv", "jsonl")]
Output = Annotated[
    Path, typer.Option("--output", "-o", metavar="DIR", show_default=False, help="The folder to write to.")
]
Port = Annotated[int, typer.Option("--port", metavar="N", min=0, max=65535, help="The port; 0 for any that is free.")]
Open = Annotated[bool, typer.Option("--open", help="Open it in the browser.")]
All = Annotated[bool, typer.Option("--all", help="Show all of the long lists.")]


def archive() -> None:
    """Look at an archive, make its database anew, hand it out or serve it.

    An archive is the folder that 'batch' made. Its database, protokoll.db, is made from its documents and its
    manifest and can be made anew at any time. It is plain SQLite: any program that reads SQLite can ask it.
    """


def rebuild(archive: Archive, *, jobs: Jobs = None) -> None:
    """Make the database anew from the documents and the manifest.

    The same archive gives the same bytes. Readers see the old database until the new one is whole.
    """
    from protokoll.archive.store import rebuild as make
    from protokoll.archive.store.opening import find_archive

    folder = find_archive(archive)
    with _progress() as progress:
        make(archive, jobs=jobs or os.cpu_count() or 1, progress=progress)
    console.say(f"{folder.database} is made anew ({folder.database.stat().st_size / 1e6:.1f} MB).")


def status(archive: Archive, *, format_name: StatusFormat = "text", whole: All = False, lang: Language = None) -> None:
    """Tell what an archive holds, and what is wrong with it.

    Counts of inputs by how it went, of documents by kind, body and year; gaps in the § numbers, votes whose roll is
    not what is printed, the commonest remarks, and every failure with its reason and what to do.
    """
    from protokoll.archive.store import ask
    from protokoll.archive.store.status import find_status

    found = ask(archive, find_status, console.say)
    if format_name == "json":
        from protokoll.export.json import dump

        console.put([dump(found._asdict())])
        return
    from protokoll.cli.archive_status import draw_status

    for part in draw_status(found, choose_language(lang), whole=whole):
        console.draw(part)


def export(archive: Archive, *, output: Output, format_name: ExportFormat = "csv", lang: Language = None) -> None:
    """Write each table to a file, with a Frictionless datapackage.json.

    The package tells of each column what it holds and what it refers to; 'frictionless validate' checks it.
    """
    from protokoll.archive.store import ask
    from protokoll.archive.store.export import export as write

    language = choose_language(lang)
    names = ask(archive, lambda database: write(database, output, format_name, language=language), console.say)
    console.say(f"{len(names)} tables and datapackage.json are in {output}.")


def serve(archive: Archive, *, port: Port = 8001, open_browser: Open = False, lang: Language = None) -> None:
    """Serve the database with Datasette, on this machine only and for reading only.

    Ctrl-C ends it. 'datasette protokoll.db -m metadata.json' in the folder of the archive does much the same.
    """
    from protokoll.archive.store import ask
    from protokoll.archive.store.serving import find_port
    from protokoll.archive.store.serving import serve as run

    ask(archive, lambda database: database.execute("SELECT COUNT(*) FROM documents").fetchone(), console.say)

    def ready(address: str) -> None:
        console.say(f"the archive is at {address} (Ctrl-C ends it).")
        if open_browser:
            typer.launch(address)

    run(archive / "protokoll.db", find_port(port), choose_language(lang), ready)


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None] | None]:
    """Yield what to call with the documents done and all; it draws a bar if standard error is a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("protokoll", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


MEMBERS = (rebuild, status, export, serve)
"""The commands of the group."""
