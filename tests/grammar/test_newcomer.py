"""The profile that `docs/profiles.md` shows to a newcomer works as it is."""

import re
import textwrap
from pathlib import Path

import pytest

from protokoll.grammar import Grammar, load
from protokoll.model.document import Item
from protokoll.pipeline import clean, parse, read, segment

GUIDE = Path(__file__).parents[2] / "docs" / "profiles.md"
RECORD = """HÄLLNÄS KOMMUN
Kommunfullmäktige                Sammanträdesprotokoll 2019-02-25

§ 4 Motion om badbrygga

Beslut
Kommunfullmäktige avslår motionen.

Yrkanden
Vera Alm (VB) yrkar bifall till motionen.
Framtidspartiet yrkar avslag på motionen.

Ledamots mening
Jarl Nyberg (Framt) antecknar till protokollet att bryggan behövs.

§ 5 Information

Beslut
Informationen noteras.
"""


@pytest.fixture
def newcomer(tmp_path: Path) -> Grammar:
    """Return the profile of the guide, saved as a newcomer would save it."""
    block = re.search(
        r"^ *```toml\n(?P<profile>(?:(?!```).*\n)*? *municipality = \"Hällnäs\"\n(?:(?!```).*\n)*?) *```",
        GUIDE.read_text("utf-8"),
        re.M,
    )
    assert block is not None
    path = tmp_path / "hallnas.toml"
    path.write_text(textwrap.dedent(block["profile"]), "utf-8")
    return load(str(path))


def first_item(grammar: Grammar) -> Item:
    """Return the first item of the record, read with a grammar."""
    text = clean(read("kf.txt", data=RECORD.encode()), grammar)
    return parse(text, segment(text, grammar), grammar).items[0]


def test_local_parties(newcomer: Grammar) -> None:
    """Codes, names without letters and other letters all give the code of the profile."""
    item = first_item(newcomer)
    assert [each.by.parties for each in item.proposals] == [("VB",), ("HF",)]
    assert [each.by.parties for each in item.statements] == [("HF",)]


def test_heading_of_its_own(newcomer: Grammar) -> None:
    """The heading opens a block of its kind; without the profile the note stands in no block of its own."""
    assert [each.kind.value for each in first_item(newcomer).statements] == ["record_note"]
    assert newcomer.headings["ledamots mening"].value == "record_note"
    assert "ledamots mening" not in load().headings


def test_the_rest_is_the_default(newcomer: Grammar) -> None:
    """A profile takes nothing away."""
    assert newcomer.headings.items() >= load().headings.items()
    assert newcomer.party_codes.items() >= load().party_codes.items()
