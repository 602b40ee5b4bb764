"""PDF files with a text layer."""

from __future__ import annotations

import ctypes
from contextlib import closing
from typing import Any

from protokoll.errors import BrokenInput, EmptyInput, EncryptedInput, PicturesOnly, TooLarge
from protokoll.sources.reading import LIMIT, Reading

__all__ = ["read_pdf"]

_TAIL = 4096  # the bytes at the end in which a whole PDF says where its table of contents is
_PADDED = 65_536  # some programs fill up the last block with zeros
_STAMP = 15  # words; on a scanned page not more than these are a stamp, as of an electronic signature
_SCANNED = 0.6  # of the page that a picture covers when the page was scanned
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
        pages, pictures = _read_pages(document, name)
    if any(page and not picture for page, picture in zip(pages, pictures, strict=True)):
        return Reading("\n\f".join(pages), None)
    count = f"{len(pages)} page" + ("s" if len(pages) > 1 else "")
    if any(pictures):
        raise PicturesOnly(f"{name} has no text: its {count} {'are pictures' if len(pages) > 1 else 'is a picture'}")
    raise EmptyInput(f"{name} is a PDF of {count} with nothing to read on {'them' if len(pages) > 1 else 'it'}")


def _read_pages(document: Any, name: str) -> tuple[list[str], list[bool]]:
    """Return the text of each page, and whether it is a picture."""
    from pypdfium2 import PdfiumError, raw

    from protokoll.sources.pdf_page import page_text

    is_form = document.get_formtype() != raw.FORMTYPE_NONE
    pages: list[str] = []
    pictures: list[bool] = []
    size = 0
    for index in range(len(document)):
        try:
            page = document[index]
            if is_form and raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY) == raw.FLATTEN_SUCCESS:
                page = document[index]  # now with what was filled in
            pages.append(page_text(page))
        except PdfiumError:
            raise BrokenInput(f"{name} is a damaged PDF: page {index + 1} of {len(document)} cannot be read") from None
        pictures.append(_is_picture(page, pages[-1]))
        size += len(pages[-1])
        if size > LIMIT:
            raise TooLarge(f"{name} holds more than {LIMIT // 1_000_000} million letters")
        page.close()
    return pages, pictures


def _is_picture(page: Any, text: str) -> bool:
    """Tell whether a page is a picture: drawn on and without text, or scanned, with a stamp at most."""
    from pypdfium2 import raw

    if len(text.split()) > _STAMP:
        return False
    count = raw.FPDFPage_CountObjects(page)
    if not text:
        return bool(count > 0)
    width, height = page.get_size()
    for index in range(count):
        each = raw.FPDFPage_GetObject(page, index)
        if raw.FPDFPageObj_GetType(each) == raw.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = (ctypes.c_float() for _ in range(4))
            raw.FPDFPageObj_GetBounds(each, *map(ctypes.byref, (left, bottom, right, top)))
            area = (right.value - left.value) * (top.value - bottom.value)
            if area > _SCANNED * width * height:
                return True
    return False
