"""What kind of file some bytes are."""

import gzip
import io
import tarfile
import zipfile

import pytest

from protokoll.sources.formats import PDF, match_format
from tests.sources.paper import Words, make_pdf


def archive(*names: str) -> bytes:
    """Return a zip archive with small files of these names."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name in names:
            file.writestr(name, "application/vnd.oasis.opendocument.text" if name == "mimetype" else "innehåll")
    return buffer.getvalue()


def tarball() -> bytes:
    """Return a tar archive with one file."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as file:
        entry = tarfile.TarInfo("beslut.txt")
        entry.size = 6
        file.addfile(entry, io.BytesIO(b"beslut"))
    return buffer.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 500
CASES = {
    "a Word document (.docx)": archive("[Content_Types].xml", "word/document.xml"),
    "an Excel workbook (.xlsx)": archive("[Content_Types].xml", "xl/workbook.xml"),
    "an OpenDocument text (.odt)": archive("mimetype", "content.xml"),
    "a zip archive": archive("beslut.txt"),
    "an old Word document (.doc)": OLE + "WordDocument".encode("utf-16-le"),
    "an old Office document": OLE,
    "a rich text document (.rtf)": b"{\\rtf1\\ansi\\ansicpg1252 Beslut}",
    "a WordPerfect document": b"\xffWPC\x00\x01",
    "a picture (PNG)": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
    "a picture (JPEG)": b"\xff\xd8\xff\xe0\x00\x10JFIF",
    "a picture (TIFF)": b"II*\x00\x08\x00\x00\x00",
    "a compressed file (gzip)": gzip.compress(b"beslut", mtime=0),
    "a tar archive": tarball(),
    "a web page (HTML)": b"\xef\xbb\xbf\n<!-- sparad -->\n<!DOCTYPE html><html><body>Beslut</body></html>",
    "an XML file": b'<?xml version="1.0"?><protokoll/>',
    "a PostScript file": b"%!PS-Adobe-3.0\n",
    "a program": b"\x7fELF\x02\x01\x01",
    "a film or sound recording (MP4)": b"\x00\x00\x00\x20ftypisom\x00\x00",
}


@pytest.mark.parametrize(("name", "data"), CASES.items())
def test_kinds(name: str, data: bytes) -> None:
    """Each kind is known by its first bytes, and there is advice what to do with it."""
    kind = match_format(data)
    assert kind is not None
    assert kind.name == name
    assert kind.advice


def test_web_page_that_is_xml() -> None:
    """A page in XHTML is a web page and not just XML."""
    kind = match_format(b'<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml">')
    assert kind is not None
    assert kind.name == "a web page (HTML)"


def test_pdf_with_something_before() -> None:
    """A PDF may begin with some bytes of something else, as a mail header."""
    data = make_pdf([Words(72, 700, "Beslut")])
    assert match_format(data) == PDF
    assert match_format(b"Content-Type: application/pdf\r\n\r\n" + data) == PDF


@pytest.mark.parametrize(
    "text", ["", "§ 1", "BM 12/88 Bygglov", "MZ", "PK 4", "II* och III", "<tag> i löpande text", "%PD", "ID3"]
)
def test_text_is_no_format(text: str) -> None:
    """Text that begins like some format is still text."""
    assert match_format(text.encode()) is None
