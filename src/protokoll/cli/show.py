"""`protokoll show`: a reading view of a record in the terminal."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from protokoll.cli import console
from protokoll.cli.options import (
    Decipher,
    File,
    Force,
    Language,
    Lexicon,
    MaxErrorRate,
    NoRepair,
    Profile,
    choose_language,
    choose_repair,
    stdin_data,
)
from protokoll.cli.spelling import suggest
from protokoll.errors import MissingInput, UsageError

if TYPE_CHECKING:
    from protokoll.cleaning import Repair
    from protokoll.model.document import Document, Item

EXAMPLES = """
protokoll show ks-2024-03-06.pdf
protokoll show ks-2024-03-06.pdf --item 11 --full   # one §, with all its text
protokoll show ks-2024-03-06.json --lang sv         # what 'parse' wrote earlier
protokoll show ks-2024-03-06.pdf | less             # page by page
"""

Numbers = Annotated[
    list[str] | None,
    typer.Option("--item", "-i", metavar="NUMBER", show_default=False, help="Only this §; may be given again."),
]
Full = Annotated[bool, typer.Option("--full", help="The whole text of statements and reservations.")]


def show(
    file: File,
    *,
    item: Numbers = None,
    full: Full = False,
    lang: Language = None,
    profile: Profile = None,
    force: Force = False,
    no_repair: NoRepair = False,
    max_error_rate: MaxErrorRate = None,
    lexicon: Lexicon = None,
    decipher: Decipher = False,
) -> None:
    """Show a record in the terminal, act by act.

    A tree of §§ with decision points, proposals with who and what, votes by party, reservations and
    statements, each with its page, and at the end what is doubtful. FILE is a record, or the JSON that
    'parse' made of one.
    """
    from protokoll.cli.view import draw_document
    from protokoll.export.labels import load_labels

    repair = choose_repair(no_repair=no_repair, max_error_rate=max_error_rate, lexicon=lexicon, decipher=decipher)
    document = _load(file, profile=profile, force=force, repair=repair)
    items = _choose(document, item) if item else document.items
    labels = load_labels(choose_language(lang))
    for part in draw_document(document, items, labels, full=full):
        console.draw(part)


def _load(path: str, *, profile: str | None, force: bool, repair: Repair | None) -> Document:
    data = stdin_data(path)
    if path.lower().endswith(".json"):
        try:
            data = Path(path).read_bytes()
        except OSError as error:
            raise MissingInput(f"{path} cannot be read: {error.strerror}") from None
    if data is not None and (path.lower().endswith(".json") or data.lstrip().startswith(b"{")):
        from protokoll.export.json import decode

        return decode(data)
    from protokoll.pipeline import parse_file

    return parse_file(path, profile=profile, force=force, data=data, repair=repair)


def _choose(document: Document, wanted: list[str]) -> tuple[Item, ...]:
    """Return the items with the numbers wanted, in the order of the record."""
    numbers = {each.number.text.casefold() for each in document.items if each.number}
    asked = {number.strip("§ ").casefold() for number in wanted}
    for number in sorted(asked - numbers):
        raise UsageError(f"there is no § {number} in this record", hint=_near(number, sorted(numbers)))
    return tuple(each for each in document.items if each.number and each.number.text.casefold() in asked)


def _near(wanted: str, numbers: list[str]) -> str:
    """Return advice with the numbers next to the one wanted, or those that look like it."""
    digits = [number for number in numbers if number.isdigit()]
    if not (wanted.isdigit() and digits):
        return suggest(wanted, numbers)
    nearest = sorted(digits, key=lambda number: abs(int(number) - int(wanted)))[:2]
    return f"the nearest: § {' and § '.join(sorted(nearest, key=int))}"
