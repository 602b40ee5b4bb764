"""`protokoll clean`: the text of a record without furniture and damage, and what was done to it."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Annotated

import typer

from protokoll.cli import console
from protokoll.cli.options import (
    Decipher,
    File,
    Lexicon,
    MaxErrorRate,
    NoRepair,
    Profile,
    check_share,
    choose_repair,
    stdin_data,
)
from protokoll.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from protokoll.export.changes import Change, Question
    from protokoll.model.text import CleanText

EXAMPLES = """
protokoll clean ks-2024-03-06.pdf                # the text as the parser sees it
protokoll clean ks-2024-03-06.pdf --explain      # rule, page, place, before and after of each change
protokoll clean ks-2024-03-06.pdf --explain -f jsonl | jq 'select(.rule == "furniture")'
protokoll clean ks-2024-03-06.pdf --diff         # in colour on a terminal
protokoll clean ks-1998-02-11.txt --lexicon orter.txt --max-error-rate 0.01   # mend more of a badly read text
protokoll clean ks-1998-02-11.txt --explain --min-confidence 0.999            # only what is almost certain
protokoll clean handling-7.txt --decipher        # read pages in a font without a Unicode map, as far as statistics can
"""

Explain = Annotated[
    bool, typer.Option("--explain", help="List each change, and each word left in doubt, instead of the text.")
]
Diff = Annotated[
    bool, typer.Option("--diff", help="Show the changed lines instead, with [-what went-] and {+what came+}.")
]


MinConfidence = Annotated[
    float,
    typer.Option(
        "--min-confidence",
        metavar="SHARE",
        callback=check_share,
        show_default=False,
        help="Leave words in doubt that can be mended with less confidence than this, from 0 to 1.",
    ),
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
    no_repair: NoRepair = False,
    max_error_rate: MaxErrorRate = None,
    min_confidence: MinConfidence = 0.0,
    lexicon: Lexicon = None,
    decipher: Decipher = False,
) -> None:
    """Print the text of a record, cleaned.

    The second stage alone: page furniture, broken lines, bad characters and misread words are put right, and every
    change is on record. --explain and --diff show what was changed, and where in the text that 'read' prints.
    """
    if explain and diff:
        raise UsageError("--explain and --diff are two answers", hint="ask for one of them")
    if format_name != "text" and not explain:
        raise UsageError(f"--format {format_name} is a form of --explain", hint="add --explain")
    from protokoll import pipeline
    from protokoll.grammar import load

    repair = choose_repair(
        no_repair=no_repair,
        max_error_rate=max_error_rate,
        lexicon=lexicon,
        decipher=decipher,
        min_confidence=min_confidence,
    )
    source = pipeline.read(file, data=stdin_data(file))
    text = pipeline.clean(source, load(profile) if profile else None, repair=repair)
    if diff:
        from protokoll.cli.changes_view import show_diff

        show_diff(text)
    elif explain:
        console.put(_changes(text, as_json=format_name == "jsonl"))
    else:
        console.put([text.text.encode()])


def _changes(text: CleanText, *, as_json: bool) -> Iterator[bytes]:
    from protokoll.export.changes import find_changes, find_questions
    from protokoll.export.json import dump

    told: Iterator[Change | Question] = chain(find_changes(text), find_questions(text))
    for each in told:
        if as_json:
            yield dump(each, compact=True)
        else:
            place = f"{each.rule:<13} {each.page:>5} {each.span.start:>8}–{each.span.end:<8}"
            yield f"{place} {each.before!r} {each.told}\n".encode()
