"""`protokoll positions`: what parties wanted, with the words that prove it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from protokoll.cli import console
from protokoll.cli.gathering import Search, gather
from protokoll.cli.options import Language, choose_language
from protokoll.cli.position_options import (
    Bases,
    Bodies,
    Date,
    Html,
    Inputs,
    Municipalities,
    Parties,
    Table,
    Topics,
    TopicsFile,
    read_bases,
    split,
)
from protokoll.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from protokoll.model.position import Position

EXAMPLES = """
protokoll positions ks-2024-03-06.pdf --party L              # a table in the terminal
protokoll positions protokoll/ --party L --topic hemlöshet   # all records in a folder, one topic
protokoll positions arkiv --party V --party MP --from 2019 -f csv > v-mp.csv
protokoll positions arkiv --party SD --html sd.html          # a page to read, filter and print
protokoll positions program.txt --date 2022-05-20 -f json    # a record that prints no date
"""

From = Annotated[
    str | None, typer.Option("--from", metavar="DATE", show_default=False, help="From this year, month or day on.")
]
To = Annotated[
    str | None, typer.Option("--to", metavar="DATE", show_default=False, help="To the end of this year, month or day.")
]


def positions(
    files: Inputs,
    *,
    party: Parties = None,
    topic: Topics = None,
    first: From = None,
    last: To = None,
    body: Bodies = None,
    municipality: Municipalities = None,
    basis: Bases = None,
    format_name: Table = "table",
    html: Html = None,
    lang: Language = None,
    topics_file: TopicsFile = None,
    date: Date = None,
) -> None:
    """List what parties wanted, with the words that prove it.

    One row a position: who, for or against or what they want, the topic, the kind of evidence, and the quote with its
    document, date, § and page. Votes, proposals, reservations, statements and the parties' own words are never
    mixed up. No row means that nothing was found, not that a party had no view.
    """
    from protokoll.positions.choosing import Wanted, choose, cover, read_bounds

    wanted = Wanted(
        period=read_bounds(first, last),
        topics=split(topic),
        bodies=split(body),
        bases=read_bases(basis),
        municipalities=split(municipality),
    )
    found, codes = gather(files, Search(topics_file, date), party or ())
    chosen, coverage = choose(found.positions, wanted), cover(found.coverage, wanted)
    if not chosen:
        raise UsageError("there is no such position in these records", hint=_advise(found.positions, wanted.topics))
    if html:
        from protokoll.cli.output import write_file
        from protokoll.report import render_positions

        write_file(html, [render_positions(chosen, coverage, codes, lang or "sv")])
        console.say(f"{len(chosen)} positions in {html}")
    elif format_name == "table":
        from protokoll.cli.positions_view import draw_positions

        console.draw(draw_positions(chosen, coverage, codes, choose_language(lang)))
    else:
        console.put(_write(chosen, format_name))


def _write(chosen: tuple[Position, ...], name: str) -> Iterator[bytes]:
    from protokoll.export.json import dump
    from protokoll.export.rows import write_json_lines, write_position_rows

    if name == "json":
        return iter([dump(chosen)])
    return write_position_rows(chosen) if name == "csv" else write_json_lines(chosen)


def _advise(all_of_them: tuple[Position, ...], topics: tuple[str, ...]) -> str:
    """Return what there is instead: the years, and topics that look like those wanted."""
    years = sorted({each.date[:4] for each in all_of_them if each.date})
    told = [f"there are positions of {', '.join(years)}"] if years else []
    if topics:
        from difflib import get_close_matches

        names = sorted({each.topic for each in all_of_them if each.topic})
        near = [name for topic in topics for name in get_close_matches(topic, names, n=3)]
        told += [f"topics: {', '.join(near or names[:8])}"] if names else []
    return "; ".join(told)
