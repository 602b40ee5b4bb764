"""Arguments and options of the commands about positions."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from protokoll.cli.spelling import suggest
from protokoll.model.position import Basis

__all__ = [
    "Bases",
    "Bodies",
    "Date",
    "Html",
    "Inputs",
    "Municipalities",
    "Parties",
    "Table",
    "Topics",
    "TopicsFile",
    "read_bases",
    "split",
]

_TABLES = ("table", "json", "jsonl", "csv")


def _check_table(name: str) -> str:
    """Refuse a format that positions cannot be written in."""
    if name not in _TABLES:
        raise typer.BadParameter(f"there is no format {name!r} here; {suggest(name, _TABLES)}")
    return name


def split(words: list[str] | None) -> tuple[str, ...]:
    """Return what a user wrote in an option that may be given again, with or without commas.

    >>> split(["bad, skola", "bibliotek"])
    ('bad', 'skola', 'bibliotek')
    """
    return tuple(part.strip() for word in words or () for part in word.split(",") if part.strip())


def read_bases(words: list[str] | None) -> tuple[Basis, ...]:
    """Return the kinds of evidence that a user wrote, with or without commas.

    >>> read_bases(["vote,reservation"])
    (<Basis.VOTE: 'vote'>, <Basis.RESERVATION: 'reservation'>)
    """
    names = split(words)
    for name in names:
        if name not in set(Basis):
            raise typer.BadParameter(f"there is no kind of evidence {name!r}; {suggest(name, list(Basis))}")
    return tuple(map(Basis, names))


def _check_day(words: str | None) -> str | None:
    if words is not None:
        from protokoll.positions.choosing import read_period

        period = read_period(words)
        if period.first != period.last:
            raise typer.BadParameter(f"{words} is a stretch of time; write one date")
    return words


Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE|ARCHIVE...",
        show_default=False,
        help="Records, their JSON, folders or patterns of these; or one archive made by 'batch'.",
    ),
]
Parties = Annotated[
    list[str] | None,
    typer.Option("--party", metavar="PARTY", show_default=False, help="A party by letter or name; may be given again."),
]
Topics = Annotated[
    list[str] | None,
    typer.Option("--topic", metavar="WORDS", show_default=False, help="Only topics with these words."),
]
Bodies = Annotated[
    list[str] | None,
    typer.Option("--body", metavar="WORDS", show_default=False, help="Only bodies with these words in their name."),
]
Municipalities = Annotated[
    list[str] | None,
    typer.Option("--municipality", metavar="WORDS", show_default=False, help="Only municipalities with these words."),
]
Bases = Annotated[
    list[str] | None,
    typer.Option("--basis", metavar="KIND", show_default=False, help=f"Only this evidence: {', '.join(Basis)}."),
]
TopicsFile = Annotated[
    Path | None,
    typer.Option("--topics-file", metavar="FILE", show_default=False, help="Topics of your own, as TOML."),
]
Date = Annotated[
    str | None,
    typer.Option(
        "--date",
        metavar="DATE",
        callback=_check_day,
        show_default=False,
        help="The date of records that print none (2023 or 2023-04-05).",
    ),
]
Html = Annotated[
    Path | None,
    typer.Option("--html", metavar="FILE", show_default=False, help="Write one page to open in a browser."),
]
Table = Annotated[
    str,
    typer.Option(
        "--format",
        "-f",
        metavar="table|json|jsonl|csv",
        callback=_check_table,
        autocompletion=lambda: ["table", "json", "jsonl", "csv"],
        help="How to write the rows.",
    ),
]
