"""Reading text in a font without a Unicode map."""

from pathlib import Path
from random import Random

import pytest

from protokoll.cleaning.deciphering import UNKNOWN, propose_readings
from protokoll.cleaning.engine import clean
from protokoll.cleaning.repairing import Repair
from protokoll.cleaning.rules import rules_with
from protokoll.grammar import load
from protokoll.model.text import SourceText
from protokoll.pipeline import read

SAMPLE = Path(__file__).parents[3] / "data" / "samples"
PAGE = """Kommunstyrelsen beslutar att godkänna förslaget till riktlinjer för biblioteken i kommunen och att överlämna
dem till kommunfullmäktige. Ledamöterna framhåller att verksamheten behöver mer personal under sommaren, då många
besökare kommer till orten. Nämnden för kultur och fritid har lämnat ett yttrande över förslaget och anser att
öppettiderna ska förlängas. Ärendet har behandlats av arbetsutskottet den 14 mars 2019, som föreslog att frågan om
avgifter utreds vidare. Beredningen bedömer att kostnaden ryms inom den ram som fullmäktige har beslutat om, och
att samarbetet med skolorna kan fortsätta som tidigare. Förvaltningen återkommer med en redovisning av arbetet."""
CODES = [chr(code) for code in (*range(0x0E, 0x1C), *range(0x21, 0x7F), *range(0xA1, 0x180))]


def _source(text: str) -> SourceText:
    return SourceText(path="-", sha256="", size=0, reader="text", encoding="utf-8", text=text)


def _written(text: str, *, spaced: bool) -> str:
    """Return a text as such a font gives it: a code for each letter, in the order in which they come first."""
    codes = iter(CODES)
    signs = {letter: next(codes) for letter in dict.fromkeys(text) if letter not in ("\n", " " if spaced else "")}
    return "".join(signs.get(letter, letter) for letter in text)


def _read(written: str) -> str:
    text = clean(_source(written), load(), rules_with(Repair(decipher=True))).text
    return " ".join(text.split())


@pytest.mark.parametrize("spaced", [True, False])
def test_letters_are_read_and_only_rightly(spaced: bool) -> None:
    """Nearly every word is read, with blanks as blanks or as signs of the font, and no letter is a wrong one."""
    truth, told = PAGE.split(), _read(_written(PAGE, spaced=spaced)).split()
    assert len(told) == len(truth)
    for word, seen in zip(truth, told, strict=True):
        assert all(b in (UNKNOWN, a) for a, b in zip(word.lower(), seen.lower(), strict=True)), (word, seen)
    assert sum(UNKNOWN not in word for word in told) > 0.7 * len(truth)


def test_no_figure_is_guessed() -> None:
    """Statistics cannot tell a 3 from a 7: the signs of figures stay unread."""
    told = _read(_written(PAGE, spaced=True))
    assert not any(map(str.isdigit, told))
    assert f"den {UNKNOWN * 2} mars" in told


def test_confidence_and_undoing() -> None:
    """Each word read has a confidence and what stood there, so that it can be undone."""
    written = _written(PAGE, spaced=True)
    edits = list(propose_readings(written, load()))
    words = [edit for edit in edits if edit.text.strip(UNKNOWN)]
    assert all(edit.confidence is not None and edit.confidence >= 0.9 for edit in words)
    assert "".join(edit.span.of(written) for edit in edits) == "".join(written.split())


def test_not_without_being_asked() -> None:
    """Unreadable text is left as it stands unless its reading is asked for."""
    written = _written(PAGE, spaced=True)
    assert not any(each.rule == "deciphering" for each in clean(_source(written), load()).passes)


@pytest.mark.parametrize("path", sorted(SAMPLE.glob("*.txt")), ids=lambda path: path.stem)
def test_readable_text_is_left(path: Path) -> None:
    """Nothing is deciphered in a record that can be read."""
    assert list(propose_readings(read(str(path)).text, load())) == []


def test_a_readable_paragraph_beside_it_is_left() -> None:
    """A paragraph before the unreadable one keeps its figures."""
    plain = "Kommunstyrelsen beslutade den 3 maj 2021, § 114, att anta planen."
    written = f"{plain}\n\n{_written(PAGE, spaced=True)}"
    assert min(edit.span.start for edit in propose_readings(written, load())) > len(plain)


def test_what_is_no_language_stays() -> None:
    """Signs that no key turns into words are left as they stand."""
    chance = Random(4)  # noqa: S311 - the same noise each time
    noise = " ".join("".join(chance.choices(CODES, k=chance.randint(3, 9))) for _ in range(200))
    assert list(propose_readings(noise, load())) == []
