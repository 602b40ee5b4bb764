"""How long `protokoll parse` of one record takes from the shell, start included."""

from __future__ import annotations

from pathlib import Path

from children import COMMAND, in_turns
from sections import Section, folder_parser, publish, records


def measure(folder: Path, repeat: int) -> Section:
    """Time the smallest, the middle and the largest record of a folder."""
    found = sorted(records(folder), key=lambda each: each.stat().st_size)
    chosen = {each.name: each for each in (found[0], found[len(found) // 2], found[-1])}
    timings = in_turns({name: (COMMAND, "parse", str(each)) for name, each in chosen.items()}, repeat)
    rows = [
        (
            name,
            f"{chosen[name].stat().st_size / 1000:.0f}",
            f"{each.median:.2f}",
            f"{each.quickest:.2f}",
            f"{each.slowest:.2f}",
        )
        for name, each in timings.items()
    ]
    told = f"Seconds of `protokoll parse FILE` from the shell, {repeat} runs of each in turns."
    return Section("One record from the shell", told, ("record", "kB", "median", "quickest", "slowest"), rows)


if __name__ == "__main__":
    options = folder_parser(__doc__).parse_args()
    publish(measure(options.folder, options.repeat), write=options.write)
