"""`protokoll positions`: what parties wanted, in every form."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from protokoll.errors import ExitCode
from tests.cli.calling import SAMPLES, call

MINUTES = SAMPLES / "protokoll-kf-2023-10-23.txt"
PROGRAMME = SAMPLES / "partiprogram-2022.txt"
OLD = SAMPLES / "protokoll-ks-2003-11-12.txt"


def _rows(*words: str | Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in call("positions", *words, "-f", "jsonl").stdout.splitlines()]


@pytest.fixture(autouse=True)
def _wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "160")


def test_table_begins_with_what_was_searched() -> None:
    """The coverage, the number, and a row for each position with quote, document, § and page."""
    shown = call("positions", MINUTES, "--party", "L", "--lang", "sv").stdout
    lines = shown.splitlines()
    assert lines[0].startswith("Underlag: 1 handling · 2023 · Kommunfullmäktige")
    assert lines[1].endswith("ståndpunkter")
    for words in ("2023-10-23", "reservation", "uttalande", "röst", "§ ", "s. "):
        assert words in shown


@pytest.mark.parametrize("name", ["M", "m", "Moderaterna", "moderaternas"])
def test_party_by_letter_or_name(name: str) -> None:
    """Case and genitive do not count."""
    assert {row["party"] for row in _rows(MINUTES, "--party", name)} == {"M"}


def test_renamed_party_is_found_under_both_names() -> None:
    """L of 2023 and FP of 2003 are one party; each row keeps the name of its time."""
    rows = _rows(MINUTES, OLD, "--party", "FP")
    assert {(row["party"], row["date"][:4]) for row in rows} == {("FP", "2003"), ("L", "2023")}
    told = call("positions", MINUTES, OLD, "--party", "L", "--lang", "en").stdout
    assert "FP is the same party as L under another name; both are counted." in told


def test_several_parties_with_commas() -> None:
    """--party takes several at once, or again and again."""
    together = _rows(MINUTES, "--party", "V,MP")
    assert {row["party"] for row in together} == {"V", "MP"}
    assert together == _rows(MINUTES, "--party", "V", "--party", "MP")


def test_row_has_all_of_a_position() -> None:
    """JSON lines, JSON and CSV tell the same of each position."""
    rows = _rows(MINUTES, "--party", "M")
    assert json.loads(call("positions", MINUTES, "--party", "M", "-f", "json").stdout) == rows
    table = list(csv.DictReader(io.StringIO(call("positions", MINUTES, "--party", "M", "-f", "csv").stdout)))
    assert [row["quote"] for row in table] == [row["quote"] for row in rows]
    assert all(row["document"] and row["sha256"] and row["page"] and row["pointer"] for row in table)
    assert [[int(row["start"]), int(row["end"])] for row in table] == [row["span"] for row in rows]


def test_quotes_stand_at_their_place_in_what_read_prints() -> None:
    """A quote is the words of the source, letter for letter, on the page where it says."""
    text = call("read", MINUTES).stdout
    rows = _rows(MINUTES)
    assert len(rows) > 20
    for row in rows:
        start, end = map(int, row["span"])
        assert text[start:end] == row["quote"]


def test_limits_narrow_the_rows() -> None:
    """Topic, body, kind of evidence and time, each by itself."""
    every = _rows(MINUTES, OLD)
    votes = _rows(MINUTES, OLD, "--basis", "vote")
    assert votes == [row for row in every if row["basis"] == "vote"]
    assert {row["basis"] for row in _rows(MINUTES, OLD, "--basis", "vote,reservation")} == {"vote", "reservation"}
    assert {row["date"][:4] for row in _rows(MINUTES, OLD, "--from", "2010")} == {"2023"}
    assert {row["date"][:4] for row in _rows(MINUTES, OLD, "--to", "2003-11")} == {"2003"}
    assert {row["body"] for row in _rows(MINUTES, OLD, "--body", "fullmäktige")} == {"Kommunfullmäktige"}
    topic = next(row["topic"] for row in every if row["topic"])
    assert {row["topic"] for row in _rows(MINUTES, OLD, "--topic", topic.upper())} == {topic}


def test_own_topics_take_precedence(tmp_path: Path) -> None:
    """A list of the user's own names the topics."""
    own = tmp_path / "amnen.toml"
    own.write_text('[topics]\n"det vi bryr oss om" = ["bad", "skola", "avgift", "bibliotek"]\n', "utf-8")
    assert "det vi bryr oss om" in {row["topic"] for row in _rows(MINUTES, "--topics-file", own)}
    assert "det vi bryr oss om" not in {row["topic"] for row in _rows(MINUTES)}


def test_record_without_a_date(tmp_path: Path) -> None:
    """--date dates it; a file beside it does so without being told, and goes before; the coverage says so."""
    assert {row["date"] for row in _rows(PROGRAMME)} == {None}
    assert {row["date"] for row in _rows(PROGRAMME, "--date", "2022")} == {"2022"}
    told = call("positions", PROGRAMME, "--date", "2022", "--lang", "en").stdout
    assert "1 document without a printed date has its date from the user" in told
    copy = tmp_path / "program.txt"
    copy.write_bytes(PROGRAMME.read_bytes())
    copy.with_suffix(".toml").write_text("date = 2022-05-20\n", "utf-8")
    assert {row["date"] for row in _rows(tmp_path, "--date", "2021")} == {"2022-05-20"}


def test_date_of_a_record_is_never_overruled() -> None:
    """--date is for records that print none."""
    assert {row["date"] for row in _rows(MINUTES, "--date", "1999")} == {"2023-10-23"}


def test_json_of_parse_serves_as_well(tmp_path: Path) -> None:
    """What `parse` wrote gives the same positions as the record."""
    saved = tmp_path / "kf.json"
    call("parse", MINUTES, "-o", saved)
    assert _rows(saved) == _rows(MINUTES)


def test_files_by_folder_pattern_and_list(tmp_path: Path) -> None:
    """A folder, a pattern in quotes and a list with commas are all the same; dot files are no records."""
    for path in (MINUTES, OLD):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / ".utkast.txt").write_text("§ 1 Utkast", "utf-8")
    ways = [_rows(tmp_path), _rows(f"{tmp_path}/*.txt"), _rows(f"{tmp_path / OLD.name},{tmp_path / MINUTES.name}")]
    assert ways[0] == ways[1] == ways[2]
    assert len({row["document"] for row in ways[0]}) == 2


def test_file_that_cannot_be_read_is_told_not_fatal(tmp_path: Path) -> None:
    """The others are searched all the same, and the coverage tells of it."""
    (tmp_path / "tom.txt").write_text("", "utf-8")
    (tmp_path / MINUTES.name).write_bytes(MINUTES.read_bytes())
    done = call("positions", tmp_path, "--lang", "en")
    assert done.exit_code == ExitCode.OK
    assert "1 file could not be read" in done.stdout


def test_page_is_written_and_told(tmp_path: Path) -> None:
    """--html writes one file, in Swedish unless English is asked for."""
    page = tmp_path / "v.html"
    done = call("positions", MINUTES, "--party", "V", "--html", page)
    assert done.stdout == ""
    assert f"positions in {page}" in done.stderr
    assert '<html lang="sv">' in page.read_text("utf-8")
    call("positions", MINUTES, "--party", "V", "--html", page, "--lang", "en")
    assert '<html lang="en">' in page.read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (
            ["--party", "Moderatarna"],
            ExitCode.USAGE,
            "there is nothing of a party 'Moderatarna' in these records; perhaps",
        ),
        (["--party", "Xyzzy"], ExitCode.USAGE, "there are C, KD, L, M"),
        (["--party", "M", "--from", "2030"], ExitCode.USAGE, "there are positions of 2023"),
        (["--party", "M", "--topic", "gurka"], ExitCode.USAGE, "topics: "),
        (["--from", "2023", "--to", "2016"], ExitCode.USAGE, "2016 is before 2023"),
        (["--from", "i fjol"], ExitCode.USAGE, "'i fjol' is no period; write 2016"),
        (["--basis", "rost"], ExitCode.USAGE, "there is no kind of evidence 'rost'"),
        (["--date", "i går"], ExitCode.USAGE, "'i går' is no period"),
        (["-f", "xml"], ExitCode.USAGE, "there is no format 'xml' here"),
        (["--topics-file", "finns-inte.toml"], ExitCode.MISSING_INPUT, "there is no list of topics finns-inte.toml"),
        (["--html", "/finns/inte/sida.html"], ExitCode.OUTPUT, "/finns/inte/sida.html cannot be written"),
    ],
)
def test_what_cannot_be_is_one_sentence(words: list[str], code: ExitCode, told: str) -> None:
    """A wrong call says what is wrong and what there is instead."""
    done = call("positions", MINUTES, *words)
    assert done.exit_code == code, done.stderr
    assert told in " ".join(done.stderr.replace("│", " ").split())
    assert done.stdout == ""


@pytest.mark.parametrize(
    ("path", "code"), [("finns-inte.txt", ExitCode.MISSING_INPUT), ("inga-*.txt", ExitCode.MISSING_INPUT)]
)
def test_file_that_is_not_there(path: str, code: ExitCode) -> None:
    """A missing file, and a pattern that fits none."""
    done = call("positions", path)
    assert done.exit_code == code
    assert f"there is no file {path}; check the path." in done.stderr


def test_no_file_could_be_read(tmp_path: Path) -> None:
    """Where nothing was searched there is no result."""
    (tmp_path / "tom.txt").write_text("", "utf-8")
    done = call("positions", tmp_path)
    assert done.exit_code == ExitCode.UNREADABLE
    assert "tom.txt is empty" in done.stderr
    (tmp_path / "recept.txt").write_text("Vispa två ägg med en deciliter socker och rör ner mjölet.", "utf-8")
    assert "none of the 2 files could be read, the first " in call("positions", tmp_path).stderr
