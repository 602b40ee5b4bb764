"""The command as a whole: its table, its help, its completion, its speed."""

import subprocess
import sys
import time

import pytest
import typer

from protokoll.cli import console
from protokoll.cli.app import COMMANDS, app
from tests.cli.calling import PROGRAM, call, run

GROUP = typer.main.get_command(app)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(name: str) -> None:
    """--help and -h begin with the usage and end in examples that call the command."""
    done = call(name, "--help")
    assert done.exit_code == 0
    assert done.stdout.startswith(f"Usage: root {name} ") or done.stdout.startswith(f"Usage: protokoll {name} ")
    assert f"protokoll {name} " in done.stdout.split("Examples:")[1] + " "
    assert call(name, "-h").stdout == done.stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_line_in_the_list_is_the_first_line_of_the_help(name: str) -> None:
    """The table in `--help`, which is made without loading the commands, says what they say."""
    command = GROUP.get_command(typer.Context(GROUP), name)  # type: ignore[attr-defined]
    assert command.help.splitlines()[0] == COMMANDS[name]


def test_help_lists_every_command() -> None:
    """All commands, in the order of the table."""
    shown = call("--help").stdout
    places = [shown.index(f"\n  {name} ") for name in COMMANDS]
    assert places == sorted(places)


def test_help_loads_nothing_heavy() -> None:
    """The help is there at once: no codec, no terminal drawing, no PDF reader, no command is imported for it."""
    code = (
        "import sys\nfrom protokoll.cli import main\n"
        "sys.argv = ['protokoll', '--help']\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print('LOADED', *sorted(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split("LOADED")[1].split())
    assert loaded.isdisjoint({"msgspec", "rich", "pdfplumber", "pypdfium2", "ftfy", "rapidfuzz", "tomllib"})
    assert loaded.isdisjoint({"protokoll.cli.parse", "protokoll.pipeline", "protokoll.model.document"})


def test_help_takes_at_most_twice_the_import_of_typer() -> None:
    """The better of several runs of each, since a busy machine only ever adds."""

    def best(words: list[str]) -> float:
        times = []
        for _ in range(7):
            start = time.perf_counter()
            subprocess.run(words, capture_output=True, check=True)
            times.append(time.perf_counter() - start)
        return min(times)

    assert best([*PROGRAM, "--help"]) <= 2 * best([sys.executable, "-c", "import typer"])


@pytest.mark.parametrize(("typed", "meant"), [("prase", "'parse'"), ("profile", "'profiles'"), ("xyz", "")])
def test_mistyped_command(typed: str, meant: str) -> None:
    """The nearest command is offered, else where to find all."""
    done = call(typed)
    assert done.exit_code == 2
    assert f"there is no command '{typed}'" in done.stderr
    assert f"perhaps {meant}" in done.stderr if meant else "'protokoll --help' lists all" in done.stderr


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("protokoll ", set(COMMANDS)),
        ("protokoll pa", {"parse"}),
        ("protokoll parse --profile ", {"default", "goteborg", "stockholm"}),
        ("protokoll parse -p sto", {"stockholm"}),
        ("protokoll parse --format ", {"json", "jsonl", "csv", "markdown"}),
        ("protokoll parse --fo", {"--force", "--format"}),
        ("protokoll show --lang ", {"sv", "en"}),
        ("protokoll clean -f ", {"text", "jsonl"}),
        ("protokoll profiles g", {"goteborg"}),
    ],
)
def test_shell_completion(typed: str, offered: set[str]) -> None:
    """What bash offers after the words typed."""
    words = typed.split(" ")
    done = run(_PROTOKOLL_COMPLETE="complete_bash", COMP_WORDS=typed, COMP_CWORD=str(len(words) - 1))
    assert set(done.stdout.decode().split()) >= offered
    if typed.endswith(("--format ", "--lang ")):
        assert set(done.stdout.decode().split()) == offered


def test_completion_can_be_installed() -> None:
    """The script that a shell needs is printed on request."""
    done = run("--show-completion", "bash", _TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION="1")
    assert b"_PROTOKOLL_COMPLETE=complete_bash" in done.stdout
    assert b"--install-completion" in run("--help").stdout


def test_bug_in_a_command_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """An error that should not have been ends in code 1 without a traceback; --debug lets it through."""

    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("oj")

    monkeypatch.delenv(console.DEBUG, raising=False)
    monkeypatch.setattr("protokoll.pipeline.read", fail)
    done = call("read", "ks.txt")
    assert done.exit_code == 1
    assert done.stderr == f"protokoll: {console.describe_bug(ZeroDivisionError('oj'))}\n"
    monkeypatch.setenv(console.DEBUG, "1")
    assert isinstance(call("read", "ks.txt").exception, ZeroDivisionError)


def test_debug_option_is_the_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    """--debug before the command is the same as PROTOKOLL_DEBUG=1."""
    monkeypatch.setenv(console.DEBUG, "")
    call("--debug", "profiles")
    assert console.is_debugging()
