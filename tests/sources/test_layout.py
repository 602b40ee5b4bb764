"""The reading order of a page."""

import random

from hypothesis import given
from hypothesis import strategies as st

from protokoll.sources.layout import in_reading_order
from tests.sources.test_blocks import column
from tests.sources.test_lines import line

HEAD = line("KOMMUNSTYRELSEN", 60, 800)
FOOT = line("Sida 1 (3)", 60, 30)
LEFT = column(60, *(f"vänster spalt, rad {i}" for i in range(6)))
RIGHT = column(300, *(f"höger spalt, rad {i}" for i in range(6)))
BELOW = column(60, "nedre delen till vänster", "slutar här", top=400)
BELOW_RIGHT = column(300, "nedre delen till höger", "slutar också", top=400)


def test_order_of_drawing_is_kept() -> None:
    """What was drawn downwards is left as it is, also where boxes touch."""
    lines = [HEAD, *LEFT, FOOT]
    assert in_reading_order(lines) == lines


def test_foot_drawn_first() -> None:
    """Foot and head stand where they are printed, whenever they were drawn."""
    assert in_reading_order([FOOT, *LEFT, HEAD]) == [HEAD, *LEFT, FOOT]


def test_columns() -> None:
    """The left column comes before the right one, and a foot below both of them last."""
    expected = [HEAD, *LEFT, *RIGHT, FOOT]
    assert in_reading_order([FOOT, HEAD, *LEFT, *RIGHT]) == expected
    assert in_reading_order([*RIGHT, *LEFT, FOOT, HEAD]) == expected


@given(st.permutations(range(4)))
def test_parts_of_a_page(order: list[int]) -> None:
    """Two sections of two columns are read section by section, in whatever order they were drawn."""
    parts = [LEFT, RIGHT, BELOW, BELOW_RIGHT]
    drawn = [each for i in order for each in parts[i]]
    read = [each.text for each in in_reading_order(drawn)]
    assert read.index(LEFT[0].text) < read.index(RIGHT[0].text)
    assert read.index(LEFT[0].text) < read.index(BELOW[0].text) < read.index(BELOW_RIGHT[0].text)
    assert read.index(RIGHT[0].text) < read.index(BELOW_RIGHT[0].text)


@given(st.integers(0, 10_000))
def test_nothing_is_lost(seed: int) -> None:
    """Whatever the boxes, each word is given once."""
    chance = random.Random(seed)  # noqa: S311 - no secret hangs on it
    lines = [
        line(f"ord{i}", chance.uniform(0, 500), chance.uniform(0, 800), chance.uniform(5, 300), chance.uniform(4, 30))
        for i in range(chance.randint(0, 40))
    ]
    words = [word for each in in_reading_order(lines) for word in each.text.split()]
    joined = "".join(sorted("".join(words)))
    assert joined == "".join(sorted("".join(each.text for each in lines)))
