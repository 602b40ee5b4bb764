"""A document of one matter is outlined by headings of the closed list, alone on a line or run into their text."""

from hypothesis import given
from hypothesis import strategies as st

from protokoll.model.document import DocumentKind
from tests.segmenting.outlining import blocks, outline, tiles

_REPORT = """Svar på motion om bänkar

Förslag till beslut
Motionen avslås.

Sammanfattning
Motionen tar upp bänkar.

Utvecklingen i parken
Parken har vuxit.

Förvaltningens bedömning
Det finns bänkar.

Eva Ek
Förvaltningschef

Bilagor
1. Motionen
"""


def test_headings_of_a_report() -> None:
    """Each structural heading opens a block; a subject heading opens none; the signature stands apart."""
    assert [(kind, heading) for kind, heading, _ in blocks(_REPORT, DocumentKind.OFFICIAL_REPORT)] == [
        ("front", ""),
        ("proposal", "Förslag till beslut"),
        ("summary", "Sammanfattning"),
        ("views", "Förvaltningens bedömning"),
        ("other", ""),
        ("attachments", "Bilagor"),
    ]


def test_heading_run_into_its_paragraph() -> None:
    """A heading that the source joined to its text still opens a block; an ordinary use of the word does not."""
    words = (
        "Bänkar i parken Förslag till beslut I tekniska nämnden:\n\nMotionen avslås.\n\n"
        "Sammanfattning Förvaltningen har utrett frågan.\n\nBakgrund till beslutet saknas.\n"
    )
    found = [heading for _, heading, _ in blocks(words, DocumentKind.OFFICIAL_REPORT)]
    assert found == ["", "Förslag till beslut", "Sammanfattning"]


def test_misread_headings() -> None:
    """In a misread text the headings are mended before they are looked for."""
    words = (
        "Forvaltninqens ferslag till beslut\n\nMotionen avslas.\n\nArendet\n\n"
        "Namnden har gett forvaltningen 1 uppdrag att svara pa skrivelsen. " + "Fragan har varit uppe tidigare. " * 12
    )
    found = [(kind, heading) for kind, heading, _ in blocks(words, DocumentKind.OFFICIAL_REPORT)]
    assert found == [("proposal", "Förvaltningens förslag till beslut"), ("background", "Ärendet")]


def test_whose_heading() -> None:
    """A heading may name the body or office in the genitive."""
    words = "Bänkar\n\nKultur- och fritidskontorets bedömning\nBra.\n\nTekniska nämndens förslag till beslut\nJa.\n"
    assert [kind for kind, _, _ in blocks(words, DocumentKind.OFFICIAL_REPORT)] == ["front", "views", "proposal"]


@given(
    st.lists(st.sampled_from([*_REPORT.split("\n"), "Bilaga 2", "Reservation av Eva Ek (V)", "Remissammanställning"]))
)
def test_blocks_tile(lines: list[str]) -> None:
    """However lines are shuffled, blocks joined are the text, in every kind of document."""
    for kind in DocumentKind:
        text, found = outline("\n".join(["Kommunstyrelsen", *lines, "slut"]), kind)
        assert tiles(text, found)


def test_a_heading_ends_where_another_begins() -> None:
    """A quoted paper is led in by its paragraph, but not by a heading that was printed without a blank line."""
    words = (
        "Utlåtande\n\nBeredning\n\nÄrendet har remitterats till Polismyndigheten.\n\nRemissammanställning\n\n"
        "Polismyndigheten\n\nPolismyndighetens yttrande har i huvudsak följande lydelse.\nReservationer m.m.\n\n"
        "Vi är emot.\n"
    )
    text, found = outline(words, DocumentKind.COUNCIL_REPORT)
    assert tiles(text, found)
    assert all(block.heading.end <= block.span.end for block in found.blocks if block.heading)
    assert "Reservationer m.m." in [heading for _, heading, _ in blocks(words, DocumentKind.COUNCIL_REPORT)]
