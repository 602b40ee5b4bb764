"""Small PDFs, written byte by byte: what a test says stands on the page and nothing else."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import NamedTuple

KEY = b"0123456789abcdef"  # the identity of the file, which the encryption mixes in
PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


class Words(NamedTuple):
    """Words at a place on the page, in points from its lower left corner."""

    x: float
    y: float
    text: str
    size: float = 11
    turned: bool = False
    """Written upwards along the left side."""


def column(x: float, y: float, lines: Sequence[str], step: float = 14, size: float = 11) -> list[Words]:
    """Return lines of text one under another."""
    return [Words(x, y - i * step, line, size) for i, line in enumerate(lines)]


def make_pdf(*pages: Sequence[Words], rotate: int = 0, password: str | None = None) -> bytes:
    """Return a PDF with these words on its pages, drawn in the order given.

    Args:
        pages: the words of each page; no words make an empty page.
        rotate: how the pages are turned on screen, in degrees with the clock.
        password: what opens it; empty for a file that is locked but opens by itself.
    """
    contents = [b"\n".join(_draw(words) for words in page) for page in pages]
    return assemble([_page(i, rotate) for i in range(len(pages))], contents, password=password)


def make_picture(pages: int = 1, *stamp: Words, size: int = 700) -> bytes:
    """Return a PDF with a grey picture on each page, of this size, and words over it."""
    picture = b"q 500 0 0 %d 50 50 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q\n" % size
    draw = picture + b"\n".join(map(_draw, stamp))
    return assemble([_page(i, 0) for i in range(pages)], [draw] * pages)


def make_form(label: str, value: str) -> bytes:
    """Return a PDF with a form of one field: the label is on the page, the value in the look of the field."""
    look = _draw(Words(2, 2, value))
    more = (
        b"<</Type/Annot/Subtype/Widget/FT/Tx/T(f)/V(v)/F 4/Rect[200 695 500 715]/P 4 0 R/AP<</N 7 0 R>>>>",
        b"<</Type/XObject/Subtype/Form/BBox[0 0 300 20]/Resources<</Font<</F 3 0 R>>>>/Length %d>>stream\n%s\nendstream"
        % (len(look), look),
    )
    head = _page(0, 0).replace(b"/Rotate 0", b"/Annots[6 0 R]")
    return assemble([head], [_draw(Words(72, 700, label))], catalog=b"/AcroForm<</Fields[6 0 R]>>", more=more)


def assemble(
    page_heads: Sequence[bytes],
    contents: Sequence[bytes],
    *,
    password: str | None = None,
    catalog: bytes = b"",
    more: Sequence[bytes] = (),
) -> bytes:
    """Return a PDF of these page dictionaries and content streams, and `more` objects after them."""
    count = len(page_heads)
    kids = b" ".join(b"%d 0 R" % (4 + 2 * i) for i in range(count))
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R%s>>" % catalog,
        2: b"<</Type/Pages/Count %d/Kids[%s]>>" % (count, kids),
        3: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    }
    objects |= {4 + 2 * count + i: body for i, body in enumerate(more)}
    trailer = b"/Root 1 0 R/ID[<%s><%s>]" % (KEY.hex().encode(), KEY.hex().encode())
    key = None
    if password is not None:
        number = 4 + 2 * count + len(more)
        key, objects[number] = _encryption(password)
        trailer += b"/Encrypt %d 0 R" % number
    for i, (head, content) in enumerate(zip(page_heads, contents, strict=True)):
        objects[4 + 2 * i] = head
        stream = _rc4(_object_key(key, 5 + 2 * i), content) if key else content
        objects[5 + 2 * i] = b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream)
    return _write(objects, trailer)


def _page(index: int, rotate: int) -> bytes:
    head = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>"
    return head + b"/Rotate %d/Contents %d 0 R>>" % (rotate, 5 + 2 * index)


def _draw(words: Words) -> bytes:
    text = words.text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    matrix = b"0 1 -1 0" if words.turned else b"1 0 0 1"
    return b"BT /F %.1f Tf %s %.1f %.1f Tm (%s) Tj ET" % (words.size, matrix, words.x, words.y, text)


def _write(objects: dict[int, bytes], trailer: bytes) -> bytes:
    out, places = bytearray(b"%PDF-1.4\n%\xe5\xe4\xf6\n"), {}
    for number, body in sorted(objects.items()):
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start, size = len(out), max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        out += b"%010d 00000 n \n" % places[number]
    return bytes(out + b"trailer<</Size %d%s>>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, start))


def _encryption(password: str) -> tuple[bytes, bytes]:
    """Return the file key and the encryption dictionary of the standard handler, revision 2 (40 bits)."""
    padded = (password.encode("cp1252") + PAD)[:32]
    owner = _rc4(hashlib.md5(b"owner" + PAD[:27], usedforsecurity=False).digest()[:5], padded)
    rights = (-4).to_bytes(4, "little", signed=True)
    key = hashlib.md5(padded + owner + rights + KEY, usedforsecurity=False).digest()[:5]
    user = _rc4(key, PAD)
    return key, b"<</Filter/Standard/V 1/R 2/O<%s>/U<%s>/P -4>>" % (owner.hex().encode(), user.hex().encode())


def _object_key(key: bytes, number: int) -> bytes:
    return hashlib.md5(key + number.to_bytes(3, "little") + b"\0\0", usedforsecurity=False).digest()[:10]


def _rc4(key: bytes, data: bytes) -> bytes:
    state, j, out = list(range(256)), 0, bytearray()
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)
