"""Minutes as a whole: what stands in one part is known in the others."""

import msgspec
import pytest

from tests.parsing.reading import parse_minutes_of
from tests.tables import Case, find_cases, shaped


@pytest.mark.parametrize("case", find_cases(__file__))
def test_minutes(case: Case) -> None:
    """Head, attendance and items agree with the text."""
    document = parse_minutes_of(case)
    items = document.items
    found = msgspec.to_builtins(document) | {
        "numbers": [item.number for item in items],
        "bodies": [decision.body for item in items for decision in item.decisions],
        "recusals": [list(item.recusals) for item in items],
        "proposers": [[shaped(each.by, "") for each in item.proposals] for item in items],
    }
    assert case.shaped(found) == case.expect
