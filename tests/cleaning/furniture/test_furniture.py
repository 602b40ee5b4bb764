"""Rule `furniture`: the heads and feet of pages."""

import pytest

from protokoll.cleaning.furniture import remove_furniture
from tests.cleaning.pages_of_text import clean_words, make_pages, propose

_ITEMS = [
    f"§ {number}\n{title}\n\nBeslut\n\n{what}\n\nProtokollsutdrag skickas till\nKommunstyrelsen\nValberedningen"
    for number, title, what in [
        (1, "Val av justerare", "Eva Ek utses att justera."),
        (2, "Taxa för vatten", "Taxan höjs med sju procent."),
        (3, "Motion om kameror", "Motionen avslås."),
        (4, "Nya ledamöter", "Avsägelsen godkänns."),
        (5, "Detaljplan för hamnen", "Ärendet återremitteras."),
    ]
]
_TEXT = "\n".join(_ITEMS)

LAYOUTS = {
    "head of two lines": (
        "ÄLVINGE KOMMUN     SAMMANTRÄDESPROTOKOLL     Sida {page} ({pages})\nKommunfullmäktige     2023-10-23\n",
        "",
        "",
    ),
    "head and foot": (
        "Älvinge kommun\nKommunfullmäktige\nProtokoll\n2023-10-23\nSida {page} ({pages})\n",
        "\nJusterandes sign     Utdragsbestyrkande",
        "",
    ),
    "counter alone, page ends": ("", "\n{page} ({pages})\n", "\f"),
    "bracketed counter": ("LINDVIKS KOMMUN\nKommunfullmäktige     PROTOKOLL\n2019-11-18     {page}[{pages}]\n", "", ""),
    "number in a column": (
        "ÄLVINGE KOMMUN     PROTOKOLL     Blad\nKommunfullmäktige     2003-11-12     {page}\n",
        "\nJusterandes signatur     Utdragsbestyrkande",
        "",
    ),
    "running title": ("Revisorerna, Granskning av Älvinges simhallar\n{page} ({pages})\n", "", "\f"),
    "foot with the body": ("", "\nÄlvinge kommun Kommunfullmäktige, protokoll\n\n{page} ({pages})\n", "\f"),
    "address": ("Kommunfullmäktige {page} ({pages})\n", "\nPostadress   Besöksadress   Telefon   E-post\n", "\f"),
}


@pytest.mark.parametrize("layout", LAYOUTS, ids=list(LAYOUTS))
def test_layouts(layout: str) -> None:
    """Heads and feet go from every page but the title block of the first; no word of the text goes with them."""
    head, foot, feed = LAYOUTS[layout]
    after = propose(remove_furniture, make_pages(_ITEMS, head, foot, feed=feed, first=3))
    title = [line for line in head.format(page=3, pages=7).split("\n") if line.strip()]
    kept = [line for line in after.split("\n") if line.strip() and line.strip() not in title]
    assert kept == [line for line in _without_feeds(_TEXT) if line.strip()]


@pytest.mark.parametrize("layout", LAYOUTS, ids=list(LAYOUTS))
def test_page_ends_are_marked(layout: str) -> None:
    """Each page end is one line that holds a form feed."""
    head, foot, feed = LAYOUTS[layout]
    after = propose(remove_furniture, make_pages(_ITEMS, head, foot, feed=feed))
    assert after.count("\n\f\n") == len(_ITEMS) - 1
    assert after.count("\f") == len(_ITEMS) - 1


def _without_feeds(text: str) -> list[str]:
    lines = text.split("\n")
    heads = [index for index, line in enumerate(lines) if line.startswith("§") and index]
    for index in reversed(heads):
        lines.insert(index, "\f")
    return [line for line in lines if line != "\f"]


def test_a_head_that_a_reader_laid_around_a_heading() -> None:
    """The body stands above the heading and the rest of the head below it: the heading stays, the head goes."""
    pages = "\n\n".join(
        f"§ {number} Ärende {number}\nBeslut\n\nMotionen avslås.\n\nKommunstyrelsen\n\n{heading}\n\n"
        f"Protokoll nr 7\nSammanträdesdatum: 2024-03-06\n\nEva Ek (M) yttrar sig i ärendet."
        for number, heading in enumerate(["Protokollsanteckning", "Omröstning", "Yrkanden", "Reservation"], 1)
    )
    after = propose(remove_furniture, f"{pages}\n\nProtokollsutdrag skickas till\n\nKommunstyrelsen\nHigab AB\n")
    assert "Protokoll nr" not in after
    assert "Sammanträdesdatum" not in after
    assert all(heading in after for heading in ("Protokollsanteckning", "Omröstning", "Yrkanden", "Reservation"))
    assert after.count("Kommunstyrelsen") == 1
    assert after.endswith("Protokollsutdrag skickas till\n\nKommunstyrelsen\nHigab AB\n")


def test_a_single_head_in_a_long_text() -> None:
    """A head that is printed once is told by its words and its counter."""
    after = propose(
        remove_furniture,
        "Vi hänvisar till budgeten.\n\n\n Socialnämnden\n Protokoll\n 2016-12-13\n Sida 36 (45)\n\n\n"
        "Beslutsordning\nNämnden avslår.\n",
    )
    assert after == "Vi hänvisar till budgeten.\n\f\nBeslutsordning\nNämnden avslår.\n"


def test_a_report_repeats_its_title() -> None:
    """A head may repeat the title, cut short, below the crest that a reader made letters of."""
    report = (
        "Skrivelse om kvällsöppet på bibliotek\ni hela kommunen\n\nSvar på skrivelse\n\n"
        + "Förvaltningen föreslår att nämnden godkänner svaret.\n" * 12
        + "\n\n\nw Älvinge\n\nSkrivelse om kvällsöppet på\nbibliotek\n\n"
        "Tjänsteutlåtande\nDnr KFN 2023/87\nSida 2 (2)\n\n"
        "Anna Ek\nFörvaltningschef\n"
    )
    after = propose(remove_furniture, report)
    assert after.endswith("svaret.\n\f\nAnna Ek\nFörvaltningschef\n")
    assert after.startswith("Skrivelse om kvällsöppet på bibliotek\n")


def test_lines_of_web_pages_go_and_end_no_page() -> None:
    """What a site prints around a record tells nothing of pages, and what stands beside it stays."""
    text = (
        "§ 3 Budget\nDnr 1.1-591/2011\nÄrendedokument\nLäs dokument (PDF)\n"
        "Beslut\nNämnden avslår.\n\nLäs mer...\n\n§ 4 Val\n"
    )
    after = propose(remove_furniture, text)
    assert after == "§ 3 Budget\nDnr 1.1-591/2011\n\nBeslut\nNämnden avslår.\n\n§ 4 Val\n"


STAYS = {
    "a body in a dispatch list": "Skickas till\nKommunstyrelsen\nSocialnämnden\n",
    "headings that heads use too": "Yttrande\n\nNämnden yttrar sig.\n\nProtokoll\n\nProtokollet läses upp.\n",
    "the front of a protocol": "Älvinge kommun\nKommunstyrelsen\nProtokoll\n2024-03-06\n\nPlats och tid   Salen\n",
    "lines that repeat without any page": "Motionen avslås.\nKommunstyrelsen\n\n" * 6,
    "the names of a roll on every page": "Ja\nEva Ek\nBo Berg\n\f" * 6,
    "numbers of seats beside page ends": "63\nEva Ek\n\f12\nBo Berg\n\f7\nUlf By\n",
    "cells that look like counters": "Ärende\n\n1 (3)\n2 (4)\n5 (6)\n\nNämnden yttrar sig.\n",
    "two diary numbers below a §": "Nämnden avslår.\n" * 9 + "§ 3 Val\nDnr KS 2023/101\nDnr KS 2023/102\n\nBeslut\n",
    "a diary number below each §": "§ 3 Val\nDnr KS 2023/101\n\nBeslut\nNämnden avslår.\n" * 5,
    "a list of papers": "Handlingar\nProtokoll från Socialnämnden\nProtokoll 2024-03-21\nProtokoll 2024-03-21\n" * 3,
    "the list that ends every page": "§ 1\nVal\nProtokollsutdrag skickas till\nValberedningen\n\f" * 6,
}


@pytest.mark.parametrize("name", STAYS, ids=list(STAYS))
def test_text_stays(name: str) -> None:
    """Where it is not sure that a line is furniture, it stays."""
    text = STAYS[name]
    after = propose(remove_furniture, text)
    assert [line for line in after.split() if line != "\f"] == [line for line in text.split() if line != "\f"]


def test_dated_lines_far_from_the_edge() -> None:
    """In a table a reader may print the head of the page after its cells: it goes there too."""
    pages = make_pages(
        ["Beslut\n\nMotionen avslås."] * 4,
        "Kommunfullmäktige\nProtokoll nr 3\nSammanträdesdatum: 2024-03-21\n",
        "{page} ({pages})\n",
        feed="\f",
    )
    cells = "\n".join(f"Ledamot {number}\nJa" for number in range(60))
    after = propose(remove_furniture, f"{pages}{cells}\nProtokoll nr 3\nSammanträdesdatum: 2024-03-21\nSlut\n")
    assert "Sammanträdesdatum" not in after.split("Motionen")[-1]
    assert after.endswith("Ja\n\nSlut\n")


def test_removed_lines_are_kept_as_furniture() -> None:
    """What was taken out is there for the parser: line by line, with its page and its place in the source."""
    text = clean_words(
        make_pages(_ITEMS, "Älvinge kommun\nSocialnämnden\nProtokoll 2023-10-23\nSida {page} ({pages})\n", first=7)
    )
    second = [passage for passage in text.furniture if passage.page == 8]
    assert [passage.text for passage in second] == [
        "Älvinge kommun",
        "Socialnämnden",
        "Protokoll 2023-10-23",
        "Sida 8 (11)",
    ]
    assert all(passage.printed == passage.span.of(text.source.text) for passage in text.furniture)
