"""The bench of the mender counts what became of each word, on invented pages."""

import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

BENCH = Path(__file__).resolve().parents[2] / "benchmarks" / "repair"
TRUTH = "Nämnden föreslår att\nfullmäktige säger ja\ntill 12 platser"
SEEN = "Namnden foreslar att\nfullmaktige sager ja\ntill 12 platser"


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The modules of the bench, which import one another by their bare names."""
    monkeypatch.syspath_prepend(str(BENCH))
    names = ("accounts", "aligning", "halves", "rendering", "sampling", "tables")
    before = set(sys.modules)
    found = SimpleNamespace(**{name: __import__(name) for name in names})
    yield found
    for name in set(sys.modules) - before:
        if name in {*names, "reading"}:
            del sys.modules[name]


def piece(bench: Any, truth: str = TRUTH, seen: str = SEEN) -> Any:
    """One page."""
    return bench.accounts.Piece(truth, seen, bench.rendering.Look("a.ttf", 10, 200, "clean"), "prose")


def edits(bench: Any, pairs: dict[str, str]) -> Any:
    """A mender that puts one word for another, wherever it stands."""
    text = bench.accounts

    def mend(seen: str) -> list[Any]:
        return [
            text.Edit(text.Span(seen.index(old), seen.index(old) + len(old)), new, 0.9, "lexicon")
            for old, new in pairs.items()
            if old in seen
        ]

    return mend


def test_each_word_is_mended_missed_or_broken(bench: Any) -> None:
    """Two words of four are mended, one healthy word is broken, one edit is not right."""
    mender = edits(bench, {"Namnden": "Nämnden", "foreslar": "föreslår", "platser": "plåtser"})
    (ledger,) = bench.accounts.measured([piece(bench)], mender)
    assert (ledger.words, ledger.errors_before, ledger.errors_after) == (9, 4, 3)
    assert (ledger.damaged, ledger.mended, ledger.healthy, ledger.broken) == (4, 2, 5, 1)
    assert (ledger.edited, ledger.right) == (3, 2)
    assert ledger.lacking == pytest.approx(0.3)


def test_a_changed_figure_is_counted(bench: Any) -> None:
    """A figure that was right and is not any more is the worst of faults."""
    (ledger,) = bench.accounts.measured([piece(bench)], edits(bench, {"12": "72"}))
    assert ledger.digits == 1


def test_edits_belong_to_their_page(bench: Any) -> None:
    """A document is mended as a whole, and each page answers for its own words."""
    other = piece(bench, "en råd", "en rad")
    first, second = bench.accounts.measured([piece(bench), other], edits(bench, {"rad": "råd"}))
    assert (first.edited, second.edited, second.mended) == (0, 1, 1)


def test_where_lines_are_swapped_nothing_is_told_of_an_edit(bench: Any) -> None:
    """What is printed at the place of the word is another line."""
    page = piece(bench, "Beslut om taxan", "foreningslivets lokalfragor")
    (ledger,) = bench.accounts.measured([page], edits(bench, {"foreningslivets": "föreningslivets"}))
    assert (ledger.edited, ledger.untold) == (0, 1)


def test_every_second_page_is_healthy(bench: Any) -> None:
    """As it was printed."""
    first, second = bench.halves.by_pages([piece(bench), piece(bench)])
    assert (first.seen, second.seen, second.kind) == (SEEN, TRUTH, bench.halves.HEALTHY)


def test_runs_of_lines_are_healthy_by_turns(bench: Any) -> None:
    """No line is lost, and the lines of a run are those that were printed there."""
    page = piece(bench, "\n".join([TRUTH] * 8), "\n".join([SEEN] * 8))
    runs = bench.halves.by_lines([page])
    assert "\n".join(run.truth for run in runs) == page.truth
    assert {run.kind for run in runs} == {"prose", bench.halves.HEALTHY}
    assert all(run.seen == run.truth for run in runs if run.kind == bench.halves.HEALTHY)
    assert all(run.seen in page.seen for run in runs if run.kind == "prose")


def test_a_table_takes_its_place(bench: Any) -> None:
    """Between its marks, and nowhere else."""
    table = bench.tables.Table("kinds eng", ("what", "words"), [("mended", "2")])
    page = "a\n<!-- kinds eng -->\nold\n<!-- end -->\n<!-- kinds swe -->\nkept\n<!-- end -->\n"
    result = bench.tables.placed(page, table)
    assert "| mended | 2 |" in result
    assert "old" not in result
    assert "kept" in result
    assert bench.tables.placed("no marks", table) == "no marks"


def test_texts_that_lost_their_letters_are_no_truth(bench: Any) -> None:
    """What is printed wrong cannot tell whether it is mended rightly; the looks of the others stay."""
    good = "Det är viktigt att nämnden ser till att alla får svar i tid.\n" * 40
    bad = good.replace("att", "at")
    kinds = [{"a.txt": good, "b.txt": bad, "c.txt": good}]
    found = list(bench.sampling.documents(kinds, 12, ["x.ttf", "y.ttf"], rough=False))
    assert [pages[0].source for _, pages in found] == ["a.txt", "c.txt"]
