"""Lists begin and end where their labels say."""

from protokoll.grammar import load
from protokoll.model.text import Span
from protokoll.parsing.rosters.sections import find_sections


def _lists(words: str) -> list[tuple[str, str]]:
    return [
        (
            "+".join(kind.value for kind in section.kinds),
            " ".join("".join(span.of(words) for span in section.spans).split()),
        )
        for section in find_sections(words, Span(0, len(words)), load())
    ]


def test_signatures_open_no_list() -> None:
    """An office after 'Underskrifter' or 'Justerare' is a signature; one before them is a list."""
    words = "Ordförande: Eva Ek (S)\nJusterare: Bo Ask\nSekreterare  Liv Alm\nOrdförande  Eva Ek\n"
    assert _lists(words) == [("chair", "Eva Ek (S)")]


def test_a_list_on_the_next_page_opens_again() -> None:
    """After the signatures the attendance list may follow."""
    words = "Beslutande  Se sidan 2\nUnderskrifter\nSekreterare  Liv Alm\nLedamöter\nEva Ek (S)\n"
    assert _lists(words) == [("members", "Se sidan 2"), ("members", "Eva Ek (S)")]


def test_the_head_of_an_item_ends_a_list() -> None:
    """The first § and a line of contents are no persons; §§ on a line of their own are a note."""
    words = "Ledamöter\nEva Ek (S)\n§§ 3–5\nBo Ask (M)\n§ 1 Motion av Liv Alm (V)\n"
    assert _lists(words) == [("members", "Eva Ek (S) §§ 3–5 Bo Ask (M)")]


def test_labels_before_their_lists() -> None:
    """Lists in as many blocks as there were labels are given out one to one."""
    words = "Plats\nBeslutande\nÖvriga\n\nSalen\n\nEva Ek (S)\n\nBo Ask, chef\n"
    assert _lists(words) == [("members", "Eva Ek (S)"), ("others", "Bo Ask, chef")]
    assert _lists("Plats Beslutande Övriga närvarande Salen Eva Ek (S) Bo Ask, chef")[0][0] == "members+others"


def test_an_empty_list_is_followed_by_the_next() -> None:
    """A label right after another leaves the first one empty."""
    assert _lists("Tjänstgörande ersättare\n\nErsättare\nEva Ek (S)\n") == [("substitutes", "Eva Ek (S)")]
