"""Learns what four letters of Swedish cost in a row, for `protokoll parse --decipher`, and writes it into the package.

    python benchmarks/repair/learn_letters.py FOLDER

FOLDER holds the texts of `learning/sources.toml`; the treebank is left out, as its licence would bind the result.
"""

import lzma
import sys
from pathlib import Path

import numpy as np

from protokoll.cleaning.deciphering.letters import ALPHABET, SCALE, classes_of

_DATA = Path(__file__).parents[2] / "src" / "protokoll" / "cleaning" / "deciphering" / "data" / "letters.bin"
_SIZE = len(ALPHABET)
_EACH = 3_000_000
"""Characters of each text: the kind counts more than the amount."""
_WEIGHTS = (20, 10, 6)
"""How many times the shorter row counts beside what was seen of two, three and four letters."""


def main() -> None:
    """Count, smooth each order with the one below, and write the costs."""
    counts = np.zeros(_SIZE**4)
    for path in sorted(Path(sys.argv[1]).glob("*.txt")):
        if not path.name.startswith("ud_"):
            text = path.read_text(encoding="utf-8")[:_EACH]
            row = np.array(classes_of(" ".join(text.split())))
            fours = ((row[:-3] * _SIZE + row[1:-2]) * _SIZE + row[2:-1]) * _SIZE + row[3:]
            counts += np.bincount(fours, minlength=_SIZE**4)
    four = counts.reshape((_SIZE,) * 4)
    three, two, one = four.sum(0), four.sum((0, 1)), four.sum((0, 1, 2))
    share = (one + 1) / (one.sum() + _SIZE)
    for seen, weight in zip((two, three, four), _WEIGHTS, strict=True):
        share = (seen + weight * share) / (seen.sum(-1, keepdims=True) + weight)
    costs = np.clip(np.round(-np.log(share) * SCALE), 0, 255).astype(np.uint8)
    _DATA.write_bytes(lzma.compress(costs.tobytes(), preset=9))
    print(f"{int(counts.sum())} rows of four letters, {_DATA.stat().st_size} bytes")


if __name__ == "__main__":
    main()
