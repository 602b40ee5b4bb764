"""What became of every input ever seen: a sorted file of lines, and a journal of what the run under way adds."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import BinaryIO

import msgspec

from protokoll.archive.outcome import Outcome

__all__ = ["Journal", "as_lines", "read_lines"]

_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Outcome)


def read_lines(path: Path) -> tuple[dict[str, Outcome], int]:
    """Return the outcomes of a manifest or journal by path, later lines first, and how many lines are damaged.

    A last line without its end is what an interrupted write leaves; it does not count as damaged.

    >>> read_lines(Path("/finns/inte.jsonl"))
    ({}, 0)
    """
    outcomes: dict[str, Outcome] = {}
    damaged = 0
    try:
        file = path.open("rb")
    except FileNotFoundError:
        return outcomes, damaged
    with file:
        for line in file:
            try:
                outcome = _decoder.decode(line)
                outcomes[outcome.key] = outcome
            except (msgspec.DecodeError, ValueError):
                damaged += line.endswith(b"\n")
    return outcomes, damaged


def as_lines(outcomes: Mapping[str, Outcome]) -> Iterable[bytes]:
    """Yield the lines of a manifest, sorted by path.

    >>> from protokoll.archive.outcome import Status
    >>> next(iter(as_lines({"b": Outcome(path="b", status=Status.CONVERTED)})))[:11]
    b'{"path":"b"'
    """
    return (_encoder.encode(outcomes[path]) + b"\n" for path in sorted(outcomes, key=os.fsencode))


class Journal:
    """The outcomes of the run under way, each on disk before the next is asked for."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: BinaryIO | None = None

    def add(self, outcome: Outcome) -> None:
        """Append a line; the file is made with the first.

        Raises:
            OSError: it cannot be written.
        """
        line = _encoder.encode(outcome) + b"\n"
        if self._file is None:
            # The end of an interrupted write is closed, so that it spoils no other line.
            line = (b"" if _ends_well(self.path) else b"\n") + line
            self._file = self.path.open("ab", buffering=0)
        self._file.write(line)

    def close(self) -> None:
        """Close the file; it stays."""
        if self._file:
            self._file.close()
            self._file = None


def _ends_well(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(size - 1, 0))
            return file.read(1) in (b"", b"\n")
    except FileNotFoundError:
        return True
