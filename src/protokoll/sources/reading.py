"""What a reader makes of the bytes of a file."""

from msgspec import Struct

__all__ = ["LIMIT", "Reading"]

LIMIT = 20_000_000
"""The most text that one file may hold: bytes of a text file, letters of a PDF."""


class Reading(Struct, frozen=True):
    """The text in a file, before its line ends are made alike."""

    text: str
    encoding: str | None
    """None where the format settles it, as in a PDF."""
    mended: tuple[str, ...] = ()
    """What had to be done to the bytes to get the text."""
