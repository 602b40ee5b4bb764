"""Folders, globs, files and lists to the inputs of a batch, each once and in the order of their paths."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from glob import glob, has_magic
from pathlib import Path

from msgspec import Struct

from protokoll.archive.outcome import printable
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
            with Path(self.path).open("rb") as file:
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
        self.home = Path(os.path.realpath(archive))
        self.entered: set[tuple[int, int]] = set()

    def over(self, source: str) -> Iterator[Input]:
        if not has_magic(source) or os.path.lexists(source):
            yield from self.enter(source)
            return
        matches = glob(source, recursive=True)  # noqa: PTH207 # the pattern may be absolute
        if not matches:
            yield Input(_absolute(source), problem=MissingInput(f"nothing matches {source}"))
        for match in matches:
            yield from self.enter(match)

    def enter(self, source: str) -> Iterator[Input]:
        path = _absolute(source)
        try:
            found = Path(path).stat()
        except (OSError, ValueError) as error:
            yield Input(path, problem=_explain(path, error))
            return
        self._keep_apart(path)
        if not stat.S_ISDIR(found.st_mode):
            yield look(path)
        elif (place := (found.st_dev, found.st_ino)) not in self.entered:
            self.entered.add(place)
            yield from self._list(path)

    def _list(self, folder: str) -> Iterator[Input]:
        try:
            with os.scandir(folder) as entries:
                visible = sorted((entry for entry in entries if not entry.name.startswith(".")), key=lambda e: e.name)
        except OSError as error:
            yield Input(folder, problem=_explain(folder, error))
            return
        for entry in visible:
            if _is_folder(entry):
                yield from self.enter(entry.path)
            else:
                yield look(entry.path)

    def _keep_apart(self, path: str) -> None:
        real = Path(os.path.realpath(path))
        if real.is_relative_to(self.home):
            raise ArchiveError(
                f"{path} lies inside the archive {self.archive}", hint="name the records, and an archive beside them"
            )
        if self.home.is_relative_to(real):
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
        found = Path(path).stat()
    except (OSError, ValueError) as error:
        return Input(path, problem=_explain(path, error))
    if not stat.S_ISREG(found.st_mode):
        return Input(path, problem=MissingInput(f"{path} is no file but a pipe, a socket or a device"))
    return Input(path, found.st_size, found.st_mtime_ns)


def _absolute(path: str) -> str:
    return os.path.normpath(Path.cwd() / path)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a ring of links
        return False


def _explain(path: str, error: OSError | ValueError) -> MissingInput:
    name = printable(path)[0]
    if isinstance(error, FileNotFoundError):
        is_link = Path(path).is_symlink()
        return MissingInput(f"{name} is a link that leads nowhere" if is_link else f"there is no file {name}")
    if isinstance(error, PermissionError):
        return MissingInput(f"{name} may not be opened", hint="check who may read it")
    return MissingInput(f"{name} cannot be opened: {getattr(error, 'strerror', None) or error}")
