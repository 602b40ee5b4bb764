"""Who was there is read from front pages of every template, and nobody else is."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from protokoll.cleaning import clean
from protokoll.grammar import load
from protokoll.model.document import Attendance, DocumentKind
from protokoll.model.outline import Block, BlockKind, Outline
from protokoll.model.text import CleanText, SourceText, Span
from protokoll.parsing.attendance import attendance_doubts, find_attendance

_CASES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("attendance.toml").read_text("utf-8"))["case"]


def _clean(words: str) -> CleanText:
    source = SourceText(path="-", sha256="", size=0, reader="text", encoding="utf-8", text=words)
    return clean(source, load())


def _outline(words: str, place: str) -> Outline:
    head = Span(0, words.index("\n")) if place != "front" else None
    block = Block(BlockKind(place), Span(0, len(words)), head, item=0 if place == "item" else None, number="1")
    return Outline(DocumentKind.PROTOCOL, (block,))


def _rows(attendance: tuple[Attendance, ...]) -> list[list[str]]:
    return [
        [each.name, each.party or "-", each.role.value, each.serves_for or "", each.note or ""] for each in attendance
    ]


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case["label"])
def test_templates(case: dict[str, Any]) -> None:
    """Each template gives its persons, with party, part, seat and note, and no others."""
    text = _clean(case["text"])
    outline = _outline(text.text, case.get("place", "front"))
    attendance = find_attendance(text, outline, load())
    wanted = {row.split("|", 1)[0].strip(): [cell.strip() for cell in row.split("|")] for row in case["rows"]}
    found = {row[0]: row[: len(wanted.get(row[0], row))] for row in _rows(attendance)}
    assert found == wanted
    codes = [remark.code.value for remark in attendance_doubts(text, outline, attendance, load())]
    assert codes == case.get("doubts", [])


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case["label"])
def test_each_person_is_printed(case: dict[str, Any]) -> None:
    """The words of each record are those of the source at its span, and hold the surname."""
    text = _clean(case["text"])
    for each in find_attendance(text, _outline(text.text, case.get("place", "front")), load()):
        assert each.printed == each.span.of(case["text"])
        letters = "".join(letter for letter in each.printed.lower() if letter.isalpha())  # it may break over lines
        assert each.name.split()[-1].split("-")[-1].lower() in letters


def _table(cells: str) -> str:
    return cells.replace("|", "\n\n")


def test_the_table_of_a_meeting_system() -> None:
    """A seat with several stays is one person; substitutes in a run of their own are told by the rolls."""
    table = _table(
        "Bilaga 1|Plats|Ledamot|Ersättare|Parti|Ankom|Utgick|1|Ek, Eva|S|16:00|17:00|1|Ek, Eva|S|17:05|19:00|"
        "2|Berg\nAlm, Bo|M|16:00|18:00|3|Sten, Liv|Falk, Tor|V|16:00|19:00|Holm, Gun|"
    )
    roll = _table("Bilaga 2|Namn|Parti|Plats|Funktion|Resultat|Eva Ek|S|1|Ordförande|Ja|Gun Holm|M|2|Ersättare|Nej|")
    words = table + roll
    blocks = tuple(
        Block(BlockKind.ANNEX, span, Span(span.start, span.start + 8), number=number)
        for span, number in ((Span(0, len(table)), "1"), (Span(len(table), len(words)), "2"))
    )
    source = SourceText(path="-", sha256="", size=0, reader="text", encoding="utf-8", text=words)
    attendance = find_attendance(CleanText(source, (), words), Outline(DocumentKind.PROTOCOL, blocks), load())
    assert [row[:4] for row in _rows(attendance)] == [
        ["Eva Ek", "S", "chair", ""],
        ["Tor Falk", "V", "serving_substitute", "Liv Sten"],
        ["Gun Holm", "M", "serving_substitute", "Bo Berg Alm"],
    ]
