"""How many megabytes a second one process reads, the whole way and stage by stage."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

import protokoll
from protokoll.grammar import load, recognise
from sections import Section, folder_parser, publish, records

STAGES = ("read", "recognise", "clean", "segment", "parse", "encode")


def measure(folder: Path, repeat: int) -> Section:
    """Time every stage over all records of a folder, after one round that does not count."""
    found = records(folder)
    megabytes = sum(each.stat().st_size for each in found) / 1e6
    rounds = [_round(found) for _ in range(repeat + 1)][1:]
    whole = median(sum(each) for each in rounds)
    rows = [_row(stage, [each[i] for each in rounds], megabytes, whole) for i, stage in enumerate(STAGES)]
    rows.append(_row("**the whole way**", [sum(each) for each in rounds], megabytes, whole))
    told = f"{len(found)} records of {megabytes:.2f} MB in one process, {repeat} rounds."
    return Section("Throughput", told, ("stage", "MB/s", "quickest", "seconds", "share"), rows)


def _round(found: Sequence[Path]) -> list[float]:
    """The seconds of each stage over all records."""
    spent = [0.0] * len(STAGES)
    for path in found:
        marks = [perf_counter()]
        source = protokoll.read(path)
        marks.append(perf_counter())
        grammar = load(recognise(source.text))
        marks.append(perf_counter())
        text = protokoll.clean(source, grammar)
        marks.append(perf_counter())
        outline = protokoll.segment(text, grammar)
        marks.append(perf_counter())
        document = protokoll.parse(text, outline, grammar)
        marks.append(perf_counter())
        protokoll.encode(document)
        marks.append(perf_counter())
        spent = [total + end - start for total, start, end in zip(spent, marks, marks[1:], strict=False)]
    return spent


def _row(stage: str, seconds: Sequence[float], megabytes: float, whole: float) -> tuple[str, ...]:
    middle, least = median(seconds), min(seconds)
    return (
        stage,
        f"{megabytes / middle:.2f}",
        f"{megabytes / least:.2f}",
        f"{middle:.3f}",
        f"{middle / whole:.0%}",
    )


if __name__ == "__main__":
    options = folder_parser(__doc__).parse_args()
    publish(measure(options.folder, options.repeat), write=options.write)
