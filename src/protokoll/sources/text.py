"""Plain text files, in whatever character encoding."""

from protokoll.errors import BinaryInput
from protokoll.sources.encoding import decode, is_binary
from protokoll.sources.reading import Reading

__all__ = ["read_text"]


def read_text(data: bytes, name: str) -> Reading:
    """Return the text of a text file, its encoding found out.

    Args:
        data: the bytes of the file.
        name: what to call it in messages.

    Raises:
        BinaryInput: the bytes are no text.

    >>> read_text("Nämnden avslår motionen".encode("cp1252"), "beslut.txt").encoding
    'latin-1'
    """
    if is_binary(data):
        raise BinaryInput(f"{name} is neither text nor a PDF")
    decoded = decode(data)
    return Reading(decoded.text, decoded.encoding, decoded.mended)
