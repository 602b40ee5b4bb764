"""From a path, or bytes, to the text as found."""

import hashlib
import io
import os
import sys
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protokoll.errors import BinaryInput, EmptyInput, MissingInput, ProtokollError, TooLarge
from protokoll.sources import read, source
from tests.sources.paper import Words, make_pdf

TEXT = "§ 1\nNämnden avslår motionen.\n"


class Stdin:
    """Standard input with these bytes waiting."""

    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


def test_file(tmp_path: Path) -> None:
    """A file is read with its size and digest."""
    path = tmp_path / "beslut.txt"
    path.write_bytes(TEXT.encode())
    found = read(path)
    assert (found.path, found.text, found.encoding) == (str(path), TEXT, "utf-8")
    assert (found.size, found.sha256) == (len(TEXT.encode()), hashlib.sha256(TEXT.encode()).hexdigest())
    assert found == read(str(path))


def test_content_and_not_suffix(tmp_path: Path) -> None:
    """What a file is, is told by its content: names lie."""
    path = tmp_path / "beslut.txt"
    path.write_bytes(make_pdf([Words(72, 700, "Beslut")]))
    assert (read(path).reader, read("protokoll.pdf", b"Beslut").reader) == ("pdf", "text")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\v", "\u2028"])
def test_line_ends(end: str) -> None:
    """Line ends of any kind become one kind, which is told where it was another."""
    found = read("-", TEXT.replace("\n", end).encode())
    assert found.text == TEXT
    assert found.mended == (() if end == "\n" else ("line_ends",))


def test_form_feeds() -> None:
    """A form feed stays as the end of a page; the one after the last page is left out."""
    assert read("-", b"sida 1\n\fsida 2\n\f").text == "sida 1\n\fsida 2\n"


def test_as_found() -> None:
    """Letters in parts, soft hyphens and hard spaces are left to the cleaning."""
    text = "fo\u0308rslag\u00adet kostar 5\u00a0000 kr\u200b"
    assert read("-", text.encode()).text == text


def test_mojibake() -> None:
    """Letters decoded wrongly once before are set right, and that is told."""
    found = read("-", "nÃ¤mndens fÃ¶rslag".encode())
    assert (found.text, found.mended) == ("nämndens förslag", ("mojibake",))


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """The path `-` is standard input, unless its bytes are given."""
    monkeypatch.setattr(sys, "stdin", Stdin(TEXT.encode()))
    found = read("-")
    assert (found.text, found.path) == (TEXT, "-")


def test_pipe() -> None:
    """A path may be a pipe, as a shell makes it for `<(…)`."""
    out, into = os.pipe()
    os.write(into, TEXT.encode())
    os.close(into)
    assert read(f"/dev/fd/{out}").text == TEXT
    os.close(out)


def test_missing(tmp_path: Path) -> None:
    """A file that is not there is named."""
    with pytest.raises(MissingInput, match=r"there is no file .*borta\.txt"):
        read(tmp_path / "borta.txt")


def test_folder(tmp_path: Path) -> None:
    """A folder is told from a file, and the files in it are asked for."""
    with pytest.raises(MissingInput, match="is a folder; give the files in it"):
        read(tmp_path)


def test_forbidden(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that may not be opened is told from one that is not there."""

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "sekretess.txt"
    path.write_bytes(b"x")
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(MissingInput, match="may not be opened"):
        read(path)


@pytest.mark.parametrize("path", ["a\0b.txt", "a" * 5000])
def test_impossible_names(path: str) -> None:
    """A name that no file can have is a missing file too."""
    with pytest.raises(MissingInput, match="cannot be opened"):
        read(path)


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", "\u00a0\u200b\n".encode(), b"\x00" * 50, b"\f\f"])
def test_empty(data: bytes) -> None:
    """Nothing, white space, a lone byte order mark and zeros are empty."""
    with pytest.raises(EmptyInput, match=r"tom\.txt (is empty|holds nothing)"):
        read("tom.txt", data)


def test_other_formats() -> None:
    """A file of a known kind is refused by the name of its kind, with advice."""
    with pytest.raises(BinaryInput, match=r"bild\.txt is a picture \(PNG\); make it a PDF"):
        read("bild.txt", b"\x89PNG\r\n\x1a\n\x00\x00")


def test_large_file_is_not_read(tmp_path: Path) -> None:
    """A text of 200 MB is refused by its size alone."""
    path = tmp_path / "arkiv.txt"
    with path.open("wb") as file:
        file.write(TEXT.encode())
        file.truncate(200_000_000)
    tracemalloc.start()
    with pytest.raises(TooLarge, match=r"arkiv\.txt is larger than 20 MB"):
        read(path)
    assert tracemalloc.get_traced_memory()[1] < 2_000_000
    tracemalloc.stop()


def test_large_pipe_is_not_read_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stream is read no further than the limit."""
    stdin = Stdin(b"ord " * 1000)
    monkeypatch.setattr(source, "_LIMITS", {"text": 100, "pdf": 100})
    monkeypatch.setattr(source, "_HEAD", 50)
    monkeypatch.setattr(sys, "stdin", stdin)
    with pytest.raises(TooLarge, match="standard input"):
        read("-")
    assert stdin.buffer.tell() <= 101


@given(st.binary(max_size=400) | st.binary(max_size=200).map(lambda data: b"%PDF-1.4\n" + data))
def test_any_bytes(data: bytes) -> None:
    """Any bytes give a text that can be written as UTF-8, or a refusal that names the file."""
    try:
        assert read("fil.bin", data).text.encode("utf-8")
    except ProtokollError as error:
        assert "fil.bin" in error.message
