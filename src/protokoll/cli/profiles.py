"""`protokoll profiles`: what is known of the habits of municipalities."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Annotated

import typer

from protokoll.cli import console
from protokoll.cli.options import check_profile, complete_profile

EXAMPLES = """
protokoll profiles                                 # name, municipality, marks
protokoll profiles goteborg > min-kommun.toml      # a pattern for a profile of your own
protokoll parse ks.txt --profile min-kommun.toml
"""

Name = Annotated[
    str | None,
    typer.Argument(
        metavar="[NAME]",
        callback=check_profile,
        autocompletion=complete_profile,
        show_default=False,
        help="The profile to print.",
    ),
]


def profiles(name: Name = None) -> None:
    """List the profiles of municipalities, or print one.

    Without a name: a line for each profile with its municipality and the marks by which a text is recognised.
    With a name: the profile itself, as TOML.
    """
    from protokoll.grammar import profiles as names

    if name:
        console.put([_data(name)])
    else:
        console.put(_line(each).encode() for each in names())


def _data(name: str) -> bytes:
    """Return the file of a profile that `check_profile` has found good."""
    if name.endswith(".toml"):
        return Path(name).read_bytes()
    return (files("protokoll.grammar") / "data" / "profiles" / f"{name}.toml").read_bytes()


def _line(name: str) -> str:
    table = tomllib.loads(_data(name).decode())
    marks = " · ".join(mark.strip() for mark in table.get("marks", ()))
    return f"{name:<12} {table.get('municipality', '–'):<16} {marks}".rstrip() + "\n"
