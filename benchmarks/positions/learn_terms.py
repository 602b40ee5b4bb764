"""Learns the words that topics and links are weighed by, and writes them into the package.

    python benchmarks/positions/learn_terms.py FOLDER

FOLDER holds running Swedish as text files, a paragraph a line. What is learnt: which forms belong to one base form,
how rare a base form is, how noun-like it is, and a vector for each frequent one (positive pointwise mutual
information within a window, reduced by singular values). Needs scipy.
"""

import re
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from forms import base_forms

_OUT = Path(__file__).parents[2] / "src" / "protokoll" / "positions" / "data" / "language.bin"
_SOURCES = ("goteborg-kf-debates.txt", "regeringen_*.txt", "riksdagen_*.txt")
_WORD = re.compile(r"[a-zåäöéüA-ZÅÄÖÉÜ][\wåäöéü]*(?:-[\wåäöéüÅÄÖ]+)*")
_WORDS, _VECTORS, _DIMENSIONS, _WINDOW = 60_000, 30_000, 64, 8
_BEFORE_NOUN = frozenset(
    [
        "en",
        "ett",
        "den",
        "det",
        "denna",
        "detta",
        "av",
        "för",
        "om",
        "till",
        "från",
        "mot",
        "kring",
        "genom",
        "vid",
        "vår",
        "vårt",
        "våra",
        "sin",
        "sitt",
        "sina",
    ]
)
_BEFORE_VERB = frozenset(
    [
        "att",
        "ska",
        "skall",
        "kan",
        "vi",
        "jag",
        "du",
        "man",
        "måste",
        "bör",
        "inte",
        "vill",
        "som",
        "skulle",
        "får",
        "har",
        "hade",
        "de",
        "ni",
        "han",
        "hon",
    ]
)
_COMMON = 150
_SURE, _SELDOM = 0.8, 40


class Counts(NamedTuple):
    """What is counted in running text."""

    forms: Counter[str]
    nouns: Counter[str]
    verbs: Counter[str]


def main() -> None:
    """Learn, and write `language.bin`."""
    folder = Path(sys.argv[1])
    paragraphs = [
        _WORD.findall(line.replace("\u00ad", ""))
        for pattern in _SOURCES
        for path in sorted(folder.glob(pattern))
        for line in path.read_text("utf-8").split("\n")
    ]
    counts = _count(paragraphs)
    bases = base_forms(counts.forms)
    lowered = [[bases.get(word, word) for word in map(str.lower, each)] for each in paragraphs if len(each) > 3]
    total = Counter(word for each in lowered for word in each)
    seen_in = Counter(word for each in lowered for word in set(each))
    words = [word for word, times in total.most_common(_WORDS) if times >= 2 and len(word) > 1]
    rarity = [np.log(len(lowered) / seen_in[word]) for word in words]
    nouns, verbs = _shares(counts, bases)
    sure = _sure_nouns(counts.forms, bases)
    noun = [max((nouns[word] + 1) / (nouns[word] + verbs[word] + 2), sure.get(word, 0.0)) for word in words]
    vectors = _vectors(lowered, words[:_VECTORS])
    known = {word: index for index, word in enumerate(words)}
    forms = {form: known[base] for form, base in bases.items() if base in known and counts.forms[form] >= 2}
    _write(words, rarity, noun, forms, vectors)
    print(f"{len(paragraphs)} paragraphs, {len(words)} words, {len(forms)} forms, {_OUT.stat().st_size / 1e6:.2f} MB")


def _count(paragraphs: list[list[str]]) -> Counts:
    counts = Counts(Counter(), Counter(), Counter())
    for words in paragraphs:
        lowered = [word.lower() for word in words]
        counts.forms.update(lowered)
        for before, word in pairwise(lowered):
            if before in _BEFORE_NOUN:
                counts.nouns[word] += 1
            elif before in _BEFORE_VERB:
                counts.verbs[word] += 1
    return counts


def _shares(counts: Counts, bases: dict[str, str]) -> tuple[Counter[str], Counter[str]]:
    """Return how often each base form, in all its forms, stands where a noun and where a verb stands."""
    nouns: Counter[str] = Counter()
    verbs: Counter[str] = Counter()
    for source, into in ((counts.nouns, nouns), (counts.verbs, verbs)):
        for form, times in source.items():
            into[bases.get(form, form)] += times
    return nouns, verbs


def _sure_nouns(forms: Counter[str], bases: dict[str, str]) -> dict[str, float]:
    """Return the words that have a form that only nouns have: 'resurserna'."""
    return {
        base: _SURE
        for form, base in bases.items()
        if form.endswith(("erna", "arna", "orna")) and forms[form] * _SELDOM >= forms[base]
    }


def _vectors(paragraphs: list[list[str]], words: list[str]) -> Any:
    """Return a row of small whole numbers for each word."""
    from scipy.sparse import coo_matrix, csr_matrix
    from scipy.sparse.linalg import svds

    index = {word: place for place, word in enumerate(words) if place >= _COMMON}
    size = len(words)
    together: Any = csr_matrix((size, size), dtype=np.float32)
    rows: list[np.ndarray[Any, Any]] = []
    lengths = 0
    for at, paragraph in enumerate(paragraphs):
        rows.append(np.array([*(index[word] for word in paragraph if word in index), *[-1] * _WINDOW], dtype=np.int32))
        lengths += len(rows[-1])
        if lengths < 1_500_000 and at + 1 < len(paragraphs):
            continue
        row, rows, lengths = np.concatenate(rows), [], 0
        for step in range(1, _WINDOW + 1):
            left, right = row[:-step], row[step:]
            both = (left >= 0) & (right >= 0)
            weight = np.full(int(both.sum()), (_WINDOW + 1 - step) / _WINDOW, dtype=np.float32)
            together = together + coo_matrix((weight, (left[both], right[both])), shape=(size, size)).tocsr()
    together = (together + together.T).tocoo()
    sums = np.asarray(together.sum(axis=1)).ravel() + 1e-9
    smooth = sums**0.75 / (sums**0.75).sum()
    value = np.log(together.data / (sums[together.row] * smooth[together.col]))
    kept = value > 0
    matrix = coo_matrix((value[kept], (together.row[kept], together.col[kept])), shape=(size, size)).tocsr()
    left, strength, _ = svds(matrix.astype(np.float32), k=_DIMENSIONS + 1, random_state=7)
    order = np.argsort(-strength)[1:]
    vectors = left[:, order] * np.sqrt(strength[order])
    long = np.linalg.norm(vectors, axis=1, keepdims=True)
    vectors = np.where(long > 0, vectors / np.maximum(long, 1e-9), 0)
    return np.clip(np.round(vectors * 250), -127, 127).astype(np.int8)


def _write(words: list[str], rarity: list[float], noun: list[float], forms: dict[str, int], vectors: Any) -> None:
    import zlib

    import msgspec

    data = {
        "words": "\n".join(words),
        "rarity": bytes(min(255, round(each * 16)) for each in rarity),
        "noun": bytes(round(each * 255) for each in noun),
        "forms": "\n".join(sorted(forms)),
        "bases": np.array([forms[form] for form in sorted(forms)], dtype="<u4").tobytes(),
        "dimensions": vectors.shape[1],
        "vectors": vectors.tobytes(),
    }
    _OUT.write_bytes(zlib.compress(msgspec.msgpack.encode(data), 9))


if __name__ == "__main__":
    main()
