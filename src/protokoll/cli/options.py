"""Arguments and options that several commands share, with what a shell completes for them."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from protokoll.cli.lexicon import read_lexicon
from protokoll.cli.spelling import suggest
from protokoll.errors import UsageError
from protokoll.export import FORMATS

if TYPE_CHECKING:
    from protokoll.cleaning import Repair

__all__ = [
    "Compact",
    "Decipher",
    "File",
    "Files",
    "Force",
    "FormatName",
    "Language",
    "Lexicon",
    "MaxErrorRate",
    "NoRepair",
    "Profile",
    "check_profile",
    "check_share",
    "choose_language",
    "choose_repair",
    "complete_profile",
    "stdin_data",
]


def stdin_data(path: str) -> bytes | None:
    """Return the bytes of standard input for the path `-`; None for any other path."""
    return sys.stdin.buffer.read() if path == "-" else None


def choose_language(wanted: str | None) -> str:
    """Return the language of reading views: as wanted, else Swedish in a Swedish locale, else English.

    >>> choose_language("sv")
    'sv'
    """
    if wanted:
        return wanted
    names = (os.environ.get(variable) for variable in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return "sv" if next(filter(None, names), "").lower().startswith("sv") else "en"


def choose_repair(
    *,
    no_repair: bool,
    max_error_rate: float | None,
    lexicon: Path | None,
    decipher: bool = False,
    min_confidence: float = 0.0,
) -> Repair | None:
    """Return how misread words are to be mended, as the options say; None to leave them.

    Raises:
        UsageError: nothing is to be mended, and yet it is said how.
        UnreadableInput: the lexicon cannot be read.
    """
    from protokoll.cleaning.repairing import MAX_ERROR_RATE, Repair

    if no_repair:
        if max_error_rate is not None or lexicon or min_confidence or decipher:
            raise UsageError("--no-repair leaves every word", hint="leave out the options that tell how to mend")
        return None
    rate = MAX_ERROR_RATE if max_error_rate is None else max_error_rate
    return Repair(rate, min_confidence, read_lexicon(lexicon) if lexicon else (), decipher)


def check_share(value: float | None) -> float | None:
    """Refuse a share that is not between 0 and 1."""
    if value is not None and not 0 <= value <= 1:
        raise typer.BadParameter(f"{value} is not between 0 and 1")
    return value


def _check_format(name: str | None) -> str | None:
    if name is not None and name not in FORMATS:
        raise typer.BadParameter(f"there is no format {name!r}; {suggest(name, FORMATS)}")
    return name


def _check_language(name: str | None) -> str | None:
    if name not in (None, "sv", "en"):
        raise typer.BadParameter(f"there is no language {name!r}; choose sv or en")
    return name


def check_profile(name: str | None) -> str | None:
    """Load the profile, so that a wrong name is told before any file is read."""
    if name is not None:
        from protokoll.errors import ProfileError
        from protokoll.grammar import load, profiles

        if not name.endswith(".toml") and name not in profiles():
            raise ProfileError(f"there is no profile {name!r}", hint=suggest(name, profiles()))
        load(name)
    return name


def complete_profile(incomplete: str) -> list[str]:
    """Return the names of profiles that begin with `incomplete`, for a shell.

    >>> complete_profile("sto")
    ['stockholm']
    """
    from protokoll.grammar import profiles

    return [name for name in profiles() if name.startswith(incomplete)]


def _complete_format(incomplete: str) -> list[tuple[str, str]]:
    return [(each.name, each.about) for each in FORMATS.values() if each.name.startswith(incomplete)]


File = Annotated[
    str, typer.Argument(metavar="FILE", show_default=False, help="A text or PDF file; - for standard input.")
]
Files = Annotated[
    list[str],
    typer.Argument(metavar="FILE", show_default=False, help="Text or PDF files; - for standard input."),
]
FormatName = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        metavar="NAME",
        callback=_check_format,
        autocompletion=_complete_format,
        show_default=False,
        help=f"{', '.join(FORMATS)}; without it as the suffix of -o says, else json.",
    ),
]
Profile = Annotated[
    str | None,
    typer.Option(
        "--profile",
        "-p",
        metavar="NAME|PATH",
        callback=check_profile,
        autocompletion=complete_profile,
        show_default=False,
        help="The habits of one municipality, by name or as a TOML file; recognised in the text without it.",
    ),
]
Compact = Annotated[bool, typer.Option("--compact", help="JSON on one line, without indentation.")]
Force = Annotated[bool, typer.Option("--force", help="Parse also what does not look like a Swedish municipal record.")]
Language = Annotated[
    str | None,
    typer.Option(
        "--lang",
        metavar="sv|en",
        callback=_check_language,
        autocompletion=lambda: ["sv", "en"],
        show_default=False,
        help="The language of headings; without it that of the locale.",
    ),
]
NoRepair = Annotated[bool, typer.Option("--no-repair", help="Leave misread words and lost § as they stand.")]
Decipher = Annotated[
    bool,
    typer.Option("--decipher", help="Read text in fonts without a Unicode map by its statistics: letters, no figures."),
]
MaxErrorRate = Annotated[
    float | None,
    typer.Option(
        "--max-error-rate",
        metavar="SHARE",
        callback=check_share,
        show_default=False,
        help="The share of mended words that may be wrong, 0.003 without it; 0.01 mends more, 0 none.",
    ),
]
Lexicon = Annotated[
    Path | None,
    typer.Option(
        "--lexicon",
        metavar="FILE",
        show_default=False,
        help="Words and names of your archive, for mending: UTF-8 text, one or more on a line.",
    ),
]
