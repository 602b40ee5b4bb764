"""Names in running text are put to the side for which they voted."""

import pytest

from protokoll.parsing.rolls import find_sides
from tests.tables import Case, find_cases, shaped


@pytest.mark.parametrize("case", find_cases(__file__))
def test_sides(case: Case) -> None:
    """Each side has its voters, in order, and the printed number."""
    found = []
    for side in find_sides(case.text, case.whole, case.grammar):
        printed = "" if side.printed is None else side.printed
        voters = ", ".join(shaped(voter, "").removesuffix(f" {side.how}") for voter in side.voters)
        found.append(f"{side.how}|{printed}|{voters}")
    assert case.shaped({"sides": found}) == case.expect
