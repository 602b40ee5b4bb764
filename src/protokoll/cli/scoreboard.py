"""The outcome of an evaluation in words and tables for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.table import Table

    from protokoll.evaluation import Difference, Element, Interval, Judgement, Run, Score

__all__ = ["change_lines", "fault_lines", "finding_line", "tables"]

_COLUMNS = 8
"""So many documents fit beside one another in a terminal of 80 characters."""
_LONGEST = 200


def tables(run: Run) -> Iterator[Table | str]:
    """Yield the tables of a run: every element over all documents, then F1 of each document.

    Elements that no document has are left out. Details, which are judged only where their act is right,
    stand below a line of their own.
    """
    from protokoll.evaluation import APART

    told = [element for element, score in run.total.items() if score.n or score.found]
    parts = [element for element in told if element not in APART], [each for each in told if each in APART]
    yield _total(run, *parts)
    for first in range(0, len(run.documents), _COLUMNS):
        yield _by_document(run, first, told)
        for number, document in enumerate(run.documents[first : first + _COLUMNS], first + 1):
            yield f"  {number}  {document.name}{f': {document.error}' if document.error else ''}"


def finding_line(name: str, finding: Judgement) -> str:
    """Return a fault in one line: document, §, page, line, what it is, and the words.

    >>> from protokoll.evaluation import Element, Judgement, Verdict
    >>> finding_line("ks", Judgement(Element.POINT, Verdict.MISSED, "Motionen avslås", "12", page=3, line=80))
    'ks § 12 p.3 l.80 missed point: Motionen avslås'
    """
    place = f"§ {finding.item} " if finding.item else ""
    if finding.page is not None:
        place += f"p.{finding.page} l.{finding.line} "
    nearest = f"  [nearest: {_short(finding.nearest)}]" if finding.nearest else ""
    what = finding.element.replace("_", " ")
    return f"{name} {place}{finding.verdict} {what}: {_short(finding.words)}{nearest}"


def fault_lines(run: Run) -> Iterator[str]:
    """Yield each fault of a run in a line, document by document."""
    for document in run.documents:
        yield from (f"{finding_line(document.name, finding)}\n" for finding in document.findings)


def change_lines(change: Difference) -> Iterator[str]:
    """Yield what was gained and lost since an earlier run, and the F1 that moved, a line each."""
    for sign, told, faults in (("+", "gained", change.gained), ("-", "lost", change.lost)):
        yield f"{told}: {len(faults)}\n"
        yield from (f"{sign} {finding_line(name, finding)}\n" for name, finding in faults)
    for element, (before, after) in change.f1.items():
        yield f"F1 {element.replace('_', ' ')}: {_percent(before)} → {_percent(after)}\n"


def _total(run: Run, main: list[Element], details: list[Element]) -> Table:
    from rich import box
    from rich.table import Table

    title = f"{len(run.documents)} documents, per cent with 95 % intervals"
    table = Table(title=title, box=box.SIMPLE, padding=(0, 1, 0, 0), title_justify="left")
    table.add_column("element", no_wrap=True)
    for head in ("n", "found", "precision", "recall", "F1"):
        table.add_column(head, justify="right", no_wrap=True)
    for element in main:
        table.add_row(*_row(element, run.total[element]))
    if details:
        table.add_section()
    for element in details:
        table.add_row(*_row(element, run.total[element]), style="dim")
    return table


def _row(element: Element, score: Score) -> tuple[str, ...]:
    return (
        element.replace("_", " "),
        str(score.n),
        str(score.found),
        _with_interval(score.precision, score.precision_interval),
        _with_interval(score.recall, score.recall_interval),
        _with_interval(score.f1, score.f1_interval),
    )


def _by_document(run: Run, first: int, elements: list[Element]) -> Table:
    from rich import box
    from rich.table import Table

    chosen = run.documents[first : first + _COLUMNS]
    table = Table(title="F1 by document", box=box.SIMPLE, padding=(0, 1, 0, 0), title_justify="left")
    table.add_column("element", no_wrap=True)
    for number, _ in enumerate(chosen, first + 1):
        table.add_column(str(number), justify="right", no_wrap=True)
    for element in elements:
        table.add_row(element.replace("_", " "), *(_percent(document.counts[element].f1) for document in chosen))
    return table


def _with_interval(share: float | None, interval: Interval | None) -> str:
    if interval is None:
        return _percent(share)
    return f"{_percent(share)} [{100 * interval.low:.0f}–{100 * interval.high:.0f}]"


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.1f}"


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 2]} …"
