"""Learns the language data of the mender from running text and from two packages, and writes it into the package.

    python benchmarks/repair/learn_language.py FOLDER

FOLDER holds the texts of `learning/sources.toml`. Needs wordfreq and chunspell (pip) and hunspell-sv (Debian).
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable
from math import log
from pathlib import Path
from typing import Any

from learning.counting import NUMBER, STOP, YEAR, Counts, count, texts_of
from learning.lexicon import case_of, compound_parts, probabilities
from learning.packing import pack, tabled

from protokoll.cleaning.repair.channel import open_confusions
from protokoll.cleaning.repair.store import quantised, runs_of, skeleton

_DATA = Path(__file__).parents[2] / "src" / "protokoll" / "cleaning" / "repair" / "data"
_HUNSPELL = "/usr/share/hunspell"
_DISCOUNT = 0.75
_ALPHABET = " abcdefghijklmnopqrstuvwxyzåäöéü"
_LANGUAGES = ("en", "de", "fr", "es", "da", "nb", "fi", "nl", "it", "pl", "pt")


def main() -> None:
    """Learn, and write `swedish.bin` and `lines.json`."""
    import hunspell
    import wordfreq

    speller = hunspell.Hunspell("sv_SE", hunspell_data_dir=_HUNSPELL)

    def knows(word: str) -> bool:
        return bool(speller.spell(word) or speller.spell(word.capitalize()))

    counts = count(texts_of(Path(sys.argv[1])))
    listed = wordfreq.get_frequency_dict("sv", wordlist="large")
    found = probabilities(counts, listed, knows)
    model = _Model(counts, found)
    buckets = _buckets(model, compound_parts(found, counts, listed), speller.spell)
    pairs, triples = model.pairs(), model.triples()
    prints, values = tabled(pairs)
    more_prints, more_values = tabled(triples)
    parts = {
        "prints": prints,
        "values": values,
        "letters": _letters(found, counts),
        "tprints": more_prints,
        "tvalues": more_values,
    }
    pack(_DATA / "swedish.bin", buckets, parts, model.facts())
    others = [wordfreq.get_frequency_dict(language, wordlist="small") for language in _LANGUAGES]
    table = _line_table(counts, wordfreq.get_frequency_dict("sv"), others)
    (_DATA / "lines.json").write_text(json.dumps(table, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    print(f"{len(found)} words, {len(pairs)} pairs, {len(triples)} triples, {len(table)} words that tell a line")


class _Model:
    """Word pairs and triples with absolute discounting."""

    def __init__(self, counts: Counts, found: dict[str, float]) -> None:
        self._counts, self._found = counts, found
        words = sum(n for word, n in counts.words.items() if word.isalpha())
        self._marks = {mark: counts.words[mark] / words for mark in (STOP, NUMBER, YEAR)}
        self.total = sum(found.values()) + sum(self._marks.values())
        self._contexts: Counter[str] = Counter()
        discounts: Counter[str] = Counter()
        for (first, _), n in counts.pairs.items():
            self._contexts[first] += n
            discounts[first] += _DISCOUNT * min(1, n)  # type: ignore[assignment]
        self.backoff = {first: min(1.0, max(1e-3, discounts[first] / n)) for first, n in self._contexts.items()}

    def _known(self, *words: str) -> bool:
        return all(word in self._found or word in self._marks for word in words)

    def single(self, word: str) -> float:
        """Return the probability of a word or mark by itself."""
        return (self._marks.get(word) or self._found[word]) / self.total

    def pairs(self) -> dict[tuple[str, ...], float]:
        """Return the pairs whose probability says more than that of their second word."""
        kept: dict[tuple[str, ...], float] = {}
        for (first, second), n in self._counts.pairs.items():
            if self._known(first, second):
                back = self.backoff[first] * self.single(second)
                chance = (n - _DISCOUNT * min(1, n)) / self._contexts[first] + back
                if n >= 1.9 or log(chance / back) > 1.2:
                    kept[first, second] = chance
        self._kept = kept
        return kept

    def triples(self) -> dict[tuple[str, ...], float]:
        """Return the triples whose probability says more than that of their last pair."""
        contexts: Counter[tuple[str, str]] = Counter()
        discounts: Counter[tuple[str, str]] = Counter()
        often = {words: n for words, n in self._counts.triples.items() if n > 0.9}
        for (first, second, _), n in often.items():
            contexts[first, second] += n
            discounts[first, second] += _DISCOUNT * min(1, n)  # type: ignore[assignment]
        kept: dict[tuple[str, ...], float] = {}
        for (first, second, third), n in often.items():
            if not self._known(first, second, third) or first == second == STOP:
                continue
            back = self._kept.get((second, third)) or self.backoff[second] * self.single(third)
            full = self._counts.pairs[first, second]
            rest = 1 - (contexts[first, second] - discounts[first, second]) / full
            chance = (n - _DISCOUNT * min(1, n)) / full + rest * back
            if abs(log(chance / back)) > 0.35:
                kept[first, second, third] = chance
        return kept

    def facts(self) -> dict[str, float]:
        """Return what the header says of the marks."""
        facts = {}
        for name, mark in (("dot", STOP), ("num", NUMBER), ("year", YEAR)):
            facts[name] = -log(self.single(mark))
            facts[f"backoff_{name}"] = -log(self.backoff[mark])
        return facts


def _buckets(
    model: _Model, parts: tuple[dict[str, float], dict[str, float]], spells: Callable[[str], bool]
) -> dict[str, list[tuple[str, bytes]]]:
    prefixes, heads = parts
    first, last = sum(prefixes.values()), sum(heads.values())
    found, counts = model._found, model._counts
    buckets: dict[str, list[tuple[str, bytes]]] = defaultdict(list)
    for word in found.keys() | prefixes.keys():
        numbers = (
            quantised(found[word] / model.total) if word in found else 254,
            case_of(word, counts, spells),
            quantised(prefixes[word] / first) if word in prefixes else 255,
            quantised(heads[word] / last) if word in heads else 255,
            quantised(model.backoff.get(word, 1.0)),
        )
        buckets[skeleton(word)].append((word, bytes(numbers)))
    return buckets


def _letters(found: dict[str, float], counts: Counts) -> bytes:
    """Return what each letter costs after the two before it, over the words of the list."""
    size = len(_ALPHABET) + 1
    index = {letter: at for at, letter in enumerate(_ALPHABET)}
    table = [[[0.02] * size for _ in range(size)] for _ in range(size)]
    for word in found:
        if counts.plain[word]:
            places = [0, 0, *(index.get(letter, size - 1) for letter in word), 0]
            for a, b, c in zip(places, places[1:], places[2:], strict=False):
                table[a][b][c] += 1 if counts.plain[word] < 50 else 2
    return bytes(quantised(n / sum(row)) for rows in table for row in rows for n in row)


def _line_table(counts: Counts, listed: dict[str, float], others: list[dict[str, float]]) -> dict[str, list[int]]:
    """Return what frequent words cost in a healthy line, in a damaged one and in another language, in tenths."""
    total = sum(n for word, n in counts.words.items() if word.isalpha())
    healthy = {word: 0.7 * n / total for word, n in counts.words.items() if word.isalpha()}
    for word, share in listed.items():
        if counts.plain[word] > 1:
            healthy[word] = healthy.get(word, 0.0) + 0.3 * share
    damaged: dict[str, float] = defaultdict(float)
    for word in sorted(healthy, key=lambda word: -healthy[word])[:6000]:
        for form, chance in _shapes(word):
            damaged[form] += healthy[word] * chance
    foreign: dict[str, float] = defaultdict(float)
    for frequencies in others:
        for word, share in frequencies.items():
            if share > 2e-4:
                foreign[word] = max(foreign[word], share * 0.5)
    table = {}
    for form in damaged.keys() | foreign.keys() | healthy.keys():
        shares = max(healthy.get(form, 0), 1e-7), max(damaged.get(form, 0), 1e-7), max(foreign.get(form, 0), 1e-6)
        if max(shares) >= 2e-5 and (form.isalpha() or len(form) > 1):
            table[form] = [round(-10 * log(share)) for share in shares]
    return table


def _shapes(word: str) -> list[tuple[str, float]]:
    """Return the likeliest shapes of a word without å, ä and ö."""
    confusions: dict[str, Any] = open_confusions()
    bones, shapes = skeleton(word), [("", 1.0)]
    for at, run in enumerate(runs_of(word)):
        choices = [(run, 1.0)]
        if set(run) & set("åäö"):
            choices = [("", 1.0)]
            table = confusions["first"] if at == 0 and run in confusions["first"] else confusions["runs"]
            for unit in [run] if run in table else run:
                seen = table.get(unit, {unit: 1}) if set(unit) & set("åäö") else {unit: 1}
                sum_ = sum(seen.values())
                choices = [(a + b, p * n / sum_) for a, p in choices for b, n in seen.items() if n / sum_ > 0.004]
        bone = bones[at : at + 1]
        shapes = [(a + b + bone, p * q) for a, p in shapes for b, q in choices if p * q > 1e-3]
    return shapes


if __name__ == "__main__":
    main()
