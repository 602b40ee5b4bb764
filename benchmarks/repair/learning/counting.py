"""Words, pairs and triples of words, counted in running text, each kind of text with its weight."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import md5
from pathlib import Path

__all__ = ["NUMBER", "STOP", "YEAR", "Counts", "count", "held_out", "pieces", "texts_of"]

STOP, NUMBER, YEAR = ".", "#", "#y"
_TOKEN = re.compile(r"[^\W\d_]+|\d[\d:.,]*\d|\d|[.!?:;]|\n")
# A word that is broken at a line end is whole again, unless its hyphen is a suspended one.
_BROKEN = re.compile(r"(?<=[a-zåäö])- ?\n?(?=[a-zåäö])(?!och|eller|samt|respektive)")
_STOPS = frozenset(".!?:;\n")
_PIECE = re.compile(r"[^\W\d_]+|\d[\d:.,]*\d|\d|[.!?:;,()]|\n")
_BREAKS = frozenset(",()")
_LEFT_OUT = 10


@dataclass
class Counts:
    """What was counted."""

    words: Counter[str] = field(default_factory=Counter)
    """Weighted."""
    plain: Counter[str] = field(default_factory=Counter)
    """Unweighted."""
    cases: dict[str, list[int]] = field(default_factory=dict)
    """How often in lower case, with a capital inside a sentence, in capitals."""
    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)
    triples: Counter[tuple[str, str, str]] = field(default_factory=Counter)


def count(texts: Iterable[tuple[str, float]]) -> Counts:
    """Return the counts of some texts, each given with its weight."""
    counts = Counts()
    for text, weight in texts:
        first = second = STOP
        for match in _TOKEN.finditer(_BROKEN.sub("-", text.replace("\u00ad", ""))):
            word = _word(match.group(), second, counts)
            if word == STOP == second:
                continue
            counts.words[word] += weight  # type: ignore[assignment]
            counts.pairs[second, word] += weight  # type: ignore[assignment]
            counts.triples[first, second, word] += weight  # type: ignore[assignment]
            first, second = second, word
    return counts


def _word(token: str, before: str, counts: Counts) -> str:
    if token in _STOPS:
        return STOP
    if token[0].isdigit():
        return YEAR if len(token) == 4 and token.isdigit() and token[:2] in {"19", "20"} else NUMBER
    word = token.lower()
    counts.plain[word] += 1
    case = counts.cases.setdefault(word, [0, 0, 0])
    if token == word:
        case[0] += 1
    elif before != STOP:
        case[2 if token.isupper() and len(token) > 1 else 1] += 1
    return word


def texts_of(folder: Path) -> Iterator[tuple[str, float]]:
    """Yield the blocks that are learnt from, with their weights; one in twenty-five is left out, to measure on."""
    for _, block, weight, held in _blocks(folder):
        if not held:
            yield block, weight


def held_out(folder: Path) -> dict[str, str]:
    """Return what is left out of each text, by the name of its file."""
    found: dict[str, list[str]] = {}
    for name, block, _, held in _blocks(folder):
        if held:
            found.setdefault(name, []).append(block)
    return {name: "\n".join(blocks) for name, blocks in sorted(found.items())}


def _blocks(folder: Path) -> Iterator[tuple[str, str, float, bool]]:
    sources = tomllib.loads((Path(__file__).parent / "sources.toml").read_text(encoding="utf-8"))
    for name, about in sources.items():
        lines = (folder / name).read_text(encoding="utf-8").replace("\u00ad", "").split("\n")
        for at in range(0, len(lines), about["lines"]):
            digest = md5(f"{name}{at}".encode(), usedforsecurity=False).digest()
            yield name, "\n".join(lines[at : at + about["lines"]]), about["weight"], digest[0] < _LEFT_OUT


def pieces(text: str) -> list[str]:
    """Return the words of a text in lower case, with a mark for stops, for breaks within a sentence and for figures.

    >>> pieces("Ja, 3 av 12 (år 2003).")
    ['ja', ',', '#', 'av', '#', ',', 'år', '#y', ',', '.']
    """
    found: list[str] = []
    for piece in _PIECE.findall(_BROKEN.sub("-", text)):
        word = _piece(piece)
        if word not in {STOP, ","} or not found or found[-1] != word:
            found.append(word)
    return found


def _piece(piece: str) -> str:
    if piece in _STOPS:
        return STOP
    if piece in _BREAKS:
        return ","
    if piece[0].isdigit():
        return YEAR if len(piece) == 4 and piece.isdigit() and piece[:2] in {"19", "20"} else NUMBER
    return piece.lower()
