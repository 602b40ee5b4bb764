"""`protokoll profiles`: what is known of the habits of municipalities."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from protokoll.cli import console
from protokoll.cli.options import Profile, check_profile, complete_profile, stdin_data

if TYPE_CHECKING:
    from protokoll.parsing.habits import Habits

EXAMPLES = """
protokoll profiles                                 # name, municipality, marks
protokoll profiles goteborg > min-kommun.toml      # a pattern for a profile of your own
protokoll parse ks.txt --profile min-kommun.toml
protokoll profiles check ks-2019-05-07.txt         # which habits a record shows, and what a profile would need
protokoll profiles check ks-2019-05-07.txt --profile min-kommun.toml
"""

_CHECK = "check"
_MOST = 20


def _check_name(name: str | None) -> str | None:
    return name if name == _CHECK else check_profile(name)


Name = Annotated[
    str | None,
    typer.Argument(
        metavar="[NAME|check]",
        callback=_check_name,
        autocompletion=complete_profile,
        show_default=False,
        help="The profile to print; or 'check', and a FILE after it.",
    ),
]
Checked = Annotated[
    str | None, typer.Argument(metavar="[FILE]", show_default=False, help="The record to look at, for 'check'.")
]


def profiles(name: Name = None, file: Checked = None, *, profile: Profile = None) -> None:
    """List the profiles of municipalities, or print one; or tell the habits of a record.

    Without a name: a line for each profile with its municipality and the marks by which a text is recognised.
    With a name: the profile itself, as TOML. With 'check FILE': which habits the record shows, what of them is
    not known, and the lines that a profile for its municipality would need.
    """
    from protokoll.grammar import profiles as names

    if name == _CHECK:
        if file is None:
            raise typer.BadParameter("'check' wants a FILE after it", param_hint="FILE")
        console.put(line.encode() for line in _habits(file, profile))
    elif file is not None:
        raise typer.BadParameter(f"a file is only for 'check', not for {name!r}", param_hint="FILE")
    elif name:
        console.put([_data(name)])
    else:
        console.put(_line(each).encode() for each in names())


def _habits(path: str, profile: str | None) -> Iterator[str]:
    """Yield the lines that tell the habits of a record, as TOML whose facts are comments."""
    from protokoll import pipeline
    from protokoll.grammar import load, recognise
    from protokoll.parsing.habits import find_habits

    source = pipeline.read(path, data=stdin_data(path))
    grammar = load(profile or recognise(source.text))
    text = pipeline.clean(source, grammar)
    outline = pipeline.segment(text, grammar)
    document = pipeline.parse(text, outline, grammar)
    habits = find_habits(text, outline, document, grammar)
    head = document.head
    yield f"# {path}: {head.kind.value}, read with the profile {habits.profile}\n"
    facts = (("municipality", head.municipality), ("body", head.body), ("date", head.date))
    yield from (f"# {name}: {fact.text if fact else 'not found'}\n" for name, fact in facts)
    yield f"# items: {len(document.items)}; persons present: {len(document.attendance)}\n"
    for title, counted in (
        ("numbers", habits.numbers),
        ("decisions", habits.decision),
        ("headings known", habits.headings),
        ("parties known", habits.parties),
        ("remarks", habits.doubts),
    ):
        yield f"# {title}: {', '.join(f'{said} ×{count}' for said, count in counted) or 'none'}\n"
    yield "\n"
    yield from _wanted(head.municipality.text if head.municipality else "", habits)


def _wanted(municipality: str, habits: Habits) -> Iterator[str]:
    """Yield what a profile would have to say; guesses are commented out for somebody to judge."""
    yield f'extends = "{habits.profile}"\nmunicipality = {_quoted(municipality)}\n'
    for label in habits.local:
        yield f"\n[parties.{_quoted(label)}]  # not known; give its name in full\nnames = [{_quoted(label)}]\n"
    if habits.unknown:
        yield "\n# Lines that stand alone in several items. Those that are headings belong under the kind they open:\n"
        yield "# [headings]\n"
        yield from (f"# … = [{_quoted(line)}]  # ×{count}\n" for line, count in habits.unknown[:_MOST])


def _quoted(words: str) -> str:
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _data(name: str) -> bytes:
    """Return the file of a profile that `check_profile` has found good."""
    if name.endswith(".toml"):
        return Path(name).read_bytes()
    return (files("protokoll.grammar") / "data" / "profiles" / f"{name}.toml").read_bytes()


def _line(name: str) -> str:
    table = tomllib.loads(_data(name).decode())
    marks = " · ".join(mark.strip() for mark in table.get("marks", ()))
    return f"{name:<12} {table.get('municipality', '–'):<16} {marks}".rstrip() + "\n"
