"""Which encoding a text file is in."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protokoll.sources.encoding import decode, is_binary
from tests.sources.words import PLAIN, TYPOGRAPHIC, texts

NAMES = {
    "utf-8": "utf-8",
    "utf-8-sig": "utf-8",
    "utf-16": "utf-16-le",
    "utf-16-le": "utf-16-le",
    "utf-16-be": "utf-16-be",
    "latin-1": "latin-1",
    "cp1252": "windows-1252",
    "mac_roman": "macroman",
    "cp850": "cp850",
}


@pytest.mark.parametrize("codec", NAMES)
@given(text=texts(*PLAIN))
def test_letters_come_back(codec: str, text: str) -> None:
    """Swedish text in any of the encodings is decoded to the letters that were encoded."""
    assert decode(text.encode(codec)).text == text


@pytest.mark.parametrize("codec", ["utf-8", "utf-16", "cp1252", "mac_roman"])
@given(text=texts(*PLAIN, *TYPOGRAPHIC))
def test_typography_comes_back(codec: str, text: str) -> None:
    """Curly quotes, dashes and bullets do not mislead the choice, where the encoding has them."""
    assert decode(text.encode(codec)).text == text


@pytest.mark.parametrize(("codec", "name"), NAMES.items())
def test_encoding_is_named(codec: str, name: str) -> None:
    """The encoding that was found is told by its usual name."""
    sentences = PLAIN if codec in ("latin-1", "cp850") else PLAIN + TYPOGRAPHIC
    assert decode("\n".join(sentences).encode(codec)).encoding == name


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_utf8_is_never_doubted(text: str) -> None:
    """Whatever is UTF-8 is decoded as UTF-8, also text that is not Swedish."""
    if not text.startswith("\ufeff") and "\0" not in text:
        assert decode(text.encode("utf-8")).text == text


@given(st.binary(max_size=300))
def test_any_bytes_decode(data: bytes) -> None:
    """No bytes make decoding fail, and what comes out can be written as UTF-8 again."""
    decode(data).text.encode("utf-8")


def test_byte_order_mark() -> None:
    """A byte order mark is taken off, and that is told."""
    decoded = decode(codecs.BOM_UTF8 + "Ärende".encode())
    assert (decoded.text, decoded.mended) == ("Ärende", ("bom",))
    assert decode("Ärende".encode("utf-16")).mended == ("bom",)
    assert decode("Ärende".encode()).mended == ()


def test_a_stray_byte_in_utf8() -> None:
    """One byte of an older encoding does not turn the rest of a UTF-8 text to mojibake."""
    text = "\n".join(PLAIN)
    data = text.encode() + "\nunder hösten".encode("cp1252")
    decoded = decode(data)
    assert decoded.text == text + "\nunder hösten"
    assert (decoded.encoding, decoded.mended) == ("utf-8", ("stray_bytes",))


@pytest.mark.parametrize("codec", ["cp1252", "mac_roman"])
def test_two_files_in_one(codec: str) -> None:
    """A file put together from one in UTF-8 and one in an older encoding is decoded piece by piece."""
    text = "\n".join(PLAIN)
    decoded = decode((text + "\n").encode() + (text + "\n" + text).encode(codec))
    assert decoded.text == "\n".join([text] * 3)
    assert decoded.mended == ("stray_bytes",)


def test_text_cut_within_a_letter() -> None:
    """A UTF-8 text that was cut in the middle of a letter keeps all letters before the cut."""
    text = "\n".join(PLAIN) + "\nAvslås på"
    assert decode((text + "å").encode()[:-1]).text[:-1] == text


def test_undefined_windows_bytes() -> None:
    """A byte that Windows-1252 does not define becomes a control character, as in every browser."""
    assert decode("Ärendet är ”klart”.".encode("cp1252") + b"\x9d").text == "Ärendet är ”klart”.\x9d"


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 4,
        b"\x00\x01\x02\x03" * 50,
        b"header\n" + b"\x00" * 100,
        b"\x9c\x1d\x03\xb1\x07\x88\x14\xee\x05\x19" * 30,
    ],
)
def test_binary(data: bytes) -> None:
    """Bytes that are no text are known by their NUL and control bytes."""
    assert is_binary(data)


@pytest.mark.parametrize("codec", NAMES)
def test_text_is_not_binary(codec: str) -> None:
    """Text is not binary in any of the encodings, UTF-16 with its many NUL bytes included."""
    assert not is_binary("\n".join(PLAIN).encode(codec))


def test_stray_controls_are_text() -> None:
    """A control character here and there, and passages in a font without a Unicode map, are text."""
    assert not is_binary(b"Beslut\x07 om\x00 detaljplan\x1a")
    assert not is_binary(("Beslut om detaljplan " * 6 + "\x0e\x0f\x10\x11\x12\x13\x14\x15").encode())
