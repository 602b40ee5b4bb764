"""The numbers of pages, from the counters that are printed on some of them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from protokoll.cleaning.furniture.counters import Counter
from protokoll.cleaning.numbering import number_pages

Printed = list[tuple[int, str, Counter | None]]


def _counters(**numbers: int) -> Printed:
    return [(int(page[1:]), "", Counter(number, None)) for page, number in numbers.items()]


CASES: dict[str, tuple[Printed, int, list[int]]] = {
    "nothing printed": ([], 3, [1, 2, 3]),
    "a counter on each page": (_counters(p0=3, p1=4, p2=5), 3, [3, 4, 5]),
    "the pages before the first counter": (_counters(p2=9), 4, [7, 8, 9, 10]),
    "a page that was left out": (_counters(p0=3, p1=4, p2=6), 3, [3, 4, 6]),
    "a number that falls": (_counters(p0=3, p1=4, p2=1, p3=6, p4=7), 5, [3, 4, 5, 6, 7]),
    "numbers without order": (_counters(p0=8, p1=4, p2=1), 3, [1, 2, 3]),
    "a number below the first page": (_counters(p3=2), 4, [1, 2, 3, 4]),
    "a bare number that keeps step": (
        [(page, f"Årsredogörelse {page + 4}", None) for page in range(4)],
        4,
        [4, 5, 6, 7],
    ),
    "a year in every head": ([(page, "Budget 2024", None) for page in range(4)], 4, [1, 2, 3, 4]),
}


@pytest.mark.parametrize(("printed", "pages", "numbers"), CASES.values(), ids=CASES)
def test_numbers_follow_the_counters(printed: Printed, pages: int, numbers: list[int]) -> None:
    """Printed numbers count when they rise with the pages, and the pages between them are counted on."""
    assert number_pages(printed, pages) == numbers


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 60)), max_size=20), st.integers(1, 40))
def test_every_page_gets_a_number(printed: list[tuple[int, int]], pages: int) -> None:
    """Each page has a number of at least 1, whatever is printed."""
    known: Printed = [(page, "", Counter(number, None)) for page, number in printed if page < pages]
    numbers = number_pages(known, pages)
    assert len(numbers) == pages
    assert min(numbers) >= 1
