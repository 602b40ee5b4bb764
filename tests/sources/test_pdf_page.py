"""The text of one PDF page."""

from itertools import chain

import pytest

from protokoll.sources import read
from tests.sources.paper import Words, column, make_pdf


def text(*words: Words, rotate: int = 0) -> str:
    """Return the text that is read from a page with these words."""
    return read("blad.pdf", make_pdf(list(words), rotate=rotate)).text


def test_lines_and_letters() -> None:
    """Each line is a line, with its Swedish letters and signs."""
    lines = ["§ 1 Mötets öppnande", "Åsa Öberg (S) hälsar välkommen – 25 kr (moms)"]
    assert text(*column(72, 760, lines)) == "\n".join(lines)


def test_hyphen_at_line_end() -> None:
    """A hyphen at the end of a line stays there, and so does the line end."""
    assert text(*column(72, 760, ["kommun-", "styrelsen", "IT-stöd"])) == "kommun-\nstyrelsen\nIT-stöd"


def test_paragraphs() -> None:
    """Paragraphs and headings stand apart by an empty line."""
    heading = column(72, 760, ["§ 1"], size=14)
    first = column(72, 735, ["Rad ett i första stycket", "rad två", "rad tre."])
    second = column(72, 680, ["Rad ett i andra stycket", "rad två."])
    assert text(*heading, *first, *second) == (
        "§ 1\n\nRad ett i första stycket\nrad två\nrad tre.\n\nRad ett i andra stycket\nrad två."
    )


NAMES = column(60, 700, ["Anna Alm (S)", "Bo Berg (M)", "Cia Ceder (V)"])
VOTES = column(300, 700, ["Ja", "Nej", "Avstår"])
ROLL = "Anna Alm (S)   Ja\nBo Berg (M)   Nej\nCia Ceder (V)   Avstår"


def test_roll_drawn_by_row() -> None:
    """The cells of a row are apart by three spaces."""
    assert text(*chain(*zip(NAMES, VOTES, strict=True))) == ROLL


def test_roll_drawn_by_column() -> None:
    """A roll that was drawn column by column is read row by row."""
    assert text(*NAMES, *VOTES) == ROLL


def test_spread_words_are_no_cells() -> None:
    """The wide spaces of a line set to full width are not taken for gaps between cells."""
    words = (Words(72, 700, "Nämnden"), Words(132, 700, "beslutar"), Words(186, 700, "avslå"))
    assert text(*words) == "Nämnden beslutar avslå"


def test_two_columns() -> None:
    """Running text in two columns is read one column after the other."""
    left = ["vänster spalt börjar här och", "går vidare med fler ord"]
    right = ["höger spalt börjar här och", "går vidare den också"]
    assert text(*column(320, 700, right), *column(60, 700, left)) == "\n".join([*left, *right])


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_turned_page(rotate: int) -> None:
    """A page that is turned on screen has the same text."""
    assert text(*column(72, 760, ["Rad ett", "rad två", "rad tre"]), rotate=rotate) == "Rad ett\nrad två\nrad tre"


def test_page_written_sideways() -> None:
    """Lines that run upwards are read from left to right as the page is turned."""
    lines = [Words(100 + 14 * i, 100, line, 11, True) for i, line in enumerate(["Rad ett", "rad två", "rad tre"])]
    assert text(*lines) == "Rad ett\nrad två\nrad tre"


def test_note_in_the_margin() -> None:
    """A turned note beside the text comes last and does not disturb the lines."""
    note = Words(20, 690, "Referens 768a99", 8, True)
    assert text(note, *column(72, 760, ["Rad ett", "rad två"])) == "Rad ett\nrad två\n\nReferens 768a99"


def test_foot_drawn_first() -> None:
    """The foot of the page is its last line, and the head its first."""
    body = column(72, 720, ["Rad ett", "rad två", "rad tre"])
    words = [Words(72, 30, "Sida 1 (3)"), *body, Words(72, 800, "KOMMUNSTYRELSEN")]
    assert text(*words) == "KOMMUNSTYRELSEN\n\nRad ett\nrad två\nrad tre\n\nSida 1 (3)"
