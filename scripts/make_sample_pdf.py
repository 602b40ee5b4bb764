#!/usr/bin/env python3
"""Make the PDF sample from the text of the same name: typewriter letters, a page for each form feed.

Usage: scripts/make_sample_pdf.py [FOLDER]     FOLDER: where to put it, data/samples by default

Only the standard library is used, and the same text gives the same bytes.
"""

import sys
from pathlib import Path

SAMPLES = Path(__file__).parent.parent / "data" / "samples"
NAME = "protokollsutdrag-bun-2024-02-20"
LEFT, TOP, SIZE, LEADING = 72, 780, 11, 13


def escaped(line: str) -> bytes:
    """Return a line as the content of a PDF string in Windows-1252."""
    return line.encode("cp1252").replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")


def content(page: str) -> bytes:
    """Return the drawing commands of one page."""
    start = b"BT /F1 %d Tf %d TL %d %d Td\n" % (SIZE, LEADING, LEFT, TOP)
    return start + b"".join(b"(%s) Tj T*\n" % escaped(line) for line in page.split("\n")) + b"ET"


def pdf(pages: list[str]) -> bytes:
    """Return the bytes of a PDF 1.4 file with the pages."""
    kids = b" ".join(b"%d 0 R" % (4 + 2 * i) for i in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(pages), kids),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
    ]
    for i, page in enumerate(pages):
        stream = content(page)
        objects += [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            b"/Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>" % (5 + 2 * i),
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        ]
    out, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    return out + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (count, table, count, len(out))
    )


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLES
    text = (SAMPLES / f"{NAME}.txt").read_text("utf-8")
    (folder / f"{NAME}.pdf").write_bytes(pdf(text.split("\f")))
