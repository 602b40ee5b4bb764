"""`protokoll agreement`: how often the parties voted alike."""

import csv
import io
import json
from pathlib import Path

import pytest

from protokoll.errors import ExitCode
from protokoll.export import encode
from tests.cli.calling import SAMPLES, call
from tests.report.records import make_voted

MINUTES = SAMPLES / "protokoll-kf-2023-10-23.txt"


@pytest.fixture
def votes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the votes of two years, as `parse` would have saved them; a wide terminal."""
    monkeypatch.setenv("COLUMNS", "140")
    minutes = {
        2023: make_voted("S:yes S:yes M:no M:no SD:no", year=2023),
        2024: make_voted("S:yes S:yes M:yes M:yes SD:yes", "S:yes S:no S:yes M:no M:no SD:abstain"),
    }
    for year, document in minutes.items():
        (tmp_path / f"kf-{year}.json").write_bytes(encode(document))
    return tmp_path


def test_table_of_each_year(votes: Path) -> None:
    """Share and n in each cell, of all votes and of contested ones; how united each party was."""
    lines = call("agreement", votes, "--lang", "sv").stdout.splitlines()
    assert lines[0].startswith("Underlag: 2 handlingar · 2023–2024")
    assert "3 omröstningar med namn · 2 där partierna inte var eniga" in lines
    [first, second] = [at for at, line in enumerate(lines) if line.startswith(("2023 (1)", "2024 (2)"))]
    row_2023 = next(line for line in lines[first:second] if line.startswith("M "))
    assert row_2023.split()[:5] == ["M", "0", "%", "n=1", "·"]
    row_2024 = next(at for at in range(second, len(lines)) if lines[at].startswith("M "))
    assert lines[row_2024].split()[:4] == ["M", "50", "%", "n=2"]
    assert lines[row_2024 + 1].split()[:3] == ["0", "%", "n=1"]


def test_votes_behind_the_cells(votes: Path) -> None:
    """--votes lists each with who voted what."""
    shown = call("agreement", votes, "--lang", "sv", "--votes").stdout
    assert "Ärende 2" in shown
    split = next(line for line in shown.splitlines() if "Ärende 2" in line)
    assert split.split()[-6:] == ["S", "2", "M", "2", "S", "1"] or "SD 1" in split


def test_json_has_the_votes_of_each_cell(votes: Path) -> None:
    """Each cell points to its votes."""
    told = json.loads(call("agreement", votes, "-f", "json").stdout)
    year = next(group for group in told["groups"] if group["key"] == "2024")
    cell = next(each for each in year["cells"] if {each["party"], each["other"]} == {"M", "S"})
    assert [told["votes"][at]["item"] for at in cell["votes"]] == ["1", "2"]
    assert [told["votes"][at]["item"] for at in cell["agreed"]] == ["1"]


def test_contested_leaves_out_unanimous_votes(votes: Path) -> None:
    """--contested counts only votes in which somebody stood apart."""
    rows = list(csv.DictReader(io.StringIO(call("agreement", votes, "--contested", "-f", "csv").stdout)))
    [cell] = [row for row in rows if row["group"] == "2024" and {row["party"], row["other"]} == {"M", "S"}]
    assert (cell["votes"], cell["share"]) == ("1", "0.0")


def test_by_term_body_and_all(votes: Path) -> None:
    """Votes are put together by what the user wants."""
    for by, keys in (("term", {"2022–2026"}), ("body", {"Kommunfullmäktige"}), ("all", {""})):
        told = json.loads(call("agreement", votes, "--by", by, "-f", "json").stdout)
        assert {group["key"] for group in told["groups"]} == keys


def test_page_of_a_record(tmp_path: Path) -> None:
    """A page from minutes as they are."""
    page = tmp_path / "rost.html"
    done = call("agreement", MINUTES, "--html", page)
    assert (done.exit_code, done.stdout) == (0, "")
    assert "Hur ofta partierna röstade lika" in page.read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["--by", "month"], ExitCode.USAGE, "votes cannot be put together by 'month'; choose all, year, term or body"),
        (["--body", "byggnadsnämnden"], ExitCode.USAGE, "there is no such vote by roll call in these records"),
    ],
)
def test_what_cannot_be_is_one_sentence(votes: Path, words: list[str], code: ExitCode, told: str) -> None:
    """A wrong call says what is wrong."""
    done = call("agreement", votes, *words)
    assert done.exit_code == code
    assert told in " ".join(done.stderr.replace("│", " ").split())


def test_records_without_a_vote() -> None:
    """A motion has no votes, and that is said."""
    done = call("agreement", SAMPLES / "motion-2023-02-13.txt")
    assert done.exit_code == ExitCode.USAGE
    assert "there is no such vote by roll call in these records; look for minutes." in done.stderr


def test_record_that_cannot_be_read(tmp_path: Path) -> None:
    """Where nothing was read there is nothing to count, and the reason is told."""
    (tmp_path / "tom.txt").write_text("", "utf-8")
    done = call("agreement", tmp_path)
    assert done.exit_code == ExitCode.UNREADABLE
    assert "tom.txt is empty" in done.stderr
