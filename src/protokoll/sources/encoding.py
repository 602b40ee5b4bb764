"""Bytes to letters: which character encoding a text file is in, told by its Swedish letters."""

import codecs
import re
from itertools import islice

from msgspec import Struct

__all__ = ["Decoded", "decode", "is_binary"]


class Decoded(Struct, frozen=True):
    """The letters of a text file."""

    text: str
    encoding: str
    """`utf-8`, `utf-16-le`, `utf-16-be`, `latin-1`, `windows-1252`, `macroman` or `cp850`."""
    mended: tuple[str, ...] = ()
    """`bom`: a byte order mark was taken off; `stray_bytes`: some bytes were in another encoding."""


_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Codec → name. The order breaks ties: Windows is likelier than Macintosh, and that than DOS.
_LEGACY = {"cp1252": "windows-1252", "mac_roman": "macroman", "cp850": "cp850"}
_SAMPLE = 2000  # places with letters outside ASCII; more do not change the choice

_HIGH_BYTES = re.compile(rb"[\x20-\x7f]{0,2}[\x80-\xff]+[\x20-\x7f]{0,2}")
_UTF8 = re.compile(rb"((?:[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})+)")
# Letters and marks that Swedish records use, as against what chance makes of legacy bytes.
_USUAL = re.compile(r"[åäöÅÄÖéÉüÜèàáóíñçæøÆØ§°½´·»«\xa0\xad–—”“’‘•…€]")
# A letter or mark outside ASCII in a place where Swedish has it. Under the wrong encoding the same
# bytes are other signs (ä is ‰ or õ), or stand where these do not (Ž inside a word).
_IN_PLACE = re.compile(
    r"""
      (?<=[a-zåäöé])[åäöéü] | [åäöéü](?=[a-zåäöé]) | \b[åö]\b   # små bokstäver, å, ö
    | (?<![a-zåäöé])[ÅÄÖÉ](?=[a-zåäöA-ZÅÄÖ]) | (?<=[A-ZÅÄÖ])[ÅÄÖÉ]
    | (?<=[\w.,:;!?)])[”’](?!\w) | (?<!\w)[”“](?=\w) | (?<=\w)’(?=\w)
    | (?<=[\s\d])[–—](?=[\s\d]) | §(?=[\s\d§]) | [•·](?=\s) | (?<=\w)…(?!\w)
    | (?<=\S)\xa0(?=\S) | (?<=\d)[½°]
    """,
    re.X,
)
_HIGH = re.compile(r"[^\x00-\x7f]")
# Control bytes that no text holds; tab, line ends, form feed, end of file (^Z) and escape are left out.
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\v\f\r\x1a\x1b") + b"\x7f"


def is_binary(data: bytes) -> bool:
    r"""Tell whether `data` is something else than text, by its NUL and control bytes.

    A stray control byte does not make a text binary, nor do passages in a font without a Unicode map, which
    come out as control characters.

    >>> is_binary("Bifall till yrkandet\x02".encode()), is_binary(bytes(range(256)))
    (False, True)
    """
    if _wide(data):
        return False
    size = max(1, len(data))
    if data.count(0) > max(3, size // 1000):
        return True
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls <= max(3, size * 0.03):
        return False
    return controls > size * 0.25 or not _is_utf8(data)


def decode(data: bytes) -> Decoded:
    r"""Return the letters of `data`, whatever encoding it is in.

    UTF-8 and UTF-16 prove themselves. For the others the encoding is chosen under which most letters outside
    ASCII stand where Swedish has them: å in 'på', ” beside a word, – between spaces. A file that is mostly
    UTF-8 with some bytes of an older encoding is decoded piece by piece.

    >>> decode("Ärendet bordläggs".encode("mac_roman")).encoding
    'macroman'
    >>> decode(b"F\xf6rslag").text
    'Förslag'
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _joined(decode(data[len(bom) :]), "bom") if encoding == "utf-8" else _utf16(data, encoding)
    if wide := _wide(data):
        return _utf16(data, wide)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _decode_legacy(data)


def _decode_legacy(data: bytes) -> Decoded:
    """Decode bytes that are not, or not all, UTF-8."""
    runs = [run.decode("utf-8", "replace") for run in _UTF8.findall(data)]
    usual = sum(len(_USUAL.findall(run)) for run in runs)
    mixed = usual >= 3 and usual > sum(len(run) for run in runs) - usual
    pieces = _UTF8.split(data) if mixed else [data]
    others = b" ".join(pieces[::2])
    codec = _best_codec(others)
    text = "".join(
        _single(piece, codec) if i % 2 == 0 else piece.decode("utf-8", "replace") for i, piece in enumerate(pieces)
    )
    encoding = _LEGACY[codec]
    if codec == "cp1252" and not re.search(rb"[\x80-\x9f]", others):
        encoding = "latin-1"
    if not mixed:
        return Decoded(text, encoding)
    main = "utf-8" if usual >= len(re.findall(rb"[\x80-\xff]", others)) else encoding
    return Decoded(text, main, ("stray_bytes",))


def _best_codec(data: bytes) -> str:
    """Choose the single-byte encoding under which the letters outside ASCII stand best."""
    joined = b"\n".join(found[0] for found in islice(_HIGH_BYTES.finditer(data), _SAMPLE))
    shares = {}
    for codec in _LEGACY:
        text = _single(joined, codec)
        shares[codec] = len(_IN_PLACE.findall(text)) / max(1, len(_HIGH.findall(text)))
    return max(shares, key=lambda codec: shares[codec])


def _single(data: bytes, codec: str) -> str:
    """Decode with a single-byte codec; a byte that it does not know becomes a control character."""
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return "".join(
            piece.decode("latin-1") if i % 2 else piece.decode(codec)
            for i, piece in enumerate(re.split(rb"([\x81\x8d\x8f\x90\x9d]+)", data))
        )


def _utf16(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    return Decoded(text[1:], encoding, ("bom",)) if text.startswith("\ufeff") else Decoded(text, encoding)


def _wide(data: bytes) -> str | None:
    """Return which UTF-16 the bytes are in, judged by the mark or by where the NUL bytes stand."""
    for bom, encoding in _BOMS[1:]:
        if data.startswith(bom):
            return encoding
    head = data[:4000]
    low, high = head[::2].count(0), head[1::2].count(0)
    if len(head) >= 4 and max(low, high) > 0.35 * len(head) and min(low, high) < 0.01 * len(head):
        return "utf-16-be" if low > high else "utf-16-le"
    return None


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _joined(decoded: Decoded, mend: str) -> Decoded:
    return Decoded(decoded.text, decoded.encoding, (mend, *decoded.mended))
