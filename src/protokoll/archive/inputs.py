"""Folders, globs, files and lists to the inputs of a batch, each once and in the order of their paths."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from glob import glob, has_magic
from pathlib import Path

from msgspec import Struct

from protokoll.errors import ArchiveError, MissingInput, ProtokollError

__all__ = ["Input", "find_inputs", "look", "read_list"]


class Input(Struct, frozen=True):
    """One file as the batch found it."""

    path: str
    """Absolute, and as the system knows it (`os.fsdecode`)."""
    size: int = 0
    mtime: int = 0
    """Nanoseconds since 1970."""
    problem: ProtokollError | None = None
    """Why it cannot even be tried: a folder that may not be opened, a path that leads nowhere."""

    def digest(self) -> str | None:
        """Return the SHA-256 of the file, or None if it cannot be read or is no longer the one that was found."""
        if self.problem:
            return None
        try:
            with open(self.path, "rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
                now = os.fstat(file.fileno())
        except OSError:
            return None
        return digest if (now.st_size, now.st_mtime_ns) == (self.size, self.mtime) else None


def find_inputs(sources: Iterable[str], archive: Path) -> list[Input]:
    """Return the inputs that `sources` name, sorted by path.

    A folder gives every file in it and below, without those whose name begins with a dot; symbolic links are
    followed, and no folder is entered twice. What cannot be opened is an input too, with its problem.

    Raises:
        ArchiveError: the archive lies inside a source, or a source inside the archive.

    >>> find_inputs(["/finns/inte.txt"], Path("/tmp/arkiv"))[0].problem.message
    'there is no file /finns/inte.txt'
    """
    walk = _Walk(archive)
    found: dict[str, Input] = {}
    for source in sources:
        for each in walk.over(source):
            found.setdefault(each.path, each)
    return [found[path] for path in sorted(found, key=os.fsencode)]


def read_list(data: bytes) -> list[str]:
    r"""Return the paths of a list: one a line, or with a zero byte after each, as `find -print0` writes them.

    >>> read_list("ks-2019.txt\nks-2020.txt\n".encode())
    ['ks-2019.txt', 'ks-2020.txt']
    """
    mark = b"\0" if b"\0" in data else b"\n"
    return [os.fsdecode(line) for each in data.split(mark) if (line := each.rstrip(b"\r") if mark == b"\n" else each)]


class _Walk:
    """The way through the sources, which knows the folders that it has entered."""

    def __init__(self, archive: Path) -> None:
        self.archive = archive
        self.home = os.path.realpath(archive)
        self.entered: set[tuple[int, int]] = set()

    def over(self, source: str) -> Iterator[Input]:
        if has_magic(source) and not os.path.lexists(source):
            matches = glob(source, recursive=True)
            if not matches:
                yield _broken(source, MissingInput(f"nothing matches {source}"))
            for match in matches:
                yield from self.enter(os.path.abspath(match))
            return
        yield from self.enter(os.path.abspath(source))

    def enter(self, path: str) -> Iterator[Input]:
        if not os.path.isdir(path):
            self._keep_apart(path, is_folder=False)
            yield look(path)
            return
        self._keep_apart(path, is_folder=True)
        found = os.stat(path)
        if (place := (found.st_dev, found.st_ino)) not in self.entered:
            self.entered.add(place)
            yield from self._list(path)

    def _list(self, folder: str) -> Iterator[Input]:
        try:
            with os.scandir(folder) as entries:
                visible = sorted(entry.name for entry in entries if not entry.name.startswith("."))
        except OSError as error:
            yield _broken(folder, _explain(folder, error))
            return
        for name in visible:
            path = os.path.join(folder, name)
            if os.path.isdir(path):
                yield from self.enter(path)
            else:
                yield look(path)

    def _keep_apart(self, path: str, *, is_folder: bool) -> None:
        real = os.path.realpath(path)
        if real == self.home or real.startswith(self.home + os.sep):
            raise ArchiveError(
                f"{path} lies inside the archive {self.archive}", hint="name the records, and an archive beside them"
            )
        if is_folder and self.home.startswith(real.rstrip(os.sep) + os.sep):
            raise ArchiveError(
                f"the archive {self.archive} lies inside the source {path}, and would be read as a record",
                hint="choose a folder outside the sources with --into",
            )


def look(path: str) -> Input:
    """Return the file at `path` as it is now.

    >>> look("/dev/null").problem.message
    '/dev/null is no file but a pipe, a socket or a device'
    """
    try:
        found = os.stat(path)
    except OSError as error:
        return _broken(path, _explain(path, error))
    if not stat.S_ISREG(found.st_mode):
        return _broken(path, MissingInput(f"{path} is no file but a pipe, a socket or a device"))
    return Input(path, found.st_size, found.st_mtime_ns)


def _broken(path: str, problem: ProtokollError) -> Input:
    return Input(os.path.abspath(path), problem=problem)


def _explain(path: str, error: OSError) -> MissingInput:
    if isinstance(error, FileNotFoundError):
        reason = f"{path} is a link that leads nowhere" if os.path.islink(path) else f"there is no file {path}"
        return MissingInput(reason)
    if isinstance(error, PermissionError):
        return MissingInput(f"{path} may not be opened", hint="check who may read it")
    return MissingInput(f"{path} cannot be opened: {error.strerror}")
