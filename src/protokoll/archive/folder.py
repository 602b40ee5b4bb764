"""The folder of an archive: what stands where in it, and how a file in it is written whole or not at all."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import TypeVar

import msgspec

from protokoll.errors import ArchiveError, NewerArchive, OutputError
from protokoll.version import __version__

__all__ = ["FORMAT", "Folder", "output_name"]

FORMAT = 1
"""The version of the layout; it rises when an older protokoll could no longer use an archive."""

_NO_LETTERS = re.compile(r"[^\w.-]+")
_LONGEST_STEM = 60
_numbers = count()
Made = TypeVar("Made")


class _About(msgspec.Struct):
    format: int
    tool: str = "protokoll"


class Folder:
    """An archive on disk.

    >>> Folder(Path("arkiv")).manifest.as_posix()
    'arkiv/manifest.jsonl'
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.about = root / "archive.json"
        self.documents = root / "documents"
        self.manifest = root / "manifest.jsonl"
        self.journal = root / "journal.jsonl"
        self.database = root / "protokoll.db"
        self.lock = root / ".lock"
        self._aside = root / ".aside"

    def prepare(self) -> None:
        """Make what the archive needs, and take away what an interrupted run left aside; to be called under the lock.

        Raises:
            OutputError: the folder cannot be written to.
        """
        with self.telling():
            self.documents.mkdir(parents=True, exist_ok=True)
            self.tidy()
            about = msgspec.json.encode(_About(FORMAT)) + b"\n"
            if not self.about.exists() or self.about.read_bytes() != about:
                self.write(self.about, [about])

    def check(self) -> None:
        """Make sure that the folder is an archive of a format that is known, or new, or empty.

        Raises:
            ArchiveError: it holds other things and is no archive.
            NewerArchive: a later version made it.
        """
        if not self.root.exists():
            return
        if not self.root.is_dir():
            raise ArchiveError(f"{self.root} is a file", hint="name a folder for the archive")
        if not self.about.exists():
            known = (self.documents, self.manifest, self.journal)
            inside = {each for each in self.root.iterdir() if each != self.lock}
            if inside and not any(each in inside for each in known):
                raise ArchiveError(
                    f"{self.root} holds other things and is no archive", hint="name a new or empty folder"
                )
            return
        try:
            version = msgspec.json.decode(self.about.read_bytes(), type=_About).format
        except msgspec.DecodeError:  # damaged: nothing stands in it that is not known
            return
        if version > FORMAT:
            raise NewerArchive(f"{self.root} is an archive of format {version}, and {__version__} knows {FORMAT}")

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Turn what the system says about a write that fails into an OutputError."""
        try:
            yield
        except OSError as error:
            reason = error.strerror or str(error)
            raise OutputError(
                f"the archive {self.root} cannot be written to: {reason[:1].lower()}{reason[1:]}",
                hint="make room or set the rights, and run the same command again: what is done stays done",
            ) from None

    def write(self, path: Path, pieces: Iterable[bytes], *, lasting: bool = True) -> int:
        """Write a file aside and rename it; return its size.

        Args:
            path: where it is to stand.
            pieces: what is to stand in it.
            lasting: whether to wait until the disk has it.

        Raises:
            OSError: it cannot be written; what stood there before is untouched.
        """
        aside = self._aside / f"{os.getpid()}-{next(_numbers)}.part"
        try:
            with _made(self._aside, lambda: aside.open("wb")) as file:
                file.writelines(pieces)
                if lasting:
                    file.flush()
                    os.fsync(file.fileno())
                size = file.tell()
            _made(path.parent, lambda: aside.replace(path))
        except BaseException:
            aside.unlink(missing_ok=True)
            raise
        return size

    def outputs(self) -> Iterator[tuple[str, int]]:
        """Yield every document that is there, as a path from the root, with its size."""
        for part in sorted(self.documents.iterdir()):
            if part.is_dir():
                with os.scandir(part) as entries:
                    for entry in entries:
                        if entry.name.endswith(".json"):
                            yield f"documents/{part.name}/{entry.name}", entry.stat().st_size

    def has_whole_database(self) -> bool:
        """Tell whether the database is there, and as long as its own head says."""
        try:
            with self.database.open("rb") as file:
                head = file.read(100)
            size = self.database.stat().st_size
        except OSError:
            return False
        page, pages = (int.from_bytes(head[start:end], "big") for start, end in ((16, 18), (28, 32)))
        return head.startswith(b"SQLite format 3\0") and size == pages * (65536 if page == 1 else page)

    def tidy(self) -> None:
        """Remove what only a run needs."""
        shutil.rmtree(self._aside, ignore_errors=True)
        for each in self.root.glob(".protokoll-*"):
            if not _is_under_way(each.name):
                each.unlink(missing_ok=True)


def _is_under_way(name: str) -> bool:
    """Tell whether the process that makes a database aside is still there: a reader may have missed one."""
    number = name.removeprefix(".protokoll-").partition(".")[0]
    try:
        os.kill(int(number), 0)
    except (ValueError, ProcessLookupError):
        return False
    except PermissionError:
        return True
    return True


def _made(folder: Path, act: Callable[[], Made]) -> Made:
    """Return what `act` gives; if it misses the folder, the folder is made first."""
    try:
        return act()
    except FileNotFoundError:
        folder.mkdir(exist_ok=True)
        return act()


def output_name(path: str, sha256: str) -> str:
    r"""Return where the document of an input stands, from the root: by its name and its bytes.

    >>> output_name("/arkiv/KS 2024.pdf", "3f2a91c05b7e44d1" + 48 * "0")
    'documents/3f/KS-2024-3f2a91c05b7e44d1.json'
    """
    stem = os.fsencode(Path(path).stem).decode("utf-8", "replace")
    name = _NO_LETTERS.sub("-", stem).strip("-.")
    short = name.encode()[:_LONGEST_STEM].decode("utf-8", "ignore") or "record"
    return f"documents/{sha256[:2]}/{short}-{sha256[:16]}.json"
