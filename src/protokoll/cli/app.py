"""The command `protokoll`: the table of its commands, each loaded when it is used, and the way it ends."""

from __future__ import annotations

import os
import signal
import sys
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from protokoll.cli import console
from protokoll.cli.spelling import suggest
from protokoll.errors import ExitCode, ProtokollError
from protokoll.version import __version__

__all__ = ["COMMANDS", "app", "main"]

# Command → its line in the help. The command is the function of that name in the module of that name, and
# its own help begins with this line; it stands here too so that `--help` need not load the commands. A module with
# MEMBERS holds a group: the function of its name tells of the group, and each of the members is a command in it.
COMMANDS = {
    "parse": "Turn records into structured data.",
    "batch": "Convert many records into an archive.",
    "search": "Search an archive, and show the hits in context.",
    "archive": "Look at an archive, make its database anew, hand it out or serve it.",
    "show": "Show a record in the terminal, act by act.",
    "read": "Print the text of a file as found.",
    "clean": "Print the text of a record, cleaned.",
    "segment": "Print where things are in a record, as JSON.",
    "schema": "Print the JSON Schema of the output.",
    "positions": "List what parties wanted, with the words that prove it.",
    "diff": "Show how a party's positions changed between two times.",
    "agreement": "Show how often the parties voted alike.",
    "evaluate": "Compare the output for annotated records with the annotations, element by element.",
    "profiles": "List the profiles of municipalities, or print one; or tell the habits of a record.",
}

# What typer raises to end a run, or for a call that it cannot make sense of and itself explains best.
_FOR_TYPER: tuple[type[BaseException], ...] = (
    typer.Exit,
    typer.Abort,
    *(each for each in typer.BadParameter.__mro__ if issubclass(each, Exception) and each is not Exception),
)
_SUITS_ALL: dict[str, Any] = {
    "rich_markup_mode": None,
    "context_settings": {"help_option_names": ["-h", "--help"]},
}


class Commands(TyperGroup):
    """The commands, each loaded when it is called; what goes wrong is told in one sentence."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        """Return the names of the commands, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return the command called `cmd_name`."""
        if cmd_name in COMMANDS:
            return _load(cmd_name)
        if ctx.resilient_parsing:  # a shell asks for completions
            return None
        advice = suggest(cmd_name, COMMANDS) or "'protokoll --help' lists all"
        return ctx.fail(f"there is no command {cmd_name!r}; {advice}")

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002
        """Write the table of commands into the help."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was called; end with a sentence and a code, never with a traceback."""
        try:
            return super().invoke(ctx)
        except ProtokollError as error:
            if console.is_debugging():
                raise
            console.say(str(error))
            raise typer.Exit(error.exit_code) from None
        except _FOR_TYPER:
            raise
        except Exception as error:
            if console.is_debugging():
                raise
            console.say(console.describe_bug(error))
            raise typer.Exit(ExitCode.FAILURE) from None


class Members(TyperGroup):
    """The commands of a group."""

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return the command called `cmd_name`."""
        found = super().get_command(ctx, cmd_name)
        if found is None and not ctx.resilient_parsing:
            advice = suggest(cmd_name, self.list_commands(ctx))
            # What is near is offered by typer itself.
            told = f"; {advice}" if advice.startswith("choose") else "."
            ctx.fail(f"there is no command {f'{self.name} {cmd_name}'!r}{told}")
        return found


def _load(name: str) -> Any:
    module = import_module(f"protokoll.cli.{name}")
    function, lines = getattr(module, name), module.EXAMPLES.strip().splitlines()
    if not hasattr(module, "MEMBERS"):
        single = typer.Typer(add_completion=False, **_SUITS_ALL)
        single.command(name, epilog=_examples(lines))(function)
        return typer.main.get_command(single)
    group = typer.Typer(name=name, cls=Members, add_completion=False, no_args_is_help=True, **_SUITS_ALL)
    group.callback(epilog=_examples(lines))(function)
    for member in module.MEMBERS:
        own = [line for line in lines if line.startswith(f"protokoll {name} {member.__name__}")]
        group.command(member.__name__, epilog=_examples(own))(member)
    return typer.main.get_command(group)


def _examples(lines: list[str]) -> str:
    return "\b\nExamples:" + "".join(f"\n  {line}" for line in lines)


def _print_version(wanted: bool) -> None:
    if wanted:
        console.put([f"protokoll {__version__}\n".encode()])
        raise typer.Exit


app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    epilog="'protokoll COMMAND --help' tells more, with examples.",
    **_SUITS_ALL,
)


@app.callback()
def protokoll(
    *,
    version: Annotated[  # noqa: ARG001 # the callback has done it
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
    debug: Annotated[
        bool, typer.Option("--debug", help="Show the traceback of an error; PROTOKOLL_DEBUG=1 does the same.")
    ] = False,
) -> None:
    """Turn Swedish municipal records into structured data.

    Minutes, reports, motions, letters and programmes in; decisions, proposals, votes, reservations and
    statements out, each with the page and the words that it was read from. Data goes to standard output,
    everything else to standard error.
    """
    if debug:
        os.environ[console.DEBUG] = "1"


def main() -> None:
    """Run the command line and leave with its exit code (`protokoll.errors.ExitCode`)."""
    # So that `kill` too takes away what was being written aside.
    signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))
    typer.main.get_command(app)(prog_name="protokoll")
