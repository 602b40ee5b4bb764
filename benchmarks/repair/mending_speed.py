"""How fast the mender is and what it needs, printed as a table.

    python benchmarks/repair/mending_speed.py TEXT... --healthy FOLDER [--rounds 3]

Each TEXT is Swedish; it is damaged by the learnt confusions, or taken as it is where it has no å, ä and ö (pages that
Tesseract read). Stretches from all of them make fifty different documents. FOLDER holds healthy records. Each measure
runs in a process of its own, on one core, and counts the seconds of the processor, not of the clock; the least of the
rounds counts.
"""

import argparse
import os
import resource
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import msgspec
from damaging import damaged

_DOCUMENTS = 50
_SIZE = 40_000
_SINGLE = 5
_LINE = 1_000_000
_DATA = Path(__file__).parents[2] / "src" / "protokoll" / "cleaning" / "repair" / "data"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="+", type=Path)
    parser.add_argument("--healthy", type=Path, required=True, help="a folder of healthy records")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    os.environ |= {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    documents = list(_documents(options.texts))
    singles = documents[:: max(1, len(documents) // _SINGLE)][:_SINGLE]
    line = " ".join(" ".join(documents).split())[:_LINE]

    def least(measure: Callable[[], float]) -> float:
        return min(_apart(measure) for _ in range(options.rounds))

    rows = [("load: seconds", least(_load)), ("load: MB", least(_loaded))]
    rows += [("data: MB", sum(each.stat().st_size for each in _DATA.iterdir()) / 1e6)]
    speeds = sorted(len(each) / least(partial(_mend, [each])) for each in singles)
    rows += [("one document, slowest of five: characters/s", speeds[0])]
    rows += [("one document, middle of five: characters/s", speeds[len(speeds) // 2])]
    letters = sum(map(len, documents))
    rows += [(f"{len(documents)} documents: characters/s", letters / least(partial(_mend, documents)))]
    rows += [("the same again: characters/s", letters / least(partial(_mend_again, documents)))]
    rows += [("memory after them: MB", least(partial(_memory, documents)))]
    for size in (_LINE // 10, _LINE):
        rows += [(f"one damaged line of {size:,} characters: seconds", least(partial(_mend, [line[:size]])))]
    for step in ("clean", "parse"):
        rows += [(f"{step} of healthy text costs more: %", least(partial(_healthy, step, options.healthy)))]
    print("| measure | figure |\n|---|---:|")
    print("\n".join(f"| {name} | {f'{figure:,.0f}' if figure > 99 else f'{figure:.2f}'} |" for name, figure in rows))


def _documents(paths: Iterable[Path]) -> Iterable[str]:
    """Yield fifty stretches, in turn from each text."""
    texts = [path.read_text(encoding="utf-8") for path in paths]
    for at in range(_DOCUMENTS):
        text, turn = texts[at % len(texts)], at // len(texts)
        turns = -(-_DOCUMENTS // len(texts))
        start = turn * max(0, len(text) - _SIZE) // max(1, turns - 1)
        yield damaged(text[start : start + min(_SIZE, max(1, len(text) // turns))], at)


def _apart(measure: Callable[[], float]) -> float:
    """Return what is measured in a fresh process."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(measure).result()


def _spent(task: Callable[[], object]) -> float:
    start = time.process_time()
    task()
    return time.process_time() - start


def _mend_all(documents: Iterable[str]) -> None:
    from protokoll.cleaning.repair.mender import find_mendings

    for each in documents:
        find_mendings(each)


def _load() -> float:
    return _spent(partial(_mend_all, ["Namnden foreslar att fullmaktige avslar motionen for att det &r for dyrt."]))


def _loaded() -> float:
    _load()
    return _resident()


def _mend(documents: list[str]) -> float:
    _load()
    return _spent(partial(_mend_all, documents))


def _mend_again(documents: list[str]) -> float:
    _mend(documents)
    return _mend(documents)


def _memory(documents: list[str]) -> float:
    _mend(documents)
    return _resident()


def _resident() -> float:
    """Return the most memory that this process had; what the system tells otherwise may be that of its parent."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    told = next(line for line in status.read_text(encoding="utf-8").splitlines() if line.startswith("VmHWM"))
    return int(told.split()[1]) / 1e3


def _healthy(step: str, folder: Path) -> float:
    """Return how many per cent more a step costs with mending than without, all records of a folder together."""
    import protokoll

    sources = [protokoll.read(path) for path in sorted(folder.rglob("*.txt"))]
    task: Callable[..., object] = _parse if step == "parse" else protokoll.clean
    spent: dict[bool, list[float]] = {True: [], False: []}
    for _ in range(4):
        for mends, seconds in spent.items():
            repair = protokoll.Repair() if mends else None
            seconds.append(_spent(lambda repair=repair: [task(each, repair=repair) for each in sources]))  # type: ignore[misc]
    return 100 * (min(spent[True]) / min(spent[False]) - 1)


def _parse(source: msgspec.Struct, repair: object) -> object:
    import protokoll

    text = protokoll.clean(source, repair=repair)  # type: ignore[arg-type]
    return protokoll.parse(text, protokoll.segment(text))


if __name__ == "__main__":
    main()
