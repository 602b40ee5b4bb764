"""A path, or the bytes behind it, to the text as found."""

import hashlib
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from protokoll.errors import BinaryInput, EmptyInput, MissingInput, TooLarge
from protokoll.model.text import SourceText
from protokoll.sources.formats import match_format
from protokoll.sources.mojibake import mend_mojibake
from protokoll.sources.pdf import read_pdf
from protokoll.sources.reading import LIMIT, Reading
from protokoll.sources.text import read_text

__all__ = ["READERS", "read"]

READERS: dict[str, Callable[[bytes, str], Reading]] = {"text": read_text, "pdf": read_pdf}
"""Reader by name: a function from the bytes and the name of a file to what stands in it."""

# Bytes; a scanned PDF consists of pictures for the most part, so it may be larger than its text.
_LIMITS = {"text": LIMIT, "pdf": 25 * LIMIT}
_HEAD = 65_536
_LINE_ENDS = "\r\v\u2028\u2029"
_LINE_END = re.compile(rf"\r\n?|[{_LINE_ENDS}]")
_INVISIBLE = " \t\n\r\f\v\x00\x1a\ufeff\u200b\u00a0"


def read(path: str | Path, data: bytes | None = None) -> SourceText:
    r"""Return the text of a file as found, with line ends as `\n` and a form feed between pages.

    What the file is, is told by its content and not by its suffix. The letters are those of the file; only an
    encoding that was got wrong before is set right, and `mended` says so.

    Args:
        path: the file; `-` is standard input.
        data: the bytes, if they are at hand already; the path is then only a name.

    Raises:
        MissingInput: there is no such file, or it is a folder, or may not be opened.
        UnreadableInput: one of its children, by what is wrong with the content.

    >>> read("beslut.txt", b"\xa7 1\r\nN\xe4mnden avsl\xe5r motionen.").text
    '§ 1\nNämnden avslår motionen.'
    """
    name = "standard input" if str(path) == "-" else str(path)
    data, reader = _take(path, name) if data is None else (data, _reader(data[:_HEAD], len(data), name))
    if not data.strip(b"\x00\t\n\v\f\r \x1a"):
        raise EmptyInput(f"{name} is empty" if not data else f"{name} holds nothing but white space")
    reading = READERS[reader](data, name)
    text = mend_mojibake(reading.text)
    mended = reading.mended + (("mojibake",) if text != reading.text else ())
    if any(each in text for each in _LINE_ENDS):
        text = _LINE_END.sub("\n", text)
        mended += ("line_ends",)
    if not text.strip(_INVISIBLE):
        raise EmptyInput(f"{name} holds nothing but white space")
    return SourceText(
        path=str(path),
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        reader=reader,
        encoding=reading.encoding,
        text=text.removesuffix("\f"),
        mended=mended,
    )


def _take(path: str | Path, name: str) -> tuple[bytes, str]:
    """Return the bytes of a file and which reader is for them; a file that is too large is not read whole."""
    if str(path) == "-":
        return _take_stream(sys.stdin.buffer, 0, name)
    try:
        if Path(path).is_dir():
            raise MissingInput(f"{name} is a folder", hint=f"give the files in it, for example {name}/*.pdf")
        with Path(path).open("rb") as file:
            return _take_stream(file, Path(path).stat().st_size, name)
    except FileNotFoundError:
        raise MissingInput(f"there is no file {name}") from None
    except PermissionError:
        raise MissingInput(f"{name} may not be opened", hint="check who may read it") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise MissingInput(f"{name} cannot be opened: {reason}") from None


def _take_stream(stream: BinaryIO, size: int, name: str) -> tuple[bytes, str]:
    """Read a stream whose size is known, or a pipe (size 0) as far as the limit."""
    head = stream.read(_HEAD)
    reader = _reader(head, size, name)
    data = head + (stream.read() if size else stream.read(_LIMITS[reader] + 1 - len(head)))
    _reader(head, len(data), name)
    return data, reader


def _reader(head: bytes, size: int, name: str) -> str:
    """Choose the reader by the first bytes.

    Raises:
        BinaryInput: the file is of a kind that cannot be read.
        TooLarge: `size` is more than the reader takes.
    """
    kind = match_format(head)
    if kind and kind.advice:
        raise BinaryInput(f"{name} is {kind.name}", hint=kind.advice)
    reader = "pdf" if kind else "text"
    if size > _LIMITS[reader]:
        raise TooLarge(f"{name} is larger than {_LIMITS[reader] // 1_000_000} MB")
    return reader
