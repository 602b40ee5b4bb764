"""The reader of plain text."""

import pytest

from protokoll.errors import BinaryInput
from protokoll.sources.text import read_text


def test_text() -> None:
    """The text comes with its encoding and what was done to get it."""
    reading = read_text("\ufeffÄrendet bordläggs".encode(), "beslut.txt")
    assert (reading.text, reading.encoding, reading.mended) == ("Ärendet bordläggs", "utf-8", ("bom",))


def test_binary() -> None:
    """Bytes that are no text are refused by name."""
    with pytest.raises(BinaryInput, match=r"ljud\.dat is neither text nor a PDF"):
        read_text(bytes(range(256)) * 3, "ljud.dat")
