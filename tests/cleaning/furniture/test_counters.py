"""Page counters in the shapes that clerks print."""

import pytest

from protokoll.cleaning.furniture.counters import find_column_numbers, find_counters, letters, read_counter
from protokoll.cleaning.furniture.lines import split_lines
from protokoll.grammar import load

SHAPES = [
    ("22 (74)", 22, 74),
    ("2(42)", 2, 42),
    ("1[25]", 1, 25),
    ("Sida 3 (3)", 3, 3),
    ("Sid 311 (410)", 311, 410),
    ("Sidan 1 av 2", 1, 2),
    ("Sida 4/37", 4, 37),
    ("Blad nr 7", 7, None),
    ("SIDA 12", 12, None),
]
NONE = [
    "12",
    "12/37",
    "2016-12-13",
    "(12)",
    "18:19",
    "74 (22)",
    "Ja (16)",
    "§ 12",
    "Motionen avslås",
    "1.3.1-585/2016",
    "12 (maj)",
]


@pytest.mark.parametrize(("text", "number", "total"), SHAPES)
def test_shapes(text: str, number: int, total: int | None) -> None:
    """A counter alone on its line is read, with the number of pages where it is printed."""
    assert read_counter(text, load()) == (number, total, "")


@pytest.mark.parametrize("text", NONE)
def test_other_numbers_count_no_pages(text: str) -> None:
    """Dates, times, tallies and bare numbers are no counters."""
    assert read_counter(text, load()) is None


def test_a_counter_among_words_needs_its_like() -> None:
    """Words beside a counter must stand beside a higher one too, or the line is text."""
    lines = split_lines("Ekby kommun 1 (3)\nse bilaga 2 (3)\nEkby kommun 2 (3)\nKostnaden är 5 (9)")
    assert sorted(find_counters(lines, load())) == [0, 2]


def test_a_date_beside_a_counter_counts_as_words() -> None:
    """A head may hold nothing but date and counter."""
    lines = split_lines("2019-11-18    3[25]\nBeslut\n2019-11-18    5[25]")
    assert [counter.number for counter in find_counters(lines, load()).values()] == [3, 5]


def test_bare_numbers_keep_step_with_page_ends() -> None:
    """A number alone beside a page end is a counter if it rises with the pages, and a cell of a table if not."""
    pages = "\n\f".join(f"Text på sidan\n{number}" for number in range(4, 9))
    assert [counter.number for counter in find_counters(split_lines(pages), load()).values()] == [4, 5, 6, 7, 8]
    cells = "\n\f".join(f"Text på sidan\n{number}" for number in (63, 12, 7, 51, 9))
    assert find_counters(split_lines(cells), load()) == {}


def test_a_number_below_the_word_for_page() -> None:
    """In a head of columns the number stands below its word, in the last column."""
    lines = split_lines("Ekby kommun      Sida\nKommunstyrelsen      14\nBeslut")
    assert find_column_numbers(lines, load())[1].number == 14


def test_letters_are_what_repeats() -> None:
    """The same head on two pages has the same letters; a date alone is itself."""
    assert letters("Sammanträdesdatum: 2024-03-21") == letters("Sammanträdesdatum 2024-05-02")
    assert letters("2024-03-21") != letters("2024-05-02")


def test_cells_of_a_table_with_words_are_no_counters() -> None:
    """Numbers right below each other that do not count on are a table's, whatever stands beside them."""
    assert find_counters(split_lines("3 (9) röster\n6 (9) röster\n"), load()) == {}
