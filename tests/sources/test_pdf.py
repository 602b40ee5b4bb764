"""PDF files: whole, locked, damaged, and of pictures."""

import random

import pytest

from protokoll.errors import BrokenInput, EmptyInput, EncryptedInput, PicturesOnly, ProtokollError, TooLarge
from protokoll.sources import pdf, read
from protokoll.sources.pdf import read_pdf
from tests.sources.paper import Words, column, make_form, make_pdf, make_picture

WORD = "å1"
PAGE = [Words(72, 700, "Nämnden avslår motionen.")]


def test_pages() -> None:
    """Pages are joined by a form feed."""
    source = read("beslut.pdf", make_pdf(PAGE, column(72, 700, ["§ 2", "Val"])))
    assert source.text == "Nämnden avslår motionen.\n\f§ 2\nVal"
    assert (source.reader, source.encoding, source.mended) == ("pdf", None, ())


def test_page_without_text() -> None:
    """A page without text among pages with text is an empty page."""
    assert read("beslut.pdf", make_pdf(PAGE, [], PAGE)).text.split("\f") == [
        "Nämnden avslår motionen.\n",
        "\n",
        "Nämnden avslår motionen.",
    ]


def test_form() -> None:
    """What was filled in on a form belongs to its text."""
    assert read("blankett.pdf", make_form("Namn:", "Åsa Öberg")).text == "Namn:   Åsa Öberg"


def test_locked() -> None:
    """A PDF that wants a password is told from a damaged one."""
    with pytest.raises(EncryptedInput, match=r"hemlig\.pdf is a PDF that wants a password"):
        read("hemlig.pdf", make_pdf(PAGE, password=WORD))


def test_locked_but_open() -> None:
    """A PDF that is locked against changes only can be read."""
    assert read("beslut.pdf", make_pdf(PAGE, password="")).text == "Nämnden avslår motionen."


@pytest.mark.parametrize("pages", [1, 6])
def test_pictures(pages: int) -> None:
    """A PDF whose pages are pictures is refused, with advice to give it a text layer."""
    with pytest.raises(PicturesOnly, match="has no text: its") as caught:
        read("skannat.pdf", make_picture(pages))
    assert "ocrmypdf" in str(caught.value)


def test_scanned_and_signed() -> None:
    """The stamp of an electronic signature on each scanned page is no text of the record."""
    with pytest.raises(PicturesOnly, match="its 2 pages are pictures"):
        read("skannat.pdf", make_picture(2, Words(20, 20, "Signature reference: 768a99c7")))


def test_scanned_with_text_layer() -> None:
    """A scanned page with a text layer is read, and so is a short page with a small picture."""
    lines = ["Nämnden beslutar att avslå motionen om en", "ny bro över ån, eftersom den blir för dyr och", "tar tid."]
    assert read("skannat.pdf", make_picture(1, *column(72, 700, lines))).text == "\n".join(lines)
    assert read("brev.pdf", make_picture(1, *column(72, 700, ["Motion"]), size=90)).text == "Motion"


def test_blank_pages() -> None:
    """Pages with nothing on them are no pictures."""
    with pytest.raises(EmptyInput, match="a PDF of 2 pages with nothing to read"):
        read("tomt.pdf", make_pdf([], []))


def test_no_pages() -> None:
    """A PDF without any page is broken, also when a locked file was met before."""
    with pytest.raises(EncryptedInput):
        read("hemlig.pdf", make_pdf(PAGE, password=WORD))
    with pytest.raises(BrokenInput, match=r"tomt\.pdf"):
        read("tomt.pdf", make_pdf())


def test_padded() -> None:
    """Zeros after the end do not make a whole PDF a broken one."""
    assert read("beslut.pdf", make_pdf(PAGE) + b"\x00" * 20_000).text == "Nämnden avslår motionen."


def test_cut_off() -> None:
    """A PDF that is cut off anywhere is refused, and never read in part."""
    data = make_pdf(PAGE, PAGE)
    for end in range(1, len(data) - len("startxref\n1234\n%%EOF\n"), 13):
        with pytest.raises((BrokenInput, EmptyInput) if end > 10 else ProtokollError):
            read("beslut.pdf", b"%PDF-1.4" + data[8:end])


def test_damaged_anywhere() -> None:
    """Whatever bytes are wrong, there is a text or a refusal in words."""
    chance = random.Random(5)  # noqa: S311 - no secret hangs on it
    data = make_pdf(PAGE, PAGE)
    for _ in range(300):
        damaged = bytearray(data)
        for _ in range(chance.randint(1, 20)):
            damaged[chance.randrange(8, len(data))] = chance.randrange(256)
        try:
            assert read("beslut.pdf", bytes(damaged)).text
        except ProtokollError as error:
            assert "beslut.pdf" in error.message


def test_too_much_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """A PDF with more text than a record can hold is refused before all of it is read."""
    monkeypatch.setattr(pdf, "LIMIT", 30)
    with pytest.raises(TooLarge, match=r"arkiv\.pdf holds more than"):
        read_pdf(make_pdf(PAGE, PAGE), "arkiv.pdf")
