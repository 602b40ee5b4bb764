"""How misread words are to be mended: the record, and the rules made from it."""

import pytest

from protokoll.cleaning import RULES, Repair, rules_with
from protokoll.cleaning.repairing import sign_rule
from protokoll.grammar import load
from protokoll.model.text import Doubt, Edit


@pytest.mark.parametrize("share", [-0.001, 1.001, float("nan")])
def test_share_outside_its_range_is_refused(share: float) -> None:
    """A rate or a confidence is a share of a whole."""
    with pytest.raises(ValueError, match="not between 0 and 1"):
        Repair(max_error_rate=share)
    with pytest.raises(ValueError, match="not between 0 and 1"):
        Repair(min_confidence=share)


def test_mender_stands_between_hyphens_and_paragraphs() -> None:
    """Words are whole by then, and lines are still lines; § is there before page heads are sought."""
    names = [rule.name for rule in RULES]
    assert names[names.index("hyphens") :] == ["hyphens", "repair", "paragraphs"]
    assert names[names.index("section_signs") + 1] == "furniture"
    assert [rule.name for rule in rules_with(None)] == [
        name for name in names if name not in ("section_signs", "repair")
    ]


def test_sign_that_is_not_sure_enough_is_a_doubt() -> None:
    """More confidence than a restored § can have leaves it as it stands."""
    text = "Bordlagt den 24 januari 2024, 8 44."
    (edit,) = sign_rule(Repair())(text, load())
    assert isinstance(edit, Edit)
    assert (edit.text, edit.evidence) == ("§", "place")
    (doubt,) = sign_rule(Repair(min_confidence=0.999))(text, load())
    assert isinstance(doubt, Doubt)
    assert (doubt.span, doubt.seen, doubt.candidates[0][0]) == (edit.span, "8", "§")
