"""Learns what Tesseract makes of Swedish letters, from pages whose text is known, and writes it into the package.

python benchmarks/repair/learn_confusions.py TEXT... --cache FOLDER [--pages 70]
"""

import argparse
import json
import random
import re
from collections import Counter, defaultdict
from pathlib import Path

from aligning import groups
from rapidfuzz.distance import Levenshtein
from reading import Page, pages_of, read_pages
from rendering import Look, looks
from sampling import LEARNT

from protokoll.cleaning.repair.store import runs_of, skeleton
from protokoll.cleaning.repair.tokens import normal

__all__ = ["rendered"]

_DATA = Path(__file__).parents[2] / "src" / "protokoll" / "cleaning" / "repair" / "data"
_EDGES = re.compile(r"^[^\w&|{}$@¥¢]+|[^\w&|{}$@¥¢]+$")
_MARKS = frozenset("åäö")
_UNREADABLE = {"eng": 0.15, "swe": 0.35}
"""A page with more wrong words than this teaches nothing; with `eng` those with å, ä or ö aside."""
_LONGEST = 3
_FEWEST = 2
_KEPT = 500
_SHORT_WORD = 5
_OFTEN = 100
_TWICE = 2


class _Counter:
    """Counts runs, first runs and other misreadings, word by word."""

    def __init__(self) -> None:
        self.runs: dict[str, Counter[str]] = defaultdict(Counter)
        self.first: dict[str, Counter[str]] = defaultdict(Counter)
        self.noise: Counter[tuple[str, str]] = Counter()
        self.stretches: Counter[str] = Counter()
        self.words: dict[str, Counter[str]] = defaultdict(Counter)

    def add(self, true: str, seen: str) -> None:
        """Count one word, in lower case, and what was read."""
        if len(true) <= _SHORT_WORD:
            self.words[true][seen] += 1
        for size in range(1, _LONGEST + 1):
            self.stretches.update(true[at : at + size] for at in range(len(true) - size + 1))
        if skeleton(true) == skeleton(seen):
            for at, (run, other) in enumerate(zip(runs_of(true), runs_of(seen), strict=True)):
                (self.runs if at else self.first)[run][other] += 1
        elif len(true) > 2 and Levenshtein.distance(true, seen) <= max(2, len(true) // 2):
            self._add_noise(true, seen)

    def _add_noise(self, true: str, seen: str) -> None:
        blocks: list[list[int]] = []
        for step in Levenshtein.opcodes(true, seen):
            if step.tag == "equal":
                continue
            if blocks and step.src_start == blocks[-1][1]:
                blocks[-1][1], blocks[-1][3] = step.src_end, step.dest_end
            else:
                blocks.append([step.src_start, step.src_end, step.dest_start, step.dest_end])
        for start, end, seen_start, seen_end in blocks:
            pair = true[start:end], seen[seen_start:seen_end]
            if not all(pair):  # lost and added letters need a place
                before, after = true[start - 1 : start], true[end : end + 1] if not start else ""
                pair = before + pair[0] + after, before + pair[1] + after
            plain = skeleton(pair[0]) == skeleton(pair[1]) and _MARKS & set(pair[0])
            if not plain and max(map(len, pair)) <= _LONGEST:
                self.noise[pair] += 1

    def wholes(self) -> dict[str, list[tuple[str, float]]]:
        """Return what short and frequent words are read as, by what is read."""
        found: dict[str, list[tuple[str, float]]] = defaultdict(list)
        for true, counts in self.words.items():
            total = sum(counts.values())
            for seen, n in counts.items():
                if total >= _OFTEN and n >= _TWICE and seen != true and seen.isalpha():
                    found[seen].append((true, round(n / total, 6)))
        return found

    def misread(self) -> list[list[object]]:
        """Return the other misreadings with their shares, the most frequent first."""
        return [
            [true, seen, round(n / max(self.stretches[true], n + 20), 7)]
            for (true, seen), n in self.noise.most_common(_KEPT)
            if n >= _FEWEST and re.fullmatch("[a-zåäöé]+", true) and re.fullmatch("[a-zåäöé0-9{}|€&<>!]+", seen)
        ]


def rendered(texts: list[Path], count: int, *, rough: bool) -> list[Page]:
    """Return up to `count` pages of each text, chosen by chance, each with a look of its own."""
    chance = random.Random(count)  # noqa: S311 - a sample, no secret
    chosen: list[tuple[str, str]] = []
    for path in texts:
        pages = pages_of(path.read_text(encoding="utf-8"))
        chosen += [(path.name, page) for page in chance.sample(pages, min(count, len(pages)))]
    own: list[Look] = looks(LEARNT, len(chosen), seed=count, rough=rough)
    chance.shuffle(own)
    return [Page(name, page, look) for (name, page), look in zip(chosen, own, strict=True)]


def main() -> None:
    """Learn, and write `confusions.json`."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="+", type=Path)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--pages", type=int, default=70)
    options = parser.parse_args()
    rough = rendered(options.texts, options.pages // 2, rough=True)
    coarse = rough[: len(rough) // 3]
    lost = _counted(rendered(options.texts, options.pages, rough=False) + coarse, "eng", options.cache)
    kept = _counted(rough, "swe", options.cache)
    table = {
        "runs": lost.runs,
        "first": lost.first,
        "noise_eng": lost.misread(),
        "runs_swe": kept.runs,
        "first_swe": kept.first,
        "noise_swe": kept.misread(),
        "words_swe": kept.wholes(),
    }
    (_DATA / "confusions.json").write_text(json.dumps(table, ensure_ascii=False), encoding="utf-8")


def _counted(pages: list[Page], model: str, cache: Path) -> _Counter:
    """Return what was counted on the pages that one model could read."""
    counter = _Counter()
    for page, text in zip(pages, read_pages(pages, model, cache), strict=True):
        found = groups(page.truth, text)
        plain = [group for group in found if model != "eng" or not _MARKS & set(group.truth.lower())]
        wrong = sum(group.truth != group.seen for group in plain)
        for group in found if wrong < _UNREADABLE[model] * len(found) else []:
            true, seen = _EDGES.sub("", group.truth), _EDGES.sub("", group.seen)
            if seen and " " not in true + seen and any(map(str.isalpha, true)) and not re.search(r"[\d/@]", true):
                counter.add(true.lower(), normal(seen) if model == "eng" else seen.lower())
    return counter


if __name__ == "__main__":
    main()
