"""The archive's own words: what a file of them may hold, and what is refused."""

from pathlib import Path

import pytest

from protokoll.cli.lexicon import read_lexicon
from protokoll.errors import BinaryInput, EmptyInput, MissingInput, ProtokollError


def test_words_of_a_file(tmp_path: Path) -> None:
    """One or more on a line, a byte order mark or not; figures are no words."""
    path = tmp_path / "orter.txt"
    path.write_bytes("\ufeffÄlvinge Ljungsäter\nNorra Al-Ängen 1998\nÄlvinge\n".encode())
    assert read_lexicon(path) == ("Al-Ängen", "Ljungsäter", "Norra", "Älvinge")


@pytest.mark.parametrize(
    ("data", "error"), [(b"", EmptyInput), (b"1998\n\n", EmptyInput), ("Älvinge".encode("latin-1"), BinaryInput)]
)
def test_what_is_no_lexicon(tmp_path: Path, data: bytes, error: type[ProtokollError]) -> None:
    """A file without words, or in another encoding, is refused by name."""
    path = tmp_path / "orter.txt"
    path.write_bytes(data)
    with pytest.raises(error, match=r"orter\.txt"):
        read_lexicon(path)


def test_lexicon_that_is_not_there(tmp_path: Path) -> None:
    """A wrong path, or a folder, is a missing input."""
    for path in (tmp_path / "borta.txt", tmp_path):
        with pytest.raises(MissingInput, match=path.name):
            read_lexicon(path)
