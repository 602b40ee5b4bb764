"""The sentences in which somebody proposes are found, with everybody who stands behind them."""

import pytest

from protokoll.parsing.acts import find_acts
from tests.tables import Case, find_cases, shaped


@pytest.mark.parametrize("case", find_cases(__file__))
def test_acts(case: Case) -> None:
    """Each act has its proposers and the words after the verb."""
    acts = [
        (shaped(act.actors, ""), act.rest.of(case.words).strip(" ,"))
        for act in find_acts(case.text, case.whole, case.grammar)
    ]
    found = {"acts": [f"{who}|{rest}" for who, rest in acts], "who": [who for who, _ in acts]}
    assert case.shaped(found) == case.expect
