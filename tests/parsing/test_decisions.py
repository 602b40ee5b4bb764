"""Decisions are read with points, outcome, and whose proposal they follow."""

import pytest

from protokoll.parsing.decisions import find_decisions, find_unheaded_decision
from tests.tables import Case, find_cases


@pytest.mark.parametrize("case", find_cases(__file__))
def test_decisions(case: Case) -> None:
    """Each decision has its points and what they do, and each lead-in its proposer."""
    named = case.given.get("body")
    body = case.text.passage(0, 0, named) if named else None
    title = case.given.get("title", "")
    decisions, proposals = find_decisions(case.text, case.whole, body, title, case.grammar)
    unheaded = find_unheaded_decision(case.text, case.whole, body, case.grammar)
    found = {
        "decisions": [f"{each.outcome or ''}|{' + '.join(point.text for point in each.points)}" for each in decisions],
        "follows": [each.follows for each in decisions],
        "proposes_to": [each.proposes_to for each in decisions],
        "proposals": proposals,
        "unheaded": unheaded.of(case.words).strip() if unheaded else "",
    }
    assert case.shaped(found) == case.expect
