"""Rule `paragraphs`: lines that were wrapped to the width of a page."""

import pytest

from protokoll.cleaning.paragraphs import join_lines
from tests.cleaning.pages_of_text import clean_words, propose

WRAPPED = """Kommunstyrelsen har fått i uppdrag att se över reglerna för
stöd till föreningar i hela kommunen, och redovisar nu vad
arbetet har lett till samt hur det ska följas upp under de
närmaste åren.
"""
JOINED = WRAPPED.strip().replace("\n", " ") + "\n"


def test_a_paragraph_is_one_line() -> None:
    """Wrapped lines are joined, and an empty line parts paragraphs."""
    assert propose(join_lines, f"{WRAPPED}\n{WRAPPED}") == f"{JOINED}\n{JOINED}"


@pytest.mark.parametrize("cut", ["\n\f\n", "\n\n", "\n\n\f\n\n"])
def test_a_sentence_goes_on_over_a_page_end(cut: str) -> None:
    """A page end or an empty line inside a sentence is no paragraph."""
    text = WRAPPED.replace("nu vad\narbetet", f"nu vad{cut}arbetet")
    assert propose(join_lines, text) == JOINED


def test_a_page_end_between_paragraphs() -> None:
    """Between paragraphs a page end becomes an empty line, between points a line end."""
    text = f"{WRAPPED}\f\n{WRAPPED}\n1. Motionen avslås.\n\f\n2. Ärendet avslutas.\n"
    assert propose(join_lines, text) == f"{JOINED}\n{JOINED}\n1. Motionen avslås.\n2. Ärendet avslutas.\n"


ROLL = (
    "Eva Bergström (S), Karin Ek (V), Anders Berggren (C), Ola *Sjölund (M), Ali Demir (V), Olof Sundberg (KD), *"
    "Anna Lindqvist (L), Per Malm (S), Rut Holmgren (M) och *Bo Ask Lind (M) röstar Ja. "
    "Yrkandet kommer från *S, V och MP. Mot beslutet reserverar sig Bo Lindgren *(M)."
)


def test_an_empty_line_inside_names() -> None:
    """Reading an image puts empty lines inside sentences: after a comma or an open word a name goes on."""
    cut, whole = ROLL.replace(" *", "\n\n"), ROLL.replace("*", "")
    assert propose(join_lines, f"{WRAPPED}\n{cut}\n") == f"{JOINED}\n{whole}\n"


def test_a_name_after_an_election() -> None:
    """The name of the elected ends the sentence, also after an empty line."""
    text = "Till ledamot i rådet för tiden till och med 2026 utses\n\nEva Ek Lind."
    assert propose(join_lines, f"{WRAPPED}\n{text}\n") == f"{JOINED}\n{text}\n".replace("utses\n\n", "utses ")


def test_an_empty_line_after_words_that_lead_in() -> None:
    """Where empty lines follow lines everywhere, what is announced still begins anew."""
    wrapped = WRAPPED.replace("\n", "\n\n") * 3
    text = f"{wrapped}Nämnden föreslås därutöver anföra följande\n\nStaden har mål.\n"
    assert "följande\n\nStaden" in propose(join_lines, text)


STAYS = {
    "a list after words that lead in": "Nämnden föreslås besluta\n\nAtt därutöver anföra följande\n\nStaden har mål\n",
    "points": "1. Kommunstyrelsen får i uppdrag att se över reglerna för\n2. stöd till föreningar\n",
    "points in letters": "a) se över reglerna för stöd till föreningar här, och\nb) redovisa vad arbetet har lett\n",
    "dashes": "- Reglerna för stöd till föreningar i hela kommunen är bra\n- stödet är högt\n",
    "att-satser": "att kommunstyrelsen ser över reglerna för stöd till dem, samt\natt arbetet redovisas\n",
    "heads of §§": "Anmälan av beslut som har fattats enligt delegation 2024\n§ 12 1339/22\nSvar på motion\n",
    "a heading": "Ordföranden finner att yrkandet av Karin Ek vinner bifall\nReservation\nAli Demir (V)\n",
    "names": "Karin Lindqvist-Bergman (S)\nAli Demir (V)\nPer-Erik Söderström (M)\nEva Ek (C)\n",
    "columns": "Karin Lindqvist-Bergman (S)          ja\nAli Demir (V)                        nej\n",
    "recipients": "Protokollsutdrag skickas till\nKommunstyrelsen\nFörskolenämnden\nÄlvinge Bostads AB\n",
    "cells": "Ek, Karin\nS\nJa\nDemir, Ali\nV\nNej\nHallgren-Lindström, Per\nM\nAvstår\n" * 40,
    "signatures": "Vid protokollet\n\nEva Ek\nSekreterare\n\nJusteras\n\nKarin Ek\nordförande\n",
}


@pytest.mark.parametrize("text", STAYS.values(), ids=STAYS)
def test_lines_that_stand_for_themselves(text: str) -> None:
    """Points, headings, heads of §§, names, columns and cells keep their lines, also below a wrapped paragraph."""
    assert propose(join_lines, text) == text
    assert propose(join_lines, f"{WRAPPED}\n{text}") == f"{JOINED}\n{text}"


def test_a_reference_to_a_paragraph_goes_on() -> None:
    """'§ 150.' after a date is no head of a §."""
    text = f"{WRAPPED}\nKommunfullmäktige återremitterade ärendet den 21 mars 2024,\n§ 150. Nu behandlas det igen.\n"
    assert "den 21 mars 2024, § 150. Nu behandlas det igen.\n" in propose(join_lines, text)


def test_joining_may_show_that_more_goes_on() -> None:
    """What was joined is looked at once more, so that cleaning twice changes nothing."""
    once = propose(join_lines, f"{WRAPPED}{WRAPPED}" * 3)
    assert propose(join_lines, once) == once


def test_a_paragraph_is_whole_after_all_rules() -> None:
    """A head between two lines of a paragraph goes, and the paragraph is one line."""
    head = "\nÄlvinge kommun\nKommunstyrelsen\nProtokoll\nSida {page} (4)\n\n"
    upper, lower = WRAPPED.split("arbetet")
    pages = "".join(f"{upper}{head.format(page=page)}arbetet{lower}\n" for page in (2, 3, 4))
    assert clean_words(f"{WRAPPED}\n{pages}").text == "\n".join([JOINED] * 4)
