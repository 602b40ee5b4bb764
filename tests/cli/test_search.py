"""`protokoll search`: what a user meets."""

import csv
import io
import json
from pathlib import Path

import pytest

from protokoll.errors import ExitCode
from tests.archive.store.making import dated, make_archive, reserved, titled
from tests.cli.calling import call, run
from tests.invented import make_document


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three invented records."""
    documents = {
        "ks": make_document(),
        "sn": dated(reserved("V", "Vi vill se mer hemlöshetsarbete i Almunda."), "2017-05-02", "Socialnämnden"),
        "kf": dated(titled("Plan mot hemlöshet"), "2016-02-01", "Kommunfullmäktige"),
    }
    return make_archive(tmp_path_factory.mktemp("archive"), documents)


def test_hits_in_context(archive: Path) -> None:
    """Date, body, §, page, kind, party; the words; the file."""
    done = call("search", archive, "hemlöshet", "--lang", "sv")
    assert done.exit_code == 0
    assert [line.strip() for line in done.stdout.splitlines() if line] == [
        "2017-05-02 · Socialnämnden § 1 · s. 3 · Reservation (V)",
        "Ett ärende",
        "Vi vill se mer hemlöshetsarbete i Almunda.",
        "sn.txt",
        "2016-02-01 · Kommunfullmäktige § 1 · s. 1 · Ärende",
        "Plan mot hemlöshet",
        "kf.txt",
    ]
    assert done.stderr == "protokoll: 2 av 2 träffar.\n"


def test_in_english(archive: Path) -> None:
    """The words of the record stay as they are."""
    done = call("search", archive, "hemlöshet", "--kind", "reservation", "--lang", "en")
    assert "p. 3 · Reservation (V)" in done.stdout
    assert done.stderr == "protokoll: 1 of 1 hits.\n"


def test_options_narrow_the_search(archive: Path) -> None:
    """All that the command offers, at once."""
    words = ("--party", "V", "--kind", "reservation", "--from", "2016", "--to", "2020", "--body", "socialnämnden")
    done = call("search", archive, "hemlöshet", *words, "--municipality", "Almunda", "--format", "json")
    answer = json.loads(done.stdout)
    assert answer["total"] == 1
    [hit] = answer["hits"]
    assert (hit["document"], hit["number"], hit["page"], hit["parties"]) == ("sn", "1", 3, ["V"])
    assert [hit["snippet"][start:end] for start, end in hit["hits"]] == ["hemlöshetsarbete"]


def test_csv(archive: Path) -> None:
    """A heading and a line a hit."""
    done = call("search", archive, "hemlöshet", "--format", "csv")
    lines = list(csv.DictReader(io.StringIO(done.stdout)))
    assert [(line["date"], line["parties"]) for line in lines] == [("2017-05-02", "V"), ("2016-02-01", "")]


def test_limit(archive: Path) -> None:
    """The most hits to show; how many there are is said."""
    assert call("search", archive, "hemlöshet", "-n", "1", "--lang", "en").stderr == "protokoll: 1 of 2 hits.\n"


def test_no_hits(archive: Path) -> None:
    """Is said, and is no error."""
    done = call("search", archive, "zeppelinare", "--lang", "sv")
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == "protokoll: inga träffar för 'zeppelinare'.\n"


def test_hits_are_coloured_on_a_terminal(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And only there."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[1;33mhemlöshetsarbete\x1b[0m" in call("search", archive, "hemlöshet").stdout


@pytest.mark.parametrize(
    ("words", "told", "code"),
    [
        (["--party", "Vq"], "there is no party 'Vq' in this archive; perhaps 'V'", ExitCode.USAGE),
        (["--kind", "reservations"], "there is no kind 'reservations'; perhaps 'reservation'", ExitCode.USAGE),
        (['"hemlöshet'], "a quotation mark is missing", ExitCode.USAGE),
        (["--format", "xml"], "there is no format 'xml' here; choose table, json or csv", ExitCode.USAGE),
        (["--sort", "size"], "there is no order 'size'; choose date or best", ExitCode.USAGE),
        (["--from", "igår"], "'igår' is no date", ExitCode.USAGE),
    ],
)
def test_bad_call_is_one_sentence(archive: Path, words: list[str], told: str, code: int) -> None:
    """With what was probably meant."""
    done = call("search", archive, *words)
    assert done.exit_code == code
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_kinds_are_completed() -> None:
    """What bash offers after --kind."""
    typed = "protokoll search arkiv --kind re"
    done = run(_PROTOKOLL_COMPLETE="complete_bash", COMP_WORDS=typed, COMP_CWORD="4")
    assert done.stdout.decode().split() == ["reservation"]


def test_no_archive(tmp_path: Path) -> None:
    """A folder of other things is none."""
    done = call("search", tmp_path, "hemlöshet")
    assert done.exit_code == ExitCode.ARCHIVE
    assert (
        done.stderr == f"protokoll: {tmp_path} is no archive: it has no documents; name the folder that 'batch' made.\n"
    )


def test_damaged_database_is_made_anew(tmp_path: Path) -> None:
    """And the hits are there all the same."""
    make_archive(tmp_path, {"ks": make_document()})
    (tmp_path / "protokoll.db").write_bytes(b"x" * 10_000)
    done = call("search", tmp_path, "cykelställ")
    assert done.exit_code == 0
    assert "made anew from the documents, and nothing is lost" in done.stderr
    assert "cykelställ" in done.stdout


def test_reader_that_has_had_enough(archive: Path) -> None:
    """A pipe that closes is a quiet end."""
    done = run("search", str(archive), "--format", "csv")
    assert done.returncode == 0
    assert done.stdout.startswith(b"date,")
