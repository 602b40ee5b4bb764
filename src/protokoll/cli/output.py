"""Where output goes: standard output, one file, or a folder with a file for each input."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from protokoll.errors import OutputError, UsageError

__all__ = ["find_targets", "is_folder", "refuse_overwriting", "write_file"]


def is_folder(output: str) -> bool:
    """Tell whether `-o` names a folder: one that is there, or a path that ends in a slash."""
    return output.endswith(("/", os.sep)) or Path(output).is_dir()


def find_targets(folder: str, inputs: Sequence[str], suffix: str) -> dict[str, Path]:
    """Make `folder` and return the file in it for each input: its own name with another suffix.

    Raises:
        OutputError: the folder cannot be made.
        UsageError: two inputs would be written to one file, or an input would be overwritten.

    >>> [target.as_posix() for target in find_targets(".", ["2023/ks.pdf", "-"], ".json").values()]
    ['ks.json', 'stdin.json']
    """
    try:
        Path(folder).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"the folder {folder} cannot be made: {error.strerror}") from None
    targets = {path: Path(folder, ("stdin" if path == "-" else Path(path).stem) + suffix) for path in inputs}
    for target, times in Counter(targets.values()).items():
        if times > 1:
            both = " and ".join(path for path in targets if targets[path] == target)
            raise UsageError(f"{both} would both be written to {target}", hint="write them to different folders")
    for path, target in targets.items():
        refuse_overwriting([path], target)
    return targets


def refuse_overwriting(inputs: Iterable[str], target: Path) -> None:
    """Raise UsageError if `target` is one of the inputs."""
    for path in inputs:
        if path != "-" and target.exists() and Path(path).exists() and target.samefile(path):
            raise UsageError(f"{path} would be overwritten by its own output", hint="choose another file with -o")


def write_file(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a file whole or not at all: aside, then in the place of what stood there before.

    Raises:
        OutputError: it cannot be written; what stood there before is untouched.
    """
    try:
        target = path.resolve()
        if target.exists() and not target.is_file():  # a device or a pipe has nothing to replace
            with target.open("wb") as stream:
                stream.writelines(pieces)
        else:
            _replace(target, pieces)
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {error.strerror or error}") from None


def _replace(target: Path, pieces: Iterable[bytes]) -> None:
    aside = target.with_name(f".protokoll-{os.getpid()}.part")
    try:
        with aside.open("wb") as file:
            file.writelines(pieces)
        if target.exists():
            shutil.copymode(target, aside)
        aside.replace(target)
    finally:
        with contextlib.suppress(OSError):
            aside.unlink(missing_ok=True)
