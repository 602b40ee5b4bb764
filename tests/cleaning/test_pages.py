"""The pages of a source and the furniture that was taken out, in the coordinates of the source."""

import pytest

from protokoll.model.text import CleanText, Span
from tests.cleaning.pages_of_text import clean_words, make_pages

BODY = "Kommunstyrelsen beslutar att avslå förslaget från\nbarn- och utbildningsnämnden.\n\nKarin Ek (S) yrkar bifall."
BODIES = [f"§ {number}\n{BODY}\n\nBeslut\n{BODY}" for number in range(1, 6)]
HEAD = "Älvinge kommun\nKommunstyrelsen\nProtokoll\nSammanträdesdatum 2024-03-21"

LAYOUTS = {
    "the counter opens the page": make_pages(BODIES, head=HEAD + "\nSida {page} (7)", first=3),
    "the counter opens the page, form feeds": make_pages(BODIES, head=HEAD + "\n{page}(7)", feed="\f", first=3),
    "the counter closes the page, form feeds": make_pages(BODIES, head=HEAD, foot="{page}(7)", feed="\f", first=3),
}


def _pages_of_heads(clean: CleanText) -> list[int]:
    """Return the page on which the head of each § stands."""
    places = [clean.text.index(f"§ {number}\n") for number in range(1, len(clean.pages) + 1)]
    return [clean.page(Span(place, place + 1)) for place in places]


@pytest.mark.parametrize("text", LAYOUTS.values(), ids=LAYOUTS)
def test_pages_have_the_printed_numbers(text: str) -> None:
    """Each § of a page is found on the page that its counter tells."""
    clean = clean_words(text)
    assert [page.number for page in clean.pages] == [3, 4, 5, 6, 7]
    assert _pages_of_heads(clean) == [3, 4, 5, 6, 7]


def test_pages_are_counted_from_one() -> None:
    """Without counters the form feeds are counted."""
    clean = clean_words("§ 1\nMotionen avslås.\n\f§ 2\nMotionen avslås.\n\f\n§ 3\nMotionen avslås.\n")
    assert [page.number for page in clean.pages] == [1, 2, 3]
    assert _pages_of_heads(clean) == [1, 2, 3]


def test_a_counter_that_closes_its_page() -> None:
    """Where the text shows no page ends, a first counter at the end of the first page tells that they close pages."""
    clean = clean_words(make_pages(BODIES, foot="Justerandes sign\n\nSida {page} (5)"))
    assert _pages_of_heads(clean) == [1, 2, 3, 4, 5]


def test_a_text_without_pages_is_one_page() -> None:
    """A text that shows no pages is page 1 from its first character."""
    assert [(page.start, page.number) for page in clean_words("§ 1 Val\n").pages] == [(0, 1)]


def test_furniture_is_kept_in_source_coordinates() -> None:
    """The body, date and number of each head are read from passages of the source."""
    text = make_pages(BODIES, head=HEAD + "\nSida {page} (7)", feed="\f", first=3)
    clean = clean_words(text)
    assert all(passage.printed == passage.span.of(text) for passage in clean.furniture)
    texts = [passage.text for passage in clean.furniture]
    assert texts.count("Sammanträdesdatum 2024-03-21") >= 4
    assert [each for each in texts if each.startswith("Sida")] == [f"Sida {page} (7)" for page in (3, 4, 5, 6, 7)]
    assert [passage.page for passage in clean.furniture if passage.text.startswith("Sida")] == [3, 4, 5, 6, 7]
