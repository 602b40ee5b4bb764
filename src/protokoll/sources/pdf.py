"""PDF files with a text layer."""

from __future__ import annotations

from contextlib import closing
from typing import Any

from protokoll.errors import BrokenInput, EmptyInput, EncryptedInput, PicturesOnly, TooLarge
from protokoll.sources.reading import LIMIT, Reading

__all__ = ["read_pdf"]

_TAIL = 4096  # the bytes at the end in which a whole PDF says where its table of contents is
_PADDED = 65_536  # some programs fill up the last block with zeros
_LOCKED = (4, 5)  # pdfium: a password is wanted; a kind of protection that it does not know


def read_pdf(data: bytes, name: str) -> Reading:
    """Return the text of a PDF, its pages in order with a form feed between them.

    A page without text among pages with text is left empty.

    Args:
        data: the bytes of the file.
        name: what to call it in messages.

    Raises:
        EncryptedInput: a password is wanted.
        BrokenInput: the file is damaged or cut off, or has no pages.
        PicturesOnly: no page has text, and there are pictures or drawings.
        EmptyInput: all pages are empty.
        TooLarge: more text than `LIMIT`.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        # The code may be left over from another file, so the file itself must speak of a lock, too.
        if pypdfium2.raw.FPDF_GetLastError() in _LOCKED and b"/Encrypt" in data:
            raise EncryptedInput(f"{name} is a PDF that wants a password") from None
        raise BrokenInput(f"{name} is a damaged or cut-off PDF") from None
    with closing(document):
        tail = data[-_PADDED:].rstrip(b"\x00\r\n ")[-_TAIL:]
        if b"startxref" not in tail and b"%%EOF" not in tail:
            raise BrokenInput(f"{name} is a PDF that breaks off before its end")
        pages, marks = _read_pages(document, name)
    if any(pages):
        return Reading("\n\f".join(pages), None)
    count = f"{len(pages)} page" + ("s" if len(pages) > 1 else "")
    if marks:
        raise PicturesOnly(f"{name} has no text: its {count} {'are pictures' if len(pages) > 1 else 'is a picture'}")
    raise EmptyInput(f"{name} is a PDF of {count} with nothing to read on {'them' if len(pages) > 1 else 'it'}")


def _read_pages(document: Any, name: str) -> tuple[list[str], bool]:
    """Return the text of each page, and whether any page without text has something drawn on it."""
    from pypdfium2 import PdfiumError, raw

    from protokoll.sources.pdf_page import page_text

    is_form = document.get_formtype() != raw.FORMTYPE_NONE
    pages, marks, size = [], False, 0
    for index in range(len(document)):
        try:
            page = document[index]
            if is_form and raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY) == raw.FLATTEN_SUCCESS:
                page = document[index]  # now with what was filled in
            pages.append(page_text(page))
        except PdfiumError:
            raise BrokenInput(f"{name} is a damaged PDF: page {index + 1} of {len(document)} cannot be read") from None
        marks = marks or (not pages[-1] and raw.FPDFPage_CountObjects(page) > 0)
        size += len(pages[-1])
        if size > LIMIT:
            raise TooLarge(f"{name} holds more than {LIMIT // 1_000_000} million letters")
        page.close()
    return pages, marks
