"""Titles are read whole, and diary numbers are not taken for words of them."""

import pytest

from protokoll.parsing.titles import item_heading
from tests.tables import Case, find_cases


@pytest.mark.parametrize("case", find_cases(__file__))
def test_title(case: Case) -> None:
    """The title, the diary numbers and the rest of the head are told apart."""
    title, numbers, rest = item_heading(case.text, len("§ 1"), len(case.words))
    found = {"title": title, "numbers": list(numbers), "rest": rest.of(case.words).strip() if rest else ""}
    assert case.shaped(found) == case.expect
