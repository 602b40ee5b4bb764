"""`protokoll diff`: what a party wanted at two times."""

import csv
import io
import json
import re
from pathlib import Path

import pytest

from protokoll.errors import ExitCode
from protokoll.model.position import Relation
from tests.cli.calling import SAMPLES, call, run

EARLY = """\
Motion om skolmat

Motion av Ove Röd (FP)

Almunda kommun, 2012-03-01

Maten i skolan är dyr. Vi vill utreda om maten kan lagas i skolans eget kök. Vi säger nej till en ny simhall.

Förslag till beslut

1. Att utreda om skolmaten ska lagas i skolans eget kök.
"""
LATE = """\
Motion om skolmat

Motion av Ove Röd (L)

Almunda kommun, 2024-03-01

Maten i skolan är dyr. Vi kräver att maten lagas i skolans eget kök. Biblioteket ska ha öppet på söndagar.

Förslag till beslut

1. Att skolmaten ska lagas i skolans eget kök.
"""


@pytest.fixture
def motions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """Two motions of one party under two names, twelve years apart; a wide terminal."""
    monkeypatch.setenv("COLUMNS", "140")
    before, after = tmp_path / "motion-2012.txt", tmp_path / "motion-2024.txt"
    before.write_text(EARLY, "utf-8")
    after.write_text(LATE, "utf-8")
    return before, after


def test_begins_with_what_was_compared(motions: tuple[Path, Path]) -> None:
    """Documents, years and numbers of both sides; that the party had another name; then the changes."""
    lines = call("diff", *motions, "--party", "L", "--lang", "sv").stdout.splitlines()
    assert lines[0] == "L  motion-2012.txt → motion-2024.txt"
    assert lines[1].startswith("Före: 1 handling · 2012")
    assert lines[2].startswith("Efter: 1 handling · 2024")
    assert lines[3] == "FP är samma parti som L under ett annat namn; båda räknas med."


def test_both_sides_stand_side_by_side(motions: tuple[Path, Path]) -> None:
    """Each with its own name of the party, kind of evidence, quote, document and page."""
    shown = call("diff", *motions, "--party", "L", "--lang", "sv").stdout
    pair = next(line for line in shown.splitlines() if line.startswith("FP ") and " L " in line and " · " in line)
    assert "egen motion eller skrivelse" in pair
    assert "motion-2012.txt" in shown
    assert "s. 1" in shown


def test_nothing_is_said_to_be_dropped(motions: tuple[Path, Path]) -> None:
    """What is not found later is said with what that does not mean, in both languages."""
    swedish = " ".join(call("diff", *motions, "--party", "L", "--lang", "sv").stdout.split())
    assert "inte funnet senare" in swedish
    assert "Det betyder inte att partiet har släppt frågan" in swedish
    english = " ".join(call("diff", *motions, "--party", "L", "--lang", "en").stdout.split())
    assert "That does not mean that the party has let it go" in english
    assert "drop" not in english


def test_explain_tells_why(motions: tuple[Path, Path]) -> None:
    """--explain gives the reasons and the weight of each link; without it there are none."""
    assert "Linked because: " in call("diff", *motions, "--party", "L", "--lang", "en", "--explain").stdout
    assert "Linked because: " not in call("diff", *motions, "--party", "L", "--lang", "en").stdout
    swedish = call("diff", *motions, "--party", "L", "--lang", "sv", "--explain").stdout
    assert "Kopplade för att: " in swedish
    assert "gemensamma ord: " in swedish


def test_json_holds_all(motions: tuple[Path, Path]) -> None:
    """The coverage of both sides, the codes of the party, and every position: shown, or counted as repeated."""
    told = json.loads(call("diff", *motions, "--party", "Liberalerna", "-f", "json").stdout)
    assert (told["party"], sorted(told["codes"])) == ("L", ["FP", "L"])
    assert [len(told[side]["coverage"]["papers"]) for side in ("before", "after")] == [1, 1]
    changes = told["changes"]
    for side in ("before", "after"):
        shown = {str(each[side]): " ".join(each["reasons"]) for each in changes if each[side]}
        single = re.compile(rf"told (\d+) times(?! {'after' if side == 'before' else 'before'})")
        times = [int(found[1]) if (found := single.search(reasons)) else 1 for reasons in shown.values()]
        assert sum(times) == told[side]["positions"]
    for each in changes:
        assert (each["before"] is None) is (each["relation"] == Relation.NEW)
        assert (each["after"] is None) is (each["relation"] == Relation.NOT_FOUND_LATER)
        assert {each[side]["party"] for side in ("before", "after") if each[side]} <= {"FP", "L"}
    linked = [each for each in changes if each["before"] and each["after"]]
    assert linked
    assert all(each["reasons"] and each["weight"] > 0 for each in linked)


def test_csv_has_both_sides_in_a_row(motions: tuple[Path, Path]) -> None:
    """A change a row."""
    rows = list(csv.DictReader(io.StringIO(call("diff", *motions, "--party", "L", "-f", "csv").stdout)))
    assert len(rows) == len(json.loads(call("diff", *motions, "--party", "L", "-f", "json").stdout)["changes"])
    both = next(row for row in rows if row["before_quote"] and row["after_quote"])
    assert both["before_date"] == "2012-03-01"
    assert both["after_date"] == "2024-03-01"


def test_folder_is_parted_by_years(motions: tuple[Path, Path]) -> None:
    """Without BEFORE and AFTER the first year meets the last one, or those asked for."""
    folder = motions[0].parent
    told = json.loads(call("diff", folder, "--party", "L", "-f", "json").stdout)
    assert (told["before"]["label"], told["after"]["label"]) == ("2012", "2024")
    told = json.loads(
        call("diff", folder, "--party", "L", "--from", "2010-2014", "--to", "2024-03", "-f", "json").stdout
    )
    assert (told["before"]["label"], told["after"]["label"]) == ("2010–2014", "2024-03")
    assert [len(told[side]["coverage"]["papers"]) for side in ("before", "after")] == [1, 1]


def test_programme_without_a_date_against_minutes() -> None:
    """A local party's programme and its acts: the date is the user's, and the kinds of evidence are kept apart."""
    words = (SAMPLES / "partiprogram-2022.txt", SAMPLES / "protokoll-kf-2023-10-23.txt", "--party", "ÄP")
    told = json.loads(call("diff", *words, "--date", "2022-05-20", "-f", "json").stdout)
    assert told["before"]["coverage"]["papers"][0]["dated"] == "option"
    kinds = {each["before"]["basis"] for each in told["changes"] if each["before"]}
    assert "programme" in kinds
    assert "vote" not in kinds


def test_page_is_written(motions: tuple[Path, Path]) -> None:
    """One file, told on standard error."""
    page = motions[0].parent / "l.html"
    done = call("diff", *motions, "--party", "L", "--html", page)
    assert (done.exit_code, done.stdout) == (0, "")
    assert "FP är samma parti som L" in page.read_text("utf-8")


def test_no_colours_where_there_is_no_terminal(motions: tuple[Path, Path]) -> None:
    """Piped output is plain; FORCE_COLOR brings the colours of the parties."""
    words = ("diff", *map(str, motions), "--party", "L", "--lang", "sv")
    assert b"\x1b[" not in run(*words).stdout
    assert b"\x1b[" in run(*words, FORCE_COLOR="1").stdout


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["{before}", "--party", "L"], ExitCode.ARCHIVE, "motion-2012.txt is no archive; give BEFORE and AFTER"),
        (["finns-inte", "--party", "L"], ExitCode.MISSING_INPUT, "there is no archive finns-inte"),
        (["{before}", "{after}", "{after}", "--party", "L"], ExitCode.USAGE, "and 3 were given; put a pattern"),
        (["{before}", "{after}", "--party", "L", "--from", "2012"], ExitCode.USAGE, "--from and --to part one archive"),
        (["{before}", "{after}", "--party", "V"], ExitCode.USAGE, "there is nothing of a party 'V' in"),
        (["{before}", "{after}", "--party", "Liberalera"], ExitCode.USAGE, "perhaps L or FP"),
        (["{before}", "{after}", "--party", "L", "--topic", "gurka"], ExitCode.USAGE, "was found in motion-2012.txt"),
        (["{folder}", "--party", "L", "--from", "2016"], ExitCode.USAGE, "found in 2016, where there are 0 documents; "
         "there are positions of 2012, 2024"),
        (["{folder}", "--party", "L", "--from", "2012", "--to", "2012"], ExitCode.USAGE, "both sides are 2012"),
        (["{folder}", "--party", "L", "--from", "snart"], ExitCode.USAGE, "'snart' is no period"),
        (["{before}", "{after}"], ExitCode.USAGE, "Missing option '--party'"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_one_sentence(
    motions: tuple[Path, Path], words: list[str], code: ExitCode, told: str
) -> None:
    """A wrong call says what is wrong and what there is instead."""
    names = {"before": motions[0], "after": motions[1], "folder": motions[0].parent}
    done = call("diff", *(word.format(**names) for word in words))
    assert done.exit_code == code, done.stderr
    assert told in " ".join(done.stderr.replace("│", " ").split())
    assert done.stdout == ""


def test_archive_is_searched_once(motions: tuple[Path, Path]) -> None:
    """What `batch` made is compared by its years; the positions are kept in it, and the answer stays the same."""
    archive = motions[0].parent / "arkiv"
    assert call("batch", *motions, "--into", archive).exit_code == ExitCode.OK
    words = ("diff", archive, "--party", "L", "-f", "json")
    first = call(*words)
    assert (archive / "positions.sqlite").is_file()
    told = json.loads(first.stdout)
    assert (told["before"]["label"], told["after"]["label"]) == ("2012", "2024")
    assert call(*words).stdout == first.stdout
    plain = json.loads(call("diff", *motions, "--party", "L", "-f", "json").stdout)
    kinds = [[each["relation"] for each in one["changes"]] for one in (told, plain)]
    assert kinds[0] == kinds[1]
