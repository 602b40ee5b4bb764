"""What kind of file some bytes are, told by how they begin and not by the name of the file."""

import re

from msgspec import Struct

__all__ = ["Format", "match_format"]


class Format(Struct, frozen=True):
    """A kind of file."""

    name: str
    """With its article, as it stands in a message: 'a Word document'."""
    advice: str
    """What to do with a file that cannot be read; empty for one that can."""


PDF = Format("a PDF", "")

_SAVE = "open it, save it as a PDF or as plain text, and give that instead"
_UNPACK = "unpack it and give the records inside"
_PICTURE = "make it a PDF with a text layer first, for example with 'img2pdf' and 'ocrmypdf -l swe'"
_NEVER = "give a record as plain text or as a PDF with text"

# Where the bytes begin, bytes that must stand somewhere after (the first kind that fits wins), the kind.
_BEGINNINGS: tuple[tuple[bytes, bytes, Format], ...] = (
    (b"PK\x03\x04", b"word/", Format("a Word document (.docx)", _SAVE)),
    (b"PK\x03\x04", b"xl/", Format("an Excel workbook (.xlsx)", _SAVE)),
    (b"PK\x03\x04", b"ppt/", Format("a PowerPoint presentation (.pptx)", _SAVE)),
    (b"PK\x03\x04", b"opendocument.text", Format("an OpenDocument text (.odt)", _SAVE)),
    (b"PK\x03\x04", b"opendocument.", Format("an OpenDocument file", _SAVE)),
    (b"PK\x03\x04", b"epub+zip", Format("an e-book (.epub)", _SAVE)),
    (b"PK\x03\x04", b"", Format("a zip archive", _UNPACK)),
    (b"PK\x05\x06", b"", Format("an empty zip archive", _NEVER)),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "WordDocument".encode("utf-16-le"),
        Format("an old Word document (.doc)", _SAVE),
    ),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "Workbook".encode("utf-16-le"),
        Format("an old Excel workbook (.xls)", _SAVE),
    ),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "__substg1.0".encode("utf-16-le"),
        Format("an Outlook message (.msg)", _SAVE),
    ),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", Format("an old Office document", _SAVE)),
    (b"\xffWPC", b"", Format("a WordPerfect document", _SAVE)),
    (b"{\\rtf", b"", Format("a rich text document (.rtf)", _SAVE)),
    (b"%!PS", b"", Format("a PostScript file", "make it a PDF first, for example with 'ps2pdf'")),
    (b"\x89PNG\r\n", b"", Format("a picture (PNG)", _PICTURE)),
    (b"\xff\xd8\xff", b"", Format("a picture (JPEG)", _PICTURE)),
    (b"GIF8", b"", Format("a picture (GIF)", _PICTURE)),
    (b"II*\x00", b"", Format("a picture (TIFF)", _PICTURE)),
    (b"MM\x00*", b"", Format("a picture (TIFF)", _PICTURE)),
    (b"BM", b"\x00\x00\x00\x00", Format("a picture (BMP)", _PICTURE)),
    (b"RIFF", b"WEBP", Format("a picture (WebP)", _PICTURE)),
    (b"\x00\x00\x00\x0cjP  ", b"", Format("a picture (JPEG 2000)", _PICTURE)),
    (
        b"AT&TFORM",
        b"",
        Format("a DjVu document", "make it a PDF first, for example with 'ddjvu -format=pdf'"),
    ),
    (b"\x1f\x8b", b"", Format("a compressed file (gzip)", _UNPACK)),
    (b"BZh", b"1AY&SY", Format("a compressed file (bzip2)", _UNPACK)),
    (b"\xfd7zXZ\x00", b"", Format("a compressed file (xz)", _UNPACK)),
    (b"\x28\xb5\x2f\xfd", b"", Format("a compressed file (zstd)", _UNPACK)),
    (b"7z\xbc\xaf\x27\x1c", b"", Format("a 7-Zip archive", _UNPACK)),
    (b"Rar!\x1a\x07", b"", Format("a RAR archive", _UNPACK)),
    (b"SQLite format 3\x00", b"", Format("a database (SQLite)", _NEVER)),
    (b"\x7fELF", b"", Format("a program", _NEVER)),
    (b"MZ", b"\x00\x00\x00\x00", Format("a program", _NEVER)),
    (b"ID3", b"\x00", Format("a sound recording (MP3)", _NEVER)),
    (b"OggS", b"", Format("a sound recording (Ogg)", _NEVER)),
    (b"RIFF", b"WAVE", Format("a sound recording (WAV)", _NEVER)),
    (b"\x1aE\xdf\xa3", b"", Format("a film (Matroska)", _NEVER)),
)
_WITHIN: tuple[tuple[int, bytes, Format], ...] = (
    (257, b"ustar", Format("a tar archive", _UNPACK)),
    (4, b"ftypheic", Format("a picture (HEIC)", _PICTURE)),
    (4, b"ftyp", Format("a film or sound recording (MP4)", _NEVER)),
)
_MARKUP = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b",
    re.I | re.S,
)
_WEB_PAGE = Format(
    "a web page (HTML)", "print it to a PDF from the browser, or save it as plain text, and give that instead"
)
_XML = Format("an XML file", _SAVE)
_HEADER = 1024  # a PDF may have that many bytes of something else before it begins


def match_format(head: bytes) -> Format | None:
    r"""Return what kind of file begins with `head`, or None where it may be plain text.

    Args:
        head: the first bytes, 64 kB if the file has them: Office documents are told apart by the names of the
            files inside them.

    >>> match_format(b"%PDF-1.7 ...") == PDF
    True
    >>> match_format(b"PK\x03\x04 ... word/document.xml").name
    'a Word document (.docx)'
    >>> match_format("§ 1 Mötet öppnas".encode()) is None
    True
    """
    if b"%PDF-" in head[:_HEADER]:
        return PDF
    for beginning, mark, kind in _BEGINNINGS:
        if head.startswith(beginning) and mark in head:
            return kind
    for offset, mark, kind in _WITHIN:
        if head.startswith(mark, offset):
            return kind
    if _MARKUP.match(head):
        return _WEB_PAGE
    return _XML if head.startswith((b"<?xml", b"\xef\xbb\xbf<?xml")) else None
