"""Rule `flat_pages`: lines for pages that have lost them."""

from protokoll.cleaning.flat import part_flat_pages
from tests.cleaning.pages_of_text import clean_words, propose

_FRONT = (
    "1 ALMBY KOMMUN PROTOKOLL 1(5) Plats och tid Kommunhuset, Almby, tisdagen den 3 mars 2009 kl Beslutande "
    "Eva Ek (S), ordförande Bo Ask (M) Övriga deltagande Åsa Lo, sekreterare Utses att justera Bo Ask Underskrifter "
    "Sekreterare Paragrafer Åsa Lo Ordförande Eva Ek Justerande Bo Ask ANSLAG/BEVIS Protokollet är justerat. "
    "Justeringen har tillkännagivits genom anslag."
)


def _flat(*pages: str) -> str:
    """Return a text of one line a page, headed as such texts are."""
    bodies = [f"{at} ALMBY KOMMUN PROTOKOLL {at}(5) {page}" for at, page in enumerate(pages, 2)]
    return "\n\n".join([_FRONT, *bodies])


def test_numbers_get_their_sign_back_and_titles_their_lines() -> None:
    """Letters and number open a line with the sign, the title stands below, the story after a blank line."""
    text = propose(
        part_flat_pages,
        _flat(
            "Ks 7 Dnr 09/Ks Bad för alla Badet har varit stängt i två år.",
            "Ks 8 Val av ombud Till ombud utses Eva Ek (S).",
        ),
    )
    assert "\n\nKs § 7\nDnr 09/Ks\nBad för alla\n\nBadet har" in text
    assert "\n\nKs § 8\nVal av ombud\n\nTill ombud utses" in text


def test_bare_numbers_open_items_where_they_run_on() -> None:
    """Where letters and sign are lost, numbers that open page after page and rise by one are those of items."""
    text = propose(
        part_flat_pages,
        _flat(
            "36 Information Kommunchefen berättar om vägen.",
            "37 Månadsrapport för juli Rapporten visar 12 procent.",
            "38 Säker skolväg Nämnden har fått 3 brev.",
        ),
    )
    assert [line for line in text.split("\n") if line.startswith("§")] == ["§ 36", "§ 37", "§ 38"]
    assert "§ 36\nInformation\n\nKommunchefen" in text


def test_the_list_of_contents_is_no_run_and_tells_titles() -> None:
    """Numbers close together that come again are those of a list; it tells where a title ends."""
    text = propose(
        part_flat_pages,
        _flat(
            "Innehåll 36 Namn på bron över Långselet 3 37 Bad i Almby Östra 4",
            "KS 36 Namn på bron över Långselet Östbron föreslås.",
            "KS 37 Bad i Almby Östra Badet stängs.",
        ),
    )
    assert text.count("§ 36") == 1
    assert "KS § 36\nNamn på bron över Långselet\n\nÖstbron" in text


def test_headings_and_points_get_lines() -> None:
    """A heading has a capital where a sentence has none; points of a decision stand below each other."""
    text = propose(
        part_flat_pages,
        _flat(
            "Ks 7 Taxa för bad Bakgrund Taxan är gammal. Yrkande Eva Ek (S) yrkar avslag. Kommunstyrelsens beslut "
            "1. Taxan antas. 2. Paragrafen justeras omedelbart. Reservation Eva Ek (S) reserverar sig.",
            "Ks 8 Lån Kommunstyrelsen har prövat lånet. Kommunstyrelsen beslutar att anta avtalet, att uppdra åt "
            "Eva Ek att skriva under. Därefter tackar ordföranden.",
        ),
    )
    assert "\n\nYrkande\nEva Ek (S) yrkar avslag.\n\nKommunstyrelsens beslut\n1. Taxan antas.\n2. Paragrafen" in text
    assert "Kommunstyrelsen beslutar\natt anta avtalet,\natt uppdra åt Eva Ek att skriva under.\n\nDärefter" in text


def test_a_word_in_a_sentence_is_no_heading() -> None:
    """After a full stop 'Beslut' with a small letter behind it opens a sentence."""
    text = propose(
        part_flat_pages, _flat("Ks 7 Bad Simhallen rivs. Beslut om ny hall tas senare.", "Ks 8 Väg Den byggs.")
    )
    assert "Beslut om ny hall" in text


def test_text_with_lines_is_left_alone() -> None:
    """A front page of many lines tells that nothing is lost."""
    text = _flat("Ks 7 Bad Det är bra.", "Ks 8 Väg Den byggs.")
    assert list(propose(part_flat_pages, text.replace(" ", "\n"))) == list(text.replace(" ", "\n"))


def test_places_in_the_source_are_kept() -> None:
    """What is put in has no place of its own: a title of the clean text is found in the source as it stands."""
    source = _flat("Ks 7 Bad i byn Det är bra.", "Ks 8 Väg till sjön Den byggs.")
    clean = clean_words(source)
    at = clean.text.index("Väg till sjön")
    assert clean.passage(at, at + 13).printed == "Väg till sjön"
    assert clean.passage(at, at + 13).page == 3


def test_numbers_run_on_inside_a_page() -> None:
    """The letters of the body with the very next number open an item wherever they stand."""
    text = propose(
        part_flat_pages,
        _flat(
            "TN 184 Dagordning Dagordningen godkänns TN 185 Protokoll Det läggs till handlingarna.", "TN 186 Bad Ja."
        ),
    )
    assert "\n\nTN § 185\nProtokoll\n\nDet läggs" in text


def test_a_body_whose_name_is_lost() -> None:
    """A heading stands before a verb with a small letter where the name of who decides is lost."""
    text = propose(part_flat_pages, _flat("KS 7 Rapport för maj Beslut godkänner rapporten.", "KS 8 Väg Den byggs."))
    assert "\n\nBeslut\ngodkänner rapporten." in text


def test_damaged_number_with_letters() -> None:
    """Behind 'Dnr' the letters of the item's own body belong to a number whose digits are lost."""
    text = propose(part_flat_pages, _flat("Ks 208 Dnr Ks Ekonomisk rapport", "Ks 209 Dnr Ks Väg till byn Den byggs."))
    assert "\nDnr Ks\nEkonomisk rapport" in text


def test_pages_marked_by_lines() -> None:
    """Where '(1)', '(2)' mark pages, the title and headings get lines of their own in their paragraph."""
    words = "(1)\n\nPlats Salen\n\n(2)\n\nKF § 7 DNR: 2\n\nVal av ombud Kommunfullmäktiges beslut Eva Ek väljs.\n"
    text = propose(part_flat_pages, words)
    assert "\fKF § 7" in text.replace("\n", "")
    assert "Val av ombud\n\nKommunfullmäktiges beslut\nEva Ek väljs." in text


def test_edits_never_overlap() -> None:
    """Blanks that two readers would replace are replaced once, however many they are."""
    flat = _flat("Ks 7  Bad   Beslut  1.  Badet   rivs.   2.  Vägen byggs.", "Ks 8  Väg  Den  byggs.")
    assert "Beslut" in propose(part_flat_pages, flat.replace(" ", "  "))
