"""Blocks of lines on a page."""

from protokoll.sources.blocks import find_blocks
from protokoll.sources.lines import Line
from tests.sources.test_lines import line


def column(left: float, *texts: str, top: float = 700) -> list[Line]:
    """Return lines one under another."""
    return [line(text, left, top - 14 * i) for i, text in enumerate(texts)]


def blocks(lines: list[Line]) -> list[list[str]]:
    """Return the words of each block that is found."""
    return [[each.text for each in block.lines] for block in find_blocks(lines)]


def test_a_column_is_one_block() -> None:
    """Lines one under another are one block, whatever their length."""
    assert blocks(column(60, "en", "två", "tre")) == [["en", "två", "tre"]]


def test_white_space_ends_a_block() -> None:
    """Much white space ends a block."""
    assert blocks(column(60, "en") + column(60, "två", top=600)) == [["en"], ["två"]]


def test_columns_are_two_blocks() -> None:
    """Running text in two columns is two blocks."""
    left = ["nämnden avslår det förslag", "om en ny bro över ån", "som har väckts i en motion"]
    right = ["kostnaden för en sådan bro", "ryms inte i årets budget", "men kan prövas nästa år"]
    assert blocks(column(60, *left) + column(300, *right)) == [left, right]


def test_votes_beside_names() -> None:
    """A column of votes drawn after the column of names is joined with it, row by row."""
    names, votes = ["Anna Alm (S)", "Bo Berg (M)", "Cia Ceder (V)"], ["Ja", "Nej", "Avstår"]
    assert blocks(column(60, *names) + column(300, *votes)) == [
        ["Anna Alm (S)   Ja", "Bo Berg (M)   Nej", "Cia Ceder (V)   Avstår"]
    ]


def test_votes_with_holes() -> None:
    """A column with empty cells is joined too: each cell stands at the height of its row."""
    marks = [line("X", 300, 700), line("X", 300, 672), line("X", 300, 658)]
    lines = column(60, "Anna Alm (S)", "Bo Berg (M)", "Cia Ceder (V)", "Dag Dahl (SD)") + marks
    assert blocks(lines) == [["Anna Alm (S)   X", "Bo Berg (M)", "Cia Ceder (V)   X", "Dag Dahl (SD)   X"]]


def test_title_above_two_columns() -> None:
    """A title drawn between the columns that it stands above belongs to neither."""
    left = column(60, "vänster spalt här", "och en rad till")
    title = Line("En rubrik över båda spalterna", 60, 730, 380, 750)
    right = column(300, "höger spalt börjar", "och slutar här")
    assert blocks([*left, title, *right]) == [
        ["vänster spalt här", "och en rad till"],
        ["En rubrik över båda spalterna"],
        ["höger spalt börjar", "och slutar här"],
    ]
