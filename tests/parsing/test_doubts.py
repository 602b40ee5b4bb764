"""Minutes are redundant, and each redundancy that fails is told."""

import pytest

from tests.parsing.matters.reading import read
from tests.parsing.reading import codes_of_items, parse_minutes_of
from tests.tables import Case, find_cases


@pytest.mark.parametrize("case", find_cases(__file__))
def test_doubts(case: Case) -> None:
    """Each doubt is told once, and nothing else is."""
    assert case.shaped({"codes": codes_of_items(parse_minutes_of(case))}) == case.expect


@pytest.mark.parametrize("case", find_cases(__file__))
def test_doubts_lead_to_their_place(case: Case) -> None:
    """A doubt about an item has its words as printed, where the span says."""
    for remark in parse_minutes_of(case).remarks:
        if remark.span and remark.printed:
            assert remark.span.of(case.words).startswith(remark.printed)


_CROSSED = """Almby kommun Protokoll Socialnämnden 2012-03-14

§ 4 Taxa

Beslut
Nämnden antar taxan.

Beslutsgång
Omröstning begärs. Ja-röst för bifall till förslaget. Nej-röst för avslag på förslaget.

Ledamöter Ja Nej Avstår Eva Ek (S) X Bo Ask (S) X Liv Alm (M) X Uno Rask (C) X Summa 2 1 1

§ 5 Val

Beslut
Eva Ek (S) utses.
"""


def test_crosses_without_columns() -> None:
    """Crosses in one line tell nothing of who voted how: the sums are read, and a remark says what was not."""
    document = read(_CROSSED)
    (vote,) = document.items[0].votes
    assert (vote.yes, vote.no, vote.abstain, vote.roll) == (2, 1, 1, ())
    assert "the crosses behind the names have lost their columns" in [remark.message for remark in document.remarks]
