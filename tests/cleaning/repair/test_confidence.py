"""The share of wrong edits that the caller allows is the share that is kept to."""

import pytest

from protokoll.cleaning.repair.confidence import Grounds, measured, surest


def test_nothing_is_sure_enough_for_no_error() -> None:
    """A rate of none applies nothing."""
    assert surest([0.9999, 0.99], 0.0) > 1


def test_a_higher_rate_applies_no_less() -> None:
    """What passes at a strict rate passes at a lenient one."""
    chances = [0.9999, 0.999, 0.99, 0.97, 0.9, 0.8, 0.6, 0.3]
    floors = [surest(chances, rate) for rate in (0.0005, 0.001, 0.003, 0.01, 0.05)]
    assert floors == sorted(floors, reverse=True)


def test_what_is_likelier_wrong_is_never_applied() -> None:
    """However lenient the rate."""
    assert surest([0.4, 0.45], 1.0) > 0.45


@pytest.mark.parametrize("kind", ["lexicon", "lexicon twin", "compound", "worn noise"])
def test_better_odds_make_an_edit_likelier(kind: str) -> None:
    """The measured share rises with the odds."""
    shares = [
        measured(Grounds(odds, channel=2.0, cost=9.0, letters=7, own=25.0, capital=False), kind)
        for odds in (-0.5, 0.5, 1.5, 2.5)
    ]
    assert shares == sorted(shares)
