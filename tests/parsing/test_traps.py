"""The traps of municipal records, the whole way from text to document."""

from typing import Any

import msgspec
import pytest

from protokoll import pipeline
from protokoll.model.document import Document
from tests.parsing.reading import codes_of_items
from tests.tables import Case, find_cases

CASES = find_cases(__file__)


def _found(document: Document) -> dict[str, Any]:
    items = document.items
    points = [point for item in items for decision in item.decisions for point in decision.points]
    found: dict[str, Any] = msgspec.to_builtins(document)
    return found | {
        "codes": codes_of_items(document),
        "numbers": [item.number for item in items],
        "bodies": [decision.body for item in items for decision in item.decisions],
        "recipients": [list(item.recipients) for item in items],
        "procedural": [point.procedural for point in points],
        "demands": [point for item in items for proposal in item.proposals for point in proposal.points],
    }


@pytest.mark.parametrize("case", CASES)
def test_trap(case: Case) -> None:
    """What looks like one thing and is another is read as what it is."""
    text = pipeline.clean(pipeline.read("trap.txt", data=case.words.encode()), case.grammar)
    document = pipeline.parse(text, pipeline.segment(text, case.grammar), case.grammar)
    assert case.shaped(_found(document)) == case.expect


def test_every_trap_is_tried() -> None:
    """No trap is without a case."""
    cases = [case for param in CASES for case in param.values if isinstance(case, Case)]
    assert {case.given["trap"] for case in cases} == set(range(1, 27))
