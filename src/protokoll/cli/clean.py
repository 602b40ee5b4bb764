"""`protokoll clean`: the text of a record without furniture and damage, and what was done to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from protokoll.cli import console
from protokoll.cli.options import File, Profile, stdin_data
from protokoll.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from protokoll.model.text import CleanText

EXAMPLES = """
protokoll clean ks-2024-03-06.pdf                # the text as the parser sees it
protokoll clean ks-2024-03-06.pdf --explain      # rule, page, place, before and after of each change
protokoll clean ks-2024-03-06.pdf --explain -f jsonl | jq 'select(.rule == "furniture")'
protokoll clean ks-2024-03-06.pdf --diff         # in colour on a terminal
"""

Explain = Annotated[bool, typer.Option("--explain", help="List each change instead of the text.")]
Diff = Annotated[
    bool, typer.Option("--diff", help="Show the changed lines instead, with [-what went-] and {+what came+}.")
]


def _check_format(name: str) -> str:
    if name not in ("text", "jsonl"):
        raise typer.BadParameter(f"there is no format {name!r} here; choose text or jsonl")
    return name


ExplainFormat = Annotated[
    str,
    typer.Option(
        "--format",
        "-f",
        metavar="text|jsonl",
        callback=_check_format,
        autocompletion=lambda: ["text", "jsonl"],
        help="How --explain lists the changes.",
    ),
]


def clean(
    file: File,
    *,
    explain: Explain = False,
    diff: Diff = False,
    format_name: ExplainFormat = "text",
    profile: Profile = None,
) -> None:
    """Print the text of a record, cleaned.

    The second stage alone: page furniture, broken lines and bad characters are put right, and every change is
    on record. --explain and --diff show what was changed, and where in the text that 'read' prints.
    """
    if explain and diff:
        raise UsageError("--explain and --diff are two answers", hint="ask for one of them")
    if format_name != "text" and not explain:
        raise UsageError(f"--format {format_name} is a form of --explain", hint="add --explain")
    from protokoll import pipeline
    from protokoll.grammar import load

    source = pipeline.read(file, data=stdin_data(file))
    text = pipeline.clean(source, load(profile) if profile else None)
    if diff:
        from protokoll.cli.diff import show_diff

        show_diff(text)
    elif explain:
        console.put(_changes(text, as_json=format_name == "jsonl"))
    else:
        console.put([text.text.encode()])


def _changes(text: CleanText, *, as_json: bool) -> Iterator[bytes]:
    from protokoll.export.changes import find_changes
    from protokoll.export.json import dump

    for change in find_changes(text):
        if as_json:
            yield dump(change, compact=True)
        else:
            place = f"{change.rule:<12} {change.page:>5} {change.span.start:>8}–{change.span.end:<8}"
            yield f"{place} {change.before!r} → {change.after!r}\n".encode()
