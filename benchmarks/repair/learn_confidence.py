"""Learns what the probabilities of the mender are worth, from pages of texts that nothing else was learnt from.

    python benchmarks/repair/learn_confidence.py TEXTS RECORDS... --cache FOLDER [--pages 240]

TEXTS is the folder that the language is learnt from: the blocks that were left out there are taken. Each of RECORDS
is a folder of texts of another kind: minutes, reports with tables and forms. Needs numpy (pip).
"""

import argparse
import json
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from aligning import applied, groups, is_comparable, is_nearer
from learning.counting import held_out
from reading import Page, read_pages
from sampling import LEARNT, documents, texts_in

from protokoll.cleaning.repair.confidence import features
from protokoll.cleaning.repair.mender import Mending, find_mendings
from protokoll.cleaning.repair.worn import find_worn
from protokoll.model.text import Edit, Span

_DATA = Path(__file__).parents[2] / "src" / "protokoll" / "cleaning" / "repair" / "data"
_RATES = (0.0002, 0.0005, 0.001, 0.0015, 0.002, 0.0025, 0.003, 0.004, 0.005, 0.007, 0.01, 0.015, 0.02, 0.03, 0.05)
_MOST = 0.9999
_ROUNDS = 100
_READABLE = 0.35
"""Of worn pages, those with more wrong words than this tell nothing."""

Matrix = np.ndarray[Any, Any]


class _Case(NamedTuple):
    evidence: str
    features: list[float]
    right: bool


def main() -> None:
    """Learn, and write `confidence.json`."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("records", nargs="*", type=Path)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--pages", type=int, default=240, help="pages of each folder")
    options = parser.parse_args()
    kinds_of_text = [held_out(options.texts), *map(texts_in, options.records)]
    damaged = [
        case
        for _, pages in documents(kinds_of_text, options.pages, LEARNT, rough=False)
        for case in _cases(pages, read_pages(pages, "eng", options.cache), find_mendings)
    ]
    worn = [
        case
        for _, pages in documents(kinds_of_text, options.pages // 2, LEARNT, rough=True)
        for case in _cases(*_readable(pages, read_pages(pages, "swe", options.cache)), _find_worn)
    ]
    kinds: dict[str, list[float]] = {}
    floors, floors_worn = _floors(damaged, _weights(damaged, "other", kinds)), _floors(worn, _weights(worn, "", kinds))
    table = {"kinds": kinds, "most": _MOST, "rates": _RATES, "floors": floors, "floors_worn": floors_worn}
    (_DATA / "confidence.json").write_text(json.dumps(table, indent=1), encoding="utf-8")


def _find_worn(text: str) -> list[Mending]:
    return find_worn(text, spans=[Span(0, len(text))])


def _readable(pages: list[Page], texts: list[str]) -> tuple[list[Page], list[str]]:
    kept = []
    for page, text in zip(pages, texts, strict=True):
        found = groups(page.truth, text)
        if sum(group.truth != group.seen for group in found) < _READABLE * len(found):
            kept.append((page, text))
    return [page for page, _ in kept], [text for _, text in kept]


def _cases(pages: list[Page], texts: list[str], find: Callable[[str], list[Mending]]) -> Iterator[_Case]:
    """Yield each edit that the mender would make, with its grounds and whether it is right."""
    at, found = 0, find("\f".join(texts)) if texts else []
    for page, text in zip(pages, texts, strict=True):
        placed = [group for group in groups(page.truth, text) if group.start >= 0]
        starts = [group.start for group in placed]
        own: dict[int, list[Mending]] = defaultdict(list)
        for mending in found:
            if at <= mending.span.start < at + len(text):
                own[bisect_right(starts, mending.span.start - at) - 1].append(mending)
        for number, mendings in own.items():
            group = placed[number]
            if not is_comparable(group):
                continue
            edits = [Edit(Span(each.span.start - at, each.span.end - at), each.text) for each in mendings]
            whole = applied(text, edits, group.start, group.end)
            for mending, edit in zip(mendings, edits, strict=True):
                after = applied(text, [edit], group.start, group.end)
                right = whole == group.truth or is_nearer(group, after)
                yield _Case(mending.evidence, features(mending.grounds), right)
        at += len(text) + 1


def _weights(cases: list[_Case], rest: str, kinds: dict[str, list[float]]) -> list[tuple[float, bool]]:
    """Add the weights of each kind of evidence, and return for each case what it is worth and whether it was right.

    Each kind starts from the weights of all kinds together, so that a rare one does not run wild.
    """
    values, right = np.array([case.features for case in cases]), np.array([float(case.right) for case in cases])
    names = np.array([case.evidence for case in cases])
    size = values.shape[1]
    shared = _fitted(values, right, np.array([0.0, 2.3] + [0.0] * (size - 2)), np.full(size, 1.0))
    kinds[rest or "worn other"] = [round(float(each), 4) for each in shared]
    pull = np.array([0.5, 2.0, 2.0] + [3.0] * (size - 3))
    for name in Counter(names.tolist()):
        own = names == name
        kinds[name] = [round(float(each), 4) for each in _fitted(values[own], right[own], shared, pull)]
    weights = np.array([kinds[name] for name in names])
    worth = np.minimum(_MOST, _share((weights * values).sum(1)))
    return sorted(zip(worth.tolist(), (right > 0).tolist(), strict=True), reverse=True)


def _fitted(values: Matrix, right: Matrix, prior: Matrix, pull: Matrix) -> Matrix:
    """Return the weights of a logistic regression, held near a prior, by careful Newton steps."""
    weights = prior.copy()
    for _ in range(_ROUNDS):
        share = _share(values @ weights)
        slope = values.T @ (right - share) - pull * (weights - prior)
        bend = (values * (share * (1 - share))[:, None]).T @ values + np.diag(pull)
        step = np.linalg.solve(bend, slope)
        weights += step * min(1.0, 1.0 / max(1e-9, float(np.abs(step).max())))
    return weights


def _share(total: Matrix) -> Matrix:
    shares: Matrix = 1 / (1 + np.exp(-np.clip(total, -30, 30)))
    return shares


def _floors(damaged: list[_Case], ranked: list[tuple[float, bool]]) -> list[float]:
    """Return for each rate the worth down to which no more than this share of the edits is likely to be wrong."""
    floors, wrong, faults = dict.fromkeys(_RATES, 1.01), 0.0, 0
    for count, (worth, right) in enumerate(ranked, 1):
        wrong, faults = wrong + 1 - worth, faults + (not right)
        for rate in _RATES:
            if wrong <= rate * count:
                floors[rate] = round(worth, 4)
    print(f"{len(damaged)} edits, {faults} of them wrong")
    return list(floors.values())


if __name__ == "__main__":
    main()
