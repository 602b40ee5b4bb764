"""The title block of a first page, and titles in heads."""

import pytest

from protokoll.cleaning.furniture.counters import find_counters
from protokoll.cleaning.furniture.edges import find_edges
from protokoll.cleaning.furniture.lines import split_lines
from protokoll.cleaning.furniture.phrases import phrases
from protokoll.cleaning.furniture.titles import is_title_block
from protokoll.grammar import load
from tests.cleaning.pages_of_text import clean_words

BODY = "Nämnden avslår förslaget från medborgarna i kommunen.\n" * 9

OPENINGS = {
    "names and a counter": ("Älvinge kommun\nKommunstyrelsen\nProtokoll\nSida 1 (9)\n", True),
    "a counter first": ("Sida 1 (9)\nÄlvinge kommun\n", True),
    "text before the counter": (f"Motion\n{BODY}Sida 1 (9)\n", False),
    "a heading before the counter": ("Beslut\nMotionen avslås.\nSida 1 (9)\n", False),
}


@pytest.mark.parametrize(("opening", "is_title"), OPENINGS.values(), ids=OPENINGS)
def test_title_blocks(opening: str, is_title: bool) -> None:
    """A head before which no text stands opens the document."""
    lines = split_lines(opening + BODY)
    edge = find_edges(lines, find_counters(lines, load()), phrases(load()))[0]
    assert is_title_block(lines, edge, phrases(load())) is is_title


def test_the_title_block_stays() -> None:
    """Body and date of a meeting stand in the title block of its record, which stays but for the counter."""
    head = "Älvinge kommun\nKommunstyrelsen\nProtokoll\nSammanträdesdatum 2024-03-21\nSida {page} (3)\n"
    text = "".join(head.format(page=page) + BODY for page in (1, 2, 3))
    clean = clean_words(text)
    assert clean.text.startswith("Älvinge kommun\nKommunstyrelsen\nProtokoll\nSammanträdesdatum 2024-03-21\n")
    assert clean.text.count("Sammanträdesdatum") == 1
    assert "Sida" not in clean.text


def test_first_word_of_a_section_is_no_title() -> None:
    """'Motionen' under 'Beslut' at the end of a page stays, though the document is about a motion."""
    head = "Älvinge kommun\nKommunstyrelsen\nProtokoll\nSammanträdesdatum 2024-03-21\nSida {page} (3)\n\n"
    contents = "Innehåll\n§ 1 Val av justerare .......... 2\n§ 2 Motion om bad ............. 2\n\n"
    second = "§ 1\nVal av justerare\n\nBeslut\nEva Ek (V) utses.\n\n§ 2\nMotion om bad\n\nBeslut\nMotionen\n\n"
    text = "".join(head.format(page=page) + body for page, body in enumerate((contents, second, "avslås.\n"), 1))
    assert "Beslut\nMotionen\n" in clean_words(text).text
