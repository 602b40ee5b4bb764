"""`protokoll agreement`: how often the parties voted alike."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from protokoll.cli import console
from protokoll.cli.options import Language, choose_language
from protokoll.cli.position_options import Bodies, Html, Inputs, Table, split
from protokoll.cli.spelling import suggest
from protokoll.errors import UnreadableInput, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from protokoll.positions.agreement import Agreement

EXAMPLES = """
protokoll agreement arkiv --by year                       # a table of parties for each year
protokoll agreement arkiv --by term --contested           # without votes in which all were agreed
protokoll agreement protokoll/ --body fullmäktige --votes # with the votes behind the figures
protokoll agreement arkiv --html samrost.html             # a page to read, filter and print
"""


def _check_by(word: str) -> str:
    from protokoll.positions.agreement import BY

    if word not in BY:
        raise typer.BadParameter(f"votes cannot be put together by {word!r}; {suggest(word, BY)}")
    return word


By = Annotated[
    str,
    typer.Option("--by", metavar="year|term|body|all", callback=_check_by, help="What votes are put together by."),
]
Contested = Annotated[bool, typer.Option("--contested", help="Leave out votes in which all parties were agreed.")]
Votes = Annotated[bool, typer.Option("--votes", help="List the votes behind the figures.")]


def agreement(
    files: Inputs,
    *,
    by: By = "year",
    contested: Contested = False,
    body: Bodies = None,
    votes: Votes = False,
    format_name: Table = "table",
    html: Html = None,
    lang: Language = None,
) -> None:
    """Show how often the parties voted alike.

    For each year, term or body a table of party by party: the share of votes in which both stood on the same side, and
    in how many votes both had a stand. Then how united each party was. Only votes by roll call are counted; decisions
    without a vote, which are most, say nothing here. The table gives all votes and those that were contested.
    """
    from protokoll.archive.positions import find_votes, is_archive
    from protokoll.cli.gathering import list_files, tell_unread
    from protokoll.positions.agreement import agreement as count

    archive = len(files) == 1 and is_archive(Path(files[0]))
    voted = find_votes(files if archive else list_files(files), console.track)
    if not voted.coverage.papers:
        raise UnreadableInput(tell_unread(voted.coverage.unread))
    every, fought = [count(voted.documents, by, unanimous=unanimous, bodies=split(body)) for unanimous in (True, False)]
    chosen = fought if contested else every
    if not chosen.votes:
        raise UsageError("there is no such vote by roll call in these records", hint=_advise(every))
    if html:
        from protokoll.cli.output import write_file
        from protokoll.report import render_agreement

        write_file(html, [render_agreement(every, fought, voted, lang or "sv")])
        console.say(f"{len(every.votes)} votes in {html}")
    elif format_name == "table":
        from protokoll.cli.agreement_view import draw_agreement

        for part in draw_agreement(every, fought, voted.coverage, choose_language(lang), votes=votes):
            console.draw(part)
    else:
        console.put(_write(chosen, format_name))


def _advise(every: Agreement) -> str:
    """Return why there may be none."""
    told = [f"{every.without_roll} votes give no names"] if every.without_roll else []
    return "; ".join([*told, f"{every.left_out} were left out"] if every.left_out else told) or "look for minutes"


def _write(chosen: Agreement, name: str) -> Iterator[bytes]:
    from protokoll.export.json import dump
    from protokoll.export.rows import write_json_lines, write_rows
    from protokoll.report.pairs import PAIR_COLUMNS, pair_rows

    if name == "json":
        return iter([dump(chosen)])
    return write_rows(PAIR_COLUMNS, pair_rows(chosen)) if name == "csv" else write_json_lines(pair_rows(chosen))
