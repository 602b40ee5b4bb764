"""What became of one file of a batch: the record that a worker returns and a line of the manifest."""

from __future__ import annotations

import os
from enum import StrEnum

from msgspec import UNSET, Struct, UnsetType

from protokoll.errors import ExitCode, ProtokollError, TimedOut, TooLarge
from protokoll.model.remark import RemarkCode

__all__ = ["SERIOUS", "Outcome", "Status", "failure", "printable"]


class Status(StrEnum):
    """How it went with one input."""

    CONVERTED = "converted"
    PARTIAL = "partial"
    """Converted, and a remark says that something of the record is missing or does not add up."""
    SKIPPED = "skipped"
    """Nothing to do: converted before, from the same bytes, by the same version, words and options."""
    DUPLICATE = "duplicate"
    """The same bytes as another input, whose document serves both."""
    FAILED = "failed"
    TIMED_OUT = "timed_out"
    TOO_LARGE = "too_large"


SERIOUS = frozenset(
    {
        RemarkCode.TEXT_CUT,
        RemarkCode.TEXT_UNREADABLE,
        RemarkCode.PAGE_EMPTY,
        RemarkCode.ITEM_GAP,
        RemarkCode.NO_DECISION,
        RemarkCode.TALLY_MISMATCH,
        RemarkCode.CUE_UNACCOUNTED,
        RemarkCode.RECORD_FORCED,
    }
)
"""The remarks that make a conversion partial: part of the record may be missing from the document."""


class Outcome(Struct, frozen=True, kw_only=True):
    """One input and what became of it; nothing in it depends on when or in which order it was converted.

    >>> Outcome(path="/arkiv/ks.txt", status=Status.FAILED, error="it is empty", exit_code=12).is_failure
    True
    """

    path: str
    """The absolute path; bytes of a name that are not UTF-8 are replaced."""
    path_bytes: str | UnsetType = UNSET
    """The path in hexadecimal, where it is not UTF-8."""
    status: Status
    sha256: str | None = None
    """None where the file could not be read."""
    size: int = 0
    """Bytes."""
    mtime: int = 0
    """When the file was changed last, in nanoseconds since 1970."""
    output: str | None = None
    """The document, as a path from the folder of the archive."""
    output_size: int | None = None
    duplicate_of: str | None = None
    """The path of the input with the same bytes."""
    remarks: dict[str, int] = {}
    """How many remarks of each kind the document has."""
    error: str | None = None
    hint: str | None = None
    exit_code: int = 0
    version: str | None = None
    """The version of protokoll that converted it."""
    recipe: str | None = None
    """A digest of that version, its words and the options that change output."""

    @property
    def key(self) -> str:
        """The path as the system knows it, also where it is not UTF-8."""
        return self.path if self.path_bytes is UNSET else os.fsdecode(bytes.fromhex(self.path_bytes))

    @property
    def is_failure(self) -> bool:
        """True where there is no document, and it is no duplicate."""
        return self.exit_code != 0


def printable(path: str) -> tuple[str, str | UnsetType]:
    r"""Return a path as text that can be written, and its bytes in hexadecimal where that text is not all.

    >>> printable("/arkiv/ks.txt"), printable("/arkiv/\udce5.txt")[1]
    (('/arkiv/ks.txt', UNSET), '2f61726b69762fe52e747874')
    """
    data = os.fsencode(path)
    text = data.decode("utf-8", "replace")
    return (text, UNSET) if text == path else (text, data.hex())


def failure(path: str, error: ProtokollError, *, size: int = 0, mtime: int = 0, sha256: str | None = None) -> Outcome:
    """Return the outcome of an input that gives no document.

    >>> from protokoll.errors import MissingInput
    >>> failure("/arkiv/ks.txt", MissingInput("there is no file ks.txt")).hint
    'check the path'
    """
    kinds: dict[type, Status] = {TimedOut: Status.TIMED_OUT, TooLarge: Status.TOO_LARGE}
    shown, raw = printable(path)
    return Outcome(
        path=shown,
        path_bytes=raw,
        status=kinds.get(type(error), Status.FAILED),
        sha256=sha256,
        size=size,
        mtime=mtime,
        error=printable(error.message)[0],  # it may quote the path
        hint=error.hint or None,
        exit_code=error.exit_code or ExitCode.FAILURE,
    )
