"""Learns what the probabilities of the mender are worth, from pages of texts that nothing else was learnt from.

python benchmarks/repair/learn_confidence.py TEXT... --cache FOLDER [--pages 40]
"""

import argparse
import json
import re
from bisect import bisect_right
from collections import defaultdict
from itertools import groupby
from math import exp, log10
from pathlib import Path
from typing import NamedTuple

from aligning import groups
from learn_confusions import rendered
from reading import Page, read_pages

from protokoll.cleaning.repair.mender import Mending, find_mendings

_DATA = Path(__file__).parents[2] / "src" / "protokoll" / "cleaning" / "repair" / "data"
_RATES = (0.0005, 0.001, 0.0015, 0.002, 0.003, 0.004, 0.005, 0.007, 0.01, 0.015, 0.02, 0.03, 0.05)
_FEWEST = 15
_PLENTY = 4.0
"""Odds, as a power of ten, from which the share of right edits no longer rises: the faults left are of another kind."""
_PRIOR, _WEIGHT = (0.0, 2.0), 2.0


class _Case(NamedTuple):
    odds: float
    right: bool
    evidence: str


def main() -> None:
    """Learn, and write `confidence.json`."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="+", type=Path)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--pages", type=int, default=40)
    options = parser.parse_args()
    pages = rendered(options.texts, options.pages, rough=False)
    read = zip(pages, read_pages(pages, "eng", options.cache), strict=True)
    cases = sorted((case for page, text in read for case in _cases(page, text)), key=lambda case: case.evidence)
    curves = {
        name: _curve(own)
        for name, group in groupby(cases, lambda case: case.evidence)
        if len(own := list(group)) >= _FEWEST
    }
    curves["other"] = (-2.0, 1.0, 0.9)
    ranked = sorted(
        ((_value(curves.get(case.evidence, curves["other"]), case.odds), case.right) for case in cases), reverse=True
    )
    floors, wrong = dict.fromkeys(_RATES, 1.01), 0
    for at, (value, right) in enumerate(ranked, 1):
        wrong += not right
        for rate in _RATES:
            if at > 200 and wrong <= rate * at:
                floors[rate] = round(value, 5)
    table = {"curves": curves, "rates": _RATES, "floors": list(floors.values())}
    (_DATA / "confidence.json").write_text(json.dumps(table, indent=1), encoding="utf-8")


def _cases(page: Page, text: str) -> list[_Case]:
    found = groups(page.truth, text)
    starts = [group.start for group in found if group.start >= 0]
    placed = [group for group in found if group.start >= 0]
    kept: dict[int, list[Mending]] = defaultdict(list)
    for mending in find_mendings(text, max_error_rate=1.0):
        kept[bisect_right(starts, mending.span.start) - 1].append(mending)
    cases = []
    for at, own in kept.items():
        group = placed[at]
        if not group.truth or abs(len(group.truth) - len(group.seen)) > 6:
            continue
        for mending in own:
            after = text[group.start : mending.span.start] + mending.text + text[mending.span.end : group.end]
            right = _bare(after) == _bare(group.truth) or (len(own) > 1 and _bare(mending.text) in _bare(group.truth))
            ranked = dict(mending.candidates)
            chance = max(ranked.values(), default=0.0)
            cases.append(_Case(_odds(chance), right, mending.evidence))
    return cases


def _bare(words: str) -> str:
    return re.sub(r"[^\w]+", "", words)


def _odds(chance: float) -> float:
    return max(-1.0, min(6.0, log10(max(1e-9, chance)) - log10(max(1e-9, 1 - chance))))


def _value(curve: tuple[float, float, float], odds: float) -> float:
    start, slope, most = curve
    return min(most, 1 / (1 + exp(-max(-30.0, min(30.0, start + slope * odds)))))


def _curve(cases: list[_Case]) -> tuple[float, float, float]:
    """Return start and slope of a logistic curve, fitted by careful Newton steps, and the most that is ever reached."""
    start, slope = _PRIOR
    own = [case for case in cases if case.odds < 5]
    for _ in range(200):
        pull, steep = [_WEIGHT * (_PRIOR[0] - start), _WEIGHT * (_PRIOR[1] - slope)], [_WEIGHT, 0.0, _WEIGHT]
        for case in own:
            share = _value((start, slope, 1.0), case.odds)
            pull[0] += case.right - share
            pull[1] += (case.right - share) * case.odds
            weight = share * (1 - share)
            steep = [steep[0] + weight, steep[1] + weight * case.odds, steep[2] + weight * case.odds**2]
        size = steep[0] * steep[2] - steep[1] ** 2
        step = (steep[2] * pull[0] - steep[1] * pull[1]) / size, (steep[0] * pull[1] - steep[1] * pull[0]) / size
        careful = min(1.0, 0.5 / max(1e-9, *map(abs, step)))
        start, slope = start + careful * step[0], slope + careful * step[1]
    sure = [case.right for case in cases if case.odds >= _PLENTY]
    most = (sum(sure) + 0.5) / (len(sure) + 1) if len(sure) > 30 else max(0.9, sum(c.right for c in cases) / len(cases))
    return round(start, 4), round(slope, 4), round(most, 5)


if __name__ == "__main__":
    main()
