"""The words beside weigh the candidates: the sums over all readings, and what is kept apart by sure words."""

from itertools import product
from math import exp

import pytest

from protokoll.cleaning.repair.candidate import Candidate
from protokoll.cleaning.repair.decoding import decode
from protokoll.cleaning.repair.store import open_store

BACKOFF = 0.2


def word(text: str, channel: float = 0.5) -> Candidate:
    """A candidate as the lexicon has it."""
    found = next(each for each in open_store().bucket(bare(text)) if each.text == text)
    return Candidate(text, channel, found.cost, found.case, found.backoff, "lexicon")


def bare(text: str) -> str:
    """The skeleton of a word, written out once more."""
    return "".join(letter for letter in text if letter not in "aoåäöédi&4681{}|")


def pair(one: Candidate, two: Candidate) -> float:
    """The cost of a word after one other."""
    cost = open_store().pair(one.text, two.text)
    return (cost if cost >= 0 else one.backoff + two.cost) + two.channel


def three(one: Candidate, two: Candidate, last: Candidate) -> float:
    """The cost of a word after two others."""
    cost = open_store().triples.cost(f"{one.text} {two.text} {last.text}")
    return cost + last.channel if cost >= 0 else pair(two, last) + BACKOFF


def by_every_reading(nodes: list[tuple[Candidate, ...]]) -> list[list[float]]:
    """The probabilities of all candidates, reading by reading."""
    sums = [[0.0] * len(node) for node in nodes]
    for places in product(*(range(len(node)) for node in nodes)):
        line = [node[at] for node, at in zip(nodes, places, strict=True)]
        cost = line[0].channel + line[0].cost + pair(line[0], line[1])
        cost += sum(three(*line[at : at + 3]) for at in range(len(line) - 2))
        for at, place in enumerate(places):
            sums[at][place] += exp(-cost)
    return [[each / sum(node) for each in node] for node in sums]


def test_probabilities_are_sums_over_all_readings() -> None:
    """Weighed side by side, the candidates have the chances that reading after reading gives them."""
    nodes = [
        (word("nämnden"),),
        (word("får"), word("för", 0.6)),
        (word("här", 0.7), word("har", 0.4), word("hår", 0.2)),
        (word("beslutat"),),
        (word("att"),),
    ]
    found, told = decode(nodes, open_store()), by_every_reading(nodes)
    for node, other in zip(found, told, strict=True):
        # What is left out as too unlikely keeps its share by pairs.
        assert node == pytest.approx(other, abs=2e-3)


def test_sure_words_keep_runs_apart() -> None:
    """A run between sure words comes out the same, whatever stands beyond them."""
    run = [(word("och"),), (word("att"),), (word("får"), word("för")), (word("att"),), (word("och"),)]
    alone = decode(run, open_store())[2]
    among = decode([*run, (word("här"), word("har")), *run], open_store())
    assert among[2] == pytest.approx(alone)
    assert among[8] == pytest.approx(alone)


@pytest.mark.parametrize("size", [0, 1, 2])
def test_texts_of_few_words_are_weighed_too(size: int) -> None:
    """Nothing is asked of a text's length."""
    found = decode([(word("får"), word("för"))] * size, open_store())
    assert [sum(node) for node in found] == pytest.approx([1.0] * size)
