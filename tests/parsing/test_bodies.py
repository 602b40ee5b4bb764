"""The body is read by its whole name, from where it is named most plainly."""

import pytest

from protokoll.cleaning import clean
from protokoll.grammar import load
from protokoll.model.document import DocumentKind
from protokoll.model.outline import Block, BlockKind, Outline
from protokoll.model.text import CleanText, SourceText, Span
from protokoll.parsing.bodies import find_body


def _clean(words: str) -> CleanText:
    source = SourceText(path="-", sha256="", size=0, reader="text", encoding="utf-8", text=words)
    return clean(source, load())


def _front(words: str) -> str | None:
    text = _clean(words)
    outline = Outline(DocumentKind.PROTOCOL, (Block(BlockKind.FRONT, Span(0, len(text.text))),))
    found = find_body(text, outline, load())
    return found.text if found else None


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("KOMMUNSTYRELSEN", "Kommunstyrelsen"),
        ("Kommunfullmäktiges protokoll", "Kommunfullmäktige"),
        ("Kommunstyrelsens arbetsutskott", "Kommunstyrelsens arbetsutskott"),
        ("Kommunstyrelsens allmänna utskott", "Kommunstyrelsens allmänna utskott"),
        ("Vård- och omsorgsnämnden", "Vård- och omsorgsnämnden"),
        ("Miljö-, bygg- och räddningsnämnden", "Miljö-, bygg- och räddningsnämnden"),
        ("Nämnden för barn, kultur och fritid", "Nämnden för barn, kultur och fritid"),
        ("Tekniska nämnden", "Tekniska nämnden"),
        ("Älvdals stadsdelsnämnd", "Älvdals stadsdelsnämnd"),
        ("Socialutskottet", "Socialutskottet"),
        ("Regionfullmäktige", "Regionfullmäktige"),
        ("Valberedningen", "Valberedningen"),
    ],
)
def test_names_of_bodies(head: str, body: str) -> None:
    """Each way of naming a body gives its name as one writes it, whatever case it is printed in."""
    words = (
        f"{head}\n\nPlats och tid  Salen\nBeslutande  Eva Ek (S), ledamot i byggnadsnämnden\nUtses att justera  Eva Ek"
    )
    assert _front(words) == body


def test_behind_the_label_of_the_notice() -> None:
    """Where nothing stands above the labels, 'Organ' tells; other bodies on the page do not."""
    words = "Plats och tid  Salen\nÖvriga  Eva Ek, socialnämnden\nANSLAG/BEVIS\nOrgan  Kommunfullmäktige\n"
    assert _front(words) == "Kommunfullmäktige"


def test_in_a_heading_of_a_decision() -> None:
    """An extract without a head names the body in its first heading of a decision."""
    words = "§ 1\nVal\nKulturnämndens beslut\nEva Ek väljs.\n"
    text = CleanText(SourceText("-", "", 0, "text", None, words), (), words)
    start = words.index("Kultur")
    blocks = (
        Block(BlockKind.ITEM, Span(0, start), Span(2, 3), 0, "1"),
        Block(BlockKind.DECISION, Span(start, len(words)), Span(start, words.index("\nEva")), 0, "1"),
    )
    found = find_body(text, Outline(DocumentKind.PROTOCOL_EXTRACT, blocks), load())
    assert found is not None
    assert found.text == "Kulturnämnden"


def test_an_owned_word_is_no_body() -> None:
    """A body whose chair or office is named on the page comes after the body that stands for itself."""
    words = "Plats och tid Salen Övriga Eva Ek, kommunfullmäktiges ordförande Bevis på anslagstavlan. Kommunstyrelsen"
    assert _front(words) == "Kommunstyrelsen"


def test_labels_behind_a_board_are_no_part_of_it() -> None:
    """A board's name ends where the labels of the page head begin, also in one line."""
    assert _front("1 MILJÖNÄMND\nMiljönämnd Sammanträdesdatum Sida 1-24 Plats och tid Salen") == "Miljönämnd"
