"""How many words of healthy records are changed, which should be none; prints each change.

    python benchmarks/repair/healthy.py TEXT_OR_FOLDER... [--forced] [--rate 0.003]

With --forced every line is taken for damaged, and what is then changed is counted by 10,000 words.
"""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

from protokoll.cleaning.repair.mender import find_mendings
from protokoll.cleaning.repairing import MAX_ERROR_RATE, Repair, sign_rule, word_rule
from protokoll.grammar import load
from protokoll.model.text import Edit, Span

__all__ = ["changes", "forced_changes"]

_WORD = re.compile(r"\w+")
_EXAMPLES = 60


def main() -> None:
    """Print what is changed in each text, and the sum."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="+", type=Path)
    parser.add_argument("--forced", action="store_true", help="take every line for damaged")
    parser.add_argument("--rate", type=float, default=MAX_ERROR_RATE)
    options = parser.parse_args()
    words = texts = letters = 0
    told: list[str] = []
    for path in _files(options.texts):
        text = path.read_text(encoding="utf-8").replace("\u00ad", "")
        texts, words, letters = texts + 1, words + len(_WORD.findall(text)), letters + len(text)
        found = forced_changes(text, options.rate) if options.forced else changes(text, options.rate)
        told += [f"{path.name} {edit.span.of(text)!r} → {edit.text!r} {edit.evidence}" for edit in found]
    print("\n".join(told[:_EXAMPLES]))
    print(f"{texts} texts, {letters} characters, {words} words: {len(told)} changed", end=", ")
    print(f"{1e5 * len(told) / max(1, words):.2f} in 100,000")


def _files(given: list[Path]) -> Iterator[Path]:
    for path in given:
        yield from sorted(path.glob("*.txt")) if path.is_dir() else [path]


def changes(text: str, rate: float) -> list[Edit]:
    """Return what cleaning would change in words and §."""
    grammar, repair = load(), Repair(max_error_rate=rate)
    proposed = [*sign_rule(repair)(text, grammar), *word_rule(repair)(text, grammar)]
    return [each for each in proposed if isinstance(each, Edit)]


def forced_changes(text: str, rate: float) -> list[Edit]:
    """Return what would be changed if every line were damaged."""
    found = find_mendings(text, spans=[Span(0, len(text))], max_error_rate=rate)
    return [Edit(each.span, each.text, each.probability, each.evidence) for each in found if each.applied]


if __name__ == "__main__":
    main()
