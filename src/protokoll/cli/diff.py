"""`protokoll diff`: how a party's positions changed, with the words that prove it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from protokoll.cli import console
from protokoll.cli.gathering import Search
from protokoll.cli.options import Language, choose_language
from protokoll.cli.position_options import (
    Bases,
    Bodies,
    Date,
    Html,
    Municipalities,
    Table,
    Topics,
    TopicsFile,
    read_bases,
    split,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from protokoll.model.comparison import Comparison

EXAMPLES = """
protokoll diff program-2018.txt program-2022.txt --party L  # two records
protokoll diff 2016/ 'protokoll-2023-*.pdf' --party M       # a folder, and a pattern in quotes
protokoll diff a.txt,b.txt c.txt --party M --topic hemlöshet --explain
protokoll diff arkiv --party M --from 2016 --to 2024        # two years of an archive
protokoll diff arkiv --party M --from 2014-2018 --to 2022-2026 --html m.html
"""

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="BEFORE AFTER|ARCHIVE",
        show_default=False,
        help="Two files, folders, quoted patterns or lists with commas; or one archive, with --from and --to.",
    ),
]
Party = Annotated[
    str, typer.Option("--party", metavar="PARTY", show_default=False, help="The party, by letter or name.")
]
From = Annotated[
    str | None,
    typer.Option(
        "--from", metavar="PERIOD", show_default=False, help="The earlier time: 2016 or 2014-2018; else the first year."
    ),
]
To = Annotated[
    str | None,
    typer.Option("--to", metavar="PERIOD", show_default=False, help="The later time; else the last year."),
]
Explain = Annotated[bool, typer.Option("--explain", help="Tell why each two were linked.")]


def diff(
    sides: Inputs,
    *,
    party: Party,
    first: From = None,
    last: To = None,
    body: Bodies = None,
    municipality: Municipalities = None,
    topic: Topics = None,
    basis: Bases = None,
    explain: Explain = False,
    format_name: Table = "table",
    html: Html = None,
    lang: Language = None,
    topics_file: TopicsFile = None,
    date: Date = None,
) -> None:
    """Show how a party's positions changed between two times.

    First what was compared and what is missing, then the changes: reversed, strengthened, weakened, the same, related,
    new, and not found later, which does not mean dropped: the records may be incomplete. Each side has its quote with
    document, § and page and the kind of evidence. A weak link is shown as weak.
    """
    from protokoll.cli.sides import compare_sides
    from protokoll.positions.choosing import Wanted

    wanted = Wanted(
        topics=split(topic),
        bodies=split(body),
        bases=read_bases(basis),
        municipalities=split(municipality),
    )
    comparison = compare_sides(sides, party, (first, last), wanted, Search(topics_file, date))
    if html:
        _write_page(html, comparison, lang or "sv")
    elif format_name == "table":
        from protokoll.cli.diff_view import draw_comparison

        for part in draw_comparison(comparison, choose_language(lang), explain=explain):
            console.draw(part)
    else:
        console.put(_write(comparison, format_name))


def _write_page(path: Path, comparison: Comparison, language: str) -> None:
    from protokoll.cli.output import write_file
    from protokoll.report import render_comparison

    write_file(path, [render_comparison(comparison, language)])
    console.say(f"{len(comparison.changes)} changes in {path}")


def _write(comparison: Comparison, name: str) -> Iterator[bytes]:
    from protokoll.export.json import dump
    from protokoll.export.rows import write_change_rows, write_json_lines

    if name == "json":
        return iter([dump(comparison)])
    return write_change_rows(comparison.changes) if name == "csv" else write_json_lines(comparison.changes)
