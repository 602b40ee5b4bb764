"""`protokoll show`: the reading view."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from protokoll.errors import ExitCode
from protokoll.export import encode
from tests.cli.calling import call
from tests.invented import make_document


@pytest.fixture
def saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The invented document, as `parse` would have saved it; a wide terminal."""
    monkeypatch.setenv("COLUMNS", "120")
    path = tmp_path / "ks.json"
    path.write_bytes(encode(make_document()))
    return str(path)


def test_tree_in_swedish(saved: str) -> None:
    """Who, what, how it went, and on which page."""
    lines = [line.strip("│├└─ ") for line in call("show", saved, "--lang", "sv").stdout.splitlines()]
    assert lines[0] == "Protokoll · Kommunstyrelsen · 2024-03-06 · Almunda"
    for line in (
        "§ 11 Motion om cykelställ vid Åskolan  s. 2  KS 2024/17",
        "Beslut: Kommunstyrelsen · avslag · enligt kommunstyrelsens arbetsutskotts förslag  s. 2",
        "2. Paragrafen justeras omedelbart.",
        "Maj Grön (MP): avslag på motionen · antaget  s. 2",
        "Per Blom (M): i första hand · bifall till motionen  s. 2",
        "om motionen kan avslås → så sker",
        "Ja: avslag på motionen",
        "Ja 2 · Nej 1 · Avstår 0 · ordförandens utslagsröst avgjorde · bilaga 2",
        "Per Blom (M) · Kommunstyrelsen  s. 3",
        "→ till förmån för Per Blom (M): i första hand · bifall till motionen (s. 2)",
        "Särskilt uttalande: V  s. 3",
        "→ ”se bilaga 3”: finns inte i denna fil",
        "Lo Lind (C)  s. 3",
        "hänvisning utan mål: Annex 3 is not in this text.  s. 3",
    ):
        assert line in lines


def test_headings_in_english(saved: str) -> None:
    """The words of the record stay as they are."""
    shown = call("show", saved, "--lang", "en").stdout
    assert "Special statement: V  p. 3" in shown
    assert "Motionen avslås." in shown


def test_votes_are_bars_by_party(saved: str) -> None:
    """One sign a vote, another sign for another vote, so that colours are not needed."""
    lines = call("show", saved, "--lang", "sv").stdout.splitlines()
    bars = [line.split("─ ")[1] for line in lines if "█" in line or "▒" in line]
    assert bars == ["MP █  1 ja", "S  █  1 ja", "M  ▒  1 nej"]


def test_bars_fit_the_page(saved: str) -> None:
    """A vote of a large council is scaled down, and a single vote is still seen."""
    item = make_document().items[0]
    vote = replace(item.votes[0], roll=(), yes=300, no=1, abstain=None)
    document = replace(make_document(), items=(replace(item, votes=(vote,)),))
    Path(saved).write_bytes(encode(document))
    [bar] = [line for line in call("show", saved).stdout.splitlines() if "█" in line]
    assert 35 <= bar.count("█") <= 40
    assert bar.count("▒") == 1
    assert "300 yes, 1 no" in bar


def test_item_shows_one_with_its_remarks(saved: str) -> None:
    """--item 11, with or without the sign; what is doubtful elsewhere is left out."""
    shown = call("show", saved, "--item", "§ 11", "--lang", "en").stdout
    assert "§ 11" in shown
    assert "§ 12" not in shown
    assert "pointer without target" in shown
    assert "date missing" not in shown


def test_items_stand_in_the_order_of_the_record(saved: str) -> None:
    """--item may be given again, in any order."""
    shown = call("show", saved, "-i", "12", "-i", "11").stdout
    assert 0 < shown.index("§ 11") < shown.index("§ 12")


@pytest.mark.parametrize(("number", "hint"), [("13", "the nearest: § 11 and § 12"), ("11a", "perhaps '11'")])
def test_unknown_item_is_told_with_the_nearest(saved: str, number: str, hint: str) -> None:
    """A § that is not there is a wrong call."""
    done = call("show", saved, "--item", number)
    assert done.exit_code == ExitCode.USAGE
    assert f"there is no § {number} in this record; {hint}" in done.stderr


def test_long_text_is_cut_unless_it_is_wanted(saved: str) -> None:
    """The cut says how much is left; --full leaves nothing out."""
    item = make_document().items[0]
    statement = item.statements[0]
    long = replace(statement, text=replace(statement.text, text="ord " * 400 + "ändlykt"))
    Path(saved).write_bytes(encode(replace(make_document(), items=(replace(item, statements=(long,)),), remarks=())))
    short = call("show", saved, "--lang", "sv").stdout
    assert "ändlykt" not in short
    assert "tecken till; --full visar allt" in short
    assert "ändlykt" in call("show", saved, "--full").stdout


def test_markup_in_the_record_is_shown_as_it_is(saved: str) -> None:
    """Square brackets are no colours and colons no pictures."""
    document = make_document()
    title = document.items[0].title
    assert title
    item = replace(document.items[0], title=replace(title, text="[red]Rött[/red] :smile: [bilaga 1]"))
    Path(saved).write_bytes(encode(replace(document, items=(item,))))
    assert "§ 11 [red]Rött[/red] :smile: [bilaga 1]" in call("show", saved).stdout


@pytest.mark.parametrize(("name", "code"), [("gone.json", ExitCode.MISSING_INPUT), ("ks.json", ExitCode.BROKEN_INPUT)])
def test_json_that_cannot_be_shown(saved: str, name: str, code: ExitCode) -> None:
    """A file that is not there, or that is other JSON, is one sentence."""
    Path(saved).write_text('{"name": "other"}', "utf-8")
    done = call("show", Path(saved).with_name(name))
    assert done.exit_code == code
    assert done.stderr.count("\n") == 1
