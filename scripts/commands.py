#!/usr/bin/env python3
"""Write docs/commands.md from the commands themselves: python scripts/commands.py."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from protokoll.cli.app import COMMANDS, app
from protokoll.export import FORMATS
from protokoll.export.csv import COLUMNS

TARGET = Path(__file__).parents[1] / "docs" / "commands.md"

FRONT = """\
# Commands

<!-- Made by scripts/commands.py from the commands themselves; change those, and run it again. -->

```
protokoll COMMAND [OPTIONS] ARGUMENTS
```

Data goes to standard output and everything else to standard error, so that commands can be piped. `-` is standard
input. Exit codes are listed in [errors.md](errors.md). `protokoll --install-completion` makes your shell complete
commands, options, formats and profiles.

## Formats

| `--format` | suffix | what |
|---|---|---|
{formats}

**One file or several.** As `json` one file gives one object, and several give one array of objects, so that standard
output is always one JSON value; a list of files that may have any length is better written as `jsonl`, which is one
document a line for one file too. As `csv` the heading stands once. With `-o FOLDER/` there is a file for each input
and it holds one document. Where no file can be parsed nothing is written at all.

**CSV** is UTF-8 with commas and CRLF (RFC 4180), and its columns are {columns}. `kind` tells what a row is:
`item`, `decision_point` (or `decision` for one without points), `proposal`, `proposal_point`, `proposal_statement`,
`vote`, `voter`, `reservation`, `statement`, `recusal`, `not_participating`, `attendance` or `remark`. `act` is the
outcome of a decision, the action of a proposal, how a voter voted, the kind of a vote or statement, the role of
somebody present, the code of a remark. `pointer` leads to the record in the JSON output (RFC 6901); `start` and `end`
count characters in the text that `protokoll read` prints. A cell that a spreadsheet would take for a formula has an
apostrophe before it.

**Files** named with `-o` are written aside and then renamed: whole or not at all, also when the run is interrupted.

## Environment

| variable | what |
|---|---|
| `LC_ALL`, `LC_MESSAGES`, `LANG` | the first that is set chooses Swedish (`sv…`) or English where `--lang` does not |
| `NO_COLOR`, `TERM=dumb` | no colours |
| `FORCE_COLOR` | colours also where standard output is no terminal |
| `COLUMNS` | the width of `show` where there is no terminal to ask |
| `PROTOKOLL_DEBUG` | the traceback of an error, as with `protokoll --debug` |
"""


def render() -> str:
    """Return the page."""
    formats = "\n".join(f"| `{each.name}` | `{each.suffix}` | {each.about} |" for each in FORMATS.values())
    group: Any = typer.main.get_command(app)
    context = typer.Context(group, info_name="protokoll")
    commands = (_command(name, group.get_command(context, name)) for name in COMMANDS)
    lines = [
        FRONT.format(formats=formats, columns=", ".join(f"`{column}`" for column in COLUMNS)),
        *(line for command in commands for line in command),
    ]
    return "\n".join(lines)


def _command(name: str, command: Any) -> Iterator[str]:
    arguments = [each for each in command.params if each.param_type_name == "argument"]
    options = [each for each in command.params if each.param_type_name == "option"]
    words = " ".join(_in_usage(each) for each in arguments)
    yield f"## `protokoll {name}`\n"
    yield f"```\nprotokoll {name} [OPTIONS] {words}".rstrip() + "\n```\n"
    for paragraph in command.help.split("\n\n"):
        yield " ".join(paragraph.split()) + "\n"
    yield "| argument or option | what |\n|---|---|"
    for each in (*arguments, *options):
        yield f"| {_called(each)} | {_cell(each.help)} |"
    yield f"\n```\n{command.epilog.split('Examples:')[1].strip()}\n```\n".replace("\n  ", "\n")


def _in_usage(argument: Any) -> str:
    name: str = argument.metavar or argument.name.upper()
    return f"{name}..." if argument.nargs == -1 and not name.endswith("...") else name


def _called(parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        return f"`{_in_usage(parameter).strip('[]')}`"
    value = "" if parameter.is_flag else f" {_cell(parameter.metavar or parameter.name.upper())}"
    return ", ".join(f"`{name}{value}`" for name in sorted(parameter.opts, key=len, reverse=True))


def _cell(words: str) -> str:
    return " ".join((words or "").split()).replace("|", "\\|")


if __name__ == "__main__":
    TARGET.write_text(render(), "utf-8")
