"""`protokoll evaluate`: how well annotated records are read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from protokoll.cli import console
from protokoll.cli.options import Profile
from protokoll.errors import MissingInput, ProtokollError

if TYPE_CHECKING:
    from protokoll.evaluation import DocumentRun, Facts, Run

__all__ = ["evaluate", "run_folders"]

EXAMPLES = """
protokoll evaluate data/samples/gold data/samples
protokoll evaluate gold/ records/ --misses | grep proposal
protokoll evaluate gold/ records/ --json > before.json
protokoll evaluate gold/ records/ --compare before.json
"""


def evaluate(
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD_DIR", show_default=False, help="The annotations, NAME.gold.json.")
    ],
    texts: Annotated[
        list[Path],
        typer.Argument(metavar="TEXT_DIR...", show_default=False, help="The records, NAME.txt or NAME.pdf."),
    ],
    *,
    misses: Annotated[bool, typer.Option("--misses", help="List what was missed and what invented.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Write everything as JSON.")] = False,
    compare: Annotated[
        Path | None,
        typer.Option(
            "--compare",
            metavar="OLD.json",
            show_default=False,
            help="What was gained and lost since an earlier --json.",
        ),
    ] = None,
    profile: Profile = None,
) -> None:
    """Compare the output for annotated records with the annotations, element by element.

    Each element has precision, recall and F1 in per cent, with 95 % intervals: Wilson's for precision and
    recall, by drawing whole documents for F1. What the output invents counts as much as what it misses;
    docs/format.md tells when an element is right.
    """
    from protokoll.cli.scoreboard import change_lines, fault_lines, tables
    from protokoll.evaluation import decode_run, difference
    from protokoll.export.json import dump

    earlier = decode_run(_bytes(compare), str(compare)) if compare else None
    run, errors = run_folders(gold, texts, profile)
    if as_json:
        console.put([dump(run, compact=False)])
    elif earlier:
        console.put_text("".join(change_lines(difference(earlier, run))))
    elif misses:
        console.put_text("".join(fault_lines(run)))
    else:
        for each in tables(run):
            console.draw(each)
    for error in errors:
        console.say(str(error))
    if errors:
        raise typer.Exit(max(error.exit_code for error in errors))


def run_folders(gold: Path, texts: Sequence[Path], profile: str | None = None) -> tuple[Run, list[ProtokollError]]:
    """Parse and judge every annotated record that is found.

    Args:
        gold: the folder with annotations.
        texts: folders in which the records are looked for, subfolders included.
        profile: the profile to read with; recognised for each record if None.

    Returns:
        The run, and an error for each record that is missing or could not be parsed. Of a record that could
        not be parsed everything is missed; one that is missing is left out.

    Raises:
        MissingInput: there is no annotation, or no record to any of them.
    """
    from protokoll.evaluation import decode, gather, unread

    documents: list[DocumentRun] = []
    errors: list[ProtokollError] = []
    for name, annotation, record in _pairs(gold, texts):
        facts = decode(_bytes(annotation), annotation.name)
        if record is None:
            errors.append(MissingInput(f"there is no {name}.txt or {name}.pdf to {annotation.name}"))
            continue
        try:
            documents.append(_judged(name, facts, record, profile))
        except Exception as error:
            if console.is_debugging():
                raise
            errors.append(_as_told(error, record))
            documents.append(unread(name, facts, str(errors[-1])))
    if not documents:
        raise MissingInput(
            f"there is no annotated record for {gold}", hint="annotations are NAME.gold.json beside NAME.txt"
        )
    return gather(documents), errors


def _pairs(gold: Path, texts: Sequence[Path]) -> Iterator[tuple[str, Path, Path | None]]:
    """Each annotation in the order of names, with its record; text is taken before PDF."""
    for folder in (gold, *texts):
        if not folder.is_dir():
            raise MissingInput(f"there is no folder {folder}")
    records: dict[str, Path] = {}
    for suffix in (".pdf", ".txt"):
        for folder in reversed(texts):
            records |= {each.stem: each for each in sorted(folder.rglob(f"*{suffix}"), reverse=True)}
    for annotation in sorted(gold.glob("*.gold.json")):
        name = annotation.name.removesuffix(".gold.json")
        yield name, annotation, records.get(name)


def _judged(name: str, facts: Facts, record: Path, profile: str | None) -> DocumentRun:
    from protokoll.evaluation import evaluate as judge
    from protokoll.pipeline import parse_file, read

    return judge(name, facts, parse_file(record, profile=profile), read(record).text)


def _as_told(error: Exception, record: Path) -> ProtokollError:
    """The error as it is told: what should not have been is a failure of this record, not of all."""
    if isinstance(error, ProtokollError):
        return error
    return ProtokollError(f"{record}: {console.describe_bug(error).rstrip('.')}")


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise MissingInput(f"{path} cannot be read: {error.strerror}") from None
