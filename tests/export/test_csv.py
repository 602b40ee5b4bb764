"""CSV: rows that any reader of RFC 4180 takes, and that no spreadsheet runs."""

import csv
import io

import pytest

from protokoll.export import FORMATS, encode
from protokoll.export.csv import COLUMNS
from tests.invented import TEXT, make_document


def _rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")))


def test_lines_end_in_crlf_and_the_heading_is_first() -> None:
    """RFC 4180: comma, CRLF, one heading; UTF-8 without a mark before it."""
    data = encode(make_document(), "csv")
    assert data.startswith(b"document,municipality,")
    assert data.count(b"\n") == data.count(b"\r\n")


def test_heading_stands_once_for_several() -> None:
    """The rows of the second document follow those of the first."""
    data = b"".join(FORMATS["csv"].write([make_document("a.txt"), make_document("b.txt")]))
    rows = _rows(data)
    assert data.count(b"document,municipality,") == 1
    assert [row["document"] for row in rows] == sorted(row["document"] for row in rows)
    assert {row["document"] for row in rows} == {"a.txt", "b.txt"}


def test_every_row_names_document_body_and_date() -> None:
    """A row that is taken out of the table still says where it is from."""
    for row in _rows(encode(make_document(), "csv")):
        assert (row["municipality"], row["document_body"], row["date"]) == (
            "Almunda",
            "Kommunstyrelsen",
            "2024-03-06",
        )


def test_vote_has_numbers_and_each_voter_a_row() -> None:
    """The tally is in columns of its own, and what is not printed is empty."""
    rows = _rows(encode(make_document(), "csv"))
    [vote] = [row for row in rows if row["kind"] == "vote"]
    assert [vote[each] for each in ("yes", "no", "abstain", "absent")] == ["2", "1", "0", ""]
    voters = [(row["persons"], row["parties"], row["act"]) for row in rows if row["kind"] == "voter"]
    assert voters[-1] == ("Per Blom (M)", "M", "no")


def test_places_are_those_of_the_source() -> None:
    """`start` and `end` cut the words out of the source text."""
    [point] = [row for row in _rows(encode(make_document(), "csv")) if row["text"] == "Motionen avslås."]
    assert TEXT[int(point["start"]) : int(point["end"])] == "Motionen avslås."
    assert point["act"] == "reject"
    assert point["body"] == "Kommunstyrelsen"
    assert point["page"] == "2"


def test_formula_is_made_text() -> None:
    """A cell that a spreadsheet would run has an apostrophe before it; others are as they are."""
    texts = [row["text"] for row in _rows(encode(make_document(), "csv"))]
    assert "'=SUMMA av *alla* cykelställ redovisas_årligen." in texts
    assert not any(text.startswith("=") for text in texts)


@pytest.mark.parametrize("path", ["=1+1.txt", "+46.txt", "-flagga.txt", "@a.txt", '=cmd|"/c calc"!A1'])
def test_path_cannot_smuggle_a_formula(path: str) -> None:
    """The name of a file comes from outside as well."""
    assert {row["document"] for row in _rows(encode(make_document(path), "csv"))} == {f"'{path}"}


def test_columns_are_those_that_are_written() -> None:
    """The heading is the table of columns."""
    assert encode(make_document(), "csv").decode().splitlines()[0] == ",".join(COLUMNS)
