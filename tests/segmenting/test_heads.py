"""Items are found by their numbers, and laws, references and tables of contents are not taken for items."""

import pytest

from protokoll.segmenting.heads import find_item_heads
from tests.tables import Case, find_cases


@pytest.mark.parametrize("case", find_cases(__file__))
def test_heads(case: Case) -> None:
    """Each item is found once, in order, and nothing else is."""
    heads = find_item_heads(case.words)
    found = {
        "numbers": [head.number for head in heads],
        "lines": [" ".join(case.words[head.start : head.end].split()) for head in heads],
    }
    assert case.shaped(found) == case.expect


def test_number_stands_where_the_head_says() -> None:
    """The place of the number is that of the number alone."""
    words = "Sida 1\n\nKS § 63/20  Val\n"
    (head,) = find_item_heads(words)
    assert words[head.number_start : head.number_end] == head.number == "63/20"
    assert head.order == 63
