"""Words of a passage are led back to print, letter for letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protokoll.model.text import Passage, Span
from protokoll.positions.claims import narrow
from protokoll.positions.claims.alignment import Alignment

_HEAD = "\n\f Almunda kommun\nProtokoll 2022-09-14\nSida 3 (9)\n\n"


def _passage(text: str, printed: str) -> Passage:
    return Passage(text, Span(100, 100 + len(printed)), 7, printed)


def _narrowed(text: str, printed: str, words: str) -> Passage:
    start = text.index(words)
    return narrow(_passage(text, printed), start, start + len(words))


@pytest.mark.parametrize(
    ("text", "printed", "words", "found"),
    [
        ("Vi vill mer. Nu.", "Vi vill mer. Nu.", "Vi vill mer.", "Vi vill mer."),
        ("Vi vill mer. Nu.", "Vi vill\n\n mer.  Nu.", "Nu.", "Nu."),
        ("Nya badplatser. Nu.", "Nya bad-\nplatser. Nu.", "Nya badplatser.", "Nya bad-\nplatser."),
        ("Fler EU-medborgare. Ja.", "Fler EU-\nmedborgare. Ja.", "Fler EU-medborgare.", "Fler EU-\nmedborgare."),
        ("Vi vill mer. Nu.", f"Vi vill{_HEAD}mer. Nu.", "Vi vill mer.", f"Vi vill{_HEAD}mer."),
        ("Vi vill mer. Nu.", f"Vi vill mer.{_HEAD}Nu.", "Nu.", "Nu."),
        ("Vi vill mer. Nu.", "Vi vi11 rner. Nu.", "Vi vill mer.", "Vi vi11 rner."),
        ("Vi vill mer. Nu räcker det.", "Vi vill mer. Nu räek er det.", "Nu räcker det.", "Nu räek er det."),
        ("Avsnitt (a) är nytt. Ja.", "Avsnitt (a) är nytt. Ja.", "a", "a"),
    ],
)
def test_words_are_found_in_print(text: str, printed: str, words: str, found: str) -> None:
    """Line breaks, hyphens, page heads and misread letters belong to the words they stand in, and to no others."""
    part = _narrowed(text, printed, words)
    assert part.printed == found
    assert part.text == words
    assert printed[part.span.start - 100 : part.span.end - 100] == found


def test_the_page_is_that_of_the_words() -> None:
    """Words after a page end stand on the next page."""
    text, printed = "Vi vill mer. Nu.", f"Vi vill mer.{_HEAD}Nu."
    assert _narrowed(text, printed, "Vi vill mer.").page == 7
    assert _narrowed(text, printed, "Nu.").page == 8


def test_the_gap_is_what_is_printed_between_two_words() -> None:
    """What stands between two words of the text is given as printed; after the last there is nothing."""
    alignment = Alignment(_passage("Vi vill mer.", "Vi \n\nvill mer."))
    assert alignment.gap(2) == " \n\n"
    assert alignment.gap(12) == ""


_WORDS = st.lists(st.sampled_from([f"ord{number}" for number in range(60)]), min_size=2, max_size=40, unique=True)


@given(_WORDS, st.data())
def test_any_stretch_is_verbatim(words: list[str], data: st.DataObject) -> None:
    """However words are broken over lines and a page, a stretch of them reads the same in print, its head apart."""
    gaps = data.draw(st.lists(st.sampled_from([" ", "\n", " \n\n"]), min_size=len(words), max_size=len(words)))
    gaps[data.draw(st.integers(0, len(words) - 2))] = _HEAD
    printed = "".join(word + gap for word, gap in zip(words, gaps, strict=True)).rstrip()
    text = " ".join(words)
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    start, end = len(" ".join(words[:first])) + bool(first), len(" ".join(words[: last + 1]))
    part = narrow(_passage(text, printed), start, end)
    assert part.printed == printed[part.span.start - 100 : part.span.end - 100]
    assert part.printed.replace(_HEAD, " ").split() == words[first : last + 1]
