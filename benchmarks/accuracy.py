"""How well annotated records are read: writes docs/accuracy.md from `protokoll evaluate`."""

from __future__ import annotations

import argparse
from pathlib import Path

from protokoll.cli.evaluate import run_folders
from protokoll.evaluation import APART, Element, Interval, Run, Score
from sections import ROOT

PAGE = ROOT / "docs" / "accuracy.md"
TOLD = """# Accuracy

What `protokoll` makes of {documents} annotated by hand, by the rules in [format.md](format.md).
Precision is the share of what it tells that is right, recall the share of what the record says that it tells.
In brackets are 95 % intervals; that of F1 draws whole documents. An element without facts is left out.

The records annotated are:

{names}

Rerun with `python benchmarks/accuracy.py GOLD_DIR TEXT_DIR`.
"""


def page(run: Run) -> str:
    """The whole page: all documents together, then each on its own."""
    told = [element for element, score in run.total.items() if score.n or score.found]
    main, details = ([each for each in told if (each in APART) is apart] for apart in (False, True))
    names = "\n".join(
        f"{number}. {document.name}{f': could not be parsed ({document.error})' if document.error else ''}"
        for number, document in enumerate(run.documents, 1)
    )
    documents = f"{len(run.documents)} record{'' if len(run.documents) == 1 else 's'}"
    parts = [
        TOLD.format(documents=documents, names=names),
        "## All records\n",
        _table(run, main),
        "\n## Details, where the act they belong to is right\n",
        _table(run, details),
        "\n## F1 record by record\n",
        _by_document(run, told),
    ]
    return "\n".join(parts) + "\n"


def _table(run: Run, elements: list[Element]) -> str:
    rows = ["| element | annotated | told | precision | recall | F1 |", "|---|---:|---:|---:|---:|---:|"]
    rows += [f"| {element.replace('_', ' ')} | {_figures(run.total[element])} |" for element in elements]
    return "\n".join(rows)


def _figures(score: Score) -> str:
    shares = (
        _share(score.precision, score.precision_interval),
        _share(score.recall, score.recall_interval),
        _share(score.f1, score.f1_interval),
    )
    return " | ".join((str(score.n), str(score.found), *shares))


def _by_document(run: Run, elements: list[Element]) -> str:
    numbers = range(1, len(run.documents) + 1)
    rows = [f"| element | {' | '.join(map(str, numbers))} |", f"|---|{'---:|' * len(numbers)}"]
    for element in elements:
        shares = " | ".join(_share(each.counts[element].f1, None) for each in run.documents)
        rows.append(f"| {element.replace('_', ' ')} | {shares} |")
    return "\n".join(rows)


def _share(share: float | None, interval: Interval | None) -> str:
    told = "–" if share is None else f"{100 * share:.1f}"
    return told if interval is None else f"{told} [{100 * interval.low:.0f}–{100 * interval.high:.0f}]"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path, help="folder with NAME.gold.json")
    parser.add_argument("texts", type=Path, nargs="+", help="folders with NAME.txt or NAME.pdf")
    parser.add_argument("--output", type=Path, default=PAGE)
    options = parser.parse_args()
    run, errors = run_folders(options.gold, options.texts)
    options.output.write_text(page(run), "utf-8")
    print(f"written to {options.output}", *errors, sep="\n")
