"""Learns which of the words that differ in their marks only goes with its neighbours, and writes it into the package.

    python benchmarks/repair/learn_neighbours.py FOLDER

FOLDER holds the texts of `learning/sources.toml`. Needs numpy and torch (pip); takes some minutes on two cores.
"""

import random
import sys
from collections import Counter, defaultdict
from pathlib import Path
from zlib import crc32

import msgspec
import numpy as np
import torch
from learning.counting import pieces, texts_of
from torch import nn
from torch.nn import functional

from protokoll.cleaning.repair.neighbours import SIDE, marks_of

_DATA = Path(__file__).parents[2] / "src" / "protokoll" / "cleaning" / "repair" / "data"
_WORDS = 30_000
_ENDINGS = 4096
_SIZE, _HIDDEN, _OUT = 64, 320, 64
_DROP, _LOST = 0.45, 0.04
_ROUNDS, _BATCH, _RATE = 6, 1024, 2e-3
_RARE, _MANY, _MEMBERS = 2, 100_000, 8
_OFTEN = 25_000
"""Of a word that is met more often than this, a part of its places is learnt from, with more weight."""
_SIDES = np.array([*range(-SIDE, 0), *range(1, SIDE + 1)])


def main() -> None:
    """Learn, and write `neighbours.bin`."""
    random.seed(1)
    torch.manual_seed(1)
    np.random.seed(1)
    torch.set_num_threads(2)
    texts = [pieces(text) for text, _ in texts_of(Path(sys.argv[1]))]
    counts = Counter(word for text in texts for word in text)
    words = ["<unk>", "<pad>", *(word for word, n in counts.most_common(_WORDS) if n >= 5)]
    groups = _groups(counts)
    meant = [word for group in groups for word in group]
    net = _Net(len(words), meant, counts)
    _learn(net, *_places(texts, words, groups))
    table = _table(net, words, meant)
    (_DATA / "neighbours.bin").write_bytes(msgspec.msgpack.encode(table))


def _groups(counts: Counter[str]) -> list[list[str]]:
    """Return the words that differ in their marks only, each group from the most frequent."""
    found: dict[str, list[str]] = defaultdict(list)
    for word, n in counts.items():
        if n >= _RARE and 1 < len(word) < 30 and word.isalpha():
            found[marks_of(word)].append(word)
    groups = []
    for group in found.values():
        ranked = sorted(group, key=lambda word: -counts[word])
        kept = [word for word in ranked if counts[word] * _MANY > counts[ranked[0]]][:_MEMBERS]
        if len(kept) > 1 and any(set(word) & set("åäö") for word in kept):
            groups.append(kept)
    return groups


class _Places:
    """Where the words of the groups stand: the line of all words, and for each place its group and its word."""

    def __init__(self, line: list[str], words: list[str], groups: list[list[str]]) -> None:
        index = {word: at for at, word in enumerate(words)}
        self.words = np.array([index.get(word, 0) for word in line], np.int64)
        endings = {word: _ending(word) for word in set(line)}
        self.endings = np.array([endings[word] for word in line], np.int64)
        where = {word: (at, rank) for at, group in enumerate(groups) for rank, word in enumerate(group)}
        found = [(place, *where[word]) for place, word in enumerate(line) if word in where]
        self.place, self.group, self.rank = (np.array(column) for column in zip(*found, strict=True))


def _places(texts: list[list[str]], words: list[str], groups: list[list[str]]) -> tuple[_Places, torch.Tensor]:
    pad = ["<pad>"] * SIDE
    line = [word for text in texts for word in (*pad, *text)] + pad
    members, at = torch.full((len(groups), _MEMBERS), -1), 0
    for row, group in enumerate(groups):
        members[row, : len(group)] = torch.arange(at, at + len(group))
        at += len(group)
    return _Places(line, words, groups), members


def _ending(word: str) -> int:
    return crc32(word[-4:].encode()) % _ENDINGS


class _Net(nn.Module):  # type: ignore[misc, unused-ignore]
    """One layer over the words beside and their endings; each word that may be meant has a vector."""

    def __init__(self, words: int, meant: list[str], counts: Counter[str]) -> None:
        super().__init__()
        self.beside, self.endings = nn.Embedding(words, _SIZE), nn.Embedding(_ENDINGS, _SIZE)
        self.out, self.out_endings = nn.Embedding(len(meant), _OUT), nn.Embedding(_ENDINGS, _OUT)
        for table, spread in ((self.beside, 0.1), (self.endings, 0.1), (self.out, 0.03), (self.out_endings, 0.03)):
            nn.init.normal_(table.weight, 0, spread)
        self.first, self.second = nn.Linear(2 * SIDE * _SIZE, _HIDDEN), nn.Linear(_HIDDEN, _OUT)
        self.bias = nn.Parameter(torch.log(torch.tensor([counts[word] + 0.5 for word in meant])))
        self.four = torch.tensor([_ending(word) for word in meant])
        self.three = torch.tensor([crc32(f"3{word[-3:]}".encode()) % _ENDINGS for word in meant])
        self.drop = nn.Dropout(_DROP)

    def vectors(self, meant: torch.Tensor) -> torch.Tensor:
        """Return the vectors of words that may be meant."""
        return self.out(meant) + self.out_endings(self.four[meant]) + self.out_endings(self.three[meant])

    def forward(self, words: torch.Tensor, endings: torch.Tensor, members: torch.Tensor) -> torch.Tensor:
        """Return how well each member of each group goes with the words beside it."""
        inputs = (self.beside(words) + self.endings(endings)).flatten(1)
        hidden = self.second(functional.relu(self.first(self.drop(inputs))))
        known = members.clamp(min=0)
        scores = (self.vectors(known) * hidden[:, None]).sum(-1) + self.bias[known]
        return scores.masked_fill(members < 0, -1e9)


def _learn(net: _Net, places: _Places, members: torch.Tensor) -> None:
    target = members.numpy()[places.group, places.rank]
    often = np.bincount(target)[target]
    kept = np.flatnonzero(np.random.rand(len(target)) < np.minimum(1, _OFTEN / often))
    weight = np.maximum(1, often / _OFTEN) ** 0.7
    best = torch.optim.Adam(net.parameters(), lr=_RATE)
    steps, done = _ROUNDS * (len(kept) // _BATCH + 1), 0
    for _ in range(_ROUNDS):
        order = np.random.permutation(kept)
        for start in range(0, len(order), _BATCH):
            batch = order[start : start + _BATCH]
            around = places.place[batch][:, None] + _SIDES
            words = torch.from_numpy(places.words[around])
            words = words.masked_fill(torch.rand(words.shape) < _LOST, 0)
            scores = net(words, torch.from_numpy(places.endings[around]), members[places.group[batch]])
            losses = functional.cross_entropy(scores, torch.from_numpy(places.rank[batch]), reduction="none")
            weights = torch.tensor(weight[batch], dtype=torch.float32)
            best.zero_grad()
            ((losses * weights).sum() / weights.sum()).backward()
            best.step()
            done += 1
            for group in best.param_groups:
                group["lr"] = _RATE * max(0.02, 1 - done / steps)
        print(f"{float(losses.mean().detach()):.4f}", flush=True)


def _table(net: _Net, words: list[str], meant: list[str]) -> dict[str, object]:
    """Return the model as it is kept: each matrix in whole numbers of one byte."""
    with torch.no_grad():
        return {
            "words": words,
            "meant": meant,
            "bias": [round(float(each), 2) for each in net.bias],
            "first": _bytes(net.first.weight.T),
            "first_bias": [round(float(each), 4) for each in net.first.bias],
            "second": _bytes(net.second.weight.T),
            "second_bias": [round(float(each), 4) for each in net.second.bias],
            "beside": _bytes(net.beside.weight),
            "endings": _bytes(net.endings.weight),
            "out": _bytes(net.vectors(torch.arange(len(meant)))),
        }


def _bytes(matrix: torch.Tensor) -> tuple[list[int], float, bytes]:
    values = matrix.numpy()
    step = float(np.quantile(np.abs(values), 0.9999)) / 127
    return list(values.shape), step, np.clip(np.round(values / step), -127, 127).astype(np.int8).tobytes()


if __name__ == "__main__":
    main()
