"""Links: how good they are on invented pairs, and how they grow."""

import importlib.util
import sys
import time
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

from protokoll.positions.links import find_links
from protokoll.positions.topics import with_topics
from tests.positions.wanting import wants

SCRIPT = Path(__file__).resolve().parents[2] / "benchmarks" / "positions" / "links.py"


@pytest.fixture(scope="module")
def measure() -> ModuleType:
    """The script that measures, as a module."""
    sys.path.insert(0, str(SCRIPT.parent))
    spec = importlib.util.spec_from_file_location("measure_links", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("held_out", [False, True])
def test_pairs_are_found(measure: ModuleType, held_out: bool) -> None:
    """Four of five pairs, at most one false link for each true one, seven of ten relations right."""
    counts: Counter[str] = Counter()
    for case in measure.cases():
        if case.get("held_out", False) is held_out:
            counts += measure.score(case)
    assert counts["found"] >= 0.8 * counts["true"]
    assert counts["shown"] <= 2 * counts["found"]
    assert counts["relation"] >= 0.7 * counts["found"]


def test_there_are_enough_pairs(measure: ModuleType) -> None:
    """At least eighty, from several fields of politics, each naming positions that are there."""
    cases = measure.cases()
    assert sum(len(case["links"]) for case in cases) >= 80
    assert len(cases) >= 8
    for case in cases:
        names = [{entry[0] for entry in case[side]} for side in ("before", "after")]
        assert all(early in names[0] and late in names[1] for early, late, _ in case["links"])


def test_a_link_is_the_same_either_way() -> None:
    """Who is before and who is after does not change the weight."""
    one, other = with_topics([wants("Bygg fler cykelbanor."), wants("Cykelbanorna ska byggas ut.")])
    assert find_links([one], [other])[0].weight == find_links([other], [one])[0].weight


def test_many_positions_are_no_square() -> None:
    """Four thousand on each side are compared in seconds, not each with each."""
    things = [
        "bänk",
        "simhall",
        "cykelbana",
        "bro",
        "skola",
        "park",
        "buss",
        "bibliotek",
        "hamn",
        "lampa",
        "staty",
        "scen",
        "torg",
        "gata",
        "tunnel",
        "brygga",
    ]
    places = [a + b for a in ("Norr", "Söder", "Öster", "Väster") for b in ("by", "berga", "ås", "vik")]
    claims = [f"En ny {thing} ska byggas i {place} {n}." for n in range(16) for thing in things for place in places]
    positions = with_topics([wants(claim) for claim in claims[:4000]])
    started = time.perf_counter()
    links = find_links(positions, positions)
    assert time.perf_counter() - started < 30
    assert len(links) >= len(positions)
