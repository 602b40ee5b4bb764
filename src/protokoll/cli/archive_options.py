"""Arguments and options of the commands that look into an archive."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from protokoll.cli.spelling import suggest

__all__ = ["Archive", "TableFormat"]

_FORMATS = ("table", "json", "csv")


def _check_format(name: str) -> str:
    if name not in _FORMATS:
        raise typer.BadParameter(f"there is no format {name!r} here; {suggest(name, _FORMATS)}")
    return name


Archive = Annotated[Path, typer.Argument(metavar="ARCHIVE", show_default=False, help="The folder that 'batch' made.")]
TableFormat = Annotated[
    str,
    typer.Option(
        "--format",
        "-f",
        metavar="table|json|csv",
        callback=_check_format,
        autocompletion=lambda: list(_FORMATS),
        help="How to give the answer.",
    ),
]
