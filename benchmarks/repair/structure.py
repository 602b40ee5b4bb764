"""How much of the structure of records is lost when they are read from images and mended, element by element.

    python benchmarks/repair/structure.py GOLD_DIR TEXT_DIR... --cache FOLDER [--models eng swe] [--faults]

Each annotated record is rendered to pages as it stands, line by line, read by the real Tesseract, and parsed with and
without mending; what is then told is compared with the annotation, as `protokoll evaluate` does it.
"""

import argparse
import tempfile
from pathlib import Path

from reading import Page, read_pages
from rendering import Look, looks

from protokoll.cleaning import Repair
from protokoll.evaluation import Run, decode, gather
from protokoll.evaluation import evaluate as judge
from protokoll.pipeline import parse_file, read

_FONTS = ["Caladea-Regular.ttf", "texgyretermes-regular.otf", "LinLibertine_R.otf", "texgyreheros-regular.otf"]
_ROWS = 58


def main() -> None:
    """Print F1 for each element: from the text, and from what was read, mended and not."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("texts", nargs="+", type=Path)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--models", nargs="+", default=["eng", "swe"])
    parser.add_argument("--keep", type=Path, help="keep what was read in this folder")
    parser.add_argument("--faults", action="store_true", help="print what the mended texts lack or tell too much")
    options = parser.parse_args()
    names = {path.name.removesuffix(".gold.json") for path in options.gold.glob("*.gold.json")}
    records = [path for folder in options.texts for path in sorted(folder.glob("*.txt")) if path.stem in names]
    with tempfile.TemporaryDirectory() as folder:
        runs = {}
        for model in [None, *options.models]:
            own = (options.keep or Path(folder)) / (model or "text")
            own.mkdir(parents=True, exist_ok=True)
            for number, record in enumerate(records):
                text = record.read_text(encoding="utf-8")
                words = text if model is None else _read(record.name, text, model, options.cache, number)
                (own / record.name).write_text(words, encoding="utf-8")
            found = [own / record.name for record in records]
            runs[model or "text"] = _run(options.gold, found, Repair())
            if model:
                runs[f"{model}, as read"] = _run(options.gold, found, None)
    _print(runs)
    if options.faults:
        for model in options.models:
            _print_faults(model, runs["text"], runs[model])


def _read(name: str, text: str, model: str, cache: Path, seed: int) -> str:
    """Return the record as Tesseract reads it, page by page."""
    (look,) = looks(_FONTS[seed % len(_FONTS) :], 1, seed=seed)
    look = Look(look.font, look.size, max(200, look.dpi), "blur" if look.damage in _BILEVEL else look.damage, seed)
    pages = []
    for page in text.split("\f"):
        lines = page.splitlines()
        pages += ["\n".join(lines[at : at + _ROWS]) for at in range(0, max(1, len(lines)), _ROWS)]
    return "\f".join(read_pages([Page(name, page, look) for page in pages if page.strip()], model, cache))


_BILEVEL = frozenset(["bilevel", "photocopy"])


def _run(gold: Path, records: list[Path], repair: Repair | None) -> Run:
    documents = []
    for record in records:
        path = gold / f"{record.stem}.gold.json"
        told = decode(path.read_bytes(), path.name)
        documents.append(judge(record.stem, told, parse_file(record, repair=repair), read(record).text))
    return gather(documents)


def _print(runs: dict[str, Run]) -> None:
    """Print a row for each element and a column for each run, and below F1 record by record."""
    whole = runs["text"].total
    told = [element for element, score in whole.items() if score.n or score.found]
    print(f"{'F1, per cent':24} {'n':>4} " + " ".join(f"{name:>16}" for name in runs))
    for element in told:
        shares = " ".join(f"{_share(run.total[element].f1):>16}" for run in runs.values())
        print(f"{element:24} {whole[element].n:4} {shares}")
    for at, document in enumerate(runs["text"].documents):
        print(f"\n{document.name}")
        for element in told:
            if document.counts[element].f1 is not None:
                shares = " ".join(f"{_share(run.documents[at].counts[element].f1):>16}" for run in runs.values())
                print(f"  {element:22}      {shares}")


def _print_faults(model: str, whole: Run, mended: Run) -> None:
    """Print each fault of the mended records that the records themselves have not."""
    for before, after in zip(whole.documents, mended.documents, strict=True):
        known = {(each.element, each.verdict, each.item, each.words) for each in before.findings}
        for each in after.findings:
            if (each.element, each.verdict, each.item, each.words) not in known:
                print(f"\n{model} {after.name} § {each.item}, {each.element} {each.verdict}, line {each.line}")
                print(f"    {each.words}\n    {each.nearest or '–'}")


def _share(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.1f}"


if __name__ == "__main__":
    main()
