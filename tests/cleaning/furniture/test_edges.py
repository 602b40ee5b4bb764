"""Where pages meet."""

from itertools import pairwise

import pytest

from protokoll.cleaning.furniture.counters import find_counters
from protokoll.cleaning.furniture.edges import Edge, find_edges
from protokoll.cleaning.furniture.lines import split_lines
from protokoll.cleaning.furniture.phrases import phrases
from protokoll.grammar import load

BODY = "Nämnden avslår förslaget.\n" * 12

EDGES = {
    "a page end": (f"{BODY}\f{BODY}", [(12, 12)]),
    "a counter": (f"{BODY}Sida 2 (3)\n{BODY}", [(12, 13)]),
    "a foot, a page end, a head and a counter": (
        f"{BODY}Justerandes sign\n\fÄlvinge kommun\nSida 2 (3)\n{BODY}",
        [(12, 15)],
    ),
    "two page ends": (f"{BODY}\f{BODY}\f{BODY}", [(12, 12), (24, 24)]),
    "a short page": (f"{BODY}Sida 2 (3)\nVal\nSida 3 (3)\n{BODY}", [(12, 13), (14, 15)]),
    "no page": (BODY, []),
}


def _edges(text: str) -> list[Edge]:
    lines = split_lines(text)
    return find_edges(lines, find_counters(lines, load()), phrases(load()))


@pytest.mark.parametrize(("text", "marks"), EDGES.values(), ids=EDGES)
def test_marks_of_one_edge_are_one(text: str, marks: list[tuple[int, int]]) -> None:
    """Page end, counter and feet that stand together are one edge; the next counter is the next page."""
    assert [(edge.first, edge.last) for edge in _edges(text)] == marks


def test_edges_share_no_line() -> None:
    """No line belongs to the foot of one page and the head of the next one."""
    edges = _edges("\f".join(["Val\nBeslut\nMotionen avslås.\nKarin Ek\n"] * 9))
    assert all(upper.below <= lower.above for upper, lower in pairwise(edges))


def test_lone_marks_do_not_count() -> None:
    """The head of a page is found beyond the marks of list items, which a reader set on lines of their own."""
    edge = _edges(f"{BODY}\f{'•' + chr(10)}{('•' + chr(10)) * 9}Sammanträdesprotokoll\n{BODY}")[0]
    assert edge.below > edge.last + 10
