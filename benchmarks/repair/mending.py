"""How well misread words are mended, printed as tables in Markdown.

    python benchmarks/repair/mending.py KIND... --cache FOLDER [--model eng] [--pages 60] [--rough] [--quick] [--write]

Each KIND is a text, or a folder of texts of one kind, in Swedish that nothing was learnt from. About as many pages of
each kind are rendered in typefaces that nothing was learnt from, read by the real Tesseract, mended, and compared with
what was printed; beside them a spell checker (if symspellpy and wordfreq are installed) and Tesseract with the
Swedish model. What Tesseract read is kept in the cache, so that a second run takes minutes. --write puts the tables
in their places in docs/repair.md.
"""

import argparse
import resource
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from accounts import Ledger, Mender, Piece, measured, total
from checkers import nothing, spell_checker
from halves import HEALTHY, by_lines, by_pages
from reading import read_pages, tidy
from sampling import UNSEEN, documents, texts_in

from protokoll.cleaning.repair.store import open_store
from protokoll.cleaning.repairing import MAX_ERROR_RATE, Repair, word_rule
from protokoll.grammar import load
from protokoll.model.text import Edit
from tables import Table, publish

_RATES = (0.001, 0.002, 0.003, 0.005, 0.01, 0.02)
_CONDITIONS = ("damage", "font", "size", "dpi")
_COPIED = ("bilevel", "photocopy")
_ALL = "all"

Document = list[Piece]


def main() -> None:
    """Print the tables."""
    options = _options()
    rule = mender(options.rate)
    print(_start(rule))
    pages = _read(options, options.model)
    ledgers = _by_piece(pages, rule)
    publish(_kinds(options, pages, ledgers), write=options.write)
    if options.faults:
        print("\n".join(fault for ledger in ledgers for fault in ledger.faults))
    if not options.quick:
        publish(_conditions(options, pages, ledgers), write=options.write)
        publish(_reliability(options, pages), write=options.write)
        publish(_halves(options, pages, rule), write=options.write)


def mender(rate: float) -> Mender:
    """Return the rule of cleaning that mends words, as a function from a text to the edits that it applies.

    One glyph stands for each kind of bullet, dash and quote, as in the pages.
    """
    rule, grammar = word_rule(Repair(max_error_rate=rate)), load()

    def mend(text: str) -> list[Edit]:
        edits = [each for each in rule(text, grammar) if isinstance(each, Edit)]
        return [Edit(each.span, tidy(each.text), each.confidence, each.evidence) for each in edits]

    return mend


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kinds", nargs="+", type=Path)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--model", default="eng", help="eng, swe or swe+eng")
    parser.add_argument("--pages", type=int, default=60, help="about how many pages of each kind")
    parser.add_argument("--rate", type=float, default=MAX_ERROR_RATE, help="the share of edits that may be wrong")
    parser.add_argument("--rough", action="store_true", help="small, coarse and copied pages: worn print")
    parser.add_argument("--quick", action="store_true", help="the first table only")
    parser.add_argument("--faults", action="store_true", help="print what went wrong, word by word")
    parser.add_argument("--write", action="store_true", help="put the tables in docs/repair.md")
    return parser.parse_args()


def _start(rule: Mender) -> str:
    started = time.perf_counter()
    open_store()
    rule("Namnden foreslar att fullmaktige avslar motionen for att det ar for dyrt pa sikt.")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return f"load {time.perf_counter() - started:.2f} s, {memory} MB\n"


def _read(options: argparse.Namespace, model: str) -> list[Document]:
    """Return the documents as Tesseract reads them with a model."""
    texts = [texts_in(path) for path in options.kinds]
    drawn = list(documents(texts, options.pages, UNSEEN, rough=options.rough))
    read = iter(read_pages([page for _, pages in drawn for page in pages], model, options.cache))
    names = [path.stem for path in options.kinds]
    return [[Piece(page.truth, next(read), page.look, names[kind]) for page in pages] for kind, pages in drawn]


def _by_piece(read: Iterable[Document], rule: Mender, between: str = "\f") -> list[Ledger]:
    return [ledger for document in read for ledger in measured(document, rule, between)]


def _gathered(read: Iterable[Document], ledgers: Sequence[Ledger], key: Callable[[Piece], str]) -> dict[str, Ledger]:
    """Return the sum of the ledgers of the pieces with the same key, and of all."""
    found: dict[str, list[Ledger]] = {}
    for piece, ledger in zip((piece for document in read for piece in document), ledgers, strict=True):
        found.setdefault(key(piece), []).append(ledger)
    sums = {name: total(each) for name, each in found.items()}
    return sums | {_ALL: total(sums.values())} if len(sums) > 1 else sums


def _kind(piece: Piece) -> str:
    return piece.kind


def _kind_and_look(piece: Piece) -> str:
    return f"{piece.kind}, copied" if piece.look.damage in _COPIED else piece.kind


def _all(piece: Piece) -> str:
    del piece
    return _ALL


def _kinds(options: argparse.Namespace, pages: list[Document], ledgers: Sequence[Ledger]) -> Table:
    """Return what becomes of each kind of text, and beside it what others make of the same pages."""
    rows = _rows("mended", _gathered(pages, ledgers, _kind_and_look))
    if options.model != "swe":
        right = _read(options, "swe")
        rows += _rows("`swe`, as read", _gathered(right, _by_piece(right, nothing), _kind_and_look))
    checker = spell_checker()
    if checker is not None:
        rows += _rows("symspellpy", _gathered(pages, _by_piece(pages, checker), _all))
    clean = [[page._replace(seen=page.truth) for page in document] for document in pages]
    rows += _rows("clean text", _gathered(clean, _by_piece(clean, mender(options.rate)), _all))
    return Table(f"kinds {options.model}{' rough' * options.rough}", _HEAD, rows)


_HEAD = (
    *("what", "pages", "words", "WER % before", "after", "less by", "CER % before", "after", "mended"),
    *("broken in 10,000", "edits", "right", "untold", "figures", "characters/s"),
)


def _rows(what: str, sums: dict[str, Ledger]) -> list[tuple[str, ...]]:
    return [(what, *_row(name, ledger)) for name, ledger in sums.items()]


def _row(name: str, ledger: Ledger) -> tuple[str, ...]:
    speed = f"{ledger.characters / ledger.seconds:,.0f}" if ledger.edited else "–"
    less = f"{100 - 100 * ledger.share('errors_after', 'errors_before'):.1f} %" if ledger.errors_before else "–"
    return (
        name,
        f"{ledger.words:,}",
        f"{100 * ledger.share('errors_before', 'words'):.2f}",
        f"{100 * ledger.share('errors_after', 'words'):.2f}",
        less,
        f"{100 * ledger.share('wrong_letters_before', 'letters'):.2f}",
        f"{100 * ledger.share('wrong_letters_after', 'letters'):.2f}",
        f"{100 * ledger.share('mended', 'damaged'):.1f} %",
        f"{1e4 * ledger.share('broken', 'healthy'):.1f}",
        f"{ledger.edited:,}",
        f"{100 * ledger.share('right', 'edited'):.2f} %",
        str(ledger.untold),
        str(ledger.digits),
        speed,
    )


def _conditions(options: argparse.Namespace, pages: list[Document], ledgers: Sequence[Ledger]) -> Table:
    """Return the same by typeface, size, resolution and what was done to the page."""
    rows = []
    for condition in _CONDITIONS:
        sums = _gathered(pages, ledgers, lambda piece, name=condition: str(getattr(piece.look, name)))  # type: ignore[misc]
        rows += _rows(condition, {name: sums[name] for name in sorted(sums) if name != _ALL})
    return Table(f"conditions {options.model}{' rough' * options.rough}", _HEAD, rows)


def _reliability(options: argparse.Namespace, pages: list[Document]) -> Table:
    """Return for each rate that is asked for what the edits lack in confidence, and how many are wrong."""
    rows = []
    for rate in _RATES:
        sums = _gathered(pages, _by_piece(pages, mender(rate)), _kind)
        for name, each in sums.items():
            stated, wrong = each.lacking / max(1, each.edited), 1 - each.share("right", "edited")
            cells = (f"{each.edited:,}", f"{100 * stated:.2f} %", f"{100 * wrong:.2f} %")
            rows.append((f"{100 * rate:g} %", name, *cells, f"{each.edited - each.right}"))
    head = ("asked for", "pages", "edits", "stated", "observed", "wrong edits")
    return Table(f"reliability {options.model}{' rough' * options.rough}", head, rows)


def _halves(options: argparse.Namespace, pages: list[Document], rule: Mender) -> Table:
    """Return what becomes of damaged pages and lines among healthy ones, and of those."""
    mixed = [("pages", [by_pages(document) for document in pages], "\f")]
    mixed.append(("lines", [by_lines(document) for document in pages], "\n"))
    rows = []
    for name, read, between in mixed:
        ledgers = _by_piece(read, rule, between)
        sums = _gathered(read, ledgers, lambda piece: HEALTHY if piece.kind == HEALTHY else "damaged")
        rows += _rows(f"every second of the {name}" if name == "pages" else f"some {name}", sums)
    return Table(f"halves {options.model}{' rough' * options.rough}", _HEAD, rows)


if __name__ == "__main__":
    main()
