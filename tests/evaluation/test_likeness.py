"""Wordings are alike in spite of white space and a closing mark, and are paired one to one."""

import pytest

from protokoll.evaluation.likeness import extent_agrees, likeness, pair

LONG = "Vi menar att kommunen ska bygga fler cykelbanor och sänka farten på Storgatan. " * 4


@pytest.mark.parametrize("other", ["Motionen\navslås", "Motionen avslås.", " Motionen  avslås;"])
def test_space_and_closing_marks_do_not_count(other: str) -> None:
    """Line breaks and a last mark leave two wordings the same."""
    assert likeness("Motionen avslås.", other) == 100


def test_another_word_counts() -> None:
    """Rejection and approval are far from the likeness of two points."""
    assert likeness("Motionen avslås.", "Motionen bifalls.") < 95


def test_an_extent_is_its_two_ends() -> None:
    """An annotation's 'first 80 … last 80' agrees with the whole passage."""
    assert extent_agrees(f"{LONG[:80]} … {LONG.strip()[-80:]}", LONG)


@pytest.mark.parametrize("wrong", [LONG[40:], LONG[:-40], LONG + "Bilagor: motionen."])
def test_an_extent_with_a_wrong_end_does_not_agree(wrong: str) -> None:
    """A passage that begins late, ends early or runs on is another one."""
    assert not extent_agrees(LONG, wrong)


def test_the_best_pairs_are_made_first() -> None:
    """A member goes to the one it suits best, not to the first one that would do."""
    merits = {("a", "x"): 1.0, ("b", "x"): 2.0, ("a", "y"): 0.5}
    assert pair("ab", "xy", lambda one, other: merits.get((one, other))) == [(0, 1), (1, 0)]


def test_equal_pairs_keep_the_order() -> None:
    """Three of a kind on both sides are paired in order."""
    assert pair("aaa", "aaa", lambda *_: 1.0) == [(0, 0), (1, 1), (2, 2)]
