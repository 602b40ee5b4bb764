"""`protokoll parse`: records to JSON, JSON lines, CSV or Markdown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from protokoll.cli import console
from protokoll.cli.options import (
    Compact,
    Decipher,
    Files,
    Force,
    FormatName,
    Language,
    Lexicon,
    MaxErrorRate,
    NoRepair,
    Profile,
    choose_language,
    choose_repair,
    stdin_data,
)
from protokoll.cli.output import find_targets, is_folder, refuse_overwriting, write_file
from protokoll.cli.runs import Run
from protokoll.export import FORMATS, Format, Style

if TYPE_CHECKING:
    from protokoll.cleaning import Repair
    from protokoll.model.document import Document

EXAMPLES = """
protokoll parse ks-2024-03-06.pdf                     # JSON to the terminal
protokoll parse ks-2024-03-06.pdf -o ks.json          # to a file, whole or not at all
protokoll parse protokoll/*.txt -f jsonl > all.jsonl  # one document a line
protokoll parse protokoll/*.txt -f csv -o votes.csv   # one row a fact
protokoll parse protokoll/*.pdf -o out/               # out/NAME.json for each file
protokoll parse ks-1998-02-11.txt --lexicon orter.txt # misread words mended, with names of your own
curl -s https://... | protokoll parse - -f markdown   # a report of what was downloaded
"""

Output = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE|DIR",
        show_default=False,
        help="Write to a file, or to a file for each input in a folder that is there or ends in a slash.",
    ),
]


def parse(
    files: Files,
    *,
    format_name: FormatName = None,
    output: Output = None,
    profile: Profile = None,
    compact: Compact = False,
    force: Force = False,
    lang: Language = None,
    no_repair: NoRepair = False,
    max_error_rate: MaxErrorRate = None,
    lexicon: Lexicon = None,
    decipher: Decipher = False,
) -> None:
    """Turn records into structured data.

    One file gives one JSON object, several give an array of objects in the order of the files; as jsonl they
    are always one document a line. A file that fails does not stop the others: the exit code is the highest
    one met, and standard error says which files failed and why.
    """
    style = Style(compact, choose_language(lang), several=len(files) > 1)
    chosen = _choose_format(format_name, output)
    repair = choose_repair(no_repair=no_repair, max_error_rate=max_error_rate, lexicon=lexicon, decipher=decipher)
    work = partial(_parse_one, profile=profile, force=force, repair=repair)
    with Run(files) as run:
        if output and is_folder(output):
            _write_each(run, work, find_targets(output, files, chosen.suffix), chosen, style)
            return
        if output:
            refuse_overwriting(files, Path(output))
        documents = run.over(work)
        first = next(documents, None)
        if first is None:  # nothing could be parsed, so there is nothing to write
            return
        pieces = chosen.write(chain([first], documents), style)
        if output:
            write_file(Path(output), pieces)
        else:
            console.put(pieces)


def _parse_one(path: str, *, profile: str | None, force: bool, repair: Repair | None) -> Document:
    from protokoll.pipeline import parse_file

    return parse_file(path, profile=profile, force=force, data=stdin_data(path), repair=repair)


def _choose_format(name: str | None, output: str | None) -> Format:
    """Return the format asked for, else the one that the suffix of the output tells, else the first."""
    by_suffix = {each.suffix: each.name for each in FORMATS.values()}
    return FORMATS[name or by_suffix.get(Path(output or "").suffix.lower(), next(iter(FORMATS)))]


def _write_each(
    run: Run, work: Callable[[str], Document], targets: Mapping[str, Path], chosen: Format, style: Style
) -> None:
    """Write a file for each input, as soon as it is parsed."""
    alone = style._replace(several=False)

    def write(path: str) -> None:
        write_file(targets[path], chosen.write([work(path)], alone))

    for _ in run.over(write):
        pass
