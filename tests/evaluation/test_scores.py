"""Ratios and intervals agree with figures worked out by hand."""

import pytest

from protokoll.evaluation.judgement import Element, Judgement, Verdict
from protokoll.evaluation.scores import Count, counts, score, wilson


def test_ratios_are_over_all_documents() -> None:
    """Counts are added before dividing: a long document weighs more than a short one."""
    whole = score([Count(right=8, missed=2, invented=0), Count(right=0, missed=0, invented=2)])
    assert (whole.n, whole.found, whole.precision, whole.recall, whole.f1) == (10, 10, 0.8, 0.8, 0.8)


def test_nothing_to_divide_by_is_no_ratio() -> None:
    """An element that neither side has is not perfect, it is absent."""
    empty = score([Count()])
    assert (empty.precision, empty.recall, empty.f1, empty.f1_interval) == (None, None, None, None)


def test_only_inventions_is_precision_nought() -> None:
    """Inventions where nothing is annotated give precision 0 and no recall."""
    worst = score([Count(invented=3)])
    assert (worst.precision, worst.recall, worst.f1) == (0.0, None, 0.0)


@pytest.mark.parametrize(("right", "of", "low", "high"), [(10, 10, 0.722, 1.0), (5, 10, 0.237, 0.763)])
def test_wilson(right: int, of: int, low: float, high: float) -> None:
    """The interval is the textbook's."""
    interval = wilson(right, of)
    assert interval is not None
    assert (round(interval.low, 3), round(interval.high, 3)) == (low, high)


def test_the_interval_of_f1_needs_two_documents_and_repeats() -> None:
    """One document tells nothing of the next; two give the same interval every time."""
    documents = [Count(right=9, missed=1), Count(right=5, missed=5, invented=5)]
    assert score(documents[:1]).f1_interval is None
    first = score(documents).f1_interval
    assert first is not None
    assert first == score(documents).f1_interval
    assert first.low < (score(documents).f1 or 0) < first.high


def test_counts_name_every_element() -> None:
    """An element without facts is there with nothing in it."""
    found = counts([Judgement(Element.POINT, Verdict.MISSED, "Motionen avslås")])
    assert set(found) == set(Element)
    assert found[Element.POINT] == Count(missed=1)
