"""Persons whom a damaged text names again and again."""

import pytest

from protokoll.cleaning.repair.persons import same_persons
from protokoll.model.text import Span

OFTEN = "Eva Trygvadottir (S) yrkar bifall. " * 3


def changes(text: str, known: frozenset[str] = frozenset()) -> list[str]:
    """What would be written, in order."""
    return [edit.text for edit in same_persons(text, [Span(0, len(text))], known.__contains__)]


def test_a_rare_reading_follows_the_frequent_one() -> None:
    """One letter of one word, with the same party and the same other name."""
    assert changes(OFTEN + "Eva Tryegvadottir (S) yrkar avslag.") == ["Trygvadottir"]


@pytest.mark.parametrize(
    "other",
    [
        "Eva Tryegvadottir (M) yrkar avslag.",
        "Eva Tryggeadottir (S) yrkar avslag.",
        "Ewa Trygvadottir (S) yrkar avslag.",
        "Eva Tryegvadottir (S) yrkar avslag. " * 2,
        "Eva Trygvadéttir (S) yrkar avslag.",
    ],
    ids=["another party", "two letters", "a short word", "not so rare", "a lost mark"],
)
def test_what_may_be_another_person_stays(other: str) -> None:
    """Too much differs, or the name stands too often to be a misreading."""
    assert changes(OFTEN + other) == []


def test_a_known_name_stays() -> None:
    """What is in a list is no misreading."""
    text = "Eva Larsson (S) yrkar bifall. " * 3 + "Eva Larssen (S) yrkar avslag."
    assert changes(text, frozenset({"larssen"})) == []
